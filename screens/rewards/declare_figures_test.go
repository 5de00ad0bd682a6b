package rewards

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
)

// with puts a measure of the library in force, by its place in it, and gives one of its rules.
func (d *desk) with(scheme, rule int) rewards.Rule {
	d.t.Helper()
	all, err := rewards.Library()
	d.must(err)
	d.must(d.claims.AddScheme(d.t.Context(), "经办员", &all[scheme]))
	return all[scheme].Rules[rule]
}

func TestFiguresOfARuleAreDeclared(t *testing.T) {
	d := newDesk(t)
	organization := d.enterprise("甲", 100, 500, 30)
	rent := d.with(13, 1)
	m := d.declaring(organization)
	m.RuleID = rent.ID
	if parts := m.Parts(); len(parts) != 2 || m.part() != rewards.H1 || len(m.Asks()) != 5 || m.BaseName() != "" {
		t.Errorf("%v, %+v", m.Parts(), m.Asks())
	}
	for name, text := range map[string]string{"租金": "40,000", "营业额": "1350000", "租赁面积": "200", "租用月数": "6", "按每平方米每月 1500 元承诺": "1"} {
		m.SetFigure(name, text)
	}
	m.Part = rewards.H2
	trial, err := m.Trial(t.Context())
	d.must(err)
	if trial.Trace.Amount != 3*money.Wan || trial.Trace.Evidence.Part != rewards.H2 {
		t.Errorf("%s in %s", trial.Trace.Amount, trial.Trace.Evidence.Part)
	}
	id, err := m.Save(t.Context(), "受理员")
	d.must(err)
	again, err := NewCorrectModel(d.office, id).Load(t.Context())
	d.must(err)
	if again.Figure("租赁面积") != "200" || again.Part != rewards.H2 {
		t.Errorf("%+v", again.figures)
	}
	again.SetFigure("营业额", "一百万")
	d.refused(again.Wrong(), "rewards.quantity")
	again.SetFigure("营业额", "900000")
	_, err = again.Save(t.Context(), "受理员")
	d.must(err)
	if page := d.read(id); page.Claim.Amount != 2*money.Wan {
		t.Errorf("%s", page.Claim.Amount)
	}
}

func TestListedOnesAreDeclaredLineByLine(t *testing.T) {
	d := newDesk(t)
	organization := d.enterprise("甲", 100, 500, 30)
	d.with(10, 0)
	w, page := onWindow(t, func(c kit.Context) kit.Page { return NewDeclareView(c, NewDeclareModel(d.office, organization)) })
	v := page.(*DeclareView)
	var list *kit.Entry
	for _, o := range test.LaidOutObjects(w.over.Content()) {
		if entry, is := o.(*kit.Entry); is && entry.MultiLine && list == nil {
			list = entry
		}
	}
	list.SetText("一店\t6\t4.7\n二店 8 4.9\n\n三店 5 4.9")
	if v.save.Disabled() || len(v.model.UnitColumns()) != 3 {
		t.Fatalf("%v, %v", v.model.Wrong(), v.model.UnitColumns())
	}
	trial, err := v.model.Trial(t.Context())
	if err != nil || trial.Trace.Amount != money.Wan {
		t.Errorf("%s, %v", trial.Trace.Amount, err)
	}
	list.SetText("一店 6")
	if !v.save.Disabled() {
		t.Error("a line without its figures cannot be saved")
	}
	d.refused(v.model.Wrong(), "rewards.unit_line")
}

func TestFiguresLeftUnsavedAreThereAgain(t *testing.T) {
	d := newDesk(t)
	organization := d.enterprise("甲", 100, 500, 30)
	rent := d.with(13, 1)
	memory := kit.NewMemory()
	w, v := declare(t, d, organization, memory)
	v.model.RuleID = rent.ID
	v.fillLeft()
	v.typed()
	entry := v.form.Fields()[len(v.form.Fields())-2].Input.(*fyne.Container).Objects[0].(*kit.Entry)
	w.over.Canvas().Focus(entry)
	test.Type(entry, "6")
	name := v.form.Fields()[len(v.form.Fields())-2].Label
	// the program ends here without being asked
	_, v = declare(t, d, organization, memory)
	if got := v.model.Figure(name); got != "6" {
		t.Errorf("%s is %q", name, got)
	}
	again := NewDeclareModel(d.office, organization)
	m := d.declaring(organization)
	m.RuleID, m.Part, m.Units = rent.ID, rewards.H2, "甲\t5"
	m.SetFigure("租金", "40,000")
	again.Schemes = m.Schemes
	again.TakeTyped(m.Typed())
	if again.Figure("租金") != "40,000" || again.Part != rewards.H2 || again.Units != m.Units {
		t.Errorf("%+v", again)
	}
}
