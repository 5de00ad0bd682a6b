package rewards

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// DeclareView is the page on which a claim is handed in or its declaration corrected: who and under which
// clause at the left, the months in the middle, what comes of it at the right.
type DeclareView struct {
	context kit.Context
	model   *DeclareModel
	states  *kit.States
	loader  kit.Loader[*DeclareModel]
	trials  kit.Loader[Trial]

	form      *form.Form
	left      *fyne.Container
	months    *monthsView
	draft     *form.Draft
	result    *fyne.Container
	save      *kit.Button
	built     bool
	reading   *kit.Paragraph
	rule      *kit.Select
	yearField *kit.Select
}

// NewDeclareView makes the page; it loads when it is shown.
func NewDeclareView(c kit.Context, m *DeclareModel) *DeclareView {
	v := &DeclareView{context: c, model: m, states: kit.NewStates(), result: kit.Down(0, []kit.Track{kit.Share(1)})}
	v.save = kit.NewPrimary("", v.askSave)
	return v
}

// Object is the page.
func (v *DeclareView) Object() fyne.CanvasObject { return v.states.Container }

// Shown loads the page the first time and computes anew after that: what was typed stays.
func (v *DeclareView) Shown() {
	if v.built {
		v.try()
		return
	}
	v.load()
}

// Left stops computing.
func (v *DeclareView) Left() {
	v.loader.Stop()
	v.trials.Stop()
}

func (v *DeclareView) load() {
	v.loader.Load(v.model.Load, func(loaded *DeclareModel, p *problem.Problem) {
		switch {
		case p != nil:
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.to_list"), func() { v.context.Open(listLink) }))
		case len(loaded.Schemes) == 0:
			v.states.Show(kit.NewEmpty(wording.Text("rewards.list.no_scheme"), wording.Text("rewards.list.no_scheme_do"),
				kit.NewPrimary(wording.Text("rewards.list.to_scheme"), func() { v.context.Open(schemesLink) })))
		default:
			v.model = loaded
			v.build()
			v.try()
		}
	})
}

func (v *DeclareView) build() {
	v.built = true
	v.months = newMonthsView(v.model, v.context, v.typed)
	v.left = kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)})
	v.draft = form.NewDraft(v.context.Memory(), v.model.DraftName(), v.model.Typed, v.put, typedLabel)
	v.fillLeft()
	v.draft.Begin()
	columns := kit.Across(kit.Gap, []kit.Track{kit.Fixed(330), kit.Fixed(352), kit.Share(1)}, v.left, v.months.card, v.result)
	v.states.Show(kit.NewPage(v.header(), kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)}, v.draft.Bar(), columns)))
}

// typed computes anew and keeps what is typed.
func (v *DeclareView) typed() {
	v.draft.Touch()
	v.try()
}

// put shows what was left unsaved.
func (v *DeclareView) put(typed form.Values) {
	v.model.TakeTyped(typed)
	v.fillLeft()
	v.months.fill()
	v.try()
}

// MayLeave asks where something was typed and not saved.
func (v *DeclareView) MayLeave(leave func()) bool {
	return v.draft == nil || v.draft.MayLeave(v.context.Window().Canvas(), leave)
}

func (v *DeclareView) header() kit.Header {
	title, back := wording.Text("rewards.new.title"), listLink
	v.save.SetLabel(wording.Text("rewards.new.save"))
	if number, correcting := v.model.Correcting(); correcting {
		title = wording.Text("rewards.new.correct_title", "number", number)
		back = claimLink(v.model.claim)
		v.save.SetLabel(wording.Text("rewards.new.correct"))
	}
	return kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:   title,
		Note:    wording.Text("rewards.new.note"),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { v.context.Open(back) }), v.save},
	}
}

// askSave asks who takes the claim in, and keeps it.
func (v *DeclareView) askSave() {
	if !v.form.Valid() {
		v.states.Refresh() // what is wrong takes room
		return
	}
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(rewards.Accepting))
	person.Required, person.Help = true, wording.Text("rewards.act.person_help")
	var id int64
	asked := *v.model
	title := wording.Text("rewards.new.save_title", "name", v.model.Organization.Name)
	if _, correcting := v.model.Correcting(); correcting {
		title = wording.Text("rewards.new.correct_save_title", "name", v.model.Organization.Name)
	}
	form.Question{
		Title: title, Verb: strings.TrimSuffix(v.save.Label(), "…"),
		Form: form.New(person), First: signer,
		Work: func(ctx context.Context) error {
			var err error
			id, err = asked.Save(ctx, signer.Text)
			return err
		},
		Done: func() {
			v.draft.Saved()
			v.context.Changed()
			v.context.Open(claimLink(id))
		},
	}.Ask(v.context.Window().Canvas())
}
