package rewards

import (
	"context"
	"strings"

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
// rewards.same_person, rewards.claim_outdated (what it is computed from changed, and the amount with it:
// Recompute first), rewards.nothing_to_pay (an amount of zero goes into no notice).
func (r *Room) Advance(ctx context.Context, actor store.Actor, held Held, opinion string) (warning *problem.Problem, err error) {
	err = r.act(ctx, actor, "rewards.advance", held, func(tx *store.Tx, claim *Claim) error {
		if warning, err = r.separate(ctx, tx, claim); err != nil {
			return err
		}
		if err := r.sound(ctx, tx, claim); err != nil {
			return err
		}
		act := Act{Stage: claim.Stage, Action: Passed, Opinion: opinion}
		if warning != nil {
			act.Warning = warning.Code
		}
		claim.Stage = claim.Stage.Next()
		return move(tx, claim, act)
	})
	return warning, err
}

// sound refuses to pass a claim that is no longer, or not yet, fit for the next stage.
func (r *Room) sound(ctx context.Context, tx *store.Tx, claim *Claim) error {
	if claim.Stage.Next() == InNotice && claim.Amount == 0 {
		return problem.New("rewards.nothing_to_pay", "number", claim.Number)
	}
	if claim.Stage == Paying {
		return nil // approved amounts stand; Recheck still tells
	}
	now, err := r.compute(ctx, tx.DB, claim)
	if err == nil && now.Amount != claim.Amount {
		err = problem.New("rewards.claim_outdated", "number", claim.Number, "was", claim.Amount, "is", now.Amount)
	}
	return err
}

// Return sends a claim back to a stage it has passed, or keeps it at 受理 for more materials; it says why.
// Problems: rewards.no_claim, record.changed, rewards.claim_ended, rewards.opinion_missing,
// rewards.no_way_back.
func (r *Room) Return(ctx context.Context, actor store.Actor, held Held, target Stage, opinion string) error {
	return r.act(ctx, actor, "rewards.return", held, func(tx *store.Tx, claim *Claim) error {
		if blank(opinion) {
			return problem.New("rewards.opinion_missing")
		}
		if target.Ended() || !target.Before(claim.Stage) && target != Accepting {
			return problem.New("rewards.no_way_back", "number", claim.Number)
		}
		act := Act{Stage: claim.Stage, Action: Returned, Opinion: opinion}
		claim.Stage = target
		return move(tx, claim, act)
	})
}

// Withdraw ends a claim that has not been approved, at the enterprise's wish or for a reason given.
// Problems: rewards.no_claim, record.changed, rewards.claim_ended, rewards.opinion_missing, rewards.approved_already.
func (r *Room) Withdraw(ctx context.Context, actor store.Actor, held Held, opinion string) error {
	return r.act(ctx, actor, "rewards.withdraw", held, func(tx *store.Tx, claim *Claim) error {
		if blank(opinion) {
			return problem.New("rewards.opinion_missing")
		}
		if claim.Stage.granting() {
			return problem.New("rewards.approved_already", "number", claim.Number)
		}
		act := Act{Stage: claim.Stage, Action: Withdrew, Opinion: opinion}
		claim.Stage = Withdrawn
		return move(tx, claim, act)
	})
}

// act does something with a claim that is still on its way.
func (r *Room) act(ctx context.Context, actor store.Actor, reason string, held Held, do func(*store.Tx, *Claim) error) error {
	return r.store.Write(ctx, actor, reason, func(tx *store.Tx) error {
		claim, err := claimHeld(tx, held.ID, held.Version)
		if err != nil {
			return err
		}
		if claim.Stage.Ended() {
			return problem.New("rewards.claim_ended", "number", claim.Number)
		}
		return do(tx, claim)
	})
}

func move(tx *store.Tx, claim *Claim, act Act) error {
	act.Opinion = strings.TrimSpace(act.Opinion)
	if err := store.Update(tx, claim); err != nil {
		return err
	}
	return note(tx, claim, act)
}
