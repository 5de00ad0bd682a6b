package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// ObjectionsView is the page of objections: the list at the left, the one chosen at the right.
type ObjectionsView struct {
	context kit.Context
	model   *ObjectionsModel
	states  *kit.States
	loader  kit.Loader[[]Disputed]
	shown   []Disputed
	detail  *fyne.Container
	chosen  int64
}

// NewObjectionsView makes the page; it loads when it is shown.
func NewObjectionsView(c kit.Context, m *ObjectionsModel) *ObjectionsView {
	return &ObjectionsView{context: c, model: m, states: kit.NewStates(), detail: kit.Down(0, []kit.Track{kit.Share(1)})}
}

// Object is the page.
func (v *ObjectionsView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the page anew.
func (v *ObjectionsView) Shown() { v.load() }

// Left stops reading.
func (v *ObjectionsView) Left() { v.loader.Stop() }

func (v *ObjectionsView) load() {
	v.loader.Load(v.model.Load, func(list []Disputed, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.load))
			return
		}
		v.show(list)
	})
}

func (v *ObjectionsView) show(list []Disputed) {
	v.shown = list
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:  wording.Text("rewards.objections.title"), Note: wording.Text("rewards.objections.note"),
	}
	if len(list) == 0 {
		v.states.Show(kit.NewPage(header, kit.NewEmpty(wording.Text("rewards.objections.none"), wording.Text("rewards.objections.none_do"),
			kit.NewPrimary(wording.Text("rewards.page.to_list"), func() { v.context.Open(listLink) }))))
		return
	}
	rows := make([]fyne.CanvasObject, len(list))
	at, open := 0, 0
	for i, o := range list {
		rows[i] = disputedRow(o)
		if o.ID == v.chosen {
			at = i
		}
		if o.Outcome == rewards.OpenObjection {
			open++
		}
	}
	chosen := kit.NewChosen(v.choose, rows...)
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(2), kit.Share(3)}, kit.NewCard(wording.Text("rewards.objections.count", "n", len(list)), chosen), v.detail)
	v.states.Show(kit.NewPage(header, columns))
	chosen.Choose(at)
	v.context.Status(wording.Text("rewards.objections.open", "n", open))
}

func disputedRow(o Disputed) fyne.CanvasObject {
	head := kit.Row(kit.Gap, kit.NewBold(o.Objector).Short(), kit.Spring(), outcomeBadge(o.Outcome))
	return kit.Pad(kit.Column(2, head, kit.NewSmall(o.ReceivedOn+" · "+o.Claim.Number+" "+o.Claim.Organization).Short()), 6, 8, 6, 8)
}

func outcomeBadge(outcome rewards.ObjectionOutcome) fyne.CanvasObject {
	tint := kit.AmberTint
	switch outcome {
	case rewards.Dismissed:
		tint = kit.Grey
	case rewards.Upheld:
		tint = kit.RedTint
	}
	return kit.NewBadge(wording.Text("rewards.outcome."+string(outcome)), tint)
}

func (v *ObjectionsView) choose(row int) {
	o := v.shown[row]
	v.chosen = o.ID
	properties := kit.NewPropertyList(96,
		kit.Property{Name: wording.Text("rewards.page.claim"), Object: kit.Row(0, kit.NewSmallLink(o.Claim.Number+" "+o.Claim.Organization+" · "+o.Claim.Title, func() { v.context.Open(claimLink(o.ClaimID)) }))},
		kit.Property{Name: wording.Text("rewards.list.amount"), Value: o.Claim.Amount.String()},
		kit.Property{Name: wording.Text("rewards.field.objector"), Value: o.Objector},
		kit.Property{Name: wording.Text("rewards.field.phone"), Value: identity.MaskPhone(o.Phone)},
		kit.Property{Name: wording.Text("rewards.field.received"), Value: o.ReceivedOn},
		kit.Property{Name: wording.Text("rewards.field.objection"), Value: o.Content},
		kit.Property{Name: wording.Text("rewards.field.outcome"), Object: kit.Row(0, outcomeBadge(o.Outcome))},
		kit.Property{Name: wording.Text("rewards.field.answer"), Value: o.Answer},
		kit.Property{Name: wording.Text("rewards.field.answered_on"), Value: o.AnsweredOn})
	parts := []fyne.CanvasObject{properties}
	if o.Outcome == rewards.OpenObjection {
		answer := kit.NewPrimary(wording.Text("rewards.do.answer"), func() {
			askAnswer(v.context, v.model.office, o.Objection, func() {
				v.load()
				v.context.Changed()
			})
		})
		parts = append(parts, kit.Row(kit.Gap, kit.Spring(), answer))
	}
	if o.Outcome == rewards.Upheld {
		parts = append(parts, kit.NewNote(wording.Text("rewards.objections.upheld")))
	}
	v.detail.Objects = []fyne.CanvasObject{kit.NewCard(wording.Text("rewards.objections.one"), kit.Scrolled(kit.Column(kit.WideGap, parts...)))}
	v.detail.Refresh()
}
