package rewards

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// AddScheme checks a scheme and adds it with its rules; their ids are set. Problems: those of Scheme.Check.
func (r *Room) AddScheme(ctx context.Context, actor store.Actor, scheme *Scheme) error {
	if err := scheme.Check(); err != nil {
		return err
	}
	return r.store.Write(ctx, actor, "rewards.add_scheme", func(tx *store.Tx) error {
		scheme.ID = 0
		if err := tx.Create(scheme).Error; err != nil {
			return err
		}
		for i := range scheme.Rules {
			rule := &scheme.Rules[i]
			rule.ID, rule.SchemeID, rule.Position = 0, scheme.ID, i+1
			if err := tx.Create(rule).Error; err != nil {
				return err
			}
		}
		return nil
	})
}

// Schemes gives all measures with their rules, the newest first.
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

// SchemeOfYear gives the newest measure in force in a year. Problem: rewards.no_scheme.
func (r *Room) SchemeOfYear(ctx context.Context, year int) (Scheme, error) {
	schemes, err := r.Schemes(ctx)
	if err != nil {
		return Scheme{}, err
	}
	for _, scheme := range schemes {
		if scheme.FromYear <= year && year <= scheme.ToYear {
			return scheme, nil
		}
	}
	return Scheme{}, problem.New("rewards.no_scheme", "year", year)
}

func rulesOf(db *gorm.DB, scheme *Scheme) error {
	return db.Where("scheme_id = ?", scheme.ID).Order("position").Find(&scheme.Rules).Error
}

// ruleWithScheme gives a rule and the scheme it is of, the scheme having that rule alone; also of a
// measure in the bin, because its claims go on. Problem: rewards.no_rule.
func ruleWithScheme(db *gorm.DB, ruleID int64) (Scheme, Rule, error) {
	var rule Rule
	var scheme Scheme
	err := db.Unscoped().First(&rule, ruleID).Error
	if err == nil {
		err = db.Unscoped().First(&scheme, rule.SchemeID).Error
	}
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Scheme{}, Rule{}, problem.New("rewards.no_rule")
	}
	scheme.Rules = []Rule{rule}
	return scheme, rule, err
}
