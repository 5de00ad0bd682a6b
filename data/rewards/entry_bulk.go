package rewards

import (
	"context"
	"errors"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Entered is what became of several applications handed in at once.
type Entered struct {
	Claims  []*Claim
	Refused []RefusedApplication
}

// RefusedApplication is one that did not become a claim, and why.
type RefusedApplication struct {
	Application
	At      int // its place in what was handed in
	Problem *problem.Problem
}

// CreateAll accepts applications in one write, each by itself as Create does: returned forms, or all who qualify
// under a rule without having asked (免申即享). An application refused holds up nobody; an error is of the file, and
// nothing was written. progress may be nil.
func (r *Room) CreateAll(ctx context.Context, actor store.Actor, applications []Application, progress func(done, total int)) (Entered, error) {
	var entered Entered
	err := r.store.Write(ctx, actor, "rewards.create_claims", func(tx *store.Tx) error {
		entered = Entered{}
		for i, a := range applications {
			if err := ctx.Err(); err != nil {
				return err
			}
			var claim *Claim
			refused, err := apart(tx, func() error {
				var err error
				claim, err = r.create(ctx, tx, a)
				return err
			})
			switch {
			case err != nil:
				return err
			case refused != nil:
				entered.Refused = append(entered.Refused, RefusedApplication{a, i, refused})
			default:
				entered.Claims = append(entered.Claims, claim)
			}
			if progress != nil {
				progress(i+1, len(applications))
			}
		}
		return nil
	})
	if err != nil {
		return Entered{}, err
	}
	return entered, nil
}

// TakeBackEntered takes claims back that were just entered, all in one write: they go to the bin, and whoever they
// are of can claim anew. Problems, and then none is taken back: people.may_not, rewards.no_claim, record.changed, and
// with the number rewards.worked_on (somebody has gone on with it).
func (r *Room) TakeBackEntered(ctx context.Context, actor store.Actor, held ...Held) error {
	return r.store.Write(ctx, actor, "rewards.take_back_entered", func(tx *store.Tx) error {
		if err := people.Require(tx, people.Clerk); err != nil {
			return err
		}
		for _, one := range held {
			claim, err := claimHeld(tx, one.ID, one.Version)
			if err != nil {
				return err
			}
			if err := untouched(tx, claim); err != nil {
				return err
			}
			if err := tx.Remove(claim); err != nil {
				return err
			}
		}
		return nil
	})
}

// untouched refuses a claim with which anything was done since it was entered.
func untouched(tx *store.Tx, claim *Claim) error {
	var acts, materials int64
	err := errors.Join(
		tx.Model(&Act{}).Where("claim_id = ?", claim.ID).Count(&acts).Error,
		tx.Model(&Material{}).Where("claim_id = ? AND state <> ?", claim.ID, Missing).Count(&materials).Error)
	if err == nil && (acts > 1 || materials > 0) {
		err = problem.New("rewards.worked_on", "number", claim.Number)
	}
	return err
}
