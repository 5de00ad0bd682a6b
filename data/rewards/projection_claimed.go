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
	err := db.Table("claims c").Select("c.id, c.number, c.organization_id, c.year, c.part, c.step, c.amount_fen, r.family AS rule_family").
		Joins("JOIN reward_rules r ON r.id = c.rule_id JOIN reward_schemes s ON s.id = c.scheme_id").
		Where("c.deleted_at IS NULL AND s.family = ? AND c.step NOT IN ? AND c.year <= ?", family, dropped, year).Order("c.id").Find(&all).Error
	byOwner := map[int64][]otherClaim{}
	for _, claim := range all {
		byOwner[claim.OrganizationID] = append(byOwner[claim.OrganizationID], claim)
	}
	return claimed{year, byOwner}, err
}

// beside leaves out what was claimed already and puts what was granted into the evidence of the rest.
func (c claimed) beside(scheme *Scheme, cases []Case) []Case {
	kept := cases[:0]
	for i := range cases {
		if c.among(scheme, &cases[i]) {
			kept = append(kept, cases[i])
		}
	}
	return kept
}

// among gives a case what other claims of its organisation have to do with it; false where it is claimed itself.
func (c claimed) among(scheme *Scheme, of *Case) bool {
	e := &of.Evidence
	rule := &scheme.Rules[of.Rule]
	for _, claim := range c.claims[e.OrganizationID] {
		same := claim.RuleFamily == rule.Family
		if same && claim.Year == e.Year && claim.Part == e.Part {
			return false
		}
		if claim.Amount <= 0 {
			continue
		}
		award := Award{Grant: Grant{ClaimID: claim.ID, Number: claim.Number, Fen: claim.Amount}, Same: same}
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
	return true
}
