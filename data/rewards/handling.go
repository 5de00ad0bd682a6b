package rewards

import (
	"context"
	"strings"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Held names a claim as the person acting on it saw it: two people acting at once, the later one is told.
type Held struct {
	ID      int64
	Version int64
}

// Advance passes the stage a claim is at, with an opinion. The warning is of an act that was done in
// spite of it, and is on the record. Problems: rewards.no_claim, record.changed, rewards.claim_ended,
// rewards.same_person, people.may_not, rewards.claim_outdated (what it is computed from changed, and the amount
// with it: Recompute first), rewards.nothing_to_pay (an amount of zero goes into no notice), those of waits and
// of workDone.
func (r *Room) Advance(ctx context.Context, actor store.Actor, held Held, opinion string) (warning *problem.Problem, err error) {
	err = r.act(ctx, actor, "rewards.advance", held, func(tx *store.Tx, claim *Claim) error {
		warning, err = r.advance(ctx, tx, claim, opinion)
		return err
	})
	return warning, err
}

func (r *Room) advance(ctx context.Context, tx *store.Tx, claim *Claim, opinion string) (warning *problem.Problem, err error) {
	if warning, err = r.permitted(ctx, tx, claim); err != nil {
		return nil, err
	}
	if err := r.sound(ctx, tx, claim); err != nil {
		return nil, err
	}
	if err := workDone(tx, claim); err != nil {
		return nil, err
	}
	act := Act{Stage: claim.Stage, Action: Passed, Opinion: opinion, Warning: warningCode(warning)}
	claim.enter(claim.Stage.Next(), tx.Now)
	if err := move(tx, claim, act); err != nil {
		return nil, err
	}
	if claim.Stage == JointReview {
		err = r.consult(ctx, tx, claim)
	}
	return warning, err
}

// permitted asks whether the stage is the actor's to do, and whether anything can be done now.
func (r *Room) permitted(ctx context.Context, tx *store.Tx, claim *Claim) (warning *problem.Problem, err error) {
	if err := waits(claim); err != nil {
		return nil, err
	}
	if role, needed := roleOf(claim.Stage); needed {
		if err := people.Require(tx, role); err != nil {
			return nil, err
		}
	}
	return r.separate(ctx, tx, claim)
}

// warningCode is how a warning is kept.
func warningCode(warning *problem.Problem) string {
	if warning == nil {
		return ""
	}
	return warning.Code
}

// sound refuses to pass a claim that is no longer, or not yet, fit for the next stage.
func (r *Room) sound(ctx context.Context, tx *store.Tx, claim *Claim) error {
	if (claim.Stage == JointReview || claim.Stage == Deciding) && claim.Amount == 0 {
		return problem.New("rewards.nothing_to_pay", "number", claim.Number)
	}
	if claim.Stage.granting() {
		return nil // approved amounts stand; Recheck still tells
	}
	now, err := r.compute(ctx, tx.DB, claim)
	if err == nil && now.Amount != claim.Amount {
		err = problem.New("rewards.claim_outdated", "number", claim.Number, "was", claim.Amount, "is", now.Amount)
	}
	return err
}

// workDone refuses to pass a stage whose own work is not done. Problems: rewards.department_awaited and
// rewards.department_objects (departments), rewards.meeting_missing, those of noticeOver, rewards.pay_by_batch.
func workDone(tx *store.Tx, claim *Claim) error {
	switch claim.Stage {
	case JointReview:
		return allAgreed(tx.DB, claim)
	case Deciding:
		if claim.Meeting == "" {
			return problem.New("rewards.meeting_missing", "number", claim.Number)
		}
	case InNotice:
		return noticeOver(tx, claim)
	case Paying:
		return problem.New("rewards.pay_by_batch", "number", claim.Number)
	}
	return nil
}

// Return sends a claim back to a stage it has passed, or to 受理 for the enterprise to bring what is missing (补正),
// which stops the clock; it says why.
// Problems: rewards.no_claim, record.changed, rewards.claim_ended, rewards.opinion_missing,
// rewards.no_way_back, rewards.approved_already.
func (r *Room) Return(ctx context.Context, actor store.Actor, held Held, target Stage, opinion string) error {
	return r.act(ctx, actor, "rewards.return", held, func(tx *store.Tx, claim *Claim) error {
		if blank(opinion) {
			return problem.New("rewards.opinion_missing")
		}
		if target.Ended() || !target.Before(claim.Stage) && target != Accepting {
			return problem.New("rewards.no_way_back", "number", claim.Number)
		}
		if claim.Stage.granting() {
			return problem.New("rewards.approved_already", "number", claim.Number)
		}
		act := Act{Stage: claim.Stage, Action: Returned, Opinion: opinion}
		claim.enter(target, tx.Now)
		if target == Accepting {
			claim.Waiting = ForEnterprise
		}
		if target.Before(InNotice) {
			claim.NoticeID = nil // it needs a notice of its own again
		}
		return move(tx, claim, act)
	})
}

// Withdraw ends a claim that has not been approved, at the enterprise's wish or for a reason given.
// Problems: rewards.no_claim, record.changed, rewards.claim_ended, rewards.opinion_missing, rewards.approved_already.
func (r *Room) Withdraw(ctx context.Context, actor store.Actor, held Held, opinion string) error {
	return r.act(ctx, actor, "rewards.withdraw", held, func(tx *store.Tx, claim *Claim) error {
		return drop(tx, claim, Act{Action: Withdrew, Opinion: opinion}, Withdrawn)
	})
}

// Reject ends a claim that is owed nothing (不予奖励), by the person whose stage it is. Problems: those of Withdraw,
// rewards.same_person, people.may_not.
func (r *Room) Reject(ctx context.Context, actor store.Actor, held Held, opinion string) (warning *problem.Problem, err error) {
	err = r.act(ctx, actor, "rewards.reject", held, func(tx *store.Tx, claim *Claim) error {
		if warning, err = r.permitted(ctx, tx, claim); err != nil {
			return err
		}
		return drop(tx, claim, Act{Action: Refused, Opinion: opinion, Warning: warningCode(warning)}, Rejected)
	})
	return warning, err
}

func drop(tx *store.Tx, claim *Claim, act Act, end Stage) error {
	if blank(act.Opinion) {
		return problem.New("rewards.opinion_missing")
	}
	if claim.Stage.granting() {
		return problem.New("rewards.approved_already", "number", claim.Number)
	}
	act.Stage = claim.Stage
	claim.enter(end, tx.Now)
	return move(tx, claim, act)
}

// act does something with a claim that is still on its way.
func (r *Room) act(ctx context.Context, actor store.Actor, reason string, held Held, do func(*store.Tx, *Claim) error) error {
	return r.store.Write(ctx, actor, reason, func(tx *store.Tx) error {
		claim, err := openHeld(tx, held)
		if err != nil {
			return err
		}
		return do(tx, claim)
	})
}

// openHeld reads a claim that is still on its way. Problems: those of claimHeld, rewards.claim_ended.
func openHeld(tx *store.Tx, held Held) (*Claim, error) {
	claim, err := claimHeld(tx, held.ID, held.Version)
	if err == nil && claim.Stage.Ended() {
		err = problem.New("rewards.claim_ended", "number", claim.Number)
	}
	return claim, err
}

func move(tx *store.Tx, claim *Claim, act Act) error {
	act.Opinion = strings.TrimSpace(act.Opinion)
	if err := store.Update(tx, claim); err != nil {
		return err
	}
	return note(tx, claim, act)
}
