package council

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// InsightOutcome is what became of an insight, as the follow-up found it.
type InsightOutcome string

// The outcomes: 已落实, 推进中, 未采用; "" while nobody looked.
const (
	OutcomeDone    InsightOutcome = "done"
	OutcomeGoing   InsightOutcome = "going"
	OutcomeDropped InsightOutcome = "dropped"
)

// InsightOutcomes are all outcomes, in the order a form offers them.
var InsightOutcomes = []InsightOutcome{OutcomeDone, OutcomeGoing, OutcomeDropped}

// SetOutcome notes what became of an insight (回访). Problems: council.no_insight, record.changed, council.no_trip,
// council.trip_not_back, council.outcome_unknown, council.outcome_why: one that was not taken up says why.
func (r *Room) SetOutcome(ctx context.Context, actor store.Actor, held Held, outcome InsightOutcome, text string) error {
	return r.write(ctx, actor, "set_outcome", func(tx *store.Tx) error {
		i, t, err := insightHeld(tx, held)
		if err != nil {
			return err
		}
		switch {
		case !t.State.Reached(TripBack):
			return problem.New("council.trip_not_back")
		case !slices.Contains(InsightOutcomes, outcome):
			return problem.New("council.outcome_unknown").At(0, "outcome")
		case outcome == OutcomeDropped && blank(text):
			return problem.New("council.outcome_why").At(0, "outcome_text")
		}
		i.Outcome, i.OutcomeText, i.OutcomeOn = outcome, strings.TrimSpace(text), dayOf(tx.Now)
		return store.Update(tx, i)
	})
}

// FollowTrip says that the follow-up of a trip is done: of every insight it is noted what became of it. With again another
// one is due so many days later, as long as something is still going on.
//
// Problems: council.no_trip, record.changed, council.trip_not_back, council.trip_followed (on), council.outcomes_open (n).
func (r *Room) FollowTrip(ctx context.Context, actor store.Actor, held Held, again bool) error {
	return r.write(ctx, actor, "follow_trip", func(tx *store.Tx) error {
		t, err := tripHeld(tx, held)
		switch {
		case err != nil:
			return err
		case !t.State.Reached(TripBack):
			return problem.New("council.trip_not_back")
		case t.FollowedOn != "":
			return problem.New("council.trip_followed", "on", t.FollowedOn)
		}
		var open int64
		if err := tx.Model(&TripInsight{}).Where("trip_id = ? AND outcome = ''", t.ID).Count(&open).Error; err != nil {
			return err
		}
		if open > 0 {
			return problem.New("council.outcomes_open", "n", open)
		}
		today := dayOf(tx.Now)
		t.FollowedOn = today
		if again {
			s, err := settingsIn(tx)
			if err != nil {
				return err
			}
			t.FollowedOn, t.FollowOn = "", followDay(today, s)
		}
		return store.Update(tx, t)
	})
}

// dueTrips are the trips whose report is missing, and those to be followed up until a day.
func (r *Room) dueTrips(ctx context.Context, today, until string) ([]DueItem, error) {
	var trips []StudyTrip
	err := r.store.Read(ctx).Where("state = ? OR follow_on <> '' AND followed_on = '' AND follow_on <= ?", TripBack, until).Order("follow_on, id").Find(&trips).Error
	var items []DueItem
	for _, t := range trips {
		link := fmt.Sprintf("smartcanal://trip/%d", t.ID)
		if t.State == TripBack {
			items = append(items, DueItem{Kind: DueTripReport, Title: t.Title, On: t.BackOn, Days: between(today, t.BackOn), Link: link})
		}
		if t.FollowedOn == "" && t.FollowOn <= until {
			items = append(items, DueItem{Kind: DueFollowUp, Title: t.Title, On: t.FollowOn, Days: between(today, t.FollowOn), Link: link})
		}
	}
	return items, err
}
