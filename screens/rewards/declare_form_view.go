package rewards

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// fillLeft builds the fields the chosen rule asks for.
func (v *DeclareView) fillLeft() {
	_, correcting := v.model.Correcting()
	v.reading = kit.NewParagraph("")
	fields := []*form.Field{v.organizationField(correcting), v.yearChoice(correcting), v.ruleChoice(correcting)}
	if name := v.model.BaseName(); name != "" {
		fields = append(fields, v.amountField(name, v.model.Base, true, wording.Text("rewards.new.base_help"), func(text string) { v.model.Base = text }))
	}
	fields = append(fields, v.figureFields()...)
	if v.model.AsksEarlier() {
		fields = append(fields, v.amountField(wording.Text("rewards.new.earlier"), v.model.Earlier, false, wording.Text("rewards.new.earlier_help"), func(text string) { v.model.Earlier = text }))
	}
	note := kit.NewMultiLineEntry(wording.Text("rewards.new.note_hint"), 3)
	note.SetText(v.model.Note)
	note.OnChanged = func(text string) {
		v.model.Note = text
		v.draft.Touch()
	}
	v.form = form.New(append(fields, &form.Field{Label: wording.Text("rewards.new.remark"), Input: note})...)
	clause := kit.NewCard(wording.Text("rewards.schemes.reading"), kit.Scrolled(v.reading))
	v.left.Objects = []fyne.CanvasObject{kit.NewCard(wording.Text("rewards.new.who"), v.form.Object()), clause}
	v.showReading()
	v.left.Refresh()
}

func (v *DeclareView) showReading() {
	text := wording.Text("rewards.new.no_rule", "year", v.model.Year)
	if scheme, rule, ok := v.model.Rule(); ok {
		text = rule.Clause + "　" + scheme.Reading(rule)
	}
	v.reading.SetText(text)
}

func (v *DeclareView) organizationField(fixed bool) *form.Field {
	field := &form.Field{Label: wording.Text("rewards.list.organization"), Required: true}
	if fixed {
		field.Input = kit.Down(0, []kit.Track{kit.Fixed(kit.RowHeight)}, kit.NewText(v.model.Organization.Name).Short())
		return field
	}
	picker := kit.NewPicker(wording.Text("rewards.new.choose"), v.model.office.findOrganization, func(found kit.Found[int64]) {
		v.model.Organization = &register.Organization{Name: found.Label}
		v.model.Organization.ID = found.Key
		v.typed()
	})
	picker.Offer(wording.Text("register.list.new"), func(string, func(kit.Found[int64])) { v.context.Open("smartcanal://organization/new") })
	if chosen := v.model.Organization; chosen != nil {
		picker.Set(kit.Found[int64]{Key: chosen.ID, Label: chosen.Name})
	}
	field.Input = picker
	return field
}

func (v *DeclareView) yearChoice(fixed bool) *form.Field {
	var choices []kit.Choice
	for _, year := range v.model.Years() {
		choices = append(choices, kit.Choice{Value: strconv.Itoa(year), Label: wording.Text("rewards.page.year", "year", year)})
	}
	v.yearField = kit.NewSelect(choices, strconv.Itoa(v.model.Year), func(value string) {
		year, _ := strconv.Atoi(value)
		v.model.SetYear(year)
		v.fillLeft()
		v.typed()
	})
	if fixed {
		v.yearField.Disable()
	}
	return &form.Field{Label: wording.Text("rewards.new.year"), Required: true, Input: v.yearField}
}

func (v *DeclareView) ruleChoice(fixed bool) *form.Field {
	var choices []kit.Choice
	for _, rule := range v.model.Rules() {
		choices = append(choices, kit.Choice{Value: numberIn(rule.ID), Label: rule.Clause + " " + rule.Title})
	}
	v.rule = kit.NewSelect(choices, numberOrNone(v.model.RuleID), func(value string) {
		v.model.RuleID, _ = strconv.ParseInt(value, 10, 64)
		v.fillLeft()
		v.typed()
	})
	if fixed {
		v.rule.Disable()
	}
	return &form.Field{Label: wording.Text("rewards.new.rule"), Required: true, Input: v.rule}
}

func (v *DeclareView) amountField(label, value string, required bool, help string, set func(string)) *form.Field {
	field, amount := form.Money(label)
	amount.SetValue(value)
	amount.OnChanged = func(string) {
		set(amount.Value())
		v.typed()
	}
	field.Required, field.Help = required, help
	return field
}
