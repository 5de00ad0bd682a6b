package sales

import (
	"context"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/sales/statement"
)

// YearToDate is what verified online sales come to in a year up to the last day there are lines of, and what they came
// to on the same days of the year before: lines of organisations, order basis, less refunds.
type YearToDate struct {
	Year          int
	Until         time.Time // the last day with a line; zero where the year has none
	Net, Before   money.Fen
	Payments      int
	Organizations int  // with a line this year
	Known         bool // whether the year before has lines at all
}

// Verified asks for the lines that make verified sales, of the months from and to (yyyymm).
func Verified(from, to int, by ...Dimension) Query {
	return Query{By: by, Channel: statement.Online, From: from, To: to, Matched: true}
}

// YearToDate sums a year. Whole months come from the totals; of the last month, where it is not over, the same days of
// the year before are read from its lines, account by account.
func (r *Room) YearToDate(ctx context.Context, year int) (YearToDate, error) {
	sum, err := r.Sum(ctx, Verified(year*100+1, year*100+12))
	ytd := YearToDate{Year: year, Net: sum.Net(), Payments: sum.Payments}
	if err != nil || sum.Payments+sum.Refunds == 0 {
		return ytd, err
	}
	organizations, err := r.Totals(ctx, Verified(year*100+1, year*100+12, ByOrganization))
	if err != nil {
		return ytd, err
	}
	ytd.Organizations = len(organizations)
	var last int64
	err = r.store.Read(ctx).Raw(`SELECT COALESCE(MAX((SELECT MAX(t.at) FROM transactions t WHERE t.account_id = a.id AND t.at < ?)), 0)
		FROM payment_accounts a WHERE a.organization_id IS NOT NULL`, monthStart((year+1)*100+1)).Scan(&last).Error
	if err != nil {
		return ytd, err
	}
	ytd.Until = time.Unix(last, 0).In(statement.China)
	before, err := r.Sum(ctx, Verified((year-1)*100+1, (year-1)*100+12))
	if err != nil || before.Payments+before.Refunds == 0 {
		return ytd, err
	}
	ytd.Known = true
	ytd.Before, err = r.sameDays(ctx, ytd.Until)
	return ytd, err
}

// sameDays sums the year before that of a day, up to the same day.
func (r *Room) sameDays(ctx context.Context, until time.Time) (money.Fen, error) {
	first, month := (until.Year()-1)*100+1, (until.Year()-1)*100+int(until.Month())
	if until.AddDate(0, 0, 1).Day() == 1 { // the month is over
		sum, err := r.Sum(ctx, Verified(first, month))
		return sum.Net(), err
	}
	var whole Total
	var err error
	if month > first {
		if whole, err = r.Sum(ctx, Verified(first, month-1)); err != nil {
			return 0, err
		}
	}
	end := time.Date(until.Year()-1, until.Month(), until.Day()+1, 0, 0, 0, 0, statement.China)
	var begun money.Fen
	err = r.store.Read(ctx).Raw(`SELECT COALESCE(SUM(t.order_fen - t.refund_order_fen), 0) FROM payment_accounts a
		CROSS JOIN transactions t ON t.account_id = a.id AND t.at >= ? AND t.at < ?
		WHERE a.organization_id IS NOT NULL AND a.channel_mode <> 'in_person' AND `+channelOf+` = ?`,
		monthStart(month), end.Unix(), statement.Online).Scan(&begun).Error
	return whole.Net() + begun, err
}
