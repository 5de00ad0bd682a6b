package rewards

import (
	"context"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// OutdatedClaim is one whose evidence is no longer what its amount was computed from: statements were taken back or came
// since. Granted says that the amount has been approved or paid, so that it is for a clawback and not for computing anew.
type OutdatedClaim struct {
	ClaimID int64
	Number  string
	Stage   Stage
	Was, Is money.Fen
	Granted bool
	Problem *problem.Problem // why it cannot be computed now, nil if it can
}

// Outdated computes every claim that was not dropped from what is in the file now and gives those that come to something
// else. It computes as many claims as there are; progress may be nil.
func (r *Room) Outdated(ctx context.Context, progress func(done, total int)) ([]OutdatedClaim, error) {
	db := r.store.Read(ctx)
	var claims []Claim
	if err := db.Where("step NOT IN ?", dropped).Order("id").Find(&claims).Error; err != nil {
		return nil, err
	}
	var found []OutdatedClaim
	for i := range claims {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		claim := &claims[i]
		now, err := r.compute(ctx, db, claim)
		if err != nil || now.Amount != claim.Amount {
			found = append(found, OutdatedClaim{claim.ID, claim.Number, claim.Stage, claim.Amount, now.Amount, claim.Stage.granting(), problem.Of(err)})
		}
		if progress != nil {
			progress(i+1, len(claims))
		}
	}
	return found, nil
}
