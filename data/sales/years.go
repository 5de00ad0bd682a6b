package sales

import (
	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/sales/statement"
)

// YearOfOrganization is what an organisation sold online in a year, order basis, less refunds.
type YearOfOrganization struct {
	OrganizationID int64
	Organization   string
	Year           int
	Net            money.Fen
}

// OnlineYears gives the verified online sales of every organisation by year, the earlier years of each first. It
// reads the totals, not the lines.
func OnlineYears(db *gorm.DB) ([]YearOfOrganization, error) {
	var years []YearOfOrganization
	err := db.Raw(`SELECT o.id AS organization_id, o.name AS organization, t.month / 100 AS year, SUM(t.order_fen - t.refund_order_fen) AS net
		FROM sales_totals t JOIN payment_accounts a ON a.id = t.account_id JOIN organizations o ON o.id = a.organization_id
		WHERE `+channelOf+` = ? GROUP BY o.id, o.name, t.month / 100 ORDER BY o.id, year`, statement.Online).Scan(&years).Error
	return years, err
}
