package rewards

import (
	"strconv"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// FirstCrossingKind names rules of the type FirstCrossing.
const FirstCrossingKind Kind = "first_crossing"

// FirstCrossing rewards an enterprise whose verified online sales of a year reach a threshold no earlier
// year of it reached. Threshold i earns Amounts[i]; of several crossed in one year the highest counts
// alone. The two lists are kept apart, as measures publish them ("分别奖励"), so that a missing amount shows.
type FirstCrossing struct {
	Thresholds []Threshold `json:"thresholds"`
	Amounts    []money.Fen `json:"amounts_fen"`
}

// Kind is FirstCrossingKind.
func (c *FirstCrossing) Kind() Kind { return FirstCrossingKind }

// Check refuses lists of different length and tiers that do not rise. Problems: rewards.no_tiers,
// rewards.tiers_uneven, rewards.tier_not_positive, rewards.tiers_not_ascending, rewards.amounts_not_ascending.
func (c *FirstCrossing) Check() error {
	switch {
	case len(c.Thresholds) == 0:
		return problem.New("rewards.no_tiers")
	case len(c.Thresholds) != len(c.Amounts):
		return problem.New("rewards.tiers_uneven", "thresholds", len(c.Thresholds), "amounts", len(c.Amounts))
	}
	for i := range c.Thresholds {
		if err := c.checkTier(i); err != nil {
			return err
		}
	}
	return nil
}

func (c *FirstCrossing) checkTier(i int) error {
	threshold, amount := c.Thresholds[i], c.Amounts[i]
	if threshold.Fen <= 0 || amount <= 0 {
		return problem.New("rewards.tier_not_positive", "tier", i+1)
	}
	if i == 0 {
		return nil
	}
	if before := c.Thresholds[i-1]; !before.below(threshold) {
		return problem.New("rewards.tiers_not_ascending", "tier", i+1, "threshold", threshold.Fen, "before", before.Fen)
	}
	if before := c.Amounts[i-1]; amount <= before {
		return problem.New("rewards.amounts_not_ascending", "tier", i+1, "amount", amount, "before", before)
	}
	return nil
}

// below tells whether t is easier to reach than other: of one amount, reaching it is easier than exceeding it.
func (t Threshold) below(other Threshold) bool {
	return t.Fen < other.Fen || t.Fen == other.Fen && !t.Strict && other.Strict
}

// Most is the highest tier's amount, fen.
func (c *FirstCrossing) Most() money.Fen { return c.Amounts[len(c.Amounts)-1] }

// Reading says every tier and that only the highest counts.
func (c *FirstCrossing) Reading() string {
	var b strings.Builder
	b.WriteString("企业当年线上核实网络零售额")
	for i, threshold := range c.Thresholds {
		if i > 0 {
			b.WriteString("；")
		}
		b.WriteString("首次" + threshold.reading() + "的，奖励 " + amountInWords(c.Amounts[i]))
	}
	b.WriteString("。")
	if len(c.Thresholds) > 1 {
		b.WriteString("同一年度符合多档的，按最高一档奖励，不重复计算。")
	}
	return b.String()
}

func (c *FirstCrossing) apply(e Evidence, steps *steps) (money.Fen, error) {
	highest := steps.earlierYears(e)
	verified := steps.thisYear(e)
	top, crossed := -1, 0
	for i, threshold := range c.Thresholds {
		if threshold.Reached(verified) && !threshold.Reached(highest.Fen) {
			top, crossed = i, crossed+1
		}
	}
	for i := range c.Thresholds {
		steps.add(c.tier(i, top, verified, highest))
	}
	if top < 0 {
		return 0, nil
	}
	if crossed > 1 {
		steps.add(Step{Code: "highest_counts", Origin: FromRule, Result: Takes, Fen: c.Amounts[top]})
	}
	return c.Amounts[top], nil
}

// tier tells whether a tier was crossed, and if not, why.
func (c *FirstCrossing) tier(i, top int, verified money.Fen, highest YearFigure) Step {
	threshold := c.Thresholds[i]
	step := thresholdStep("tier", threshold)
	switch {
	case !threshold.Reached(verified):
		step.Reason = "not_reached"
	case !threshold.Reached(highest.Fen):
		step.Verdict, step.Result, step.Fen, step.Replaced = Met, Awards, c.Amounts[i], i != top
	case highest.Year == 0:
		step.Reason = "reached_declared"
	default:
		step.Reason = "reached_before"
		step.Args["earlier"] = strconv.Itoa(highest.Year)
	}
	return step
}
