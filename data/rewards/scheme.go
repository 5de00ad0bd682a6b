package rewards

import (
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Scheme is a reward measure: its rules and what holds for all of them.
type Scheme struct {
	store.Record `json:"-"`
	Title        string    `json:"title"`      // 运河区电子商务发展奖励办法, without 《》
	DocNumber    string    `json:"doc_number"` // 运政办〔2025〕8号
	FromYear     int       `json:"from_year"`
	ToYear       int       `json:"to_year"`
	YearlyCap    money.Fen `gorm:"column:yearly_cap_fen" json:"yearly_cap_fen"` // per enterprise and year, fen; 0: none
	Rules        []Rule    `gorm:"-" json:"rules"`
}

// TableName is the table of migration 0004.
func (Scheme) TableName() string { return "reward_schemes" }

// Check refuses a scheme that leaves room for a guess. Problems: rewards.scheme_untitled,
// rewards.scheme_years, rewards.yearly_cap_negative, rewards.no_rules, rewards.clause_twice, and for a
// rule, in the place's column its clause: those of Rule.Check and rewards.yearly_cap_below_rule.
func (s Scheme) Check() error {
	switch {
	case blank(s.Title):
		return problem.New("rewards.scheme_untitled")
	case s.FromYear < 2000 || s.ToYear < s.FromYear || s.ToYear > 2999:
		return problem.New("rewards.scheme_years", "from", s.FromYear, "to", s.ToYear)
	case s.YearlyCap < 0:
		return problem.New("rewards.yearly_cap_negative")
	case len(s.Rules) == 0:
		return problem.New("rewards.no_rules")
	}
	return s.checkRules()
}

func (s Scheme) checkRules() error {
	seen := map[string]bool{}
	for _, rule := range s.Rules {
		if err := rule.Check(); err != nil {
			return err
		}
		if name := rule.Clause + "\t" + rule.Title; seen[name] {
			return problem.New("rewards.clause_twice", "clause", rule.Clause, "title", rule.Title)
		} else {
			seen[name] = true
		}
		if most := rule.Terms.Most(); s.YearlyCap > 0 && most > s.YearlyCap {
			return problem.New("rewards.yearly_cap_below_rule", "clause", rule.Clause, "cap", s.YearlyCap, "amount", most)
		}
	}
	return nil
}

// Reading is a rule read back as the sentence of a measure, with what the scheme adds to every rule.
func (s Scheme) Reading(rule Rule) string {
	text := rule.Terms.Reading()
	if s.YearlyCap > 0 {
		text += "每家企业每年所得各类奖励合计不超过 " + amountInWords(s.YearlyCap) + "。"
	}
	return text
}

// Name is the title in its marks: 《运河区电子商务发展奖励办法》.
func (s Scheme) Name() string { return "《" + strings.Trim(s.Title, "《》") + "》" }
