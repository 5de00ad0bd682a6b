package rewards

import (
	"context"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// duty is which of the three offices an act belongs to: entry (经办: receiving and first review), review
// (复核) and approval (批准) of one claim are done by three people.
type duty int

const (
	noDuty duty = iota
	entry
	review
	approval
)

// dutyOf says whose work a stage is. Joint review, meeting, notice, payment and archive are the work of other
// offices or of whoever is there.
func dutyOf(stage Stage) duty {
	switch stage {
	case Accepting, FirstReview:
		return entry
	case SecondReview:
		return review
	case Approving:
		return approval
	}
	return noDuty
}

// roleOf is what a person must be to do a stage; stages that are no duty anybody may do.
func roleOf(stage Stage) (role people.Role, needed bool) {
	switch dutyOf(stage) {
	case entry:
		return people.Clerk, true
	case review:
		return people.Reviewer, true
	case approval:
		return people.Approver, true
	}
	return "", false
}

// held tells whether a person already holds another duty on a claim than the one of a stage. Passes that a
// return sent back are no longer held; having entered the claim always is.
func held(acts []Act, actor string, stage Stage) bool {
	duties := map[duty]string{}
	passed := map[Stage]string{}
	for _, act := range acts {
		switch act.Action {
		case Created:
			duties[entry] = act.Actor
		case Passed:
			passed[act.Stage] = act.Actor
		case Returned:
			for _, undone := range Stages[act.Target.place():] {
				delete(passed, undone)
			}
		}
	}
	wanted := dutyOf(stage)
	if wanted == noDuty {
		return false
	}
	if wanted != entry && duties[entry] == actor {
		return true
	}
	for done, by := range passed {
		if d := dutyOf(done); by == actor && d != noDuty && d != wanted {
			return true
		}
	}
	return false
}

// singleSetting names the setting of an office of one person: "1" lets one person do all, with a warning
// on the record of each claim.
const singleSetting = "rewards.single_person"

// SinglePerson tells whether one person may hold several duties.
func (r *Room) SinglePerson(ctx context.Context) (bool, error) {
	value, err := r.store.Setting(ctx, singleSetting)
	return value == "1", err
}

// SetSinglePerson decides it; the journal keeps who did.
func (r *Room) SetSinglePerson(ctx context.Context, actor store.Actor, single bool) error {
	value := ""
	if single {
		value = "1"
	}
	return r.store.Write(ctx, actor, "rewards.set_single_person", func(tx *store.Tx) error {
		return tx.SetSetting(singleSetting, value)
	})
}

// separate checks that the actor may do a stage. Where the office is one person it gives the problem as a
// warning to be kept with the act.
func (r *Room) separate(ctx context.Context, tx *store.Tx, claim *Claim) (warning *problem.Problem, err error) {
	acts, err := actsOf(tx.DB, claim.ID)
	if err != nil || !held(acts, tx.Actor, claim.Stage) {
		return nil, err
	}
	same := problem.New("rewards.same_person", "actor", tx.Actor)
	single, err := r.SinglePerson(ctx)
	if err != nil || single {
		return same, err
	}
	return nil, same
}
