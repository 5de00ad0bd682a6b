package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// RulesView is the page of the rules of supervision: when lamps change, limits, when reminders rise.
type RulesView struct {
	context kit.Context
	desk    *desk
	loader  kit.Loader[council.Settings]
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
	v.loader.Load(v.desk.room.Settings, func(s council.Settings, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.again"), v.Shown))
			return
		}
		v.show(s)
	})
}

// Left stops reading.
func (v *RulesView) Left() { v.loader.Stop() }

// ruleFields are the fields of the rules by the places they write to.
type ruleFields struct {
	settings *council.Settings
	fields   []*form.Field
	writes   []func()
}

func (f *ruleFields) count(key, unit string, least, most int64, into *int) {
	field, entry := form.Count(wording.Text("council.rules."+key), least, most, wording.Text("council.rules.unit."+unit))
	entry.SetWhole(int64(*into))
	field.Required = true
	f.fields = append(f.fields, field)
	f.writes = append(f.writes, func() {
		if whole, is := entry.Whole(); is {
			*into = int(whole)
		}
	})
}

func (f *ruleFields) check(key string, into *bool) {
	check := kit.NewCheck(wording.Text("council.rules."+key), *into, nil)
	f.fields = append(f.fields, &form.Field{Input: check})
	f.writes = append(f.writes, func() { *into = check.Checked() })
}

func (v *RulesView) show(s council.Settings) {
	seen := s
	lamps, limits := &ruleFields{settings: &s}, &ruleFields{settings: &s}
	lamps.count("yellow_from", "points", 1, 100, &s.YellowFrom)
	lamps.count("red_over", "points", 1, 100, &s.RedOver)
	lamps.check("slight_is_yellow", &s.SlightIsYellow)
	lamps.count("soon_days", "days", 0, 365, &s.SoonDays)
	lamps.count("not_begun_months", "months", 1, 12, &s.NotBegunMonths)
	lamps.check("urgent_red", &s.UrgentRed)
	limits.count("normal_days", "days", 1, 365, &s.NormalDays)
	limits.count("urgent_days", "days", 1, 365, &s.UrgentDays)
	limits.count("difficult_days", "days", 1, 730, &s.DifficultDays)
	limits.count("silent_days", "days", 1, 365, &s.SilentDays)
	limits.count("leader_after", "times", 1, 99, &s.LeaderAfter)
	limits.count("convener_after", "times", 1, 99, &s.ConvenerAfter)
	left, right := form.New(lamps.fields...), form.New(limits.fields...)
	save := func() {
		if !left.Valid() || !right.Valid() {
			return
		}
		for _, write := range append(lamps.writes, limits.writes...) {
			write()
		}
		var writer kit.Loader[struct{}]
		writer.Load(func(ctx context.Context) (struct{}, error) {
			return struct{}{}, v.desk.room.ChangeSettings(ctx, v.desk.person, seen, s)
		}, func(_ struct{}, p *problem.Problem) {
			if p != nil {
				left.ShowProblem(p)
				return
			}
			v.context.Changed()
			v.context.Open(tasksLink)
		})
	}
	header := kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }}},
		Title:   wording.Text("council.rules.title"),
		Note:    wording.Text("council.rules.note"),
		Actions: []fyne.CanvasObject{kit.NewPrimary(wording.Text("council.rules.save"), save)},
	}
	cards := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, kit.NewCard(wording.Text("council.rules.lamps"), kit.Scrolled(left.Object())),
		kit.NewCard(wording.Text("council.rules.limits"), kit.Scrolled(right.Object())))
	v.states.Show(kit.NewPage(header, cards))
	v.context.Status(wording.Text("council.rules.note"))
}
