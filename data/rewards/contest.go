package rewards

import (
	"slices"

	"smartcanal/data/problem"
)

// Contest is what decides where not all who pass can have a reward.
type Contest struct {
	Rank   *Rank      `json:"rank,omitempty"`
	Budget *Allotment `json:"budget,omitempty"` // of this rule
}

// Rank lets the first ones by a measure through. Equal figures are ranked by who is longer in the register.
type Rank struct {
	By   Measure `json:"by"`
	Top  int     `json:"top,omitempty"`  // 0: all, as far as the rule's budget reaches
	Tops []int   `json:"tops,omitempty"` // of each tier, from the lowest; 0: all of it
}

// Overrun is what happens where a budget does not reach.
type Overrun string

// The ways a budget ends.
const (
	Warns   Overrun = ""         // nothing is cut; the pages say by how much it is exceeded
	ProRata Overrun = "pro_rata" // all amounts shrink alike (按比例核减)
	Ranks   Overrun = "rank"     // the rule's rank decides who still gets his whole amount
)

// Allotment is what may be spent in each part of a year.
type Allotment struct {
	Amount Quantity `json:"amount"` // yuan
	Per    Cycle    `json:"per,omitempty"`
	Carry  bool     `json:"carry,omitempty"` // what is left goes to the next part of the year
	Over   Overrun  `json:"over,omitempty"`
}

// check gives problems of Measure.Check, rewards.rank_open, rewards.rank_tiers, rewards.budget_open.
func (c *Contest) check(s *Says) error {
	if c.Rank != nil {
		if err := c.Rank.check(s); err != nil {
			return err
		}
	}
	if c.Budget == nil {
		if c.Rank != nil && c.Rank.Top == 0 && c.Rank.Tops == nil {
			return problem.New("rewards.rank_open")
		}
		return nil
	}
	if err := c.Budget.check(s.Cycle); err != nil {
		return err
	}
	if (c.Budget.Over == Ranks) != (c.Rank != nil && c.Rank.Top == 0 && c.Rank.Tops == nil) {
		return problem.New("rewards.budget_open")
	}
	return nil
}

func (k *Rank) check(s *Says) error {
	if err := k.By.Check(); err != nil {
		return err
	}
	if k.By.unit() == YesNo || k.Top < 0 || k.Top > 0 && k.Tops != nil || slices.ContainsFunc(k.Tops, func(n int) bool { return n < 0 }) {
		return problem.New("rewards.rank_open")
	}
	if k.Tops == nil {
		return nil
	}
	tiers, is := s.Terms.(*Tiers)
	if !is || len(k.Tops) != len(tiers.Thresholds) {
		return problem.New("rewards.rank_tiers", "tops", len(k.Tops))
	}
	return nil
}

// check refuses a budget of nothing and one that is given more often than what it pays is claimed.
func (b *Allotment) check(claimed Cycle) error {
	known := b.Over == Warns || b.Over == ProRata || b.Over == Ranks
	if b.Amount <= 0 || !b.Per.known() || !known || b.Per != Yearly && b.Per != claimed {
		return problem.New("rewards.budget_open")
	}
	return nil
}

// top is how many of a tier get through, 0 for all.
func (k *Rank) top(tier int) int {
	if k.Tops != nil && tier >= 0 && tier < len(k.Tops) {
		return k.Tops[tier]
	}
	return k.Top
}
