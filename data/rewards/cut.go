package rewards

import (
	"context"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// CutToBudget holds the claims of a year under a measure to its budget: where that does not reach for all that are
// still before the public notice, their amounts shrink alike, and where it does again, an earlier cut is undone. What
// has come further stands and is taken off the budget. It gives how many claims' amounts changed. A year's claims are
// cut together, so it is done once all are in. Problems: rewards.no_scheme_version, rewards.no_cut, those of Compute.
func (r *Room) CutToBudget(ctx context.Context, actor store.Actor, schemeID int64, year int, opinion string) (changed int, err error) {
	err = r.store.Write(ctx, actor, "rewards.cut_to_budget", func(tx *store.Tx) error {
		scheme, err := schemeByID(tx.DB, schemeID)
		if err != nil {
			return err
		}
		if scheme.Budget == nil || scheme.Budget.Over != ProRata {
			return problem.New("rewards.no_cut", "title", scheme.Title)
		}
		claims, err := claimsToCut(tx.DB, scheme.Family, year)
		if err != nil {
			return err
		}
		wants, err := r.uncut(ctx, tx, claims)
		if err != nil {
			return err
		}
		for i, cut := range scheme.Budget.cuts(claims, wants) {
			did, err := r.recut(ctx, tx, &claims[i], cut, opinion)
			if err != nil {
				return err
			}
			if did {
				changed++
			}
		}
		return nil
	})
	return changed, err
}

// claimsToCut are the claims of a measure in all its versions, those that were dropped or come to nothing apart.
func claimsToCut(db *gorm.DB, family int64, year int) ([]Claim, error) {
	var claims []Claim
	err := db.Where("scheme_id IN (SELECT id FROM reward_schemes WHERE family = ?) AND year = ? AND step NOT IN ? AND amount_fen > 0", family, year, dropped).
		Order("id").Find(&claims).Error
	return claims, err
}

// open tells whether a claim's amount may still be cut.
func (c *Claim) open() bool { return c.Stage.Before(InNotice) }

// uncut is what each claim wants without a cut; what stands wants its amount.
func (r *Room) uncut(ctx context.Context, tx *store.Tx, claims []Claim) ([]money.Fen, error) {
	wants := make([]money.Fen, len(claims))
	for i := range claims {
		wants[i] = claims[i].Amount
		if !claims[i].open() {
			continue
		}
		whole := claims[i]
		whole.Figures.Cut = nil
		trace, err := r.compute(ctx, tx.DB, &whole)
		if err != nil {
			return nil, err
		}
		wants[i] = trace.Amount
	}
	return wants, nil
}

// cuts are the cuts of the claims, nil for none: for each part of the budget's year what is left after what stands.
func (b *Allotment) cuts(claims []Claim, wants []money.Fen) []*Cut {
	parts := len(b.Per.Parts())
	stand, open := make([]money.Fen, parts), make([]money.Fen, parts)
	for i := range claims {
		at := b.falls(claims[i].Part)
		if claims[i].open() {
			open[at] += wants[i]
		} else {
			stand[at] += wants[i]
		}
	}
	cuts := make([]*Cut, len(claims))
	var left money.Fen
	for at := range parts {
		if !b.Carry {
			left = 0
		}
		left = max(0, left+b.Amount.Fen()-stand[at])
		for i := range claims {
			if claims[i].open() && b.falls(claims[i].Part) == at && open[at] > left {
				cuts[i] = &Cut{Budget: left, Wanted: open[at]}
			}
		}
		left = max(0, left-open[at])
	}
	return cuts
}

// recut keeps a claim's cut and computes it anew, where the cut is another one.
func (r *Room) recut(ctx context.Context, tx *store.Tx, claim *Claim, cut *Cut, opinion string) (bool, error) {
	had := claim.Figures.Cut
	if !claim.open() || cut == had || cut != nil && had != nil && *cut == *had {
		return false, nil
	}
	claim.Figures.Cut = cut
	trace, err := r.compute(ctx, tx.DB, claim)
	if err != nil {
		return false, err
	}
	if err := claim.keep(tx, trace); err != nil {
		return false, err
	}
	return true, move(tx, claim, Act{Stage: claim.Stage, Action: Recomputed, Opinion: opinion})
}
