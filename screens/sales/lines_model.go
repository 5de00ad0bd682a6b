package sales

import (
	"context"
	"slices"
	"time"

	"smartcanal/data/listing"
	"smartcanal/data/sales"
)

// linesModel is the state of the list of lines: what it is filtered and sorted by.
type linesModel struct {
	rooms
	Filter sales.LineFilter
	Order  []sales.LineSort
	// Columns are what is asked of single columns besides.
	Columns []listing.Filter
	// Told is told from time to time how many lines were read to be sorted; nil: nobody.
	Told func(lines int)
	// Last is what the last Load found; the zero value before.
	Last found
}

// found is a list of lines: their ids in order, their sums, and what the filters may offer.
type found struct {
	IDs       []int32
	Sum       sales.Total // of the lines found
	All       int         // lines there are
	Unmatched int         // of them, lines of accounts nobody has matched
	Months    [2]int      // the first and the last, yyyymm; 0 without totals
	Took      time.Duration
	Subject   string // the organisation the filter names
	Account   string // the account's number the filter names
	File      string // the file's name the filter names
}

// newLinesModel begins with a filter and the newest first.
func newLinesModel(r rooms, filter sales.LineFilter) *linesModel {
	return &linesModel{rooms: r, Filter: filter, Order: []sales.LineSort{{Column: sales.LineTime, Descending: true}}}
}

// Load finds the lines as filter and order stand when it is called; it may run beside the UI, on a copy.
func (m linesModel) Load(ctx context.Context) (found, error) {
	var f found
	var err error
	started := time.Now()
	if f.IDs, err = m.sales.SortLines(ctx, m.Filter, m.Order, m.Told, m.Columns...); err != nil {
		return f, err
	}
	f.Took = time.Since(started)
	if f.Sum, err = m.sum(ctx, f.IDs); err != nil {
		return f, err
	}
	if f.All, err = m.sales.LineCount(ctx); err != nil {
		return f, err
	}
	if f.Unmatched, _, err = m.sales.Unmatched(ctx); err != nil {
		return f, err
	}
	if f.Months[0], f.Months[1], err = m.sales.Months(ctx); err != nil {
		return f, err
	}
	return f, m.name(ctx, &f)
}

// firstPage is a list whose first lines are here at once while it is being sorted; without any it has to be waited for.
type firstPage struct {
	IDs  []int32
	Rows int
}

// firstPageLines are enough for the tallest screen and a few turns of the wheel.
const firstPageLines = 200

// First finds the first lines where that can be done at once.
func (m linesModel) First(ctx context.Context) (f firstPage, err error) {
	f.IDs, f.Rows, err = m.sales.FirstLines(ctx, m.Filter, m.Order, firstPageLines, m.Columns...)
	return f, err
}

// few is how many lines are summed by their ids: faster than looking for them a second time.
const few = 2000

func (m linesModel) sum(ctx context.Context, ids []int32) (sales.Total, error) {
	if len(ids) <= few {
		return m.sales.SumLines(ctx, ids)
	}
	return m.sales.SumFiltered(ctx, m.Filter, m.Columns...)
}

// name finds the words for what the filter has by id.
func (m linesModel) name(ctx context.Context, f *found) error {
	if m.Filter.OrganizationID != 0 {
		organization, err := m.register.Find(ctx, m.Filter.OrganizationID)
		if err != nil {
			return err
		}
		f.Subject = organization.ShownName()
	}
	if m.Filter.AccountID != 0 {
		account, err := m.sales.Account(ctx, m.Filter.AccountID)
		if err != nil {
			return err
		}
		f.Account = account.Number
	}
	if m.Filter.FileID != 0 {
		file, err := m.sales.File(ctx, m.Filter.FileID)
		if err != nil {
			return err
		}
		f.File = file.Name
	}
	return nil
}

// Rows fetches lines by their ids.
func (m *linesModel) Rows(ctx context.Context, ids []int32) ([]sales.TransactionLine, error) {
	return m.sales.Lines(ctx, ids)
}

// Owner is the organisation a line belongs to, 0 where nobody has matched its account.
func (m *linesModel) Owner(ctx context.Context, id int32) (int64, error) {
	lines, err := m.Rows(ctx, []int32{id})
	if err != nil || len(lines) == 0 {
		return 0, err
	}
	return lines[0].OrganizationID, nil
}

// SumSelected adds up the lines selected; all of them is what Load found already.
func (m linesModel) SumSelected(ctx context.Context, ids []int32) (sales.Total, error) {
	if len(ids) == len(m.Last.IDs) {
		return m.Last.Sum, nil
	}
	return m.sales.SumLines(ctx, ids)
}

// Filtered tells whether anything is filtered.
func (m *linesModel) Filtered() bool { return m.Filter != sales.LineFilter{} || len(m.Columns) > 0 }

// SetPeriod filters by a year (2026), a month (202611), or by nothing (0).
func (m *linesModel) SetPeriod(period int) { m.Filter.From, m.Filter.To = monthsOf(period) }

// monthsOf gives the first and the last month of a year or of a month; 0 and 0 of 0.
func monthsOf(period int) (first, last int) {
	switch {
	case period == 0:
		return 0, 0
	case period < 10_000:
		return period*100 + 1, period*100 + 12
	}
	return period, period
}

// periods are the years there are lines of, the latest first; after the year that is filtered by come its months.
func periods(months [2]int, from int) []int {
	if months[1] == 0 {
		return nil
	}
	var all []int
	for year := months[1] / 100; year >= months[0]/100; year-- {
		all = append(all, year)
		if from/100 != year {
			continue
		}
		for month := min(year*100+12, months[1]); month >= max(year*100+1, months[0]); month-- {
			all = append(all, month)
		}
	}
	return all
}

// Sort orders the list; columns nobody knows are passed over.
func (m *linesModel) Sort(order []sales.LineSort) {
	m.Order = slices.DeleteFunc(slices.Clone(order), func(step sales.LineSort) bool { return step.Column == "" })
}

// Values counts what a column holds among the lines the other filters let through.
func (m linesModel) Values(ctx context.Context, column string, filters []listing.Filter, limit int) ([]listing.Value, error) {
	return m.sales.LineValues(ctx, sales.LineColumn(column), m.Filter, filters, limit)
}
