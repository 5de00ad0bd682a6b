package rewards

import (
	"cmp"
	"slices"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// Compute applies a rule of a scheme to evidence. It depends on nothing else: the same scheme, rule and
// evidence always give the same trace. Problems: those of Scheme.Check, rewards.year_outside,
// rewards.amount_negative, rewards.month_outside, rewards.base_missing.
func Compute(scheme Scheme, rule Rule, evidence Evidence) (Trace, error) {
	scheme.Rules = []Rule{rule}
	if err := scheme.Check(); err != nil {
		return Trace{}, err
	}
	if evidence.Year < scheme.FromYear || evidence.Year > scheme.ToYear {
		return Trace{}, problem.New("rewards.year_outside", "year", evidence.Year, "from", scheme.FromYear, "to", scheme.ToYear)
	}
	if err := evidence.check(); err != nil {
		return Trace{}, err
	}
	evidence = evidence.inOrder()
	done := &steps{clause: rule.Clause}
	amount, err := rule.Terms.apply(evidence, done)
	if err != nil {
		return Trace{}, err
	}
	amount = scheme.yearlyCap(amount, evidence, done)
	done.add(Step{Code: "amount", Origin: FromRule, Result: Final, Fen: amount})
	return Trace{Form: traceForm, Measure: scheme, Evidence: evidence, Steps: done.list, Amount: amount}, nil
}

// yearlyCap limits what an enterprise gets in a year from all its claims together.
func (s Scheme) yearlyCap(amount money.Fen, e Evidence, done *steps) money.Fen {
	if s.YearlyCap == 0 {
		return amount
	}
	granted := e.granted()
	step := Step{
		Code: "yearly_cap", Origin: FromClaims,
		Args: map[string]string{"cap": wholeYuan(s.YearlyCap), "granted": wholeYuan(granted)},
	}
	if len(e.Granted) > 0 {
		step.Claims = e.Granted
	}
	return done.capped(step, amount, max(0, s.YearlyCap-granted))
}

// inOrder gives a sorted copy without nil lists, so that a trace depends neither on the order the
// evidence was gathered in nor on having been frozen.
func (e Evidence) inOrder() Evidence {
	e.Months = append([]MonthSales{}, e.Months...)
	e.Earlier = append([]YearFigure{}, e.Earlier...)
	e.Granted = append([]Grant{}, e.Granted...)
	slices.SortStableFunc(e.Months, func(a, b MonthSales) int {
		if a.Month != b.Month {
			return a.Month - b.Month
		}
		return cmp.Compare(a.Platform, b.Platform)
	})
	slices.SortStableFunc(e.Earlier, func(a, b YearFigure) int { return a.Year - b.Year })
	slices.SortStableFunc(e.Granted, func(a, b Grant) int { return cmp.Compare(a.Number, b.Number) })
	return e
}
