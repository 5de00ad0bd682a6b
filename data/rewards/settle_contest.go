package rewards

import (
	"cmp"
	"slices"

	"smartcanal/data/money"
)

// entrant is a case that competes under a rule.
type entrant struct {
	at    int // the case
	value Quantity
}

// contest ranks the cases under a rule and lets through whom there is room for: the first ones, of all or of
// each tier, or those a budget reaches for.
func (s *settlement) contest(place int) {
	rule := &s.scheme.Rules[place]
	if rule.Rank == nil {
		return
	}
	var budget money.Fen
	for _, part := range rule.Cycle.Parts() {
		entrants := s.entrants(place, part)
		if rule.Budget != nil && rule.Budget.Over == Ranks {
			budget = rule.Budget.next(part, budget)
			budget = s.spend(entrants, budget)
			continue
		}
		s.tops(rule.Rank, entrants)
	}
}

// entrants are the cases of a part of the year that are owed something, the highest by the rank's measure
// first; of equal ones the organisation that is longer in the register.
func (s *settlement) entrants(place int, part Part) []entrant {
	by := &s.scheme.Rules[place].Rank.By
	var all []entrant
	for i := range s.runs {
		r := &s.runs[i]
		if s.rulings[i].Rule != place || s.rulings[i].Evidence.Part != part || r.amount <= 0 {
			continue
		}
		value, _, err := r.take(by)
		if err != nil {
			r.end()
			continue
		}
		all = append(all, entrant{i, value})
	}
	slices.SortStableFunc(all, func(a, b entrant) int {
		return cmp.Or(cmp.Compare(b.value, a.value), s.rulings[a.at].compare(&s.rulings[b.at].Case))
	})
	return all
}

// tops lets the first ones through; places are counted within a tier where each has its own number.
func (s *settlement) tops(rank *Rank, entrants []entrant) {
	group := func(x entrant) int {
		if rank.Tops == nil {
			return -1
		}
		return s.runs[x.at].tier
	}
	size, place := map[int]int{}, map[int]int{}
	for _, x := range entrants {
		size[group(x)]++
	}
	for _, x := range entrants {
		g := group(x)
		place[g]++
		top := rank.top(s.runs[x.at].tier)
		s.stand(x.at, Standing{Place: place[g], Of: size[g], Admitted: top == 0 || place[g] <= top})
	}
}

// spend gives the first ones their whole amounts while a budget lasts, and says what is left of it. Who
// comes after the first it does not reach for gets nothing, even if his amount were smaller.
func (s *settlement) spend(entrants []entrant, budget money.Fen) money.Fen {
	open := true
	for n, x := range entrants {
		amount := s.runs[x.at].amount
		open = open && amount <= budget
		left := budget
		s.stand(x.at, Standing{Place: n + 1, Of: len(entrants), Admitted: open, Left: &left})
		if open {
			budget -= amount
		}
	}
	return budget
}

func (s *settlement) stand(i int, standing Standing) {
	s.rulings[i].Evidence.Standing = &standing
	if !standing.Admitted {
		s.runs[i].end()
	}
}

// next is what there is for claims of a part of the year: what is left where the budget's part goes on, a new
// amount where one begins, with what is left of the one before where that is carried over.
func (b *Allotment) next(part Part, left money.Fen) money.Fen {
	begins := slices.ContainsFunc(b.Per.Parts(), func(p Part) bool { return p.span().From == part.span().From })
	switch {
	case !begins:
		return left
	case b.Carry:
		return left + b.Amount.Fen()
	}
	return b.Amount.Fen()
}

// cut shrinks amounts where a budget does not reach for all: first those of rules, then the scheme's.
func (s *settlement) cut() {
	for place := range s.scheme.Rules {
		budget := s.scheme.Rules[place].Budget
		if budget != nil && budget.Over == ProRata {
			s.cutTo(budget, true, func(i int) bool { return s.rulings[i].Rule == place })
		}
	}
	if budget := s.scheme.Budget; budget != nil && budget.Over == ProRata {
		s.cutTo(budget, false, func(int) bool { return true })
	}
}

// cutTo holds what cases want in each part of the year to what a budget has for it. A claim of a whole
// year falls into the last part: then it is known.
func (s *settlement) cutTo(budget *Allotment, clause bool, of func(int) bool) {
	parts := len(budget.Per.Parts())
	wanted, cases := make([]money.Fen, parts), make([][]int, parts)
	for i := range s.runs {
		if of(i) && s.runs[i].amount > 0 {
			at := budget.falls(s.rulings[i].Evidence.Part)
			wanted[at] += s.runs[i].amount
			cases[at] = append(cases[at], i)
		}
	}
	var left money.Fen
	for at := range parts {
		if !budget.Carry {
			left = 0
		}
		left += budget.Amount.Fen()
		if wanted[at] > left {
			for _, i := range cases[at] {
				s.shrink(i, Cut{Clause: clause, Budget: left, Wanted: wanted[at]})
			}
		}
		left = max(0, left-wanted[at])
	}
}

func (s *settlement) shrink(i int, c Cut) {
	e := &s.rulings[i].Evidence
	e.Cuts = append(slices.Clip(e.Cuts), c)
	s.runs[i].amount = c.of(s.runs[i].amount)
}

// of is what a cut leaves of an amount.
func (c Cut) of(amount money.Fen) money.Fen {
	return amount.Times(int64(c.Budget), int64(c.Wanted), money.Down)
}

// falls is in which part of the budget's year a claim's part ends.
func (b *Allotment) falls(p Part) int {
	last := p.span().To
	for at, part := range b.Per.Parts() {
		if part.span().To >= last {
			return at
		}
	}
	return 0
}
