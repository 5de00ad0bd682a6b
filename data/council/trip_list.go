package council

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/grams"
	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/search"
)

// TripFilter says which trips a list shows. Zero values ask for all.
type TripFilter struct {
	Text   string // part of title, purpose, places or a unit visited, or pinyin initials; all words must be found
	State  TripState
	Year   string
	Follow string // to be followed up until this day
}

// TripColumn is what a list of trips can be sorted and filtered by.
type TripColumn string

// The columns of the list of trips.
const (
	TripByTitle    TripColumn = "title"
	TripByPlaces   TripColumn = "places"
	TripByFrom     TripColumn = "from"
	TripByUntil    TripColumn = "until"
	TripByLeader   TripColumn = "leader"
	TripByTeam     TripColumn = "team"
	TripByState    TripColumn = "state"
	TripByBudget   TripColumn = "budget"
	TripBySpent    TripColumn = "spent"
	TripByInsights TripColumn = "insights"
	TripByFollow   TripColumn = "follow"
)

// TripRow is a trip as a list shows it.
type TripRow struct {
	ID         int64
	Version    int64
	Title      string
	Places     string
	FromOn     string
	UntilOn    string
	State      TripState
	Budget     money.Fen
	Spent      money.Fen
	FollowOn   string
	FollowedOn string
	Leader     string
	Team       int
	Insights   int
	Taken      int // insights that became a task or a topic
}

const (
	tripsFrom    = ` FROM study_trips t WHERE t.deleted_at IS NULL`
	tripLeader   = `COALESCE((SELECT MIN(m.name) FROM trip_members m WHERE m.trip_id = t.id AND m.role = 'leader' AND m.deleted_at IS NULL), '')`
	tripTeam     = `(SELECT COUNT(*) FROM trip_members m WHERE m.trip_id = t.id AND m.deleted_at IS NULL)`
	tripSpent    = `COALESCE((SELECT SUM(e.amount_fen) FROM trip_expenses e WHERE e.trip_id = t.id AND e.deleted_at IS NULL), 0)`
	tripInsights = `(SELECT COUNT(*) FROM trip_insights i WHERE i.trip_id = t.id AND i.deleted_at IS NULL)`
)

// tripFields are the columns of the list of trips as a person filters and sorts by them.
func tripFields() listing.Fields {
	return listing.Fields{
		string(TripByTitle):    {SQL: "t.title"},
		string(TripByPlaces):   {SQL: "t.places"},
		string(TripByFrom):     {Kind: listing.Day, SQL: "t.from_on"},
		string(TripByUntil):    {Kind: listing.Day, SQL: "t.until_on"},
		string(TripByLeader):   {SQL: tripLeader},
		string(TripByTeam):     {Kind: listing.Number, SQL: tripTeam},
		string(TripByState):    {SQL: "t.state"},
		string(TripByBudget):   {Kind: listing.Money, SQL: "t.budget_fen"},
		string(TripBySpent):    {Kind: listing.Money, SQL: tripSpent},
		string(TripByInsights): {Kind: listing.Number, SQL: tripInsights},
		string(TripByFollow):   {Kind: listing.Day, SQL: "t.follow_on"},
	}
}

func (f TripFilter) where(columns []listing.Filter) (string, []any, error) {
	var b strings.Builder
	var args []any
	need := func(is bool, condition string, values ...any) {
		if is {
			b.WriteString(" AND " + condition)
			args = append(args, values...)
		}
	}
	need(f.State != "", "t.state = ?", f.State)
	need(f.Year != "", "t.from_on >= ? AND t.from_on <= ?", f.Year+"-01-01", f.Year+"-12-31")
	need(f.Follow != "", "t.follow_on <> '' AND t.followed_on = '' AND t.follow_on <= ?", f.Follow)
	if words := grams.Words(f.Text); len(words) > 0 {
		holding, values := search.Holding(search.Trip, words)
		need(true, "t.id IN "+holding, values...)
	}
	more, values, err := tripFields().Where(columns)
	for _, condition := range more {
		need(true, condition)
	}
	return b.String(), append(args, values...), err
}

// TripIDs gives the ids of the trips a filter lets through, in the order asked for; without one the latest come first.
// columns are what a person asked of single columns besides; problems: those of listing.Fields.Where.
func (r *Room) TripIDs(ctx context.Context, filter TripFilter, order []listing.Order, columns ...listing.Filter) ([]int32, error) {
	where, args, err := filter.where(columns)
	if err != nil {
		return nil, err
	}
	return listing.IDs(ctx, r.store.SQL(), `SELECT t.id`+tripsFrom+where+` ORDER BY `+tripOrder(order), args...)
}

func tripOrder(order []listing.Order) string {
	fields := tripFields()
	return listing.OrderBy(order, func(column string) string {
		if column == string(TripByState) {
			return listing.Places("t.state", TripStates)
		}
		return fields[column].SQL
	}, "t.from_on DESC", "t.id DESC")
}

// Trips fetches the rows of a page by their ids, in the order of the ids.
func (r *Room) Trips(ctx context.Context, ids []int32) ([]TripRow, error) {
	var rows []TripRow
	err := r.store.Read(ctx).Raw(`SELECT t.id, t.version, t.title, t.places, t.from_on, t.until_on, t.state, t.budget_fen AS budget, t.follow_on, t.followed_on,
		`+tripSpent+` AS spent, `+tripLeader+` AS leader, `+tripTeam+` AS team, `+tripInsights+` AS insights,
		(SELECT COUNT(*) FROM trip_insights i WHERE i.trip_id = t.id AND i.deleted_at IS NULL AND (i.topic_id IS NOT NULL
			OR i.task_id IN (SELECT k.id FROM supervised_tasks k WHERE k.deleted_at IS NULL))) AS taken`+
		tripsFrom+` AND t.id IN (?)`, ids).Scan(&rows).Error
	places := make(map[int64]int, len(ids))
	for i, id := range ids {
		places[int64(id)] = i
	}
	slices.SortFunc(rows, func(a, b TripRow) int { return places[a.ID] - places[b.ID] })
	return rows, err
}

// TripValues are the values a column has in a list of trips, those of most trips first; at most limit. A filter of the
// column itself is passed over.
func (r *Room) TripValues(ctx context.Context, column TripColumn, filter TripFilter, columns []listing.Filter, limit int) ([]listing.Value, error) {
	field, is := tripFields()[string(column)]
	if !is {
		return nil, nil
	}
	where, args, err := filter.where(listing.Without(columns, string(column)))
	if err != nil {
		return nil, err
	}
	var values []listing.Value
	err = r.store.Read(ctx).Raw("SELECT "+field.SQL+" AS key, COUNT(*) AS count"+tripsFrom+where+" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", append(args, limit)...).Scan(&values).Error
	return values, err
}

// TripFigures count the trips for the head of their list.
type TripFigures struct {
	All    int
	States map[TripState]int
	Follow int // to be followed up within the days of Settings.SoonDays, or overdue
}

// TripFigures counts the trips there are.
func (r *Room) TripFigures(ctx context.Context) (TripFigures, error) {
	f := TripFigures{States: map[TripState]int{}}
	s, err := r.Settings(ctx)
	if err != nil {
		return f, err
	}
	values, err := r.TripValues(ctx, TripByState, TripFilter{}, nil, len(TripStates))
	if err != nil {
		return f, err
	}
	for _, value := range values {
		f.States[TripState(value.Key)] = value.Count
		f.All += value.Count
	}
	ids, err := r.TripIDs(ctx, TripFilter{Follow: after(r.Today(), s.SoonDays)}, nil)
	f.Follow = len(ids)
	return f, err
}
