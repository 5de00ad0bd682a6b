package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// trialCard is what the clause would have paid on the register's data.
type trialCard struct {
	card   *kit.Card
	body   *fyne.Container
	window func() fyne.Canvas
	open   func(link string)
}

func newTrialCard(window func() fyne.Canvas, open func(link string)) *trialCard {
	c := &trialCard{body: kit.Down(0, []kit.Track{kit.Share(1)}), window: window, open: open}
	c.card = kit.NewCard(wording.Text("rewards.trial.title"), c.body)
	return c
}

func (c *trialCard) put(content fyne.CanvasObject) {
	c.body.Objects = []fyne.CanvasObject{content}
	c.body.Refresh()
}

func (c *trialCard) show(m *EditModel, t Tried) {
	c.card.SetRight(kit.NewSecondary(wording.Text("rewards.page.year", "year", m.Year)))
	if t.Wrong != nil {
		c.put(kit.NewNote(wording.Text("rewards.trial.not_yet")))
		return
	}
	parts := []fyne.CanvasObject{kit.NewStyled(wording.Text("rewards.trial.sum", "n", len(t.Payees), "wan", shortWan(t.Total)), kit.Ink, kit.TitleSize-2, true).Short()}
	if t.Budget > 0 {
		parts = append(parts, c.budget(t))
	}
	parts = append(parts, c.beside(m, t))
	if t.Missing > 0 {
		parts = append(parts, kit.NewSmall(wording.Text("rewards.trial.missing", "n", t.Missing)).Short())
	}
	c.put(kit.Down(6, []kit.Track{kit.Natural, kit.Share(1)}, kit.Column(4, parts...), c.table(t)))
}

func (c *trialCard) budget(t Tried) fyne.CanvasObject {
	colour := kit.Teal
	if t.Total > t.Budget {
		colour = kit.Red
	}
	left := wording.Text("rewards.trial.budget", "total", shortWan(t.Total), "budget", shortWan(t.Budget), "left", shortWan(t.Budget-t.Total))
	return kit.Column(2, kit.NewMeter(colour, float64(t.Total)/float64(t.Budget)), kit.NewSmall(left).Short())
}

// beside says what differs from the version in force, and opens who gains and who loses.
func (c *trialCard) beside(m *EditModel, t Tried) fyne.CanvasObject {
	if t.Was == nil {
		return kit.NewSmall(wording.Text("rewards.trial.no_version")).Short()
	}
	change := t.Total - *t.Was
	key := "rewards.trial.same"
	switch {
	case change > 0:
		key = "rewards.trial.more"
	case change < 0:
		key = "rewards.trial.less"
	}
	said := wording.Text(key, "edition", editionName(*m.Before), "wan", shortWan(max(change, -change)), "n", len(t.Payees)-t.WasWho)
	if len(t.Changed) == 0 {
		return kit.NewSmall(said).Short()
	}
	return kit.Row(kit.Gap, kit.NewSmall(said).Short(), kit.NewSmallLink(wording.Text("rewards.trial.who"), func() { c.askWho(t.Changed) }))
}

// shownPayees is how many enterprises have a line of their own.
const shownPayees = 9

func (c *trialCard) table(t Tried) fyne.CanvasObject {
	if len(t.Payees) == 0 {
		return kit.NewNote(wording.Text("rewards.trial.nobody"))
	}
	var rows [][]kit.Cell
	for i, payee := range t.Payees {
		if i == shownPayees && len(t.Payees) > shownPayees+1 {
			rows = append(rows, restCells(t.Payees[i:]))
			break
		}
		rows = append(rows, payeeCells(payee))
	}
	rows = append(rows, []kit.Cell{{Text: wording.Text("rewards.trial.total", "n", len(t.Payees)), Bold: true}, {}, {Text: shortWan(t.Total), Bold: true}})
	table := kit.NewTable([]kit.Head{{Title: wording.Text("rewards.list.organization"), Grow: true}, {Title: wording.Text("rewards.trial.verified"), Right: true},
		{Title: wording.Text("rewards.edit.reward"), Right: true}}, rows...).Mark(len(rows) - 1)
	table.OnRow(func(row int) {
		switch {
		case row < min(shownPayees, len(t.Payees)) || row < len(rows)-1 && len(t.Payees) == shownPayees+1:
			c.open("smartcanal://organization/" + numberIn(t.Payees[row].ID))
		case row == shownPayees && len(t.Payees) > shownPayees+1:
			c.askAll(t.Payees)
		}
	})
	return kit.Scrolled(table)
}

