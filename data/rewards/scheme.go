package rewards

import (
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Scheme is a reward measure: its rules and what holds for all of them. It has versions: one in force is
// never edited, and a claim keeps the version it was made under.
type Scheme struct {
	store.Record
	Family      int64  // the measure's first version
	Edition     int    // counts the versions, from 1
	State       State  // draft, in force, replaced
	Title       string // 运河区电子商务发展奖励办法, without 《》
	DocNumber   string // 运政办〔2025〕8号
	FromYear    int    // the years claims may be of
	ToYear      int
	ValidFrom   string // yyyy-mm-dd, or ""; the measure's own period of validity
	ValidTo     string
	WindowFrom  string      // mm-dd, or ""; when claims of a year are taken, in the year after unless WindowSame
	WindowTo    string      // mm-dd
	WindowSame  bool        // within the claim's year itself
	YearlyCap   money.Fen   `gorm:"column:yearly_cap_fen"` // per enterprise and year, fen; 0: none
	Budget      *Allotment  `gorm:"serializer:json"`       // of all rules together
	Exclusions  []Exclusion `gorm:"serializer:json"`
	Round       Quantity    `gorm:"column:round_fen"` // yuan, rounded down to; 0: to the fen
	LockYears   int         // after a clawback an enterprise gets nothing for so many years
	PaymentDays int         // how soon an approved amount is to be paid, days of the calendar; 0: not said
	NoticeDays  int         // how long a public notice stands, working days; 0: not said
	Rules       []Rule      `gorm:"-"`
}

// State is how far a version of a measure is.
type State string

// The states of a version.
const (
	Draft    State = "draft"
	InForce  State = "in_force"
	Replaced State = "replaced" // a later version is in force; its claims go on
)

// TableName is the table of migration 0004.
func (Scheme) TableName() string { return "reward_schemes" }

// Check refuses a scheme that leaves room for a guess. Problems: rewards.scheme_untitled,
// rewards.scheme_years, rewards.scheme_days, rewards.yearly_cap_negative, rewards.no_rules,
// rewards.clause_twice, rewards.round_unit, rewards.scheme_lock, those of Budget and of exclusions, and for a
// rule, in the place's column its clause: those of Rule.Check and rewards.yearly_cap_below_rule.
func (s *Scheme) Check() error {
	switch {
	case blank(s.Title):
		return problem.New("rewards.scheme_untitled")
	case s.FromYear < 2000 || s.ToYear < s.FromYear || s.ToYear > 2999:
		return problem.New("rewards.scheme_years", "from", s.FromYear, "to", s.ToYear)
	case !s.daysSound():
		return problem.New("rewards.scheme_days")
	case len(s.Rules) == 0:
		return problem.New("rewards.no_rules")
	}
	if err := s.checkLimits(); err != nil {
		return err
	}
	if err := s.checkRules(); err != nil {
		return err
	}
	return s.checkExclusions()
}

// checkLimits checks what holds for all rules alike.
func (s *Scheme) checkLimits() error {
	switch {
	case s.YearlyCap < 0:
		return problem.New("rewards.yearly_cap_negative")
	case !roundable(s.Round):
		return problem.New("rewards.round_unit", "unit", s.Round)
	case s.LockYears < 0 || s.LockYears > 30 || s.PaymentDays < 0 || s.PaymentDays > 3650, s.NoticeDays < 0 || s.NoticeDays > 60:
		return problem.New("rewards.scheme_lock")
	case s.Budget != nil && (s.Budget.check(s.Budget.Per) != nil || s.Budget.Over == Ranks):
		return problem.New("rewards.budget_open")
	}
	return nil
}

func (s *Scheme) checkRules() error {
	seen := map[string]bool{}
	for i := range s.Rules {
		rule := &s.Rules[i]
		if err := rule.Check(); err != nil {
			return err
		}
		name := rule.Clause + "\t" + rule.Title
		if seen[name] {
			return problem.New("rewards.clause_twice", "clause", rule.Clause, "title", rule.Title)
		}
		seen[name] = true
		if most := rule.Most(); s.YearlyCap > 0 && most > s.YearlyCap {
			return problem.New("rewards.yearly_cap_below_rule", "clause", rule.Clause, "cap", s.YearlyCap, "amount", most)
		}
	}
	return nil
}

// roundable tells whether amounts may be rounded to a unit: not at all, or to 1, 10, … 10,000 yuan.
func roundable(unit Quantity) bool {
	for u := Quantity(money.Yuan); u <= Quantity(money.Wan); u *= 10 {
		if unit == u {
			return true
		}
	}
	return unit == 0
}

// Name is the title in its marks: 《运河区电子商务发展奖励办法》.
func (s Scheme) Name() string { return "《" + strings.Trim(s.Title, "《》") + "》" }
