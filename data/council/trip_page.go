package council

import (
	"context"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// TripPage is all that the page of a trip shows.
type TripPage struct {
	Trip     StudyTrip
	Team     []TripMemberRow
	Stops    []TripStopRow // by day and time
	Expenses []ExpenseRow
	Sums     ExpenseSums
	Insights []InsightRow
	Contacts []TripContactRow
	Report   *TripReport // nil while none was written
}

// Left is what of the budget is left, below 0 where more was spent.
func (p *TripPage) Left() money.Fen { return p.Trip.Budget - p.Sums.Total }

// Trip gives a trip with all its page shows. Problem: council.no_trip.
func (r *Room) Trip(ctx context.Context, id int64) (*TripPage, error) {
	return tripPage(r.store.Read(ctx), id)
}

func tripPage(db *gorm.DB, id int64) (*TripPage, error) {
	page := &TripPage{}
	var trips []StudyTrip
	if err := db.Where("id = ?", id).Find(&trips).Error; err != nil {
		return nil, err
	}
	if len(trips) == 0 {
		return nil, problem.New("council.no_trip")
	}
	page.Trip = trips[0]
	for _, read := range []func(*gorm.DB) error{page.readTeam, page.readStops, page.readExpenses, page.readContacts, page.readReport} {
		if err := read(db); err != nil {
			return nil, err
		}
	}
	var err error
	page.Insights, err = insightsOf(db, id)
	return page, err
}

func (p *TripPage) readTeam(db *gorm.DB) error {
	return db.Raw(`SELECT m.*, COALESCE(NULLIF(o.short_name, ''), o.name) AS department FROM trip_members m JOIN organizations o ON o.id = m.organization_id
		WHERE m.trip_id = ? AND m.deleted_at IS NULL
		ORDER BY CASE m.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, m.id`, p.Trip.ID).Scan(&p.Team).Error
}

func (p *TripPage) readStops(db *gorm.DB) error {
	return db.Raw(`SELECT s.*, (SELECT COUNT(*) FROM attachments a WHERE a.subject = 'trip_stops' AND a.record_id = s.id AND a.deleted_at IS NULL) AS files
		FROM trip_stops s WHERE s.trip_id = ? AND s.deleted_at IS NULL ORDER BY s.on_day, s.time, s.id`, p.Trip.ID).Scan(&p.Stops).Error
}

func (p *TripPage) readExpenses(db *gorm.DB) error {
	team := make([]TripMember, len(p.Team))
	for i, row := range p.Team {
		team[i] = row.TripMember
	}
	var err error
	p.Expenses, err = expensesOf(db, p.Trip.ID, team)
	p.Sums = SumExpenses(p.Expenses)
	return err
}

func (p *TripPage) readContacts(db *gorm.DB) error {
	return db.Raw(`SELECT c.*, COALESCE(o.name, '') AS organization, COALESCE(s.host, '') AS host FROM trip_contacts c
			LEFT JOIN organizations o ON o.id = c.organization_id LEFT JOIN trip_stops s ON s.id = c.stop_id AND s.deleted_at IS NULL
		WHERE c.trip_id = ? AND c.deleted_at IS NULL ORDER BY c.id`, p.Trip.ID).Scan(&p.Contacts).Error
}

func (p *TripPage) readReport(db *gorm.DB) error {
	var reports []TripReport
	err := db.Where("trip_id = ?", p.Trip.ID).Limit(1).Find(&reports).Error
	if len(reports) > 0 {
		p.Report = &reports[0]
	}
	return err
}