func payeeCells(p Payee) []kit.Cell {
	name := kit.Cell{Text: p.Name}
	if p.Deducted > 0 {
		name = kit.Cell{Object: kit.Row(kit.Gap, kit.NewStyled(p.Name, kit.Ink, kit.DenseTextSize, false).Short(), kit.NewBadge(wording.Text("rewards.trial.capped"), kit.AmberTint))}
	}
	return []kit.Cell{name, {Text: p.Verified.Wan()}, {Text: shortWan(p.Amount)}}
}

func restCells(rest []Payee) []kit.Cell {
	var sum money.Fen
	for _, payee := range rest {
		sum += payee.Amount
	}
	return []kit.Cell{{Text: wording.Text("rewards.trial.rest", "n", len(rest)), Colour: kit.Secondary}, {}, {Text: shortWan(sum)}}
}

// askAll lists all payees.
func (c *trialCard) askAll(payees []Payee) {
	rows := make([][]kit.Cell, len(payees))
	for i, payee := range payees {
		rows[i] = payeeCells(payee)
	}
	c.list(wording.Text("rewards.trial.all_title"), kit.NewTable([]kit.Head{{Title: wording.Text("rewards.list.organization"), Grow: true},
		{Title: wording.Text("rewards.trial.verified"), Right: true}, {Title: wording.Text("rewards.edit.reward"), Right: true}}, rows...))
}

// askWho lists who gains and who loses.
func (c *trialCard) askWho(changed []rewards.GainLoss) {
	rows := make([][]kit.Cell, len(changed))
	for i, g := range changed {
		colour, sign := kit.GreenText, "+"
		if g.Change() < 0 {
			colour, sign = kit.RedText, "−"
		}
		rows[i] = []kit.Cell{{Text: g.Organization}, {Text: shortWan(g.Was)}, {Text: shortWan(g.Is)}, {Text: sign + shortWan(max(g.Change(), -g.Change())), Colour: colour}}
	}
	c.list(wording.Text("rewards.trial.who_title"), kit.NewTable([]kit.Head{{Title: wording.Text("rewards.list.organization"), Grow: true},
		{Title: wording.Text("rewards.trial.was"), Right: true}, {Title: wording.Text("rewards.trial.is"), Right: true}, {Title: wording.Text("rewards.trial.change"), Right: true}}, rows...))
}

func (c *trialCard) list(title string, table *kit.Table) {
	var d *kit.Dialog
	d = kit.NewDialog(c.window(), 560, title, kit.Down(0, []kit.Track{kit.Fixed(380)}, kit.Scrolled(table)),
		kit.NewPlain(wording.Text("rewards.trial.close"), func() { d.Close() }))
	d.Show(nil)
}

// checkCard is the checks of the clause.
func checkCard(m *EditModel, t Tried) fyne.CanvasObject {
	findings, sound := m.Findings()
	rows := make([]fyne.CanvasObject, 0, len(findings)+1)
	for _, finding := range findings {
		rows = append(rows, findingRow(finding))
	}
	for _, payee := range t.Capped {
		rows = append(rows, findingRow(Finding{Text: wording.Text("rewards.check.capped", "name", payee.Name), Note: "−" + shortWan(payee.Deducted), Warns: true}))
		break
	}
	badge := kit.NewBadge(wording.Text("rewards.check.sound"), kit.GreenTint)
	if !sound {
		badge = kit.NewBadge(wording.Text("rewards.check.unsound"), kit.RedTint)
	}
	return kit.NewCard(wording.Text("rewards.check.title"), kit.Scrolled(kit.Column(5, rows...)), badge)
}

func findingRow(f Finding) fyne.CanvasObject {
	mark := kit.NewBadge("✓", kit.GreenTint)
	switch {
	case f.Bad != nil:
		mark = kit.NewBadge("×", kit.RedTint)
	case f.Warns:
		mark = kit.NewBadge("!", kit.AmberTint)
	}
	row := kit.Across(kit.Gap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, mark, kit.NewText(f.Text).Short(), kit.NewSmall(f.Note).Short())
	if f.Bad == nil {
		return row
	}
	why := kit.NewNote(worded(f.Bad))
	why.Colour = kit.RedText
	return kit.Column(2, row, why)
}

// shortWan is an amount in 万元 with one decimal at least, and no more than it needs: 20.0, 0.25.
func shortWan(f money.Fen) string {
	text := f.Wan()
	if len(text) > 1 && text[len(text)-1] == '0' {
		return text[:len(text)-1]
	}
	return text
}
