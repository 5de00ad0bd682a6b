package rewards

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// EditView is the page on which the clauses of a draft are edited: the clauses at the left, the chosen one's fields and
// its sentence in the middle, what it would have paid and whether it is sound at the right.
type EditView struct {
	context kit.Context
	model   *EditModel
	states  *kit.States
	loader  kit.Loader[*EditModel]
	trials  kit.Loader[Tried]
	writer  kit.Loader[rewards.Scheme]
	later   kit.Later
	built   bool

	rules   *fyne.Container
	middle  *fyne.Container
	reading *kit.Paragraph
	trial   *trialCard
	checks  *fyne.Container
	tried   Tried
	saved   string // when the draft was saved last, in words
}

// NewEditView makes the page; it loads when it is shown.
func NewEditView(c kit.Context, m *EditModel) *EditView {
	v := &EditView{context: c, model: m, states: kit.NewStates(), reading: kit.NewParagraph("")}
	v.rules, v.middle, v.checks = kit.Down(0, []kit.Track{kit.Share(1)}), kit.Down(kit.Gap, []kit.Track{kit.Share(1), kit.Fixed(150)}), kit.Down(0, []kit.Track{kit.Share(1)})
	v.trial = newTrialCard(v.canvas, c.Open)
	return v
}

// Object is the page.
func (v *EditView) Object() fyne.CanvasObject { return v.states.Container }

func (v *EditView) canvas() fyne.Canvas { return v.context.Window().Canvas() }

// Shown loads the page the first time; after that what was changed stays and is tried on the data of now.
func (v *EditView) Shown() {
	if v.built {
		v.try()
		return
	}
	v.load()
}

// Left stops loading and trying.
func (v *EditView) Left() {
	v.loader.Stop()
	v.trials.Stop()
}

// MayLeave asks before a draft with changes is left.
func (v *EditView) MayLeave(leave func()) bool {
	if !v.model.Dirty {
		return true
	}
	kit.Confirm(v.canvas(), wording.Text("rewards.edit.leave_title"), wording.Text("rewards.edit.leave_text"), wording.Text("rewards.edit.leave"), func() {
		v.model.Dirty = false
		leave()
	})
	return false
}

func (v *EditView) load() {
	v.loader.Load(v.model.Load, func(loaded *EditModel, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.edit.to_schemes"), func() { v.context.Open(schemesLink) }))
			return
		}
		v.model, v.built = loaded, true
		v.show()
	})
}

// show builds the page anew: another clause, or other fields.
func (v *EditView) show() {
	if v.model.Rule() == nil {
		v.states.Show(kit.NewPage(v.header(), kit.NewEmpty(wording.Text("rewards.edit.empty"), wording.Text("rewards.edit.empty_do"),
			kit.NewPlain(wording.Text("rewards.edit.library"), v.askLibrary), kit.NewPrimary(wording.Text("rewards.edit.add"), v.add))))
		return
	}
	v.rules.Objects = []fyne.CanvasObject{v.rulesCard()}
	v.showClause()
	right := kit.Down(kit.Gap, []kit.Track{kit.Share(1), kit.Fixed(214)}, v.trial.card, v.checks)
	v.states.Show(kit.NewPage(v.header(), kit.Across(kit.WideGap, []kit.Track{kit.Fixed(254), kit.Share(1), kit.Fixed(332)}, v.rules, v.middle, right)))
	v.context.Status(v.statusTexts()...)
	v.try()
}

func (v *EditView) statusTexts() []string {
	texts := []string{wording.Text("rewards.edit.status_new", "edition", editionName(v.model.Draft))}
	if v.model.Before != nil {
		texts[0] = wording.Text("rewards.edit.status", "edition", editionName(v.model.Draft), "before", editionName(*v.model.Before))
	}
	if v.saved != "" {
		texts = append(texts, v.saved)
	}
	return texts
}

func (v *EditView) header() kit.Header {
	badges := []fyne.CanvasObject{}
	if v.model.Before != nil {
		badges = append(badges, kit.NewBadge(editionName(*v.model.Before)+" "+wording.Text("rewards.edit.state.in_force"), kit.GreenTint))
	}
	badges = append(badges, kit.NewBadge(editionName(v.model.Draft)+" "+wording.Text("rewards.edit.state.draft"), kit.AmberTint))
	return kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }},
			{Label: wording.Text("rewards.command.schemes"), Open: func() { v.context.Open(schemesLink) }}},
		Title: wording.Text("rewards.edit.title"), Note: v.model.Draft.Name(), Badges: badges,
		Actions: []fyne.CanvasObject{
			kit.NewPlain(wording.Text("rewards.edit.library"), v.askLibrary),
			kit.NewPlain(wording.Text("rewards.edit.export"), v.export),
			kit.NewPlain(wording.Text("rewards.edit.enact"), v.askEnact),
			kit.NewPrimary(wording.Text("rewards.edit.save"), v.save),
		},
	}
}

