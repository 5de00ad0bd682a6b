package sales

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// totalsView is the page of totals; each opens the lines behind it.
type totalsView struct {
	desk   desk
	model  *totalsModel
	object fyne.CanvasObject
	chips  *fyne.Container
	states *kit.States
	figure *fyne.Container
	chart  *chart.View
	card   *kit.Card // of the chart
	hint   *kit.Text
	grid   *grid.Grid
	body   fyne.CanvasObject
	loader kit.Loader[summed]
}

func newTotalsView(d desk) *totalsView {
	v := &totalsView{desk: d, model: newTotalsModel(d.rooms), states: kit.NewStates(), chips: container.NewStack(), figure: container.NewStack(), chart: chart.New(chart.Chart{}, nil), hint: small("")}
	v.card = kit.NewCard("", v.chart, v.hint)
	v.grid = grid.New().SelectRows()
	v.grid.OnOpen = func(row int, _ grid.Row) { v.open(row) }
	v.grid.OnSort = v.sort
	v.grid.OnProblem = d.Problem
	v.body = kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, v.figure, v.card, v.grid)
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("sales.title"), Open: func() { d.Open(startLink) }}},
		Title:  wording.Text("sales.totals.title"), Note: wording.Text("sales.totals.note"),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("sales.export.open"), v.export)},
	}.Build()
	v.object = kit.Pad(kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, header, v.chips, v.states.Container), 12, 20, 12, 20)
	return v
}

// Object is the page.
func (v *totalsView) Object() fyne.CanvasObject { return v.object }

// Shown sums anew: an import may have been in between.
func (v *totalsView) Shown() { v.load() }

// Left stops what is under way.
func (v *totalsView) Left() { v.loader.Stop() }

func (v *totalsView) load() { v.loader.Load(v.model.Load, v.loaded) }

func (v *totalsView) loaded(s summed, p *problem.Problem) {
	if p != nil {
		v.states.Show(failed(p, v.load))
		return
	}
	v.model.Last = s
	if s.Months[1] == 0 {
		v.chips.Hide()
		v.states.Show(noLines(v.desk))
		return
	}
	v.setChips()
	v.setFigures()
	v.setChart()
	v.fill()
	v.states.Show(v.body)
}

// change switches something and sums anew.
func (v *totalsView) change(set func()) {
	set()
	v.load()
}

func (v *totalsView) setChips() {
	var chips []fyne.CanvasObject
	for _, by := range []sales.Dimension{sales.ByMonth, sales.ByOrganization, sales.ByPlatform, sales.ByAccount} {
		chip := kit.NewChip(wording.Text("sales.totals.by."+string(by)), func() {
			v.change(func() { v.model.By, v.model.sorted = by, "" })
		})
		chip.SetActive(v.model.By == by)
		chips = append(chips, chip)
	}
	basis := kit.NewChoiceChip(wording.Text("sales.filter.basis"), []kit.Choice{
		{Value: string(sales.OrderBasis), Label: wording.Text("sales.basis.order")}, {Value: string(sales.SettledBasis), Label: wording.Text("sales.basis.settled")},
	}, string(v.model.Basis), func(value string) { v.change(func() { v.model.Basis = sales.Basis(value) }) })
	channel := channelChip(v.model.Channel, func(channel statement.Channel) { v.change(func() { v.model.Channel = channel }) })
	if v.model.Matched {
		chip := kit.NewChip(wording.Text("sales.filter.matched")+" ×", func() { v.change(func() { v.model.Matched = false }) })
		chip.SetActive(true)
		chips = append(chips, chip)
	}
	note := small(wording.Text("sales.totals.open_hint")).Short()
	v.chips.Objects = []fyne.CanvasObject{kit.Row(kit.Gap, append(chips, kit.Space(8, 0), v.periodChip(), basis, channel, note)...)}
	v.chips.Show()
	v.chips.Refresh()
}

func (v *totalsView) periodChip() fyne.CanvasObject {
	var chip *kit.Chip
	chip = opening(periodText(v.model.From, v.model.To), v.model.From != 0, func() {
		choices := []kit.Choice{{Value: "0", Label: wording.Text("sales.period.all")}}
		for _, period := range periods(v.model.Last.Months, v.model.From) {
			first, last := monthsOf(period)
			choices = append(choices, kit.Choice{Value: strconv.Itoa(period), Label: periodText(first, last)})
		}
		kit.OpenChoices(chip, choices, func(value string) {
			period, _ := strconv.Atoi(value)
			v.change(func() { v.model.From, v.model.To = monthsOf(period) })
		})
	})
	return chip
}

