package rewards

import (
	"cmp"
	"slices"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// Case is one claim under a scheme, or one proposal, among all that are settled together.
type Case struct {
	Rule     int // place in the scheme's rules
	ClaimID  int64
	Number   string
	Evidence Evidence // without what other cases have to do with it: Settle finds that
}

// Ruling is what a case comes to. Its evidence has what other cases had to do with it: Compute makes the
// trace of it, with the same amount. Missing is what could not be computed for want of a declared figure.
type Ruling struct {
	Case
	Earned  money.Fen // under its rule alone, before exclusions, the enterprise's cap, ranks and budgets
	Amount  money.Fen
	Missing *problem.Problem
}

// Trace is the case's computation, step by step.
func (o *Ruling) Trace(scheme Scheme) (Trace, error) {
	return Compute(scheme, scheme.Rules[o.Rule], o.Evidence)
}

// Settle takes all cases of a year through the steps of a scheme, each step for all of them before the
// next. In which order the cases stand makes no difference to what each comes to. Problems: those of
// Scheme.Check and of a case's evidence.
func Settle(scheme Scheme, cases []Case) ([]Ruling, error) {
	if err := scheme.Check(); err != nil {
		return nil, err
	}
	s := newSettlement(&scheme, cases)
	for i := range s.rulings {
		e := &s.rulings[i].Evidence
		if err := scheme.covers(&scheme.Rules[cases[i].Rule], e.Year, e.Part); err != nil {
			return nil, err
		}
		if err := e.check(); err != nil {
			return nil, err
		}
		*e = *e.inOrder().withBase(&scheme.Rules[cases[i].Rule])
	}
	return s.settle()
}

// settlement is cases on their way through the steps. The order is by organisation, rule, part and number:
// the one in which caps fill up.
type settlement struct {
	scheme     *Scheme
	rulings    []Ruling
	runs       []run
	order      []int
	excludings []excluding
	precedence []int
}

func newSettlement(scheme *Scheme, cases []Case) *settlement {
	s := &settlement{scheme: scheme, rulings: make([]Ruling, len(cases)), runs: make([]run, len(cases)), order: make([]int, len(cases))}
	for i := range cases {
		s.rulings[i].Case, s.order[i] = cases[i], i
	}
	s.excludings = scheme.excludings()
	s.precedence = precedence(s.excludings, len(scheme.Rules))
	slices.SortStableFunc(s.order, func(a, b int) int { return s.rulings[a].compare(&s.rulings[b].Case) })
	return s
}

// compare puts cases in an order that does not depend on how they came.
func (c *Case) compare(other *Case) int {
	return cmp.Or(cmp.Compare(c.Evidence.OrganizationID, other.Evidence.OrganizationID), cmp.Compare(c.Rule, other.Rule),
		cmp.Compare(c.Evidence.Part, other.Evidence.Part), cmp.Compare(c.Number, other.Number), cmp.Compare(c.ClaimID, other.ClaimID))
}

func (s *settlement) settle() ([]Ruling, error) {
	for first := 0; first < len(s.order); {
		last := first + 1
		for last < len(s.order) && s.organisation(last) == s.organisation(first) {
			last++
		}
		if err := s.enterprise(s.order[first:last]); err != nil {
			return nil, err
		}
		first = last
	}
	for place := range s.scheme.Rules {
		s.contest(place)
	}
	s.cut()
	for i := range s.runs {
		s.runs[i].round()
		s.rulings[i].Amount = s.runs[i].amount
	}
	return s.rulings, nil
}

func (s *settlement) organisation(at int) int64 {
	return s.rulings[s.order[at]].Evidence.OrganizationID
}

// enterprise goes through the steps that concern one enterprise alone: amounts, exclusions, its cap.
func (s *settlement) enterprise(cases []int) error {
	for n, i := range cases {
		if err := s.earn(i, cases[:n]); err != nil {
			return err
		}
	}
	for _, place := range s.precedence {
		if earlier := before(s.excludings, place); len(earlier) > 0 {
			s.giveWay(cases, place, s.awards(cases, earlier...), true)
		}
	}
	for _, e := range s.excludings {
		if e.keep != KeepFirst {
			s.keepHighest(cases, e)
		}
	}
	for n, i := range cases {
		e := &s.rulings[i].Evidence
		e.Granted = append(slices.Clip(e.Granted), s.besides(i, cases[:n])...)
		s.runs[i].e = e
		s.runs[i].yearlyCap()
	}
	return nil
}

// earn computes the amount of one case after those of the same enterprise that come before it.
func (s *settlement) earn(i int, before []int) error {
	o := &s.rulings[i]
	rule := &s.scheme.Rules[o.Rule]
	e := o.Evidence
	if rule.YearCap > 0 {
		e.Granted = append(slices.Clip(e.Granted), s.besides(i, before)...)
	}
	s.runs[i] = *newRun(s.scheme, rule, &e)
	s.runs[i].quiet = true
	err := s.runs[i].earn()
	if p := problem.Of(err); p != nil && p.Code == "rewards.base_missing" {
		o.Missing, err = p, nil
		s.runs[i].end()
	}
	o.Earned = s.runs[i].amount
	return err
}

// besides are what cases of the same enterprise get, as one of them sees it.
func (s *settlement) besides(i int, others []int) []Award {
	var awards []Award
	for _, j := range others {
		if s.runs[j].amount > 0 {
			award := s.award(j)
			award.Same = s.rulings[j].Rule == s.rulings[i].Rule
			awards = append(awards, award)
		}
	}
	return awards
}

func (s *settlement) award(i int) Award {
	o := &s.rulings[i]
	return Award{Grant: Grant{ClaimID: o.ClaimID, Number: o.Number, Fen: s.runs[i].amount}}
}

// awards are what cases under some rules get.
func (s *settlement) awards(cases []int, rules ...int) []Award {
	var awards []Award
	for _, i := range cases {
		if s.runs[i].amount > 0 && slices.Contains(rules, s.rulings[i].Rule) {
			awards = append(awards, s.award(i))
		}
	}
	return awards
}

// giveWay lets the cases under a rule give way to awards.
func (s *settlement) giveWay(cases []int, rule int, to []Award, instead bool) {
	for i := range to {
		to[i].Instead = instead
	}
	for _, i := range cases {
		if s.rulings[i].Rule == rule && len(to) > 0 {
			e := &s.rulings[i].Evidence
			e.Rivals = append(slices.Clip(e.Rivals), to...)
			with := *s.runs[i].e
			with.Rivals = to
			s.runs[i].e = &with
			s.runs[i].exclude()
		}
	}
}

// keepHighest lets all rules of an exclusion give way to the one that gives most; of equal ones to the first.
func (s *settlement) keepHighest(cases []int, e excluding) {
	best, most := -1, money.Fen(0)
	for _, place := range e.places {
		var sum money.Fen
		for _, award := range s.awards(cases, place) {
			sum += award.Fen
		}
		if sum > most {
			best, most = place, sum
		}
	}
	if best < 0 {
		return
	}
	kept := s.awards(cases, best)
	for _, place := range e.places {
		if place != best {
			s.giveWay(cases, place, slices.Clone(kept), e.keep == KeepChosen)
		}
	}
}
