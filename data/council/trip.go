package council

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// TripState is how far a study trip is.
type TripState string

// The states: 拟订, 报批, 已批准, 出行, 已返, 已报告, 归档.
const (
	TripDraft    TripState = "draft"
	TripAsked    TripState = "asked"
	TripApproved TripState = "approved"
	Travelling   TripState = "travelling"
	TripBack     TripState = "back"
	TripReported TripState = "reported"
	TripArchived TripState = "archived"
)

// TripStates are the states in the order a trip goes through them.
var TripStates = []TripState{TripDraft, TripAsked, TripApproved, Travelling, TripBack, TripReported, TripArchived}

// Reached tells whether a state is another or lies behind it.
func (s TripState) Reached(other TripState) bool {
	return slices.Index(TripStates, s) >= slices.Index(TripStates, other)
}

// StudyTrip is a study trip (考察调研) to one or several places.
type StudyTrip struct {
	store.Record
	Title      string
	Purpose    string
	Places     string // 苏州、江阴、义乌、遂昌
	FromOn     string
	UntilOn    string
	Budget     money.Fen `gorm:"column:budget_fen"`
	Approver   string    // who is to approve it
	State      TripState
	AskedBy    string
	ApprovedBy string
	ApprovedOn string
	Opinion    string
	BackOn     string
	FollowOn   string // "" before it is back
	FollowedOn string // "" while nobody looked at what became of it
}

// TableName is the table of migration 0022.
func (StudyTrip) TableName() string { return "study_trips" }

// PlaceNames are the places of the trip in their order.
func (t *StudyTrip) PlaceNames() []string { return listed(t.Places) }

// Days are the days of the trip, the first and the last included.
func (t *StudyTrip) Days() []string {
	var days []string
	for day := t.FromOn; day <= t.UntilOn && len(days) <= longestTrip; day = after(day, 1) {
		days = append(days, day)
	}
	return days
}

// longestTrip is how many days a trip may last: what is longer is a slip of the year.
const longestTrip = 90

// listed cuts a list as people write it: 苏州、江阴，义乌 遂昌. Each stands in it once.
func listed(text string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；; \t\n　", r) }) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func listText(text string) string { return strings.Join(listed(text), "、") }

func (t *StudyTrip) check() error {
	t.Title, t.Purpose, t.Places, t.Approver = strings.TrimSpace(t.Title), strings.TrimSpace(t.Purpose), listText(t.Places), strings.TrimSpace(t.Approver)
	for _, one := range []struct{ text, code, column string }{
		{t.Title, "council.trip_untitled", "title"}, {t.Purpose, "council.trip_no_purpose", "purpose"}, {t.Places, "council.trip_no_places", "places"},
	} {
		if one.text == "" {
			return problem.New(one.code).At(0, one.column)
		}
	}
	if err := checkDay(&t.FromOn, "from_on", true); err != nil {
		return err
	}
	if err := checkDay(&t.UntilOn, "until_on", true); err != nil {
		return err
	}
	switch days := between(t.FromOn, t.UntilOn) + 1; {
	case days < 1:
		return problem.New("council.ends_before", "from", t.FromOn, "until", t.UntilOn).At(0, "until_on")
	case days > longestTrip:
		return problem.New("council.trip_too_long", "days", days, "most", longestTrip).At(0, "until_on")
	}
	if t.Budget < 0 {
		return problem.New("council.trip_budget_below").At(0, "budget_fen")
	}
	return nil
}

// SaveTrip writes the plan of a trip; a new one begins as a draft. What was put before the approver is given back first.
//
// Problems, at the field: council.trip_untitled, council.trip_no_purpose, council.trip_no_places, council.not_a_day,
// council.ends_before, council.trip_too_long (days, most), council.trip_budget_below; council.trip_fixed (state),
// council.trip_days_used (on): something already stands on a day that would fall away; record.changed.
func (r *Room) SaveTrip(ctx context.Context, actor store.Actor, t *StudyTrip) error {
	if err := t.check(); err != nil {
		return err
	}
	return r.write(ctx, actor, "save_trip", func(tx *store.Tx) error {
		if t.ID == 0 {
			t.State = TripDraft
			return tx.Create(t).Error
		}
		was, err := tripHeld(tx, Held{t.ID, t.Version})
		if err != nil {
			return err
		}
		if was.State != TripDraft {
			return problem.New("council.trip_fixed", "state", tripStateKey(was.State))
		}
		if err := daysStay(tx, t); err != nil {
			return err
		}
		was.Title, was.Purpose, was.Places, was.FromOn, was.UntilOn, was.Budget, was.Approver = t.Title, t.Purpose, t.Places, t.FromOn, t.UntilOn, t.Budget, t.Approver
		err = store.Update(tx, was)
		*t = *was
		return err
	})
}

// daysStay refuses days that leave a stop or an expense outside the trip.
func daysStay(tx *store.Tx, t *StudyTrip) error {
	var outside []string
	err := tx.Raw(`SELECT on_day FROM (SELECT on_day FROM trip_stops WHERE trip_id = @trip AND deleted_at IS NULL
			UNION SELECT on_day FROM trip_expenses WHERE trip_id = @trip AND deleted_at IS NULL) AS days
		WHERE on_day < @from OR on_day > @until ORDER BY on_day LIMIT 1`, map[string]any{"trip": t.ID, "from": t.FromOn, "until": t.UntilOn}).Scan(&outside).Error
	if err == nil && len(outside) > 0 {
		err = problem.New("council.trip_days_used", "on", outside[0]).At(0, "from_on")
	}
	return err
}

// tripHeld reads a trip as the person acting saw it. Problems: council.no_trip, record.changed.
func tripHeld(tx *store.Tx, held Held) (*StudyTrip, error) {
	var t StudyTrip
	err := found(tx.DB, &t, held, "council.no_trip")
	return &t, err
}

func tripStateKey(state TripState) string { return "council.trip_state." + string(state) }

// WithdrawTrip puts a trip into the bin that nobody approved. Problems: council.no_trip, record.changed, council.trip_fixed (state).
func (r *Room) WithdrawTrip(ctx context.Context, actor store.Actor, held Held) error {
	return r.write(ctx, actor, "withdraw_trip", func(tx *store.Tx) error {
		t, err := tripHeld(tx, held)
		if err != nil {
			return err
		}
		if t.State != TripDraft {
			return problem.New("council.trip_fixed", "state", tripStateKey(t.State))
		}
		return tx.Remove(t)
	})
}

// RestoreTrip takes a trip out of the bin. Problem: record.gone.
func (r *Room) RestoreTrip(ctx context.Context, actor store.Actor, id int64) error {
	return r.write(ctx, actor, "restore_trip", func(tx *store.Tx) error {
		return tx.Restore(&StudyTrip{Record: store.Record{ID: id}})
	})
}
