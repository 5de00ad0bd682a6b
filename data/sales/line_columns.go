package sales

import (
	"context"
	"strings"

	"smartcanal/data/listing"
)

// ofAccount leads a condition on accounts and their organisations to the lines. There are few accounts:
// they are looked for once, not for each of a million lines.
const ofAccount = `t.account_id IN (SELECT a.id FROM payment_accounts a LEFT JOIN organizations o ON o.id = a.organization_id WHERE %s)`

// filterable are the columns of the list of lines by which a person can filter.
var filterable = listing.Fields{
	string(LineTime):         {Kind: listing.Moment, SQL: "t.at"},
	string(LineOrganization): {SQL: "COALESCE(NULLIF(o.short_name, ''), o.name, '')", Spoken: "COALESCE(o.initials, '')", Through: ofAccount},
	string(LinePlatform):     {SQL: "a.platform", Through: ofAccount},
	string(LineOrderNo):      {SQL: "t.order_no"},
	string(LineStatus):       {SQL: "t.status"},
	string(LineAmount):       {Kind: listing.Money, SQL: amount},
	string(LineTradeType):    {SQL: "t.trade_type"},
}

func (f LineFilter) whereWith(columns []listing.Filter) (string, []any, error) {
	where, args := f.where()
	more, values, err := filterable.Where(columns)
	if len(more) > 0 {
		lead := " WHERE "
		if where != "" {
			lead = where + " AND "
		}
		where = lead + strings.Join(more, " AND ")
	}
	return where, append(args, values...), err
}

// LineValues are the values a column has among the lines, those of most lines first; at most limit. A
// filter of the column itself is passed over.
func (r *Room) LineValues(ctx context.Context, column LineColumn, filter LineFilter, columns []listing.Filter, limit int) ([]listing.Value, error) {
	field, is := filterable[string(column)]
	if !is {
		return nil, nil
	}
	where, args, err := filter.whereWith(listing.Without(columns, string(column)))
	if err != nil {
		return nil, err
	}
	query := "SELECT " + field.SQL + " AS key, COUNT(*) AS count FROM transactions t" + where
	if field.Through != "" {
		query = "SELECT " + field.SQL + " AS key, SUM(c.lines) AS count FROM (SELECT t.account_id AS account, COUNT(*) AS lines FROM transactions t" +
			where + " GROUP BY 1) c JOIN payment_accounts a ON a.id = c.account LEFT JOIN organizations o ON o.id = a.organization_id"
	}
	var values []listing.Value
	err = r.store.Read(ctx).Raw(query+" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", append(args, limit)...).Scan(&values).Error
	return values, err
}
