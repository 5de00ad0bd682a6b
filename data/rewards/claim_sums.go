package rewards

import (
	"context"

	"smartcanal/data/money"
)

// StageSum is how many claims stand at a stage and what they come to, fen.
type StageSum struct {
	Claims int
	Amount money.Fen
}

// SumByStage counts and adds up the claims a filter lets through; stages without claims are left out.
func (r *Room) SumByStage(ctx context.Context, filter ClaimFilter) (map[Stage]StageSum, error) {
	where, args, err := r.where(ctx, filter, nil)
	if err != nil {
		return nil, err
	}
	var found []struct {
		Stage  Stage
		Claims int
		Amount money.Fen
	}
	err = r.store.Read(ctx).Raw(`SELECT c.step AS stage, COUNT(*) AS claims, SUM(c.amount_fen) AS amount`+claimsFrom+where+` GROUP BY c.step`, args...).Scan(&found).Error
	sums := make(map[Stage]StageSum, len(found))
	for _, f := range found {
		sums[f.Stage] = StageSum{f.Claims, f.Amount}
	}
	return sums, err
}

// ClaimYears gives the years there are claims of, the latest first.
func (r *Room) ClaimYears(ctx context.Context) ([]int, error) {
	var years []int
	err := r.store.Read(ctx).Raw(`SELECT DISTINCT c.year` + claimsFrom + ` ORDER BY c.year DESC`).Scan(&years).Error
	return years, err
}

// Retrial computes a claim with a corrected declaration without keeping anything. Problems: rewards.no_claim
// and those of Redeclare's computation.
func (r *Room) Retrial(ctx context.Context, id int64, d Declaration) (Trace, error) {
	db := r.store.Read(ctx)
	claim, err := claimByID(db, id)
	if err != nil {
		return Trace{}, err
	}
	if err := d.check(claim.Year); err != nil {
		return Trace{}, err
	}
	claim.declare(d)
	return r.compute(ctx, db, claim)
}

// Beside puts the months an application declares beside the verified ones its trial took in.
func (r *Room) Beside(ctx context.Context, a Application, trial Trace) (Comparison, error) {
	tolerance, err := r.Tolerance(ctx)
	if err != nil {
		return Comparison{}, err
	}
	declared := make([]DeclaredMonth, 0, len(a.Months))
	for _, month := range sortedMonths(a.Months) {
		declared = append(declared, DeclaredMonth{Month: month, Amount: a.Months[month]})
	}
	return compare(declared, trial.Evidence, tolerance), nil
}
