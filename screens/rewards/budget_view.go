package rewards

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// BudgetView is the page of a year's money: key figures, where it is, and the documents it came by.
type BudgetView struct {
	context kit.Context
	model   *BudgetModel
	states  *kit.States
	loader  kit.Loader[Money]
}

// NewBudgetView makes the page; it loads when it is shown.
func NewBudgetView(c kit.Context, m *BudgetModel) *BudgetView {
	return &BudgetView{context: c, model: m, states: kit.NewStates()}
}

// Object is the page.
func (v *BudgetView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the page anew.
func (v *BudgetView) Shown() { v.load() }

// Left stops reading.
func (v *BudgetView) Left() { v.loader.Stop() }

func (v *BudgetView) load() {
	v.loader.Load(BudgetModel{office: v.model.office, Year: v.model.Year}.Load, func(m Money, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.load))
			return
		}
		v.show(m)
	})
}

func (v *BudgetView) show(m Money) {
	v.model.Year = m.Year
	years := make([]kit.Choice, len(m.Years))
	for i, year := range m.Years {
		years[i] = kit.Choice{Value: strconv.Itoa(year), Label: wording.Text("rewards.page.year", "year", year)}
	}
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:  wording.Text("rewards.budget.title"), Note: wording.Text("rewards.budget.note"),
		Actions: []fyne.CanvasObject{kit.NewChoiceChip(wording.Text("rewards.list.by.year"), years, strconv.Itoa(v.model.Year), v.setYear)},
	}
	if len(m.Shared) > 0 {
		header.Actions = append(header.Actions, v.cut(m.Shared))
	}
	header.Actions = append(header.Actions, kit.NewPrimary(wording.Text("rewards.budget.add"), func() {
		v.ask(rewards.Appropriation{Year: v.model.Year, ReceivedOn: dayOf(v.model.office.claims.Now())})
	}))
	if m.Nothing() {
		v.states.Show(kit.NewPage(header, kit.NewEmpty(wording.Text("rewards.budget.none", "year", v.model.Year), wording.Text("rewards.budget.none_do"))))
		return
	}
	drawn := kit.NewCard(wording.Text("rewards.budget.where"), chart.New(m.Chart(), nil))
	lower := kit.Across(kit.WideGap, []kit.Track{kit.Share(3), kit.Share(2)}, drawn, v.given(m))
	v.states.Show(kit.NewPage(header, kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, v.figures(m), lower)))
	status := wording.Text("rewards.budget.enough")
	if short := m.Short(); short > 0 {
		status = wording.Text("rewards.budget.short", "amount", wan(short))
	}
	v.context.Status(status, wording.Text("rewards.budget.counted"))
}

// cut is the button that holds the year's claims to a measure's budget, of several measures to the one chosen.
func (v *BudgetView) cut(schemes []rewards.Scheme) *kit.Button {
	cutTo := func(scheme int64) { askCut(v.context, v.model.office, scheme, v.model.Year, v.load) }
	if len(schemes) == 1 {
		return kit.NewPlain(wording.Text("rewards.cut.button"), func() { cutTo(schemes[0].ID) })
	}
	choices := make([]kit.Choice, len(schemes))
	for i, scheme := range schemes {
		choices[i] = kit.Choice{Value: numberIn(scheme.ID), Label: scheme.Name()}
	}
	var button *kit.Button
	button = kit.NewPlain(wording.Text("rewards.cut.button"), func() {
		kit.OpenChoices(button, choices, func(value string) {
			id, _ := strconv.ParseInt(value, 10, 64)
			cutTo(id)
		})
	})
	return button
}

func (v *BudgetView) setYear(value string) {
	v.model.Year, _ = strconv.Atoi(value)
	v.load()
}

func (v *BudgetView) figures(m Money) fyne.CanvasObject {
	figure := func(key string, fen money.Fen, stage rewards.Stage) kit.Figure {
		f := kit.Figure{Label: wording.Text("rewards.budget." + key), Value: wan(fen), Note: wording.Text("rewards.budget.note." + key)}
		if stage != "" {
			f.Open = func() { v.context.Open(listLink) }
		}
		return f
	}
	left := figure("left", m.Left(), "")
	if m.Left() < 0 {
		left.Trend = -1
	}
	return kit.NewFigures(figure("appropriated", m.Appropriated, ""), figure("paid", m.Paid, rewards.Completed), figure("committed", m.Committed, rewards.Paying),
		figure("in_notice", m.InNotice, rewards.InNotice), figure("in_review", m.InReview, rewards.Accepting), left)
}

// given lists the documents the money came by; a row is changed by a click or a key.
func (v *BudgetView) given(m Money) fyne.CanvasObject {
	rows := make([][]kit.Cell, len(m.Given), len(m.Given)+1)
	for i, a := range m.Given {
		rows[i] = []kit.Cell{{Text: a.ReceivedOn}, {Text: orDash(a.DocNumber)}, {Text: a.Note, Colour: kit.Secondary}, {Text: a.Amount.String()}}
	}
	if m.ClawedBack > 0 {
		rows = append(rows, []kit.Cell{{}, {Text: wording.Text("rewards.budget.clawed_back", "amount", m.ClawedBack)}, {}, {Text: m.GivenBack.String()}})
	}
	if len(rows) == 0 {
		return kit.NewCard(wording.Text("rewards.budget.given"), kit.NewNote(wording.Text("rewards.budget.nothing_given")))
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("rewards.field.received_on")}, {Title: wording.Text("rewards.field.doc_number"), Grow: true},
		{Title: wording.Text("rewards.field.note")}, {Title: wording.Text("rewards.budget.yuan"), Right: true}}, rows...).Roomy()
	table.OnRow(func(row int) {
		if row < len(m.Given) {
			v.ask(m.Given[row])
		}
	})
	return kit.NewCard(wording.Text("rewards.budget.given"), kit.Scrolled(table))
}

// ask asks for a new appropriation, or changes one.
func (v *BudgetView) ask(a rewards.Appropriation) {
	much, amount := form.Money(wording.Text("rewards.field.amount"))
	much.Required, amount.Negative = true, true
	much.Help = wording.Text("rewards.field.amount_help")
	if a.Amount != 0 {
		amount.SetFen(a.Amount)
	}
	number, docNumber := field("doc_number", a.DocNumber, false)
	on, day := form.Day(wording.Text("rewards.field.received_on"), a.ReceivedOn)
	on.Required = true
	remark, note := field("note", a.Note, false)
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(rewards.Paying))
	person.Required = true
	much.Key, number.Key, on.Key, remark.Key = "amount_fen", "doc_number", "received_on", "note"
	asked := form.New(much, number, on, remark, person).Locked(func(version int64) { a.Version = version })
	title := strings.TrimSuffix(wording.Text("rewards.budget.add"), "…")
	if a.ID != 0 {
		title = wording.Text("rewards.budget.change", "year", a.Year)
	}
	form.Question{
		Title: title, Verb: wording.Text("rewards.schemes.keep"), Form: asked, First: amount,
		Work: func(ctx context.Context) error {
			a.Amount, _ = amount.Fen()
			a.DocNumber, a.ReceivedOn, a.Note = strings.TrimSpace(docNumber.Text), day.Value(), strings.TrimSpace(note.Text)
			return v.model.Save(ctx, strings.TrimSpace(signer.Text), a)
		},
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}
