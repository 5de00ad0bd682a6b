package rewards

import (
	"gorm.io/gorm"
)

// claimed are the claims there are of a measure, in all its versions, up to a year.
type claimed struct {
	year   int
	claims map[int64][]otherClaim // by organisation
}

func claimsOfFamily(db *gorm.DB, family int64, year int) (claimed, error) {
	var all []otherClaim
	err := db.Table("claims c").Select("c.id, c.number, c.organization_id, c.year, c.part, c.step, c.amount_fen, c.figures, c.trace, r.family AS rule_family").
		Joins("JOIN reward_rules r ON r.id = c.rule_id JOIN reward_schemes s ON s.id = c.scheme_id").
		Where("c.deleted_at IS NULL AND s.family = ? AND c.step NOT IN ? AND c.year <= ?", family, dropped, year).Order("c.id").Find(&all).Error
	byOwner := map[int64][]otherClaim{}
	for _, claim := range all {
		fen, wrong := claim.granted()
		if wrong != nil {
			return claimed{}, wrong
		}
		claim.takes = fen
		byOwner[claim.OrganizationID] = append(byOwner[claim.OrganizationID], claim)
	}
	return claimed{year, byOwner}, err
}

// itself is the claim a case would make again, nil for none.
func (c claimed) itself(scheme *Scheme, of *Case) *otherClaim {
	e := &of.Evidence
	for i, claim := range c.claims[e.OrganizationID] {
		if claim.RuleFamily == scheme.Rules[of.Rule].Family && claim.Year == e.Year && claim.Part == e.Part {
			return &c.claims[e.OrganizationID][i]
		}
	}
	return nil
}

// beside gives a case what other claims of its organisation have to do with it.
func (c claimed) beside(scheme *Scheme, of *Case) {
	e := &of.Evidence
	rule := &scheme.Rules[of.Rule]
	for _, claim := range c.claims[e.OrganizationID] {
		if claim.takes <= 0 {
			continue
		}
		same := claim.RuleFamily == rule.Family
		award := Award{Grant: Grant{ClaimID: claim.ID, Number: claim.Number, Fen: claim.takes}, Same: same}
		if same && rule.OnceYears > 0 {
			past := award
			past.Year = claim.Year
			e.Past = append(e.Past, past)
		}
		if claim.Year == e.Year {
			e.Granted = append(e.Granted, award)
			e.Rivals = append(e.Rivals, rivalry(scheme, of.Rule, claim.RuleFamily, award)...)
		}
	}
}
