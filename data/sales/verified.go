package sales

import (
	"context"

	"smartcanal/data/money"
	"smartcanal/data/sales/statement"
)

// MonthFigure is the verified online sales of one month on one platform, fen, order basis.
type MonthFigure struct {
	Month    int // yyyymm
	Platform string
	Fen      money.Fen
}

// VerifiedByMonth gives an organisation's verified online sales of a year: online lines only,
// order basis, refunds taken off in the month they happened.
func (r *Room) VerifiedByMonth(ctx context.Context, organizationID int64, year int) ([]MonthFigure, error) {
	totals, err := r.Totals(ctx, Query{
		By: []Dimension{ByMonth, ByPlatform}, Channel: statement.Online, OrganizationID: organizationID,
		From: year*100 + 1, To: year*100 + 12,
	})
	if err != nil {
		return nil, err
	}
	figures := make([]MonthFigure, len(totals))
	for i, total := range totals {
		figures[i] = MonthFigure{Month: total.Month, Platform: total.Platform, Fen: total.Net()}
	}
	return figures, nil
}

// VerifiedByYear gives an organisation's verified online sales of every year there are lines of.
func (r *Room) VerifiedByYear(ctx context.Context, organizationID int64) (map[int]money.Fen, error) {
	totals, err := r.Totals(ctx, Query{By: []Dimension{ByMonth}, Channel: statement.Online, OrganizationID: organizationID})
	if err != nil {
		return nil, err
	}
	years := map[int]money.Fen{}
	for _, total := range totals {
		years[total.Month/100] += total.Net()
	}
	return years, nil
}
