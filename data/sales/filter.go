package sales

import (
	"strings"
	"time"

	"smartcanal/data/sales/statement"
)

// where words the filter for a query over transactions as t.
func (f LineFilter) where() (string, []any) {
	var c conditions
	c.need(f.From != 0, "t.at >= ?", monthStart(f.From))
	c.need(f.To != 0, "t.at < ?", monthStart(nextMonth(f.To)))
	c.need(f.AccountID != 0, "t.account_id = ?", f.AccountID)
	c.need(f.Platform != "", accountsWhere+"platform = ?)", f.Platform)
	c.need(f.OrganizationID != 0, accountsWhere+"organization_id = ?)", f.OrganizationID)
	c.need(f.Unmatched, accountsWhere+"organization_id IS NULL)")
	c.need(f.Matched, accountsWhere+"organization_id IS NOT NULL)")
	c.need(f.FileID != 0, "t.file_id = ?", f.FileID)
	c.need(f.BatchID != 0, "t.file_id IN "+filesOfBatch, f.BatchID)
	c.need(f.Channel != 0, `(SELECT `+channelOf+` FROM payment_accounts a WHERE a.id = t.account_id) = ?`, f.Channel)
	c.need(f.Side != 0, "t.sides & ? <> 0", f.Side)
	c.need(f.Least != 0, amount+" >= ?", f.Least)
	c.need(f.Most != 0, amount+" <= ?", f.Most)
	c.need(f.Number != "", `(t.order_no LIKE ? ESCAPE '\' OR t.merchant_no LIKE ? ESCAPE '\')`, like(f.Number), like(f.Number))
	return c.where()
}

const accountsWhere = "t.account_id IN (SELECT id FROM payment_accounts WHERE "

// asQuery words the filter for the totals, where they hold enough to answer it.
func (f LineFilter) asQuery() (Query, bool) {
	if f.FileID != 0 || f.BatchID != 0 || f.Side != 0 || f.Least != 0 || f.Most != 0 || f.Number != "" {
		return Query{}, false
	}
	return Query{
		From: f.From, To: f.To, Channel: f.Channel, Platform: f.Platform,
		OrganizationID: f.OrganizationID, AccountID: f.AccountID, Unmatched: f.Unmatched, Matched: f.Matched,
	}, true
}

// like makes a pattern that finds part of a number.
func like(part string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(part) + "%"
}

// monthStart is the first second of a month (yyyymm) in China.
func monthStart(month int) int64 {
	return time.Date(month/100, time.Month(month%100), 1, 0, 0, 0, 0, statement.China).Unix()
}

func nextMonth(month int) int {
	if month%100 == 12 {
		return month + 89
	}
	return month + 1
}
