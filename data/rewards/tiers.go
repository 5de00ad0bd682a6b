package rewards

import (
	"strconv"
	"strings"

	"smartcanal/data/problem"
)

// TiersKind names rules of the type Tiers.
const TiersKind Kind = "tiers"

// Tiers looks the amount up by a measure: the highest tier reached counts alone. Threshold i earns
// Amounts[i]; the two lists are kept apart, as measures publish them ("分别奖励"), so that a missing amount shows.
// First asks besides that no earlier year reached the tier (首次突破).
type Tiers struct {
	Of         Measure     `json:"of"`
	First      bool        `json:"first,omitempty"`
	Thresholds []Threshold `json:"thresholds"`
	Amounts    []Quantity  `json:"amounts"` // yuan
}

// Kind is TiersKind.
func (*Tiers) Kind() Kind { return TiersKind }

// Check refuses lists of different length and tiers that do not rise or do not join. Problems: those of
// Measure.Check, rewards.first_of, rewards.no_tiers, rewards.tiers_uneven, rewards.tier_not_positive,
// rewards.tiers_not_ascending, rewards.amounts_not_ascending, rewards.tiers_gap, rewards.tiers_overlap.
func (c *Tiers) Check() error {
	if err := c.Of.Check(); err != nil {
		return err
	}
	if c.First && (c.Of.Of != OfSales || c.Of.Span != nil || c.Of.Per != "" || c.Of.Change != "") {
		return problem.New("rewards.first_of")
	}
	return checkTiers(c.Thresholds, c.Amounts)
}

// checkTiers checks a look-up table.
func checkTiers(thresholds []Threshold, amounts []Quantity) error {
	switch {
	case len(thresholds) == 0:
		return problem.New("rewards.no_tiers")
	case len(thresholds) != len(amounts):
		return problem.New("rewards.tiers_uneven", "thresholds", len(thresholds), "amounts", len(amounts))
	}
	for i := range thresholds {
		if err := checkTier(thresholds, amounts, i); err != nil {
			return err
		}
	}
	return nil
}

func checkTier(thresholds []Threshold, amounts []Quantity, i int) error {
	if thresholds[i].At <= 0 || amounts[i] <= 0 {
		return problem.New("rewards.tier_not_positive", "tier", i+1)
	}
	if i > 0 {
		if before := thresholds[i-1]; !before.below(thresholds[i]) {
			return problem.New("rewards.tiers_not_ascending", "tier", i+1, "threshold", thresholds[i].At, "before", before.At)
		}
		if before := amounts[i-1]; amounts[i] <= before {
			return problem.New("rewards.amounts_not_ascending", "tier", i+1, "amount", amounts[i], "before", before)
		}
	}
	var next *Threshold
	if i+1 < len(thresholds) {
		next = &thresholds[i+1]
	}
	return thresholds[i].joins(next, i+1)
}

// Most is the highest tier's amount.
func (c *Tiers) Most() Quantity {
	if len(c.Amounts) == 0 {
		return 0
	}
	return c.Amounts[len(c.Amounts)-1]
}

// Measures is the one the tiers are of.
func (c *Tiers) Measures() []*Measure { return []*Measure{&c.Of} }

func (c *Tiers) in(language, period string) string {
	key := "rewards.says.tier"
	if c.First {
		key = "rewards.says.first"
	}
	said := []string{}
	for i, threshold := range c.Thresholds {
		if i == 1 {
			key += "_next"
		}
		said = append(said, text(language, key, "measure", c.Of.in(language, period), "reach", threshold.in(language, c.Of),
			"amount", c.Amounts[i].in(language, Yuan, "")))
	}
	return strings.Join(said, text(language, "rewards.says.semicolon"))
}

func (c *Tiers) apply(r *run) error {
	var highest YearFigure
	if c.First {
		highest = r.highestBefore(&c.Of)
	}
	value, why, err := r.take(&c.Of)
	if err != nil {
		return err
	}
	reached := 0
	for i, threshold := range c.Thresholds {
		if why == "" && threshold.Reached(value) && !c.reachedBefore(threshold, highest) {
			r.tier, reached = i, reached+1
		}
	}
	for i := range c.Thresholds {
		r.add(func() Step { return c.step(r, i, why, value, highest) })
	}
	if r.tier < 0 {
		r.end()
		return nil
	}
	r.amount = c.Amounts[r.tier].Fen()
	if reached > 1 {
		r.add(func() Step { return Step{Code: "highest_counts", Origin: FromRule, Result: Takes, Fen: r.amount} })
	}
	return nil
}

func (c *Tiers) reachedBefore(t Threshold, highest YearFigure) bool {
	return c.First && t.Reached(Quantity(highest.Fen))
}

// step tells whether a tier was reached, and if not, why.
func (c *Tiers) step(r *run, i int, why string, value Quantity, highest YearFigure) Step {
	threshold := &c.Thresholds[i]
	short := ""
	if c.First {
		short = "tier"
	}
	step := r.thresholdStep(short, &c.Of, threshold)
	switch {
	case why != "":
		step.Reason = why
	case !threshold.Reached(value):
	case !c.reachedBefore(*threshold, highest):
		step.Verdict, step.Reason, step.Result, step.Fen, step.Replaced = Met, "", Awards, c.Amounts[i].Fen(), i != r.tier
	case highest.Year == 0:
		step.Reason = "reached_declared"
	default:
		step.Reason = "reached_before"
		if step.Args == nil {
			step.Args = map[string]string{}
		}
		step.Args["earlier"] = strconv.Itoa(highest.Year)
	}
	return step
}
