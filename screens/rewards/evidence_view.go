package rewards

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// newEvidenceGrid shows the comparison; Enter or a double click on a cell opens the lines behind it.
func newEvidenceGrid(m *EvidenceModel, columns []grid.Column, c kit.Context) *grid.Grid {
	g := grid.New(columns...).Bare()
	g.SetDensity(grid.Dense)
	g.SetEmpty(kit.NewEmpty(wording.Text("rewards.evidence.none"), wording.Text("rewards.evidence.none_do")))
	g.OnOpen = func(int, grid.Row) {
		if link := m.Link(g.Selection().Cursor); link != "" {
			c.Open(link)
		}
	}
	g.OnProblem = c.Problem
	g.SetModel(m)
	if m.Rows() > 0 {
		g.SetTotals(m.Totals()...)
	}
	return g
}

// fitted gives the columns the widths of their longest figures, sums included: an amount is never cut.
func fitted(m *EvidenceModel) []grid.Column {
	columns := m.Columns()
	rows, _ := m.Page(context.Background(), 0, m.Rows())
	rows = append(rows, grid.Row{Cells: m.Totals()})
	for i := range columns {
		widest := bold(columns[i].Label)
		for _, row := range rows {
			widest = max(widest, bold(row.Cells[i].Text))
		}
		columns[i].Width = max(columns[i].Width, widest+cellRoom)
	}
	return columns
}

func bold(text string) float32 {
	return fyne.MeasureText(text, kit.DenseTextSize, fyne.TextStyle{Bold: true}).Width
}

// cellRoom is what a cell keeps free beside its text.
const cellRoom float32 = 13
