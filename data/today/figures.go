package today

import (
	"cmp"
	"context"
	"slices"
	"time"

	"smartcanal/data/council"
	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
)

// Figures are the district's key figures of the year.
type Figures struct {
	Year       int
	Trade      sales.YearToDate
	Registered int // living organisations
	Budget     rewards.YearBudget
	Tasks      council.Figures
}

// Figures reads them.
func (r *Room) Figures(ctx context.Context) (Figures, error) {
	f := Figures{Year: r.Now().Year()}
	var err error
	if f.Trade, err = r.sales.YearToDate(ctx, f.Year); err != nil {
		return f, err
	}
	counts, err := r.register.Counts(ctx)
	if err != nil {
		return f, err
	}
	f.Registered = counts.All
	if f.Budget, err = r.rewards.Budget(ctx, f.Year); err != nil {
		return f, err
	}
	f.Tasks, err = r.council.Figures(ctx)
	return f, err
}

// Empty tells whether the file has nothing a figure could rest on.
func (f Figures) Empty() bool {
	b := f.Budget
	b.Year = 0
	return f.Registered == 0 && f.Trade.Payments == 0 && f.Tasks.Open+f.Tasks.Closed == 0 && b == rewards.YearBudget{}
}

// Months are verified online sales by month of two years, fen, and of this year by platform.
type Months struct {
	Year         int
	This, Before []money.Fen // from January; This ends with the month of today, or the last with a line
	Platforms    []Platform
}

// Platform is what a platform brought in a year.
type Platform struct {
	Code string
	Net  money.Fen
}

// Nothing tells whether no month has sales.
func (m Months) Nothing() bool {
	some := func(amount money.Fen) bool { return amount != 0 }
	return !slices.ContainsFunc(m.This, some) && !slices.ContainsFunc(m.Before, some)
}

// Months sums them from the totals.
func (r *Room) Months(ctx context.Context) (Months, error) {
	now := r.Now()
	m := Months{Year: now.Year(), Before: make([]money.Fen, 12), This: make([]money.Fen, int(now.Month()))}
	totals, err := r.sales.Totals(ctx, sales.Verified((m.Year-1)*100+1, m.Year*100+12, sales.ByMonth))
	if err != nil {
		return m, err
	}
	for _, total := range totals {
		month := total.Month % 100
		if total.Month/100 < m.Year {
			m.Before[month-1] = total.Net()
			continue
		}
		for len(m.This) < month {
			m.This = append(m.This, 0)
		}
		m.This[month-1] = total.Net()
	}
	platforms, err := r.sales.Totals(ctx, sales.Verified(m.Year*100+1, m.Year*100+12, sales.ByPlatform))
	for _, total := range platforms {
		m.Platforms = append(m.Platforms, Platform{total.Platform, total.Net()})
	}
	slices.SortStableFunc(m.Platforms, func(a, b Platform) int { return cmp.Compare(b.Net, a.Net) })
	return m, err
}

// Data is how complete what the figures rest on is.
type Data struct {
	Unmatched      int // accounts without an organisation
	UnmatchedLines int
	Month          int // yyyymm, the last whole one
	Wanted         []sales.WantedAccount
	Backup         time.Time // the last one; zero without any
	Late           bool      // there is none, or it is older than it should be
}

// Data looks at it.
func (r *Room) Data(ctx context.Context) (Data, error) {
	first := time.Date(r.Now().Year(), r.Now().Month(), 1, 0, 0, 0, 0, statement.China).AddDate(0, -1, 0)
	d := Data{Month: first.Year()*100 + int(first.Month())}
	queue, err := r.sales.UnmatchedQueue(ctx)
	if err != nil {
		return d, err
	}
	d.Unmatched = len(queue)
	for _, account := range queue {
		d.UnmatchedLines += account.Lines
	}
	if d.Wanted, err = r.sales.Wanted(ctx, d.Month); err != nil {
		return d, err
	}
	d.Backup, d.Late, err = r.backups.Standing(ctx)
	return d, err
}
