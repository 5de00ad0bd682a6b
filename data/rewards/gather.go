package rewards

import (
	"context"

	"gorm.io/gorm"

	"smartcanal/data/store"
)

// compute gathers what a claim is computed from, as it stands now, and computes it.
func (r *Room) compute(ctx context.Context, db *gorm.DB, claim *Claim) (Trace, error) {
	scheme, rule, err := ruleWithScheme(db, claim.RuleID)
	if err != nil {
		return Trace{}, err
	}
	evidence, err := r.gather(ctx, db, claim)
	if err != nil {
		return Trace{}, err
	}
	return Compute(scheme, rule, evidence)
}

func (r *Room) gather(ctx context.Context, db *gorm.DB, claim *Claim) (Evidence, error) {
	e := Evidence{OrganizationID: claim.OrganizationID, Year: claim.Year, Base: claim.Base, EarlierHighest: claim.EarlierHighest}
	months, err := r.sales.VerifiedByMonth(ctx, claim.OrganizationID, claim.Year)
	if err != nil {
		return e, err
	}
	for _, month := range months {
		e.Months = append(e.Months, MonthSales{Month: month.Month, Platform: month.Platform, Fen: month.Fen})
	}
	years, err := r.sales.VerifiedByYear(ctx, claim.OrganizationID)
	if err != nil {
		return e, err
	}
	for year, fen := range years {
		if year < claim.Year {
			e.Earlier = append(e.Earlier, YearFigure{Year: year, Fen: fen})
		}
	}
	e.Granted, err = grantsBeside(db, claim)
	return e, err
}

// grantsBeside gives what other claims of the organisation take of the year's cap: those approved, and
// those still on their way that came before. So the cap holds whatever the order they are finished in,
// and of two claims at most one gives way to the other.
func grantsBeside(db *gorm.DB, claim *Claim) ([]Grant, error) {
	var others []Claim
	err := db.Where("organization_id = ? AND year = ? AND scheme_id = ? AND id <> ? AND step <> ? AND amount_fen > 0",
		claim.OrganizationID, claim.Year, claim.SchemeID, claim.ID, Withdrawn).Order("id").Find(&others).Error
	if err != nil {
		return nil, err
	}
	var grants []Grant
	for _, other := range others {
		if other.Stage.granting() || claim.ID == 0 || other.ID < claim.ID {
			grants = append(grants, Grant{ClaimID: other.ID, Number: other.Number, Fen: other.Amount})
		}
	}
	return grants, nil
}

// keep freezes a trace with its claim, without writing it yet.
func (c *Claim) keep(tx *store.Tx, trace Trace) error {
	var err error
	c.Frozen, err = trace.Freeze()
	c.Amount, c.ComputedAt = trace.Amount, tx.Now
	return err
}

// declare takes the parts of a declaration that the claim itself keeps.
func (c *Claim) declare(d Declaration) { c.Base, c.EarlierHighest = d.Base, d.EarlierHighest }
