package rewards

import (
	"context"

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
