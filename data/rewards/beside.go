package rewards

import (
	"slices"

	"gorm.io/gorm"

	"smartcanal/data/money"
)

// otherClaim is another claim of the same measure, in whichever version.
type otherClaim struct {
	Claim
	RuleFamily int64
	takes      money.Fen // see granted
}

// granted is what the claim takes as other claims see it: before the measure's budget was shared out, because caps and
// exclusions come before that.
func (o *otherClaim) granted() (money.Fen, error) {
	if o.Figures.Cut == nil {
		return o.Amount, nil
	}
	trace, err := Thaw(o.Frozen)
	if err != nil {
		return 0, err
	}
	trace.Evidence.Cuts = slices.DeleteFunc(trace.Evidence.Cuts, func(c Cut) bool { return !c.Clause })
	whole, err := trace.Again()
	return whole.Amount, err
}

// gatherBeside finds what other claims have to do with one: those of the same enterprise and year, those of
// earlier years where a rule is given once in several, and those it is ranked with. Of claims that are both
// on their way the one that came first counts, so that of two at most one gives way to the other.
func gatherBeside(db *gorm.DB, e *Evidence, claim *Claim, scheme *Scheme, place int) error {
	others, err := othersOf(db, claim, scheme)
	if err != nil {
		return err
	}
	rule := &scheme.Rules[place]
	for _, other := range others {
		fen, err := other.granted()
		if err != nil {
			return err
		}
		award := Award{Grant: Grant{ClaimID: other.ID, Number: other.Number, Fen: fen}, Same: other.RuleFamily == rule.Family}
		if other.Year != claim.Year {
			award.Year = other.Year
		}
		if award.Same && rule.OnceYears > 0 {
			past := award
			past.Year = other.Year
			e.Past = append(e.Past, past)
		}
		if other.Year == claim.Year {
			e.Granted = append(e.Granted, award)
			e.Rivals = append(e.Rivals, rivalry(scheme, place, other.RuleFamily, award)...)
		}
	}
	return standing(db, e, claim, scheme, place)
}

// othersOf are the enterprise's other claims that take something: those approved, and those that came before.
func othersOf(db *gorm.DB, claim *Claim, scheme *Scheme) ([]otherClaim, error) {
	var all []otherClaim
	err := db.Table("claims c").Select("c.*, r.family AS rule_family").
		Joins("JOIN reward_rules r ON r.id = c.rule_id JOIN reward_schemes s ON s.id = c.scheme_id").
		Where("c.deleted_at IS NULL AND c.organization_id = ? AND s.family = ? AND c.id <> ? AND c.step NOT IN ? AND c.amount_fen > 0 AND c.year <= ?",
			claim.OrganizationID, scheme.Family, claim.ID, dropped, claim.Year).Order("c.id").Find(&all).Error
	return slices.DeleteFunc(all, func(other otherClaim) bool {
		return !other.Stage.granting() && claim.ID != 0 && other.ID > claim.ID
	}), err
}

// rivalry is the award of another rule, where an exclusion lets one rule give way to it.
func rivalry(scheme *Scheme, place int, family int64, award Award) []Award {
	other := slices.IndexFunc(scheme.Rules, func(r Rule) bool { return r.Family == family })
	if other < 0 || other == place {
		return nil
	}
	for _, e := range scheme.excludings() {
		mine, theirs := slices.Index(e.places, place), slices.Index(e.places, other)
		if mine < 0 || theirs < 0 || e.keep == KeepFirst && theirs > mine {
			continue
		}
		award.Instead = e.keep != KeepHighest
		return []Award{award}
	}
	return nil
}

// standing ranks a claim among those of the same rule and period, as their frozen evidence has them.
func standing(db *gorm.DB, e *Evidence, claim *Claim, scheme *Scheme, place int) error {
	rule := scheme.Rules[place]
	if !rule.contested() {
		return nil
	}
	others, err := rivalsInRank(db, &rule, claim.Year, claim.ID)
	if err != nil {
		return err
	}
	mine := *e
	mine.Cuts = nil
	rulings, err := rule.among(scheme, append([]Case{{ClaimID: claim.ID, Number: claim.Number, Evidence: mine}}, others...))
	if err != nil {
		return err
	}
	e.Standing, e.Cuts = rulings[0].Evidence.Standing, append(rulings[0].Evidence.Cuts, e.Cuts...)
	return nil
}

// contested tells whether what a claim under the rule gets depends on who else claims.
func (r *Rule) contested() bool {
	return r.Rank != nil || r.Budget != nil && r.Budget.Over == ProRata
}

// rivalsInRank are the claims under a rule of a year but one, as their frozen evidence has them.
func rivalsInRank(db *gorm.DB, rule *Rule, year int, but int64) ([]Case, error) {
	var claims []Claim
	err := db.Where("rule_id IN (SELECT id FROM reward_rules WHERE family = ?) AND year = ? AND id <> ? AND step NOT IN ? AND amount_fen >= 0",
		rule.Family, year, but, dropped).Find(&claims).Error
	if err != nil {
		return nil, err
	}
	cases := make([]Case, len(claims))
	for i := range claims {
		trace, err := Thaw(claims[i].Frozen)
		if err != nil {
			return nil, err
		}
		with := trace.Evidence
		with.Standing, with.Cuts = nil, nil
		cases[i] = Case{ClaimID: claims[i].ID, Number: claims[i].Number, Evidence: with}
	}
	return cases, nil
}

// among settles cases under the rule alone: what they have to do with other rules is in their evidence.
func (r Rule) among(scheme *Scheme, cases []Case) ([]Ruling, error) {
	alone := *scheme
	alone.Rules, alone.Exclusions, alone.Budget = []Rule{r}, nil, nil
	return Settle(alone, cases)
}
