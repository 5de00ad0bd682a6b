package sales

import (
	"cmp"
	"context"
	"math"
	"slices"

	"smartcanal/data/listing"
)

// FirstLines gives the first lines of a list at once, where the index of accounts and times has them in order: a
// list by time alone, of certain months, accounts, platforms and organisations. A million lines take half a second to
// sort, and the first page a few milliseconds; count is how many lines the whole list has. It gives no lines where
// the list has to be sorted first.
func (r *Room) FirstLines(ctx context.Context, filter LineFilter, order []LineSort, limit int, columns ...listing.Filter) (ids []int32, count int, err error) {
	if !filter.indexed() || len(columns) > 0 || len(order) > 1 || len(order) == 1 && order[0].Column != LineTime {
		return nil, 0, nil
	}
	first := firstLines{limit: limit, descending: len(order) == 0 || order[0].Descending}
	first.from, first.to = filter.seconds()
	accounts, err := first.accounts(ctx, r, filter)
	if err != nil {
		return nil, 0, err
	}
	for _, account := range accounts {
		if first.full() && first.before(first.lines[limit-1].at, account.at) {
			break
		}
		if err := first.read(ctx, r, account.id); err != nil {
			return nil, 0, err
		}
	}
	for _, line := range first.lines {
		ids = append(ids, int32(line.id))
	}
	where, args := filter.where()
	return ids, count, r.store.SQL().QueryRowContext(ctx, `SELECT COUNT(*) FROM transactions t`+where, args...).Scan(&count)
}

// indexed says whether the index of accounts and times answers the filter.
func (f LineFilter) indexed() bool {
	return f == LineFilter{From: f.From, To: f.To, Platform: f.Platform, OrganizationID: f.OrganizationID, AccountID: f.AccountID, Unmatched: f.Unmatched}
}

// seconds are the first second of the filter's months and the last.
func (f LineFilter) seconds() (from, to int64) {
	from, to = math.MinInt64, math.MaxInt64
	if f.From != 0 {
		from = monthStart(f.From)
	}
	if f.To != 0 {
		to = monthStart(nextMonth(f.To)) - 1
	}
	return from, to
}

// firstLines are the first of a list by time, gathered account by account.
type firstLines struct {
	limit      int
	descending bool
	from, to   int64
	lines      []timed
}

// timed is a line or an account with a time: an account's is that of its first line.
type timed struct{ id, at int64 }

func (f *firstLines) full() bool { return len(f.lines) >= f.limit }

// before says whether a time comes before another in the list.
func (f *firstLines) before(a, b int64) bool {
	if f.descending {
		return a > b
	}
	return a < b
}

func (f *firstLines) compare(a, b timed) int {
	c := cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.id, b.id))
	if f.descending {
		return -c
	}
	return c
}

// accounts are those the filter asks for that have lines, the one whose line comes first in front.
func (f *firstLines) accounts(ctx context.Context, r *Room, filter LineFilter) ([]timed, error) {
	edge := "MIN"
	if f.descending {
		edge = "MAX"
	}
	var c conditions
	c.need(filter.AccountID != 0, "a.id = ?", filter.AccountID)
	c.need(filter.Platform != "", "a.platform = ?", filter.Platform)
	c.need(filter.OrganizationID != 0, "a.organization_id = ?", filter.OrganizationID)
	c.need(filter.Unmatched, "a.organization_id IS NULL")
	where, args := c.where()
	accounts, err := f.query(ctx, r, `SELECT id, at FROM (SELECT a.id AS id, (SELECT `+edge+`(t.at) FROM transactions t
		WHERE t.account_id = a.id AND t.at >= ? AND t.at <= ?) AS at FROM payment_accounts a`+where+`) WHERE at IS NOT NULL`,
		append([]any{f.from, f.to}, args...)...)
	slices.SortFunc(accounts, f.compare)
	return accounts, err
}

// read takes the first lines of an account among those found.
func (f *firstLines) read(ctx context.Context, r *Room, account int64) error {
	way := ""
	if f.descending {
		way = " DESC"
	}
	lines, err := f.query(ctx, r, `SELECT id, at FROM transactions WHERE account_id = ? AND at >= ? AND at <= ? ORDER BY at`+way+`, id`+way+` LIMIT ?`,
		account, f.from, f.to, f.limit)
	f.lines = append(f.lines, lines...)
	slices.SortFunc(f.lines, f.compare)
	f.lines = f.lines[:min(len(f.lines), f.limit)]
	return err
}

func (f *firstLines) query(ctx context.Context, r *Room, query string, args ...any) ([]timed, error) {
	rows, err := r.store.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []timed
	for rows.Next() {
		var one timed
		if err := rows.Scan(&one.id, &one.at); err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	return found, rows.Err()
}
