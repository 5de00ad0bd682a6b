package rewards

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// AddScheme checks a measure and puts it in force with its rules; their ids are set. Problems: those of Scheme.Check.
func (r *Room) AddScheme(ctx context.Context, actor store.Actor, scheme *Scheme) error {
	if err := scheme.Check(); err != nil {
		return err
	}
	return r.store.Write(ctx, actor, "rewards.add_scheme", func(tx *store.Tx) error {
		scheme.Family, scheme.Edition, scheme.State = 0, 1, InForce
		return addScheme(tx, scheme)
	})
}

// addScheme adds a version with its rules. One without a family begins one.
func addScheme(tx *store.Tx, scheme *Scheme) error {
	scheme.ID = 0
	if err := tx.Create(scheme).Error; err != nil {
		return err
	}
	if scheme.Family == 0 {
		scheme.Family = scheme.ID
		if err := tx.Model(scheme).UpdateColumn("family", scheme.ID).Error; err != nil {
			return err
		}
	}
	for i := range scheme.Rules {
		if err := addRule(tx, scheme, i); err != nil {
			return err
		}
	}
	return nil
}

func addRule(tx *store.Tx, scheme *Scheme, i int) error {
	rule := &scheme.Rules[i]
	rule.ID, rule.SchemeID, rule.Position = 0, scheme.ID, i+1
	if err := tx.Create(rule).Error; err != nil || rule.Family != 0 {
		return err
	}
	rule.Family = rule.ID
	return tx.Model(rule).UpdateColumn("family", rule.ID).Error
}

// Schemes gives all versions of all measures with their rules, the newest first.
func (r *Room) Schemes(ctx context.Context) ([]Scheme, error) {
	var schemes []Scheme
	db := r.store.Read(ctx)
	if err := db.Order("id DESC").Find(&schemes).Error; err != nil {
		return nil, err
	}
	for i := range schemes {
		if err := rulesOf(db, &schemes[i]); err != nil {
			return nil, err
		}
	}
	return schemes, nil
}

// Scheme gives one version. Problem: rewards.no_scheme_version.
func (r *Room) Scheme(ctx context.Context, id int64) (Scheme, error) {
	return schemeByID(r.store.Read(ctx), id)
}

func schemeByID(db *gorm.DB, id int64) (Scheme, error) {
	var scheme Scheme
	err := db.Unscoped().First(&scheme, id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return scheme, problem.New("rewards.no_scheme_version")
	}
	if err != nil {
		return scheme, err
	}
	return scheme, rulesOf(db, &scheme)
}

// SchemeOfYear gives the newest measure in force in a year. Problem: rewards.no_scheme.
func (r *Room) SchemeOfYear(ctx context.Context, year int) (Scheme, error) {
	schemes, err := r.Schemes(ctx)
	if err != nil {
		return Scheme{}, err
	}
	for _, scheme := range schemes {
		if scheme.State == InForce && scheme.FromYear <= year && year <= scheme.ToYear {
			return scheme, nil
		}
	}
	return Scheme{}, problem.New("rewards.no_scheme", "year", year)
}

func rulesOf(db *gorm.DB, scheme *Scheme) error {
	return db.Where("scheme_id = ?", scheme.ID).Order("position").Find(&scheme.Rules).Error
}

// schemeOfRule gives the scheme a rule is of with all its rules, and the rule's place in it; also of a
// measure in the bin, because its claims go on. Problem: rewards.no_rule.
func schemeOfRule(db *gorm.DB, ruleID int64) (Scheme, int, error) {
	var rule Rule
	err := db.Unscoped().First(&rule, ruleID).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Scheme{}, 0, problem.New("rewards.no_rule")
	}
	if err != nil {
		return Scheme{}, 0, err
	}
	scheme, err := schemeByID(db, rule.SchemeID)
	if err != nil {
		return Scheme{}, 0, err
	}
	for i := range scheme.Rules {
		if scheme.Rules[i].ID == ruleID {
			return scheme, i, nil
		}
	}
	return Scheme{}, 0, problem.New("rewards.no_rule")
}

// ruleWithScheme gives a rule and the scheme it is of, the scheme having that rule alone.
func ruleWithScheme(db *gorm.DB, ruleID int64) (Scheme, Rule, error) {
	scheme, place, err := schemeOfRule(db, ruleID)
	if err != nil {
		return Scheme{}, Rule{}, err
	}
	rule := scheme.Rules[place]
	scheme.Rules, scheme.Exclusions = []Rule{rule}, nil
	return scheme, rule, nil
}
