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

func (f ClaimFilter) whereWith(columns []listing.Filter) (string, []any, error) {
	where, args := f.where()
	more, values, err := filterable.Where(columns)
	for _, condition := range more {
		where += " AND " + condition
	}
	return where, append(args, values...), err
}

// ClaimValues are the values a column has in a list of claims, those of most claims first; at most limit.
// A filter of the column itself is passed over.
func (r *Room) ClaimValues(ctx context.Context, column ClaimColumn, filter ClaimFilter, columns []listing.Filter, limit int) ([]listing.Value, error) {
	field, is := filterable[string(column)]
	if !is {
		return nil, nil
	}
	where, args, err := filter.whereWith(listing.Without(columns, string(column)))
	if err != nil {
		return nil, err
	}
	var values []listing.Value
	err = r.store.Read(ctx).Raw("SELECT "+field.SQL+" AS key, COUNT(*) AS count"+claimsFrom+where+
		" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", append(args, limit)...).Scan(&values).Error
	return values, err
}
