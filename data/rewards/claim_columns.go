package rewards

import (
	"context"

	"smartcanal/data/listing"
)

// filterable are the columns of the list of claims by which a person can filter.
var filterable = listing.Fields{
	string(ByNumber):       {SQL: "c.number"},
	string(ByOrganization): {SQL: "o.name", Spoken: "o.initials"},
	string(ByRule):         {SQL: "r.clause"},
	string(ByYear):         {Kind: listing.Number, SQL: "c.year"},
	string(ByStage):        {SQL: "c.step"},
	string(ByAmount):       {Kind: listing.Money, SQL: "c.amount_fen"},
}

// where is a filter as the condition of SQL; what is overdue depends on the limits and on today.
func (r *Room) where(ctx context.Context, f ClaimFilter, columns []listing.Filter) (string, []any, error) {
	where, args := f.where()
	if f.Overdue {
		limits, err := r.Limits(ctx)
		if err != nil {
			return "", nil, err
		}
		calendar, err := r.Calendar(ctx)
		if err != nil {
			return "", nil, err
		}
		payment, err := paymentDays(r.store.Read(ctx))
		if err != nil {
			return "", nil, err
		}
		overdue, dates := limits.dates(r.store.Now(), calendar, payment).overdue()
		where, args = where+" AND "+overdue, append(args, dates...)
	}
	more, values, err := filterable.Where(columns)
	for _, condition := range more {
		where += " AND " + condition
	}
	return where, append(args, values...), err
}

// dated says by when each claim's stage is to be done.
func (r *Room) dated(ctx context.Context, rows []ClaimRow) error {
	limits, err := r.Limits(ctx)
	if err != nil {
		return err
	}
	calendar, err := r.Calendar(ctx)
	if err != nil {
		return err
	}
	finder := deadlines{today: r.store.Now(), calendar: calendar}
	for i := range rows {
		row := &rows[i]
		due, limited := limits.due(awaited{row.Stage, row.Since, row.Waiting, row.NoticeEnds, row.PaymentDays}, calendar)
		if limited {
			row.Due, row.DaysLeft = due, finder.left(due)
		}
	}
	return nil
}

// ClaimValues are the values a column has in a list of claims, those of most claims first; at most limit.
// A filter of the column itself is passed over.
func (r *Room) ClaimValues(ctx context.Context, column ClaimColumn, filter ClaimFilter, columns []listing.Filter, limit int) ([]listing.Value, error) {
	field, is := filterable[string(column)]
	if !is {
		return nil, nil
	}
	where, args, err := r.where(ctx, filter, listing.Without(columns, string(column)))
	if err != nil {
		return nil, err
	}
	var values []listing.Value
	err = r.store.Read(ctx).Raw("SELECT "+field.SQL+" AS key, COUNT(*) AS count"+claimsFrom+where+
		" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", append(args, limit)...).Scan(&values).Error
	return values, err
}
