package rewards

import (
	"encoding/json"
	"errors"
	"slices"

	"gorm.io/gorm"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Rule is one clause of a scheme that pays.
type Rule struct {
	store.Record
	SchemeID  int64
	Family    int64  // the rule of the measure's first version; claims of all versions count together
	Position  int    // order of the clauses, from 1
	Clause    string // 第六条
	Title     string // 网络零售额突破奖
	Kind      Kind
	Says      `gorm:"-"`
	Kept      string   `gorm:"column:terms"`                     // Says as the table keeps it
	Materials []string `gorm:"serializer:json;column:materials"` // what a claim must bring
}

// Says is what a rule says: who gets what, and up to where.
type Says struct {
	Gates     []Gate
	Terms     Terms
	Cap       Quantity // yuan, of one claim; 0: none
	YearCap   Quantity // yuan, of an enterprise's claims of a year under this rule; 0: none
	Spent     *Measure // the amount is no more than this, which was really spent
	Ceiling   bool     // the amount is the most; the office decides within it
	OnceYears int      // an enterprise gets it once in so many years; 0: every year
	Several   bool     // an enterprise may claim more than once in a period: events, projects
	Cycle     Cycle    // how often it is claimed
	Contest
	Round Quantity // yuan, rounded down to; 0: as the scheme rounds
	Note  string   // for whoever edits the scheme: source, doubts
}

// TableName is the table of migration 0004.
func (Rule) TableName() string { return "reward_rules" }

// Check refuses a rule without clause, title or sound terms. Problems, each with the clause as its place's
// column: rewards.rule_untitled, rewards.unknown_kind, those of Gate.Check, of its terms and of Contest,
// rewards.cap_missing, rewards.cap_negative, rewards.cap_below_tier, rewards.measure_of_money,
// rewards.once_years, rewards.round_unit.
func (r Rule) Check() error {
	if blank(r.Clause) || blank(r.Title) {
		return problem.New("rewards.rule_untitled")
	}
	err := r.Says.check(r.Kind)
	var found *problem.Problem
	if errors.As(err, &found) {
		return found.At(0, r.Clause)
	}
	return err
}

func (s *Says) check(kind Kind) error {
	if s.Terms == nil || s.Terms.Kind() != kind {
		return problem.New("rewards.unknown_kind", "kind", kind)
	}
	for i := range s.Gates {
		if err := s.Gates[i].Check(); err != nil {
			return err
		}
	}
	if err := s.Terms.Check(); err != nil {
		return err
	}
	if err := s.checkLimits(); err != nil {
		return err
	}
	return s.Contest.check(s)
}

func (s *Says) checkLimits() error {
	_, share := s.Terms.(*Share)
	switch {
	case s.Cap < 0 || s.YearCap < 0:
		return problem.New("rewards.cap_negative")
	case share && s.Cap == 0 && s.YearCap == 0:
		return problem.New("rewards.cap_missing")
	case s.OnceYears < 0 || s.OnceYears > 30 || !s.Cycle.known():
		return problem.New("rewards.once_years")
	case !roundable(s.Round):
		return problem.New("rewards.round_unit", "unit", s.Round)
	}
	if err := s.checkCaps(); err != nil || s.Spent == nil {
		return err
	}
	if err := s.Spent.Check(); err != nil {
		return err
	}
	if !s.Spent.money() {
		return problem.New("rewards.money_asked")
	}
	return nil
}

// checkCaps refuses a cap the terms' highest amount does not fit under.
func (s *Says) checkCaps() error {
	most := s.Terms.Most()
	for _, limit := range []Quantity{s.Cap, s.YearCap} {
		if limit > 0 && limit < most && !s.capsSteps() {
			return problem.New("rewards.cap_below_tier", "cap", limit, "amount", most)
		}
	}
	return nil
}

// capsSteps tells whether a cap below the sum of its parts makes sense: over steps it is the usual form.
func (s *Says) capsSteps() bool {
	stepped, is := s.Terms.(*Stepped)
	return is && stepped.Start > 0
}

// Most is the highest amount a claim can come to, fen; 0 where nothing bounds it.
func (s *Says) Most() money.Fen {
	most := s.Terms.Most()
	for _, limit := range []Quantity{s.Cap, s.YearCap} {
		if limit > 0 && (most == 0 || limit < most) {
			most = limit
		}
	}
	return most.Fen()
}

// Measures are all measures the rule takes in, listed units' own figures apart.
func (s *Says) Measures() []*Measure {
	var all []*Measure
	for i := range s.Gates {
		all = append(all, &s.Gates[i].Measure)
	}
	all = append(all, s.Terms.Measures()...)
	if s.Spent != nil {
		all = append(all, s.Spent)
	}
	if s.Rank != nil {
		all = append(all, &s.Rank.By)
	}
	return all
}

// Declares are the figures an enterprise has to declare, each once, the ones to be taken off among them.
func (s *Says) Declares() []Measure {
	var all []Measure
	known := map[string]bool{}
	add := func(m Measure) {
		if !known[m.Name] {
			known[m.Name], all = true, append(all, m)
		}
	}
	for _, m := range s.Measures() {
		if m.Of != OfDeclared {
			continue
		}
		whole := *m
		whole.Less = nil
		add(whole)
		for _, name := range m.Less {
			less := whole
			less.Name = name
			add(less)
		}
	}
	return all
}

// DeclaredBase is the one amount of money an enterprise declares, "" where there is none or several figures are asked.
func (s *Says) DeclaredBase() string {
	if all := s.Declares(); len(all) == 1 && all[0].money() {
		return all[0].Name
	}
	return ""
}

// AsksEarlier tells whether years before the statements count.
func (s *Says) AsksEarlier() bool {
	tiers, is := s.Terms.(*Tiers)
	return is && tiers.First
}

// AsksUnits is what has to be listed one by one, "" for nothing.
func (s *Says) AsksUnits() string {
	if units, is := s.Terms.(*PerUnit); is {
		return units.Listed
	}
	return ""
}

// UnitFigures are the figures each of what is listed has, in the order the terms name them.
func (s *Says) UnitFigures() []string {
	units, is := s.Terms.(*PerUnit)
	if !is {
		return nil
	}
	var names []string
	for i := range units.Gates {
		names = append(names, units.Gates[i].Measure.Name)
	}
	if units.Of != nil && !slices.Contains(names, units.Of.Name) {
		names = append(names, units.Of.Name)
	}
	return names
}

// BeforeSave writes what the rule says for the table.
func (r *Rule) BeforeSave(*gorm.DB) error {
	text, err := json.Marshal(saysFile(r.Says))
	r.Kept = string(text)
	if r.Materials == nil {
		r.Materials = []string{}
	}
	return err
}

// AfterFind reads it from the table; rules of earlier programs have the first form.
func (r *Rule) AfterFind(*gorm.DB) error {
	if says, known, err := firstForm(r.Kind, []byte(r.Kept)); known || err != nil {
		r.Says = says
		if err == nil {
			r.Kind = says.Terms.Kind()
		}
		return err
	}
	var file saysJSON
	if err := strictly([]byte(r.Kept), &file); err != nil {
		return err
	}
	says, err := file.says(r.Kind)
	r.Says = says
	return err
}
