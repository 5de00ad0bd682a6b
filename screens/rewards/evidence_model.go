package rewards

import (
	"context"
	"slices"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// EvidenceModel shows declared sales beside verified ones, month by month.
type EvidenceModel struct {
	comparison   rewards.Comparison
	organization int64
}

// NewEvidenceModel shows the comparison of an organisation's claim.
func NewEvidenceModel(c rewards.Comparison, organization int64) *EvidenceModel {
	return &EvidenceModel{c, organization}
}

// Rows is how many months there are.
func (m *EvidenceModel) Rows() int { return len(m.comparison.Months) }

// Page gives the months asked for.
func (m *EvidenceModel) Page(_ context.Context, first, count int) ([]grid.Row, error) {
	last := min(first+count, len(m.comparison.Months))
	rows := make([]grid.Row, 0, count)
	for _, month := range m.comparison.Months[min(first, last):last] {
		rows = append(rows, monthRow(month))
	}
	return rows, nil
}

// Columns are the month, what was declared, each platform, the sum and how far the two are apart.
func (m *EvidenceModel) Columns() []grid.Column {
	columns := []grid.Column{
		{ID: "month", Label: wording.Text("rewards.evidence.month"), Width: 40},
		{ID: "declared", Label: wording.Text("rewards.evidence.declared"), Width: 64, Kind: grid.Number},
	}
	for _, platform := range m.comparison.Platforms {
		columns = append(columns, grid.Column{ID: platform, Label: platformName(platform), Width: 76, Kind: grid.Number})
	}
	return arranged(append(columns,
		grid.Column{ID: "verified", Label: wording.Text("rewards.evidence.verified"), Width: 76, Kind: grid.Number},
		grid.Column{ID: "deviation", Label: wording.Text("rewards.evidence.deviation"), Width: 40, Kind: grid.Number}))
}

// abreast is how many platforms stand before the sum on a screen 1366 wide. With more, sum and deviation
// come first, so that what is compared is seen without scrolling.
const abreast = 3

// arranged puts sum and deviation, which come last, behind the declared amount where there are many platforms.
func arranged[T any](columns []T) []T {
	platforms := len(columns) - 4
	if platforms <= abreast {
		return columns
	}
	moved := append([]T{}, columns[:2]...)
	moved = append(moved, columns[2+platforms:]...)
	return append(moved, columns[2:2+platforms]...)
}

func monthRow(m rewards.ComparedMonth) grid.Row {
	cells := []grid.Cell{grid.Word(monthName(m.Month))}
	if m.IsDeclared {
		cells = append(cells, grid.Word(m.Declared.String()))
	} else {
		cells = append(cells, grid.Cell{Text: wording.Text("rewards.evidence.undeclared"), Tone: kit.Secondary})
	}
	for _, fen := range m.ByPlatform {
		cells = append(cells, amountCell(fen))
	}
	verified, deviation := grid.Word(m.Verified.String()), grid.Cell{Text: percent(m.Deviation), Tone: kit.Secondary}
	if m.Deviation.Beyond {
		verified.Tone, deviation.Tone = kit.RedText, kit.RedText
	}
	return grid.Row{Cells: arranged(append(cells, verified, deviation))}
}

// Totals are the sums of the columns; the deviation is that of the declared months.
func (m *EvidenceModel) Totals() []grid.Cell {
	sums := make([]money.Fen, len(m.comparison.Platforms))
	var verified money.Fen
	for _, month := range m.comparison.Months {
		for i, fen := range month.ByPlatform {
			sums[i] += fen
		}
		verified += month.Verified
	}
	cells := []grid.Cell{grid.Word(wording.Text("rewards.evidence.total")), grid.Word(m.comparison.Declared.String())}
	for _, sum := range sums {
		cells = append(cells, grid.Word(sum.String()))
	}
	deviation := grid.Cell{Text: percent(m.comparison.Deviation), Tone: kit.Ink}
	if m.comparison.Deviation.Beyond {
		deviation.Tone = kit.RedText
	}
	return arranged(append(cells, grid.Word(verified.String()), deviation))
}

// Link opens the statement lines behind a cell: of one platform in its column, else of the whole month.
func (m *EvidenceModel) Link(at grid.Place) string {
	if at.Row < 0 || at.Row >= len(m.comparison.Months) {
		return ""
	}
	platform := ""
	if columns := m.Columns(); at.Column < len(columns) && slices.Contains(m.comparison.Platforms, columns[at.Column].ID) {
		platform = columns[at.Column].ID
	}
	return m.comparison.Months[at.Row].Lines(m.organization, platform).Link()
}

// Summary is the deviation as the card's note says it.
func (m *EvidenceModel) Summary() string {
	if !m.comparison.Deviation.Known {
		return wording.Text("rewards.evidence.nothing_declared")
	}
	return wording.Text("rewards.evidence.summary", "rate", percent(m.comparison.Deviation), "tolerance", m.comparison.Tolerance)
}
