package sales

import "context"

// WantedAccount is an account that had lines in each of the three months before one, and has none of it: its statement
// may not have been imported yet.
type WantedAccount struct {
	AccountID      int64
	Platform       string
	Number         string
	Name           string
	OrganizationID int64 // 0: not matched
	Organization   string
	Lines          int // a month, on average of the three
}

// Wanted gives the accounts whose lines of a month (yyyymm) are still wanted, those with the most lines first.
func (r *Room) Wanted(ctx context.Context, month int) ([]WantedAccount, error) {
	first := month
	for range 3 {
		first = monthBefore(first)
	}
	var wanted []WantedAccount
	err := r.store.Read(ctx).Raw(`SELECT a.id AS account_id, a.platform, a.number, a.name, COALESCE(o.id, 0) AS organization_id,
			COALESCE(NULLIF(o.short_name, ''), o.name, '') AS organization, SUM(t.payments + t.refunds) / 3 AS lines
		FROM sales_totals t JOIN payment_accounts a ON a.id = t.account_id LEFT JOIN organizations o ON o.id = a.organization_id
		WHERE t.month >= ? AND t.month <= ? GROUP BY a.id, a.platform, a.number, a.name, o.id, o.short_name, o.name
		HAVING COUNT(DISTINCT t.month) = 3 AND MAX(t.month) < ? ORDER BY lines DESC, a.id`, first, month, month).Scan(&wanted).Error
	return wanted, err
}

func monthBefore(month int) int {
	if month%100 == 1 {
		return month - 89
	}
	return month - 1
}
