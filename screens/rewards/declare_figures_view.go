package rewards

import (
	"strings"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// figureFields ask for what the chosen rule needs besides sales: the part of the year, declared figures, a list.
func (v *DeclareView) figureFields() []*form.Field {
	var fields []*form.Field
	if parts := v.model.Parts(); len(parts) > 1 {
		choose := kit.NewSelect(choicesOf("rewards.new.part_of.", parts...), string(v.model.part()), func(value string) {
			v.model.Part = rewards.Part(value)
			v.typed()
		})
		fields = append(fields, &form.Field{Label: wording.Text("rewards.new.part"), Required: true, Input: choose})
	}
	for _, asked := range v.model.Asks() {
		fields = append(fields, v.figureField(asked))
	}
	if columns := v.model.UnitColumns(); columns != nil {
		list := kit.NewMultiLineEntry("", 4)
		list.SetText(v.model.Units)
		list.OnChanged = func(text string) {
			v.model.Units = text
			v.typed()
		}
		fields = append(fields, &form.Field{Label: columns[0], Required: true, Input: list,
			Help: wording.Text("rewards.new.units_help", "columns", strings.Join(columns, " "))})
	}
	return fields
}

func (v *DeclareView) figureField(asked rewards.Measure) *form.Field {
	if asked.Asked() == rewards.YesNo {
		check := kit.NewCheck(wording.Text("rewards.new.holds"), v.model.Figure(asked.Name) == "1", func(on bool) {
			value := "0"
			if on {
				value = "1"
			}
			v.model.SetFigure(asked.Name, value)
			v.typed()
		})
		return &form.Field{Label: asked.Name, Input: check}
	}
	entry := kit.NewNumberEntry("")
	entry.SetText(v.model.Figure(asked.Name))
	entry.OnChanged = func(text string) {
		v.model.SetFigure(asked.Name, text)
		v.typed()
	}
	unit := unitName(asked)
	if asked.Asked() == rewards.Yuan {
		unit = wording.Text("rewards.new.yuan_unit")
	}
	input := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, entry, kit.NewSecondary(unit))
	return &form.Field{Label: asked.Name, Required: true, Input: input, Check: func() string {
		what, _ := wording.Problem(v.model.WrongFigure(asked.Name))
		return what
	}}
}
