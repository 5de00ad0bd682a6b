package rewards

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Recheck computes a claim from what is in the file now and says which steps differ from what is frozen
// with it: statements imported or taken back since, another claim approved. None means nothing changed.
func (r *Room) Recheck(ctx context.Context, id int64) ([]Difference, error) {
	db := r.store.Read(ctx)
	claim, err := claimByID(db, id)
	if err != nil {
		return nil, err
	}
	frozen, err := Thaw(claim.Frozen)
	if err != nil {
		return nil, err
	}
	now, err := r.compute(ctx, db, claim)
	if err != nil {
		return nil, err
	}
	return Compare(frozen, now), nil
}

// Recompute computes a claim anew and freezes that. Problems: rewards.no_claim, record.changed,
// rewards.claim_ended, rewards.approved_already, and those of Compute.
func (r *Room) Recompute(ctx context.Context, actor store.Actor, held Held, opinion string) (Trace, error) {
	return r.recompute(ctx, actor, "rewards.recompute", held, opinion, nil)
}

// Redeclare takes in a corrected declaration and computes the claim anew; a claim past 受理 has to be
// returned first. Problems: those of Recompute, rewards.not_returned, rewards.month_outside, rewards.amount_negative.
func (r *Room) Redeclare(ctx context.Context, actor store.Actor, held Held, d Declaration, opinion string) (Trace, error) {
	return r.recompute(ctx, actor, "rewards.redeclare", held, opinion, &d)
}

func (r *Room) recompute(ctx context.Context, actor store.Actor, reason string, held Held, opinion string, declared *Declaration) (Trace, error) {
	var trace Trace
	err := r.act(ctx, actor, reason, held, func(tx *store.Tx, claim *Claim) error {
		if claim.Stage.granting() {
			return problem.New("rewards.approved_already", "number", claim.Number)
		}
		err := claim.redeclare(tx, declared)
		if err != nil {
			return err
		}
		if trace, err = r.compute(ctx, tx.DB, claim); err != nil {
			return err
		}
		if err := claim.keep(tx, trace); err != nil {
			return err
		}
		return move(tx, claim, Act{Stage: claim.Stage, Action: Recomputed, Opinion: opinion})
	})
	return trace, err
}

func (c *Claim) redeclare(tx *store.Tx, declared *Declaration) error {
	if declared == nil {
		return nil
	}
	if c.Stage != Accepting {
		return problem.New("rewards.not_returned", "number", c.Number)
	}
	if err := declared.check(c.Year); err != nil {
		return err
	}
	c.declare(*declared)
	c.Waiting = "" // the corrected declaration is what it was waiting for
	return keepMonths(tx, c.ID, declared.Months)
}
