package rewards

import (
	"fmt"
	"sort"

	"smartcanal/data/money"
)

// Verdict is the badge of a step that asks whether a condition holds.
type Verdict string

// The verdicts: 符合, 不符合. Steps without a condition have none.
const (
	Met   Verdict = "met"
	Unmet Verdict = "unmet"
)

// Origin is where the figure of a step comes from.
type Origin string

// The origins of figures.
const (
	FromStatements  Origin = "statements"  // verified: sums of statement lines
	FromDeclaration Origin = "declaration" // the enterprise's word with its vouchers
	FromRegister    Origin = "register"    // what the register knows of the enterprise
	FromRule        Origin = "rule"        // the clause applied to the steps above
	FromClaims      Origin = "claims"      // other claims
	FromOffice      Origin = "office"      // what the office decided
)

// Result is how the outcome of a step is said.
type Result string

// The results.
const (
	Figure    Result = "figure"    // an amount taken in
	Counted   Result = "counted"   // another quantity taken in
	Awards    Result = "awards"    // an amount the clause gives
	Takes     Result = "takes"     // the one of several that counts
	Untouched Result = "untouched" // a limit that takes nothing away
	Deducts   Result = "deducts"   // a limit that takes Fen away
	Final     Result = "final"     // the amount of the claim
	Nothing   Result = "nothing"   // a condition that gives nothing
)

// Step is one line of a trace. What it does and why a condition is not met are worded by the catalogue from
// Code and Reason with Args, Measure and At.
type Step struct {
	Code     string            `json:"code"`
	Args     map[string]string `json:"args,omitempty"`
	Measure  *Measure          `json:"measure,omitempty"` // what was taken or asked, unless it is plain verified sales
	At       *Threshold        `json:"at,omitempty"`      // what the measure had to reach
	Clause   string            `json:"clause,omitempty"`  // 第六条, where the measure decides
	Origin   Origin            `json:"origin"`
	Lines    *Lines            `json:"lines,omitempty"`  // what opens behind the figure
	Claims   []Grant           `json:"claims,omitempty"` // what opens behind amounts of other claims
	Verdict  Verdict           `json:"verdict,omitempty"`
	Reason   string            `json:"reason,omitempty"`   // why a condition is not met
	Replaced bool              `json:"replaced,omitempty"` // a higher tier takes its place
	Result   Result            `json:"result"`
	Fen      money.Fen         `json:"fen"`
	Value    Quantity          `json:"value,omitempty"` // of Counted
}

// TitleIn is what the step does.
func (s Step) TitleIn(language string) string {
	return text(language, "rewards.step."+s.Code, s.pairs(language)...)
}

// ReasonIn is why a condition is not met, "" where there is nothing to say.
func (s Step) ReasonIn(language string) string {
	if s.Reason == "" {
		return ""
	}
	return text(language, "rewards.reason."+s.Reason, s.pairs(language)...)
}

// ResultIn is what came out.
func (s Step) ResultIn(language string) string {
	return text(language, "rewards.result."+string(s.Result), s.pairs(language)...)
}

// Title is what the step does, in Chinese, for papers.
func (s Step) Title() string { return s.TitleIn(chineseLanguage) }

// Outcome is the badge, its reason and what came out, in Chinese, for papers.
func (s Step) Outcome() string {
	out := s.ResultIn(chineseLanguage)
	if s.Verdict != "" {
		badge := chinese("rewards.verdict." + string(s.Verdict))
		if s.Reason != "" {
			badge += "（" + s.ReasonIn(chineseLanguage) + "）"
		}
		if s.Result == Nothing {
			return badge
		}
		out = badge + "，" + out
	}
	return out
}

// pairs are names and values for the wordings.
func (s Step) pairs(language string) []any {
	pairs := []any{"amount", s.amount()}
	names := make([]string, 0, len(s.Args))
	for name := range s.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		pairs = append(pairs, name, s.Args[name])
	}
	if s.Measure != nil {
		pairs = append(pairs, "measure", s.Measure.in(language, s.Args["period"]), "value", s.Value.in(language, s.Measure.unit(), s.Measure.counter(language)))
		if s.At != nil {
			pairs = append(pairs, "at", s.At.At.in(language, s.Measure.unit(), s.Measure.counter(language)))
		}
	}
	return pairs
}

// amount is in yuan; figures and the final amount show their fen always, amounts of a clause only where there are any.
func (s Step) amount() string {
	if s.Result == Figure || s.Result == Final {
		return s.Fen.String()
	}
	return wholeYuan(s.Fen)
}

// subject tells which step of another trace is the same step.
func (s Step) subject() string {
	subject := s.Code + " " + s.Args["year"] + " " + s.Args["wan"] + " " + s.Args["name"] + " " + s.Args["period"]
	if s.Measure != nil {
		subject += " " + s.Measure.in(chineseLanguage, "")
	}
	if s.At != nil {
		subject += fmt.Sprint(" ", s.At.At, s.At.Strict)
	}
	return subject
}
