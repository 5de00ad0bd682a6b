package council

import (
	"context"
	"strings"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// stepTrip does something with a trip that is in one of some states. Problems: council.no_trip, record.changed,
// council.trip_wrong_state (state).
func (r *Room) stepTrip(ctx context.Context, actor store.Actor, reason string, held Held, from []TripState, do func(tx *store.Tx, t *StudyTrip) error) error {
	return r.write(ctx, actor, reason, func(tx *store.Tx) error {
		t, err := tripHeld(tx, held)
		if err != nil {
			return err
		}
		for _, state := range from {
			if t.State != state {
				continue
			}
			if err := do(tx, t); err != nil {
				return err
			}
			return store.Update(tx, t)
		}
		return problem.New("council.trip_wrong_state", "state", tripStateKey(t.State))
	})
}

// AskTrip puts a plan before its approver (报批). Problems besides those of every step: council.trip_no_team.
func (r *Room) AskTrip(ctx context.Context, actor store.Actor, held Held) error {
	return r.stepTrip(ctx, actor, "ask_trip", held, []TripState{TripDraft}, func(tx *store.Tx, t *StudyTrip) error {
		var team int64
		if err := tx.Model(&TripMember{}).Where("trip_id = ?", t.ID).Count(&team).Error; err != nil {
			return err
		}
		if team == 0 {
			return problem.New("council.trip_no_team")
		}
		t.State, t.AskedBy, t.Opinion = TripAsked, tx.Actor, ""
		return nil
	})
}

// ApproveTrip approves a plan (批准). Problems besides those of every step: people.may_not, council.trip_same_person (actor):
// who put it forward does not approve it, unless the office is one person.
func (r *Room) ApproveTrip(ctx context.Context, actor store.Actor, held Held, opinion string) error {
	return r.stepTrip(ctx, actor, "approve_trip", held, []TripState{TripAsked}, func(tx *store.Tx, t *StudyTrip) error {
		if err := people.Require(tx, people.Approver); err != nil {
			return err
		}
		alone, err := onePerson(tx)
		if err != nil {
			return err
		}
		if !alone && t.AskedBy == tx.Actor {
			return problem.New("council.trip_same_person", "actor", tx.Actor)
		}
		t.State, t.ApprovedBy, t.ApprovedOn, t.Opinion = TripApproved, tx.Actor, dayOf(tx.Now), strings.TrimSpace(opinion)
		return nil
	})
}

// ReturnTrip gives a plan back to be changed, with the reason: the approver one that was put before him, and anybody one
// that was approved and is to be another; who put it forward may take it back. It is approved anew then. Problems besides
// those of every step: council.reason_missing, people.may_not.
func (r *Room) ReturnTrip(ctx context.Context, actor store.Actor, held Held, reason string) error {
	return r.stepTrip(ctx, actor, "return_trip", held, []TripState{TripAsked, TripApproved}, func(tx *store.Tx, t *StudyTrip) error {
		if blank(reason) {
			return problem.New("council.reason_missing").At(0, "text")
		}
		if t.State == TripAsked && t.AskedBy != tx.Actor {
			if err := people.Require(tx, people.Approver); err != nil {
				return err
			}
		}
		t.State, t.ApprovedBy, t.ApprovedOn, t.Opinion = TripDraft, "", "", strings.TrimSpace(reason)
		return nil
	})
}

// SetOut says that the team is on its way (出行).
func (r *Room) SetOut(ctx context.Context, actor store.Actor, held Held) error {
	return r.stepTrip(ctx, actor, "set_out", held, []TripState{TripApproved}, func(_ *store.Tx, t *StudyTrip) error {
		t.State = Travelling
		return nil
	})
}

// ComeBack says when the team came back (已返); from that day on the follow-up counts. Problems besides those of every
// step: council.not_a_day, council.trip_back_early (from), council.trip_back_later (today).
func (r *Room) ComeBack(ctx context.Context, actor store.Actor, held Held, day string) error {
	if err := checkDay(&day, "back_on", true); err != nil {
		return err
	}
	return r.stepTrip(ctx, actor, "come_back", held, []TripState{TripApproved, Travelling}, func(tx *store.Tx, t *StudyTrip) error {
		switch today := dayOf(tx.Now); {
		case day < t.FromOn:
			return problem.New("council.trip_back_early", "from", t.FromOn).At(0, "back_on")
		case day > today:
			return problem.New("council.trip_back_later", "today", today).At(0, "back_on")
		}
		s, err := settingsIn(tx)
		t.State, t.BackOn, t.FollowOn = TripBack, day, followDay(day, s)
		return err
	})
}

// followDay is when is looked at what became of a trip.
func followDay(back string, s Settings) string { return after(back, s.FollowDays) }

// ReportTrip says that the report was handed in (已报告). Problems besides those of every step: council.trip_no_report.
func (r *Room) ReportTrip(ctx context.Context, actor store.Actor, held Held) error {
	return r.stepTrip(ctx, actor, "report_trip", held, []TripState{TripBack}, func(tx *store.Tx, t *StudyTrip) error {
		var written int64
		if err := tx.Model(&TripReport{}).Where("trip_id = ?", t.ID).Count(&written).Error; err != nil {
			return err
		}
		if written == 0 {
			return problem.New("council.trip_no_report")
		}
		t.State = TripReported
		return nil
	})
}

// ArchiveTrip puts the papers of a trip away (归档): what was planned, spent and noted stays as it is from then on; the
// follow-up goes on.
func (r *Room) ArchiveTrip(ctx context.Context, actor store.Actor, held Held) error {
	return r.stepTrip(ctx, actor, "archive_trip", held, []TripState{TripReported}, func(_ *store.Tx, t *StudyTrip) error {
		t.State = TripArchived
		return nil
	})
}
