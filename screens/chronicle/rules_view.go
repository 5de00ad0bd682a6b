package chronicle

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// RulesView is the page of the rules the program proposes by.
type RulesView struct {
	context kit.Context
	desk    *desk
	loader  kit.Loader[[]chronicle.Setting]
	states  *kit.States
}

// NewRulesView makes the page; it loads when it is shown.
func NewRulesView(c kit.Context, d *desk) *RulesView {
	return &RulesView{context: c, desk: d, states: kit.NewStates()}
}

// Object is the page.
func (v *RulesView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the rules anew.
func (v *RulesView) Shown() {
	v.loader.Load(v.desk.room.Settings, func(settings []chronicle.Setting, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("chronicle.again"), v.Shown))
			return
		}
		v.show(settings)
	})
}

// Left stops reading.
func (v *RulesView) Left() { v.loader.Stop() }

func (v *RulesView) show(settings []chronicle.Setting) {
	seen := slices.Clone(settings)
	lines := make([]fyne.CanvasObject, len(settings))
	for i := range settings {
		s := &settings[i]
		on := kit.NewCheck(wording.Text("chronicle.rule."+s.Key), !s.Off, func(checked bool) { s.Off = !checked })
		importance := kit.NewSelect(choices("chronicle.importance.", chronicle.Importances, false), string(s.Importance), func(value string) { s.Importance = chronicle.Importance(value) })
		public := kit.NewCheck(wording.Text("chronicle.rules.public"), s.Public, func(checked bool) { s.Public = checked })
		lines[i] = kit.Pad(kit.Across(kit.WideGap, []kit.Track{kit.Fixed(260), kit.Share(1), kit.Fixed(120), kit.Fixed(150)}, on,
			kit.NewSecondary(wording.Text("chronicle.rule_note."+s.Key)).Short(), importance, public), 4, 0, 4, 0)
	}
	save := func() {
		var writer kit.Loader[struct{}]
		writer.Load(func(ctx context.Context) (struct{}, error) {
			return struct{}{}, v.desk.room.ChangeSettings(ctx, v.desk.person, seen, settings)
		}, func(_ struct{}, p *problem.Problem) {
			if p != nil {
				v.context.Problem(p)
				return
			}
			v.context.Open(startLink)
		})
	}
	header := kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.chronicle"), Open: func() { v.context.Open(startLink) }}},
		Title:   wording.Text("chronicle.rules.title"),
		Actions: []fyne.CanvasObject{kit.NewPrimary(wording.Text("chronicle.rules.save"), save)},
	}
	v.states.Show(kit.NewPage(header, kit.NewCard(wording.Text("chronicle.rules.list"), kit.Scrolled(kit.NewLines(lines...)))))
	v.context.Status(wording.Text("chronicle.rules.note"))
}
