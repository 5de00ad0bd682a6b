package sales

import (
	"context"
	"time"

	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// lineColumns are the columns of the list; their IDs are what the room sorts by.
func lineColumns() []grid.Column {
	column := func(id sales.LineColumn, key string, width, grow float32, kind grid.Kind, filter grid.Filtering) grid.Column {
		return grid.Column{ID: string(id), Label: wording.Text(key), Width: width, Grow: grow, Kind: kind, Sortable: true, Filter: filter}
	}
	return []grid.Column{
		column(sales.LineTime, "sales.lines.time", 160, 0, grid.Moment, grid.ByDay),
		column(sales.LineOrganization, "sales.lines.organization", 150, 1, grid.Text, grid.ByValues),
		column(sales.LinePlatform, "sales.lines.platform", 102, 0, grid.Text, grid.ByValues),
		column(sales.LineOrderNo, "sales.lines.order_no", 230, 1, grid.Code, grid.ByText),
		column(sales.LineStatus, "sales.lines.status", 96, 0.3, grid.Text, grid.ByValues),
		column(sales.LineAmount, "sales.lines.amount", 124, 0.2, grid.Number, grid.ByAmount),
		column(sales.LineTradeType, "sales.lines.trade_type", 120, 0.3, grid.Text, grid.ByValues),
		column(sales.LineMatched, "sales.lines.matched", 104, 0, grid.Text, grid.NotFiltered),
	}
}

// fetchLines gives the rows of lines ready to show.
func (m *linesModel) fetchLines(ctx context.Context, ids []int32) (map[int32]grid.Row, error) {
	lines, err := m.Rows(ctx, ids)
	rows := make(map[int32]grid.Row, len(lines))
	for i := range lines {
		rows[int32(lines[i].ID)] = lineRow(&lines[i])
	}
	return rows, err
}

func lineRow(line *sales.TransactionLine) grid.Row {
	who, match := grid.LinkTo(line.Organization), grid.State(wording.Text("sales.matched.word"), kit.GreenTint)
	if line.OrganizationID == 0 {
		who = grid.Cell{Text: orBlank(line.Account), Tone: kit.Secondary}
		match = grid.State(wording.Text("sales.unmatched.word"), kit.AmberTint)
	}
	how := line.TradeType
	if how == "" {
		how = channelWord(line.Channel)
	}
	at := ""
	if line.AtSeconds != 0 {
		at = line.At.Format(time.DateTime)
	}
	return grid.Row{
		Muted: line.Sides == 0,
		Cells: []grid.Cell{
			grid.Word(at), who, grid.Word(platformWord(line.Platform)), grid.Word(line.OrderNo),
			grid.Word(statusWord(line.Status, line.Sides)), grid.Word(line.Amount.String()), grid.Word(how), match,
		},
	}
}

// linesTotals stand at the foot: how many lines were found and what they come to.
func linesTotals(f found) []grid.Cell {
	if len(f.IDs) == 0 {
		return nil
	}
	cells := make([]grid.Cell, len(lineColumns()))
	for i, c := range lineColumns() {
		if c.ID == string(sales.LineAmount) {
			cells[i].Text = f.Sum.Net().String()
		}
	}
	cells[0].Text = wording.Text("sales.lines.total", "lines", wording.Grouped(len(f.IDs)))
	return cells
}

// lineOrder is the grid's order in the room's words, and back.
func lineOrder(keys []grid.SortKey) []sales.LineSort {
	order := make([]sales.LineSort, len(keys))
	for i, key := range keys {
		order[i] = sales.LineSort{Column: sales.LineColumn(key.Column), Descending: key.Descending}
	}
	return order
}

func sortKeys(order []sales.LineSort) []grid.SortKey {
	keys := make([]grid.SortKey, len(order))
	for i, step := range order {
		keys[i] = grid.SortKey{Column: string(step.Column), Descending: step.Descending}
	}
	return keys
}

// lineValueText words a value a column is filtered by.
func lineValueText(column, key string) string {
	switch {
	case column == string(sales.LinePlatform):
		return platformWord(key)
	case column == string(sales.LineOrganization) && key == "":
		return wording.Text("sales.unmatched.word")
	}
	return key
}
