package rewards

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
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

	form      *kit.Form
	left      *fyne.Container
	months    *monthsView
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
	v.months = newMonthsView(v.model, v.context, v.try)
	v.left = kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)})
	v.fillLeft()
	columns := kit.Across(kit.Gap, []kit.Track{kit.Fixed(330), kit.Fixed(352), kit.Share(1)}, v.left, v.months.card, v.result)
	v.states.Show(kit.NewPage(v.header(), columns))
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

// fillLeft builds the fields the chosen rule asks for.
func (v *DeclareView) fillLeft() {
	_, correcting := v.model.Correcting()
	v.reading = kit.NewParagraph("")
	fields := []*kit.Field{v.organizationField(correcting), v.yearChoice(correcting), v.ruleChoice(correcting)}
	if name := v.model.BaseName(); name != "" {
		fields = append(fields, v.amountField(name, v.model.Base, true, wording.Text("rewards.new.base_help"), func(text string) { v.model.Base = text }))
	}
	if v.model.AsksEarlier() {
		fields = append(fields, v.amountField(wording.Text("rewards.new.earlier"), v.model.Earlier, false, wording.Text("rewards.new.earlier_help"), func(text string) { v.model.Earlier = text }))
	}
	note := kit.NewMultiLineEntry(wording.Text("rewards.new.note_hint"), 3)
	note.SetText(v.model.Note)
	note.OnChanged = func(text string) { v.model.Note = text }
	v.form = kit.NewForm(append(fields, &kit.Field{Label: wording.Text("rewards.new.remark"), Input: note})...)
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

func (v *DeclareView) organizationField(fixed bool) *kit.Field {
	field := &kit.Field{Label: wording.Text("rewards.list.organization"), Required: true}
	if fixed {
		field.Input = kit.Down(0, []kit.Track{kit.Fixed(kit.RowHeight)}, kit.NewText(v.model.Organization.Name).Short())
		return field
	}
	picker := kit.NewPicker(wording.Text("rewards.new.choose"), v.model.office.findOrganization, func(found kit.Found[int64]) {
		v.model.Organization = &register.Organization{Name: found.Label}
		v.model.Organization.ID = found.Key
		v.try()
	})
	if chosen := v.model.Organization; chosen != nil {
		picker.Set(kit.Found[int64]{Key: chosen.ID, Label: chosen.Name})
	}
	field.Input = picker
	return field
}

func (v *DeclareView) yearChoice(fixed bool) *kit.Field {
	var choices []kit.Choice
	for _, year := range v.model.Years() {
		choices = append(choices, kit.Choice{Value: strconv.Itoa(year), Label: wording.Text("rewards.page.year", "year", year)})
	}
	v.yearField = kit.NewSelect(choices, strconv.Itoa(v.model.Year), func(value string) {
		year, _ := strconv.Atoi(value)
		v.model.SetYear(year)
		v.fillLeft()
		v.try()
	})
	if fixed {
		v.yearField.Disable()
	}
	return &kit.Field{Label: wording.Text("rewards.new.year"), Required: true, Input: v.yearField}
}

func (v *DeclareView) ruleChoice(fixed bool) *kit.Field {
	var choices []kit.Choice
	for _, rule := range v.model.Rules() {
		choices = append(choices, kit.Choice{Value: numberIn(rule.ID), Label: rule.Clause + " " + rule.Title})
	}
	v.rule = kit.NewSelect(choices, numberOrNone(v.model.RuleID), func(value string) {
		v.model.RuleID, _ = strconv.ParseInt(value, 10, 64)
		v.fillLeft()
		v.try()
	})
	if fixed {
		v.rule.Disable()
	}
	return &kit.Field{Label: wording.Text("rewards.new.rule"), Required: true, Input: v.rule}
}

func (v *DeclareView) amountField(label, value string, required bool, help string, set func(string)) *kit.Field {
	entry := kit.NewNumberEntry("0.00")
	entry.SetText(value)
	entry.OnChanged = func(text string) {
		set(text)
		v.try()
	}
	return &kit.Field{Label: label, Required: required, Input: entry, Help: help, Check: func() string {
		what, _ := wording.Problem(v.model.WrongAmount(entry.Text))
		return what
	}}
}

// try computes what the claim would come to, where there is enough to compute.
func (v *DeclareView) try() {
	v.save.SetEnabled(v.model.Ready())
	if !v.model.Ready() {
		v.trials.Stop()
		v.months.show(rewards.Comparison{})
		v.show(kit.NewEmpty(wording.Text("rewards.new.not_yet"), v.wanting()))
		return
	}
	asked := *v.model
	v.trials.Load(asked.Trial, func(trial Trial, p *problem.Problem) {
		if p != nil {
			v.months.show(rewards.Comparison{})
			v.save.SetEnabled(false)
			v.show(kit.NewFailed(p))
			return
		}
		v.months.show(trial.Comparison)
		v.save.SetEnabled(trial.Twice == nil)
		v.show(v.traceOf(trial))
	})
}

// wanting says what is still needed before an amount can be computed.
func (v *DeclareView) wanting() string {
	switch {
	case v.model.Organization == nil:
		return wording.Text("rewards.new.wants_organization")
	case v.model.RuleID == 0:
		return wording.Text("rewards.new.no_rule", "year", v.model.Year)
	}
	return worded(v.model.Wrong())
}

func (v *DeclareView) show(content fyne.CanvasObject) {
	v.result.Objects = []fyne.CanvasObject{kit.NewCard(wording.Text("rewards.new.result"), content)}
	v.result.Refresh()
}

func (v *DeclareView) traceOf(trial Trial) fyne.CanvasObject {
	amount := kit.Column(0, kit.NewStyled(yuan(trial.Trace.Amount), kit.Ink, kit.TitleSize, true),
		kit.NewNote(wording.Text("rewards.new.capitals", "capitals", trial.Trace.Amount.Capitals())))
	lines := TraceLines(trial.Trace, v.model.RuleID, v.model.claim)
	evidence := NewEvidenceModel(trial.Comparison, trial.Trace.Evidence.OrganizationID)
	parts := []fyne.CanvasObject{amount}
	if trial.Twice != nil {
		parts = append(parts, v.twice(*trial.Twice))
	}
	return kit.Scrolled(kit.Column(kit.WideGap, append(parts, newTraceTable(lines, v.context.Open, true), kit.NewNote(evidence.Summary()),
		kit.NewNote(wording.Text("rewards.new.trial_note")))...))
}

// twice says that there is such a claim already, and opens it.
func (v *DeclareView) twice(other rewards.ClaimRow) fyne.CanvasObject {
	text := kit.NewParagraph(wording.Text("rewards.new.twice", "number", other.Number, "state", stageState(other.Stage)))
	text.Colour = kit.AmberText
	row := kit.Row(kit.Gap, kit.Spring(), kit.NewSmallButton(wording.Text("rewards.new.open", "number", other.Number), func() { v.context.Open(claimLink(other.ID)) }))
	return kit.NewPanel(kit.AmberSoft, "", kit.Radius, kit.Pad(kit.Column(6, text, row), 8, 12, 8, 12))
}

// askSave asks who takes the claim in, and keeps it.
func (v *DeclareView) askSave() {
	if !v.form.Valid() {
		v.states.Refresh() // what is wrong takes room
		return
	}
	person, signer := kit.TextField(wording.Text("rewards.act.person"), v.model.office.signer(rewards.Accepting))
	person.Required, person.Help = true, wording.Text("rewards.act.person_help")
	var id int64
	asked := *v.model
	title := wording.Text("rewards.new.save_title", "name", v.model.Organization.Name)
	if _, correcting := v.model.Correcting(); correcting {
		title = wording.Text("rewards.new.correct_save_title", "name", v.model.Organization.Name)
	}
	question{
		title: title, verb: strings.TrimSuffix(v.save.Label(), "…"),
		form: kit.NewForm(person), first: signer,
		work: func(ctx context.Context) error {
			var err error
			id, err = asked.Save(ctx, signer.Text)
			return err
		},
		done: func() {
			v.context.Changed()
			v.context.Open(claimLink(id))
		},
	}.ask(v.context.Window().Canvas())
}

// findOrganization searches the register for the picker.
func (o *office) findOrganization(ctx context.Context, text string, limit int) ([]kit.Found[int64], error) {
	ids, err := o.organisations.IDs(ctx, register.Filter{Text: text}, nil)
	if err != nil {
		return nil, err
	}
	rows, err := o.organisations.Rows(ctx, ids[:min(limit, len(ids))])
	found := make([]kit.Found[int64], len(rows))
	for i, row := range rows {
		found[i] = kit.Found[int64]{Key: row.ID, Label: row.Name, Note: strings.TrimSpace(row.CreditCode + " " + row.Region)}
	}
	return found, err
}
