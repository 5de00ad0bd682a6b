package rewards

import (
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
	FromRule        Origin = "rule"        // the clause applied to the steps above
	FromClaims      Origin = "claims"      // other claims of the same enterprise and year
)

// Result is how the outcome of a step is said.
type Result string

// The results.
const (
	Figure    Result = "figure"    // an amount taken in
	Awards    Result = "awards"    // an amount the clause gives
	Takes     Result = "takes"     // the one of several that counts
	Untouched Result = "untouched" // a cap that takes nothing away
	Deducts   Result = "deducts"   // a cap that takes Fen away
	Final     Result = "final"     // the amount of the claim
	Nothing   Result = "nothing"   // a condition that gives nothing
)

// Step is one line of a trace. Code and Reason with Args are worded by the catalogue: TitleKey,
// ReasonKey and ResultKey name the texts, Pairs fills them.
type Step struct {
	Code     string            `json:"code"`
	Args     map[string]string `json:"args,omitempty"`
	Clause   string            `json:"clause,omitempty"` // 第六条, where the measure decides
	Origin   Origin            `json:"origin"`
	Lines    *Lines            `json:"lines,omitempty"`  // what opens behind the figure
	Claims   []Grant           `json:"claims,omitempty"` // what opens behind amounts of other claims
	Verdict  Verdict           `json:"verdict,omitempty"`
	Reason   string            `json:"reason,omitempty"`   // why a condition is not met
	Replaced bool              `json:"replaced,omitempty"` // a higher tier takes its place
	Result   Result            `json:"result"`
	Fen      money.Fen         `json:"fen"`
}

// TitleKey names the wording of what the step does.
func (s Step) TitleKey() string { return "rewards.step." + s.Code }

// ReasonKey names the wording of why a condition is not met, "" where there is nothing to say.
func (s Step) ReasonKey() string {
	if s.Reason == "" {
		return ""
	}
	return "rewards.reason." + s.Reason
}

// ResultKey names the wording of what came out.
func (s Step) ResultKey() string { return "rewards.result." + string(s.Result) }

// Pairs are names and values for the wordings, the amount among them, in a fixed order.
func (s Step) Pairs() []any {
	names := make([]string, 0, len(s.Args))
	for name := range s.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	pairs := []any{"amount", s.amount()}
	for _, name := range names {
		pairs = append(pairs, name, s.Args[name])
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

// Title is what the step does, in Chinese, for papers.
func (s Step) Title() string { return chinese(s.TitleKey(), s.Pairs()...) }

// Outcome is the badge, its reason and what came out, in Chinese, for papers.
func (s Step) Outcome() string {
	text := chinese(s.ResultKey(), s.Pairs()...)
	if s.Verdict != "" {
		badge := chinese("rewards.verdict." + string(s.Verdict))
		if s.Reason != "" {
			badge += "（" + chinese(s.ReasonKey(), s.Pairs()...) + "）"
		}
		if s.Result == Nothing {
			return badge
		}
		text = badge + "，" + text
	}
	return text
}

// subject tells which step of another trace is the same step.
func (s Step) subject() string { return s.Code + " " + s.Args["year"] + " " + s.Args["wan"] }
