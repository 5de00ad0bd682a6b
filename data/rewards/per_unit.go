package rewards

import (
	"slices"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// PerUnitKind names rules of the type PerUnit.
const PerUnitKind Kind = "per_unit"

// PerUnit pays for each of something: people hired, shops opened, orders posted. They are a number, or a list
// in which each has figures of its own that must pass gates and may decide its amount by a table.
type PerUnit struct {
	Count      *Measure    `json:"count,omitempty"`  // how many; or
	Listed     string      `json:"listed,omitempty"` // what is listed: 签约主播
	Gates      []Gate      `json:"gates,omitempty"`  // of each listed one, on its figures
	Of         *Measure    `json:"of,omitempty"`     // the figure of each that the table looks up
	Thresholds []Threshold `json:"thresholds,omitempty"`
	Amounts    []Quantity  `json:"amounts,omitempty"` // yuan
	Each       Quantity    `json:"each,omitempty"`    // yuan for each, without a table
}

// Kind is PerUnitKind.
func (*PerUnit) Kind() Kind { return PerUnitKind }

// Check refuses terms that say neither how many nor how much. Problems: those of Measure.Check, Gate.Check
// and of tiers, rewards.units_open, rewards.unit_figure (a listed one has declared figures alone).
func (p *PerUnit) Check() error {
	table := p.Of != nil || p.Thresholds != nil || p.Amounts != nil
	switch {
	case (p.Count == nil) == blank(p.Listed), p.Count != nil && (p.Gates != nil || table), table == (p.Each != 0), p.Each < 0, table && p.Of == nil:
		return problem.New("rewards.units_open")
	case p.Count != nil:
		return p.checkCount()
	}
	for i := range p.Gates {
		if err := checkUnit(&p.Gates[i].Measure); err != nil {
			return err
		}
		if err := p.Gates[i].Check(); err != nil {
			return err
		}
	}
	if !table {
		return nil
	}
	if err := checkUnit(p.Of); err != nil {
		return err
	}
	return checkTiers(p.Thresholds, p.Amounts)
}

func (p *PerUnit) checkCount() error {
	if err := p.Count.Check(); err != nil {
		return err
	}
	if p.Count.unit() != Count {
		return problem.New("rewards.units_open")
	}
	return nil
}

func checkUnit(m *Measure) error {
	if m.Of != OfDeclared || m.Less != nil {
		return problem.New("rewards.unit_figure")
	}
	return m.Check()
}

// Most has no bound: nobody knows how many there are.
func (*PerUnit) Most() Quantity { return 0 }

// Measures is the count; figures of listed ones are theirs.
func (p *PerUnit) Measures() []*Measure {
	if p.Count == nil {
		return nil
	}
	return []*Measure{p.Count}
}

func (p *PerUnit) in(language, period string) string {
	each := p.Each.in(language, Yuan, "")
	if p.Count != nil {
		return text(language, "rewards.says.per_count", "count", p.Count.in(language, period), "counter", p.Count.counter(language), "each", each)
	}
	conditions := make([]string, len(p.Gates))
	for i := range p.Gates {
		conditions[i] = p.Gates[i].in(language, period)
	}
	whole := text(language, "rewards.says.per_listed", "listed", p.Listed)
	if len(conditions) > 0 {
		whole = text(language, "rewards.says.per_listed_if", "listed", p.Listed, "gates", allOf(language, conditions))
	}
	if p.Of == nil {
		return whole + text(language, "rewards.says.each", "each", each)
	}
	table := Tiers{Of: *p.Of, Thresholds: p.Thresholds, Amounts: p.Amounts}
	return whole + table.in(language, period)
}

func (p *PerUnit) apply(r *run) error {
	if p.Count == nil {
		return p.applyListed(r)
	}
	value, _, err := r.take(p.Count)
	if err != nil {
		return err
	}
	whole := max(0, value) / One
	r.award(p.Each.Fen().Times(int64(whole), 1, money.Down), "per_unit", func() map[string]string {
		return map[string]string{"n": (whole * One).String(), "each": wholeYuan(p.Each.Fen())}
	})
	return nil
}

func (p *PerUnit) applyListed(r *run) error {
	if r.e.Units == nil {
		return problem.New("rewards.base_missing", "name", p.Listed)
	}
	units := slices.Clone(r.e.Units)
	slices.SortStableFunc(units, func(a, b ListedUnit) int { return strings.Compare(a.Name, b.Name) })
	for i := range units {
		if err := p.unit(r, &units[i]); err != nil {
			return err
		}
	}
	return nil
}

// unit pays one of the list, or says which of its figures stands in the way.
func (p *PerUnit) unit(r *run, u *ListedUnit) error {
	step := Step{Code: "unit", Args: map[string]string{"name": u.Name}, Origin: FromRule, Verdict: Unmet, Reason: "not_reached", Result: Nothing}
	for i := range p.Gates {
		gate := &p.Gates[i]
		value, known := u.Figures[gate.Measure.Name]
		if !known {
			return problem.New("rewards.base_missing", "name", u.Name+" "+gate.Measure.Name)
		}
		if gate.At != nil && !gate.At.Reached(value) || gate.At == nil && (value != 0) == gate.Not {
			step.Reason, step.Measure, step.At = "unit", &gate.Measure, gate.At
			r.add(func() Step { return step })
			return nil
		}
	}
	fen := p.Each.Fen()
	if p.Of != nil {
		value, known := u.Figures[p.Of.Name]
		if !known {
			return problem.New("rewards.base_missing", "name", u.Name+" "+p.Of.Name)
		}
		for i, threshold := range p.Thresholds {
			if threshold.Reached(value) {
				fen = p.Amounts[i].Fen()
			}
		}
		step.Measure, step.Value = p.Of, value
	}
	if fen > 0 {
		step.Verdict, step.Reason, step.Result, step.Fen = Met, "", Awards, fen
	}
	r.add(func() Step { return step })
	r.amount += fen
	return nil
}
