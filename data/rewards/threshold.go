package rewards

import (
	"smartcanal/data/problem"
)

// Threshold is a quantity to be reached. Whether the quantity itself is enough is never left open: Strict
// asks for more than it (超过), otherwise it is enough (达到).
//
// A tier may also say where it ends, as measures publish it: To is its end, and Through tells that the end
// itself still belongs to it. It is checked against the tier above, which must begin just there.
type Threshold struct {
	At      Quantity  `json:"at"`
	Strict  bool      `json:"strict"`
	To      *Quantity `json:"to,omitempty"`
	Through bool      `json:"through,omitempty"`
}

// Reached tells whether q gets there.
func (t Threshold) Reached(q Quantity) bool {
	if t.Strict {
		return q > t.At
	}
	return q >= t.At
}

// below tells whether t is easier to reach than other: of one quantity, reaching it is easier than exceeding it.
func (t Threshold) below(other Threshold) bool {
	return t.At < other.At || t.At == other.At && !t.Strict && other.Strict
}

// in words the condition as a clause has it: 达到 500 万元.
func (t Threshold) in(language string, m Measure) string {
	key := "rewards.says.reaches"
	if t.Strict {
		key = "rewards.says.exceeds"
	}
	return text(language, key, "at", t.At.in(language, m.unit(), m.counter(language)))
}

// In is the condition for a screen: 达到 500 万元.
func (t Threshold) In(language string, of Measure) string { return t.in(language, of) }

// joins checks that a tier ends where the next one begins; next is nil for the highest tier, which must not
// end at all. Problems: rewards.tiers_gap, rewards.tiers_overlap, with the tier, counted from 1.
func (t Threshold) joins(next *Threshold, tier int) error {
	switch {
	case t.To == nil:
		return nil
	case next == nil:
		return problem.New("rewards.tiers_gap", "tier", tier, "end", t.To, "next", "—")
	case *t.To < next.At || *t.To == next.At && !t.Through && next.Strict:
		return problem.New("rewards.tiers_gap", "tier", tier, "end", t.To, "next", next.At)
	case *t.To > next.At || t.Through && !next.Strict:
		return problem.New("rewards.tiers_overlap", "tier", tier, "end", t.To, "next", next.At)
	}
	return nil
}
