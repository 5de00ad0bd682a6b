package council

import (
	"context"
	"strconv"

	"smartcanal/data/chinese"
	"smartcanal/data/problem"
	"smartcanal/data/sheet"
)

// expenseColumns are the columns of the expense sheet, as an accountant reads it.
var expenseColumns = []sheet.Column{
	{Head: "n", Width: 6}, {Head: "person", Width: 12}, {Head: "department", Width: 18}, {Head: "day", Width: 12}, {Head: "item", Width: 16}, {Head: "place", Width: 10},
	{Head: "amount", Width: 14, Kind: sheet.Money, Sum: true}, {Head: "standard", Width: 14, Kind: sheet.Money}, {Head: "over", Width: 14, Kind: sheet.Money, Sum: true},
	{Head: "reason", Width: 26}, {Head: "voucher", Width: 14}, {Head: "source", Width: 34},
}

// ExportExpenses writes what a trip cost as a workbook: each expense beside its standard, then each person's sums by
// item. Problems: council.no_trip, council.trip_no_expenses, those of saving.
func (r *Room) ExportExpenses(ctx context.Context, tripID int64, path string) error {
	page, err := r.Trip(ctx, tripID)
	if err != nil {
		return err
	}
	if len(page.Expenses) == 0 {
		return problem.New("council.trip_no_expenses")
	}
	book := sheet.NewBook()
	defer book.Discard()
	t := &page.Trip
	period := chinese.Text("council.trip.sheet.period", "from", t.FromOn, "until", t.UntilOn, "places", t.Places)
	table := book.Sheet(chinese.Text("council.trip.sheet.expenses")).Title(chinese.Text("council.trip.sheet.title", "trip", t.Title), period).Columns(worded(expenseColumns))
	departments := map[int64]string{}
	for _, m := range page.Team {
		departments[m.ID] = m.Department
	}
	for i, e := range page.Expenses {
		row := []any{strconv.Itoa(i + 1), e.Person, departments[e.MemberID], e.OnDay, chinese.Text("council.expense_item." + string(e.Item)), e.Place, e.Amount, nil, nil, e.Reason, e.Voucher, e.Source}
		if e.Standard > 0 {
			row[7], row[8] = e.Standard, e.Over
		}
		table.AddRow(row...)
	}
	table.Totals(chinese.Text("council.trip.sheet.total"))
	sumsByPerson(book, page)
	return book.Save(path)
}

// worded are columns whose heads are keys of the catalogue.
func worded(columns []sheet.Column) []sheet.Column {
	list := make([]sheet.Column, len(columns))
	for i, c := range columns {
		c.Head = chinese.Text("council.trip.sheet." + c.Head)
		list[i] = c
	}
	return list
}

// sumsByPerson is a second sheet: what each person is paid back, by item.
func sumsByPerson(book *sheet.Book, page *TripPage) {
	columns := []sheet.Column{{Head: "person", Width: 12}, {Head: "department", Width: 18}}
	columns = worded(columns)
	for _, item := range ExpenseItems {
		columns = append(columns, sheet.Column{Head: chinese.Text("council.expense_item." + string(item)), Width: 16, Kind: sheet.Money, Sum: true})
	}
	columns = append(columns, sheet.Column{Head: chinese.Text("council.trip.sheet.sum"), Width: 16, Kind: sheet.Money, Sum: true})
	table := book.Sheet(chinese.Text("council.trip.sheet.people")).Title(chinese.Text("council.trip.sheet.people_title", "trip", page.Trip.Title)).Columns(columns)
	for _, m := range page.Team {
		var own []ExpenseRow
		for _, e := range page.Expenses {
			if e.MemberID == m.ID {
				own = append(own, e)
			}
		}
		sums := SumExpenses(own)
		row := []any{m.Name, m.Department}
		for _, item := range ExpenseItems {
			row = append(row, sums.ByItem[item])
		}
		table.AddRow(append(row, sums.Total)...)
	}
	table.Totals(chinese.Text("council.trip.sheet.total"))
}
