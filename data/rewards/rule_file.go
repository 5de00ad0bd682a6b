package rewards

import (
	"encoding/json"

	"smartcanal/data/problem"
)

// ruleFile is a rule as a scheme's file has it.
type ruleFile struct {
	Clause string `json:"clause"`
	Title  string `json:"title"`
	Kind   Kind   `json:"kind"`
	saysJSON
	Materials []string `json:"materials,omitempty"`
}

// saysJSON is what a rule says as a file and the table have it; only what is said stands in it.
type saysJSON struct {
	Gates     []Gate          `json:"gates,omitempty"`
	Terms     json.RawMessage `json:"terms"`
	Cap       Quantity        `json:"cap,omitempty"`
	YearCap   Quantity        `json:"year_cap,omitempty"`
	Spent     *Measure        `json:"spent,omitempty"`
	Ceiling   bool            `json:"ceiling,omitempty"`
	OnceYears int             `json:"once_years,omitempty"`
	Several   bool            `json:"several,omitempty"`
	Cycle     Cycle           `json:"cycle,omitempty"`
	Contest
	Round Quantity `json:"round,omitempty"`
	Note  string   `json:"note,omitempty"`
}

func saysFile(s Says) saysJSON {
	terms, _ := json.Marshal(s.Terms) // plain numbers and texts always marshal
	return saysJSON{s.Gates, terms, s.Cap, s.YearCap, s.Spent, s.Ceiling, s.OnceYears, s.Several, s.Cycle, s.Contest, s.Round, s.Note}
}

func (f saysJSON) says(kind Kind) (Says, error) {
	terms, err := readTerms(kind, f.Terms)
	return Says{f.Gates, terms, f.Cap, f.YearCap, f.Spent, f.Ceiling, f.OnceYears, f.Several, f.Cycle, f.Contest, f.Round, f.Note}, err
}

// MarshalJSON writes the rule as a scheme's file has it.
func (r Rule) MarshalJSON() ([]byte, error) {
	return json.Marshal(ruleFile{r.Clause, r.Title, r.Kind, saysFile(r.Says), r.Materials})
}

// UnmarshalJSON reads what MarshalJSON writes, now or in the first form, and nothing else. Problems:
// rewards.unknown_kind, rewards.scheme_field.
func (r *Rule) UnmarshalJSON(text []byte) error {
	var file ruleFile
	if err := strictly(text, &file); err != nil {
		return err
	}
	says, first, err := firstForm(file.Kind, file.Terms)
	if !first {
		says, err = file.says(file.Kind)
	}
	if err != nil {
		return problem.Of(err).At(0, file.Clause)
	}
	*r = Rule{Clause: file.Clause, Title: file.Title, Kind: says.Terms.Kind(), Says: says, Materials: file.Materials}
	return nil
}