// setFigures shows the sum of all groups above them.
func (v *totalsView) setFigures() {
	sum := &v.model.Last.Sum
	note := wording.Text("sales.totals.count", "n", wording.Grouped(sum.Payments))
	figures := []kit.Figure{
		{Label: wording.Text("sales.totals.paid"), Value: wan(sum.Paid), Note: note},
		{Label: wording.Text("sales.totals.refunded"), Value: wan(sum.Refunded), Note: wording.Text("sales.totals.count", "n", wording.Grouped(sum.Refunds))},
		{Label: wording.Text("sales.totals.net"), Value: wan(sum.Net()), Note: yuan(sum.Net())},
	}
	if v.model.Channel == 0 {
		figures = append(figures,
			kit.Figure{Label: wording.Text("sales.totals.online"), Value: wan(sum.Online), Note: wording.Text("sales.totals.online_note"), Open: v.openChannel(statement.Online)},
			kit.Figure{Label: wording.Text("sales.totals.in_person"), Value: wan(sum.InPerson), Note: wording.Text("sales.totals.in_person_note"), Open: v.openChannel(statement.InPerson)})
	}
	v.figure.Objects = []fyne.CanvasObject{kit.NewFigures(figures...)}
	v.figure.Refresh()
}

// setChart draws the totals over their table, where that shows more than the table.
func (v *totalsView) setChart() {
	groups := v.model.drawn()
	if groups == nil {
		v.card.Hide()
		return
	}
	drawn, model := v.model.Chart(groups), *v.model
	v.chart.OnOpen = func(series, label int) { v.desk.Open(linesLink(model.Behind(drawn, groups[label], series))) }
	v.chart.SetChart(drawn)
	v.card.SetTitle(drawn.Title)
	v.hint.SetText(wording.Text("sales.totals.chart_hint"))
	if drawn.Kind == chart.Share {
		v.hint.SetText(wording.Text("sales.totals.share_hint"))
	}
	v.card.Show()
	v.body.Refresh()
}

func (v *totalsView) openChannel(channel statement.Channel) func() {
	return func() {
		v.desk.Open(linesLink(sales.LineFilter{From: v.model.From, To: v.model.To, Channel: channel, Matched: v.model.Matched}))
	}
}

func (v *totalsView) fill() {
	v.grid.SetColumns(v.columns()...)
	v.grid.SetModel(rowsOf(v.model))
	sum := totalCells(v.model, &v.model.Last.Sum)
	sum[0] = grid.Word(wording.Text("sales.totals.sum", "n", len(v.model.Last.Groups)))
	v.grid.SetTotals(sum...)
	if v.model.sorted != "" {
		v.grid.SetSort(grid.SortKey{Column: v.model.sorted, Descending: v.model.falling})
	} else {
		v.grid.SetSort()
	}
}

func (v *totalsView) columns() []grid.Column {
	number := func(id, key string, width float32) grid.Column {
		return grid.Column{ID: id, Label: wording.Text(key), Width: width, Grow: 0.3, Kind: grid.Number, Sortable: true}
	}
	columns := []grid.Column{
		{ID: "name", Label: wording.Text("sales.by." + string(v.model.By)), Width: 300, Grow: 1, Kind: grid.Code, Sortable: true},
		number("payments", "sales.totals.payments_column", 92), number("paid", "sales.totals.paid_column", 126),
		number("refunds", "sales.totals.refunds_column", 92), number("refunded", "sales.totals.refunded_column", 130),
		number("net", "sales.totals.net_column", 126),
	}
	if v.model.Channel == 0 {
		columns = append(columns, number("online", "sales.totals.online_column", 126), number("in_person", "sales.totals.in_person_column", 134))
	}
	return columns
}

func totalCells(m *totalsModel, g *group) []grid.Cell {
	cells := grid.Words(m.Name(g), wording.Grouped(g.Payments), g.Paid.String(), wording.Grouped(g.Refunds), g.Refunded.String(), g.Net().String())
	if m.Channel == 0 {
		cells = append(cells, grid.Words(g.Online.String(), g.InPerson.String())...)
	}
	return cells
}

// totalRows are the groups as rows; there are as many as months or organisations, all of them at hand.
type totalRows []grid.Row

func rowsOf(m *totalsModel) totalRows {
	rows := make(totalRows, len(m.Last.Groups))
	for i := range m.Last.Groups {
		rows[i].Cells = totalCells(m, &m.Last.Groups[i])
	}
	return rows
}

// Rows is how many groups there are.
func (r totalRows) Rows() int { return len(r) }

// Page gives a run of groups.
func (r totalRows) Page(_ context.Context, first, count int) ([]grid.Row, error) {
	return r[first : first+count], nil
}

func (v *totalsView) sort(keys []grid.SortKey) {
	if len(keys) > 0 {
		last := keys[len(keys)-1]
		v.model.Sort(last.Column, last.Descending)
	}
	v.fill()
}

// open opens the lines behind a total.
func (v *totalsView) open(row int) {
	if row >= 0 && row < len(v.model.Last.Groups) {
		v.desk.Open(linesLink(v.model.Filter(&v.model.Last.Groups[row])))
	}
}

func (v *totalsView) export() {
	model := *v.model
	exporting(v.desk, wording.Text("sales.export.totals"), model.Export)
}