// rulesCard lists the clauses.
func (v *EditView) rulesCard() fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(v.model.Draft.Rules))
	for i := range v.model.Draft.Rules {
		rule := &v.model.Draft.Rules[i]
		brief := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, kit.NewSmall(rule.BriefIn(wording.Language())).Short(), kit.NewBadge(rule.ShapeIn(wording.Language()), kit.Blue))
		rows[i] = kit.Pad(kit.Column(1, kit.NewText(rule.Clause+" "+rule.Title).Short(), brief), 4, 8, 4, 8)
	}
	list := kit.NewChosen(func(row int) {
		if row != v.model.Chosen {
			v.model.Chosen = row
			v.show()
		}
	}, rows...)
	list.Choose(v.model.Chosen)
	foot := kit.Row(kit.Gap, kit.NewSmallLink(wording.Text("rewards.edit.up"), func() { v.move(-1) }), kit.NewSmallLink(wording.Text("rewards.edit.down"), func() { v.move(1) }),
		kit.Spring(), kit.NewSmallLink(wording.Text("rewards.edit.remove"), v.askRemove))
	return kit.NewCard(wording.Text("rewards.schemes.clauses", "n", len(rows)), kit.Down(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, list, foot),
		kit.NewLink(wording.Text("rewards.edit.add"), v.add))
}

// showClause builds the middle: the fields and the sentence.
func (v *EditView) showClause() {
	clause := &clauseView{model: v.model, window: v.canvas, rebuild: v.rebuilt, changed: v.changed}
	read := kit.NewCard(wording.Text("rewards.schemes.reading"), kit.Scrolled(v.reading), kit.NewLink(wording.Text("rewards.schemes.copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(v.reading.Content)
	}))
	v.middle.Objects = []fyne.CanvasObject{clause.card(), read}
	v.middle.Refresh()
	v.read()
}

// read says the clause as a sentence and checks it.
func (v *EditView) read() {
	rule := v.model.Rule()
	v.reading.SetText(rule.Clause + "　" + v.model.Draft.ReadingIn(wording.Language(), *rule))
	v.checks.Objects = []fyne.CanvasObject{checkCard(v.model, v.tried)}
	v.checks.Refresh()
}

// rebuilt shows other fields; the place in the list stays.
func (v *EditView) rebuilt() {
	v.model.Dirty = true
	v.rules.Objects = []fyne.CanvasObject{v.rulesCard()}
	v.rules.Refresh()
	v.showClause()
	v.try()
}

// changed reads a changed number back at once and tries it once the typing pauses.
func (v *EditView) changed() {
	v.model.Dirty = true
	v.read()
	v.later.Do(func() { fyne.Do(v.try) })
}

func (v *EditView) try() {
	asked := *v.model // computed beside the editing: a copy of its own
	draft, err := asked.Draft.Clone()
	if err != nil {
		v.trial.put(kit.NewFailed(problem.Of(err)))
		return
	}
	asked.Draft = draft
	v.trials.Load(asked.Try, func(tried Tried, p *problem.Problem) {
		if p != nil {
			v.trial.put(kit.NewFailed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.try)))
			return
		}
		v.tried = tried
		v.trial.show(v.model, tried)
		v.context.Status(append(v.statusTexts(), wording.Text("rewards.trial.took", "ms", tried.Took.Milliseconds()))...)
		v.read()
	})
}

func (v *EditView) add() {
	v.model.AddRule()
	v.show()
}

func (v *EditView) move(by int) {
	v.model.Move(by)
	v.show()
}

func (v *EditView) askRemove() {
	rule := v.model.Rule()
	kit.Confirm(v.canvas(), wording.Text("rewards.edit.remove_title", "clause", rule.Clause, "title", rule.Title), wording.Text("rewards.edit.remove_text"), wording.Text("rewards.edit.remove_verb"), func() {
		v.model.RemoveRule()
		v.show()
	})
}

func (v *EditView) askLibrary() {
	askLibrary(v.canvas(), func(rule rewards.Rule) {
		v.model.Adopt(rule)
		v.show()
	})
}

func (v *EditView) export() {
	exportScheme(v.context, v.model.Draft)
}

func (v *EditView) save() { v.write(v.model.Save, func() {}) }

// askEnact puts the draft in force, once the person has read what that means.
func (v *EditView) askEnact() {
	if err := v.model.Draft.Check(); err != nil {
		v.context.Problem(problem.Of(err))
		return
	}
	kit.Confirm(v.canvas(), wording.Text("rewards.edit.enact_title", "edition", editionName(v.model.Draft)), wording.Text("rewards.edit.enact_text"), wording.Text("rewards.edit.enact_verb"), func() {
		v.write(v.model.Enact, func() {
			v.context.Changed()
			v.context.Open(schemesLink)
		})
	})
}

func (v *EditView) write(work func(context.Context) (rewards.Scheme, error), done func()) {
	v.writer.Load(work, func(kept rewards.Scheme, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.model.Draft, v.model.Dirty = kept, false
		v.saved = wording.Text("rewards.edit.saved", "time", v.model.office.claims.Now().In(statement.China).Format("15:04"))
		v.show()
		done()
	})
}

// editLink opens the editor on a version at a rule.
func editLink(scheme, rule int64) string {
	return schemesLink + "/edit?scheme=" + numberIn(scheme) + "&rule=" + strconv.FormatInt(rule, 10)
}
