package rewards

import (
	"encoding/json"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Rule is one clause of a scheme that pays.
type Rule struct {
	store.Record
	SchemeID  int64
	Position  int    // order of the clauses, from 1
	Clause    string // 第六条
	Title     string // 网络零售额突破奖
	Kind      Kind
	Terms     Terms    `gorm:"-"`
	Kept      string   `gorm:"column:terms"`                     // Terms as the table keeps them
	Materials []string `gorm:"serializer:json;column:materials"` // what a claim must bring
}

// TableName is the table of migration 0004.
func (Rule) TableName() string { return "reward_rules" }

// Check refuses a rule without clause, title or sound terms. Problems: rewards.rule_untitled,
// rewards.unknown_kind, and those of its terms, each with the clause.
func (r Rule) Check() error {
	switch {
	case blank(r.Clause) || blank(r.Title):
		return problem.New("rewards.rule_untitled")
	case r.Terms == nil:
		return problem.New("rewards.unknown_kind", "kind", r.Kind).At(0, r.Clause)
	}
	err := r.Terms.Check()
	var found *problem.Problem
	if errors.As(err, &found) {
		return found.At(0, r.Clause)
	}
	return err
}

// ruleFile is a rule as a scheme's file has it.
type ruleFile struct {
	Clause    string          `json:"clause"`
	Title     string          `json:"title"`
	Kind      Kind            `json:"kind"`
	Terms     json.RawMessage `json:"terms"`
	Materials []string        `json:"materials,omitempty"`
}

// MarshalJSON writes the rule as a scheme's file has it.
func (r Rule) MarshalJSON() ([]byte, error) {
	terms, err := json.Marshal(r.Terms)
	if err != nil {
		return nil, err
	}
	return json.Marshal(ruleFile{r.Clause, r.Title, r.Kind, terms, r.Materials})
}

// UnmarshalJSON reads what MarshalJSON writes and nothing else. Problems: rewards.unknown_kind,
// rewards.scheme_field.
func (r *Rule) UnmarshalJSON(text []byte) error {
	var file ruleFile
	if err := strictly(text, &file); err != nil {
		return err
	}
	terms, err := readTerms(file.Kind, file.Terms)
	if err != nil {
		return problem.Of(err).At(0, file.Clause)
	}
	*r = Rule{Clause: file.Clause, Title: file.Title, Kind: file.Kind, Terms: terms, Materials: file.Materials}
	return nil
}

// BeforeSave writes the terms for the table.
func (r *Rule) BeforeSave(*gorm.DB) error {
	text, err := json.Marshal(r.Terms)
	r.Kept = string(text)
	return err
}

// AfterFind reads the terms from the table.
func (r *Rule) AfterFind(*gorm.DB) error {
	var err error
	r.Terms, err = readTerms(r.Kind, []byte(r.Kept))
	return err
}
