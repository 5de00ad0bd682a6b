package rewards

import (
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
)

// Month is what was typed for a month, from 1.
func (m *DeclareModel) Month(month int) string { return m.months[month-1] }

// SetMonth takes what was typed for a month, from 1.
func (m *DeclareModel) SetMonth(month int, text string) { m.months[month-1] = strings.TrimSpace(text) }

// Paste fills months from one on with the lines of a block copied from a spreadsheet and tells how many. Of
// several columns the last one counts, since a month's name often stands before its amount. A single line
// that is no block is not taken: it belongs into the field one is in.
func (m *DeclareModel) Paste(from int, text string) int {
	if !strings.ContainsAny(strings.TrimRight(text, "\r\n"), "\n\t") {
		return 0
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(text, "\r", ""), "\n"), "\n")
	filled := 0
	if len(lines) == 1 { // a row: its cells are the months
		lines = strings.Split(lines[0], "\t")
	}
	for _, line := range lines {
		cells := strings.Split(strings.TrimRight(line, "\t"), "\t")
		amount := strings.TrimSpace(cells[len(cells)-1])
		if filled == 0 && from+filled == 1 && heading(amount) {
			continue
		}
		if from+filled > 12 {
			break
		}
		m.SetMonth(from+filled, amount)
		filled++
	}
	return filled
}

// heading tells a column's head from an amount.
func heading(text string) bool {
	_, err := money.ParseTyped(text)
	return err != nil && !strings.ContainsAny(text, "0123456789") && text != ""
}

// amountOf reads a typed amount of yuan; nothing typed is no amount and no mistake.
func amountOf(text string) (fen money.Fen, given bool, wrong *problem.Problem) {
	text = strings.TrimSpace(text)
	if text == "" || text == "-" || text == "—" {
		return 0, false, nil
	}
	fen, err := money.ParseTyped(text)
	if err == nil && fen < 0 {
		err = problem.New("rewards.amount_negative")
	}
	return fen, true, problem.Of(err)
}

// WrongMonth is what is wrong with a month, from 1; nil if nothing is.
func (m *DeclareModel) WrongMonth(month int) *problem.Problem {
	_, _, wrong := amountOf(m.months[month-1])
	return wrong
}

// WrongAmount is what is wrong with an amount typed elsewhere on the page.
func (m *DeclareModel) WrongAmount(text string) *problem.Problem {
	_, _, wrong := amountOf(text)
	return wrong
}

// Wrong is the first thing typed that is no amount, nil if all are.
func (m *DeclareModel) Wrong() *problem.Problem {
	for month := 1; month <= 12; month++ {
		if wrong := m.WrongMonth(month); wrong != nil {
			return wrong
		}
	}
	if wrong := m.WrongAmount(m.Base); wrong != nil {
		return wrong
	}
	if wrong := m.WrongAmount(m.Earlier); wrong != nil {
		return wrong
	}
	return m.wrongFigures()
}

// Declared is the sum of the months that are amounts, and how many there are.
func (m *DeclareModel) Declared() (sum money.Fen, months int) {
	for _, fen := range m.declaration().Months {
		sum += fen
		months++
	}
	return sum, months
}

func (m *DeclareModel) declaration() rewards.Declaration {
	d := rewards.Declaration{Months: map[int]money.Fen{}, Figures: m.declaredFigures()}
	for i, text := range m.months {
		if fen, given, wrong := amountOf(text); given && wrong == nil {
			d.Months[m.Year*100+i+1] = fen
		}
	}
	if m.BaseName() != "" {
		d.Base, _, _ = amountOf(m.Base)
	}
	if m.AsksEarlier() {
		d.EarlierHighest, _, _ = amountOf(m.Earlier)
	}
	return d
}
