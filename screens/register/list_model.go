package register

import (
	"context"
	"slices"
	"time"

	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/region"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// bySales is the column the register itself cannot sort by: the figure is the sales room's.
const bySales = "sales"

// ListModel is what the list of organisations shows: filter, order, and the figures beside each.
type ListModel struct {
	room  *register.Room
	trade *sales.Room
	actor store.Actor
	now   func() time.Time

	Filter register.Filter
	Sort   []grid.SortKey
	// Columns are what is asked of single columns besides.
	Columns []listing.Filter
}

// NewListModel shows all living organisations by name.
func NewListModel(r rooms) *ListModel {
	return &ListModel{room: r.room, trade: r.trade, actor: r.actor, now: time.Now}
}

// Listing is the list as it stands.
type Listing struct {
	IDs    []int32
	Counts register.Counts
	Towns  []region.Place
	Year   int                 // the verified sales are of this year
	Took   time.Duration       // to find them
	Sales  map[int64]money.Fen // verified online sales of the year, by organisation
	Trends map[int64][]int64   // the same by month, from January to the last month there are lines of
}

// Filtered tells whether anything is left out by the filter.
func (m *ListModel) Filtered() bool { return m.Filter != register.Filter{} || len(m.Columns) > 0 }

// Load reads the list.
func (m *ListModel) Load(ctx context.Context) (*Listing, error) {
	l := &Listing{}
	var err error
	started := time.Now()
	if l.IDs, err = m.room.IDs(ctx, m.Filter, orders(m.Sort), m.Columns...); err != nil {
		return nil, err
	}
	l.Took = time.Since(started)
	if l.Counts, err = m.room.Counts(ctx); err != nil {
		return nil, err
	}
	district, err := m.room.District(ctx)
	if err != nil {
		return nil, err
	}
	l.Towns = region.Children(district)
	if l.Year, err = yearShown(ctx, m.trade, m.now()); err != nil {
		return nil, err
	}
	if err := l.addSales(ctx, m.trade); err != nil {
		return nil, err
	}
	l.sort(m.Sort)
	return l, nil
}

// yearShown is the present year, or the last one there are lines of.
func yearShown(ctx context.Context, trade *sales.Room, now time.Time) (int, error) {
	_, last, err := trade.Months(ctx)
	if last != 0 && last/100 < now.Year() {
		return last / 100, err
	}
	return now.Year(), err
}

// addSales reads the verified online sales of the year.
func (l *Listing) addSales(ctx context.Context, trade *sales.Room) error {
	totals, err := trade.Totals(ctx, sales.Query{
		By: []sales.Dimension{sales.ByOrganization, sales.ByMonth}, Channel: statement.Online, From: l.Year*100 + 1, To: l.Year*100 + 12,
	})
	last := 0
	for _, total := range totals {
		last = max(last, total.Month%100)
	}
	l.Sales, l.Trends = map[int64]money.Fen{}, map[int64][]int64{}
	for _, total := range totals {
		id := total.OrganizationID
		if l.Trends[id] == nil {
			l.Trends[id] = make([]int64, last)
		}
		l.Sales[id] += total.Net()
		l.Trends[id][total.Month%100-1] += int64(total.Net())
	}
	return err
}

func orders(keys []grid.SortKey) []register.Order {
	var steps []register.Order
	for _, key := range keys {
		if key.Column != bySales {
			steps = append(steps, register.Order{Column: register.Column(key.Column), Descending: key.Descending})
		}
	}
	return steps
}

// sort puts the ids in the order of the year's sales where that leads the order asked for.
func (l *Listing) sort(keys []grid.SortKey) {
	if len(keys) == 0 || keys[0].Column != bySales {
		return
	}
	slices.SortStableFunc(l.IDs, func(a, b int32) int {
		x, y := l.Sales[int64(a)], l.Sales[int64(b)]
		if keys[0].Descending {
			x, y = y, x
		}
		return int(min(max(x-y, -1), 1))
	})
}

// Sum is the verified sales of some of the organisations together.
func (l *Listing) Sum(ids []int32) money.Fen {
	var sum money.Fen
	for _, id := range ids {
		sum += l.Sales[int64(id)]
	}
	return sum
}

// Rows is the grid's model of the listing.
func (m *ListModel) Rows(l *Listing) *grid.IDModel {
	return grid.NewIDModel(l.IDs, func(ctx context.Context, ids []int32) (map[int32]grid.Row, error) {
		rows, err := m.room.Rows(ctx, ids)
		shown := make(map[int32]grid.Row, len(rows))
		for _, row := range rows {
			shown[int32(row.ID)] = listRow(row, l)
		}
		return shown, err
	})
}

func listRow(row register.Row, l *Listing) grid.Row {
	figure := grid.Cell{Trend: l.Trends[row.ID]}
	if fen, is := l.Sales[row.ID]; is {
		figure.Text = fen.Wan()
	}
	return grid.Row{Cells: []grid.Cell{
		grid.LinkTo(row.Name), grid.State(kindText(row.Kind), kindTint(row.Kind)), grid.Word(row.CreditCode), grid.Word(row.Region),
		grid.State(statusText(row.Status), statusTint(row.Status)), grid.Word(row.AboveQuota), figure,
		grid.Word(countOrNone(row.Shops)), grid.Word(countOrNone(row.Accounts)),
	}, Muted: row.Status == register.Closed}
}

// listTotals stand at the foot: how many are listed and the year's sales of them together.
func listTotals(l *Listing) []grid.Cell {
	if len(l.IDs) == 0 {
		return nil
	}
	cells := make([]grid.Cell, salesCell+1)
	cells[0].Text = wording.Text("register.list.total", "n", wording.Grouped(len(l.IDs)))
	cells[salesCell].Text = l.Sum(l.IDs).Wan()
	return cells
}

// salesCell is where listRow puts the year's sales.
const salesCell = 6

func countOrNone(n int) string {
	if n == 0 {
		return "—"
	}
	return wording.Grouped(n)
}

// Values counts what a column holds among the organisations the other filters let through.
func (m *ListModel) Values(ctx context.Context, column string, filters []listing.Filter, limit int) ([]listing.Value, error) {
	return m.room.Values(ctx, register.Column(column), m.Filter, filters, limit)
}

// keyText words a value a column is filtered by.
func keyText(column, key string) string {
	switch register.Column(column) {
	case register.ByKind:
		return kindText(register.Kind(key))
	case register.ByStatus:
		return statusText(register.Status(key))
	}
	return key
}
