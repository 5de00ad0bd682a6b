package register

import (
	"context"

	"smartcanal/data/listing"
)

// filterable are the columns of the list by which a person can filter.
var filterable = listing.Fields{
	string(ByName):       {SQL: "o.name || ' ' || o.short_name", Spoken: "o.initials"},
	string(ByKind):       {SQL: "o.kind"},
	string(ByCreditCode): {SQL: "o.credit_code"},
	string(ByRegion):     {SQL: "COALESCE((SELECT g.name FROM regions g WHERE g.code = o.region_code), '')"},
	string(ByStatus):     {SQL: "o.status"},
	string(ByAboveQuota): {SQL: "o.above_quota"},
	string(ByShops):      {Kind: listing.Number, SQL: countOf(shops)},
	string(ByAccounts):   {Kind: listing.Number, SQL: countOf(accounts)},
}

// whereWith is where, with what a person asked of single columns.
func (f Filter) whereWith(columns []listing.Filter) (string, []any, error) {
	where, args := f.where()
	more, values, err := filterable.Where(columns)
	for _, condition := range more {
		where += " AND " + condition
	}
	return where, append(args, values...), err
}

// Values are the values a column has in a list, those of most rows first; at most limit. A filter of the
// column itself is passed over: it shall not hide what else there is.
func (r *Room) Values(ctx context.Context, column Column, filter Filter, columns []listing.Filter, limit int) ([]listing.Value, error) {
	field, is := filterable[string(column)]
	if !is {
		return nil, nil
	}
	where, args, err := filter.whereWith(listing.Without(columns, string(column)))
	if err != nil {
		return nil, err
	}
	var values []listing.Value
	err = r.store.Read(ctx).Raw("SELECT "+field.SQL+" AS key, COUNT(*) AS count FROM organizations o WHERE "+where+
		" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", append(args, limit)...).Scan(&values).Error
	return values, err
}
