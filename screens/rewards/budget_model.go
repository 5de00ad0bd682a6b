package rewards

import (
	"context"
	"slices"

	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// BudgetModel is the page of a year's money.
type BudgetModel struct {
	office *office
	Year   int // 0 until it has been read
}

// NewBudgetModel begins with the latest year there are claims of.
func NewBudgetModel(o *office) *BudgetModel { return &BudgetModel{office: o} }

// Money is what the page shows.
type Money struct {
	rewards.YearBudget
	Given  []rewards.Appropriation
	Years  []int
	Shared []rewards.Scheme // in force in the year, with a budget of their own that all share alike
}

// Load reads a year. Call it off the UI goroutine with a copy of the model.
func (m BudgetModel) Load(ctx context.Context) (Money, error) {
	var shown Money
	years, err := m.office.claims.ClaimYears(ctx)
	if err != nil {
		return shown, err
	}
	if this := m.office.claims.Now().Year(); !slices.Contains(years, this) {
		years = append(years, this) // money may come before the first claim
	}
	if shown.Years = years; m.Year == 0 {
		m.Year = years[0]
	}
	if shown.YearBudget, err = m.office.claims.Budget(ctx, m.Year); err != nil {
		return shown, err
	}
	if shown.Given, err = m.office.claims.Appropriations(ctx, m.Year); err != nil {
		return shown, err
	}
	all, err := m.office.claims.Schemes(ctx)
	shown.Shared = slices.DeleteFunc(all, func(s rewards.Scheme) bool {
		return s.State != rewards.InForce || m.Year < s.FromYear || m.Year > s.ToYear || s.Budget == nil || s.Budget.Over != rewards.ProRata
	})
	return shown, err
}

// Nothing tells whether the year has neither money nor claims.
func (m Money) Nothing() bool {
	b := m.YearBudget
	b.Year = 0
	return len(m.Given) == 0 && b == rewards.YearBudget{}
}

// Save writes an appropriation.
func (m *BudgetModel) Save(ctx context.Context, person string, a rewards.Appropriation) error {
	return m.office.claims.SaveAppropriation(ctx, store.Actor(person), &a)
}
