package rewards

import (
	"encoding/json"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// Trace shows how an amount came about: what was taken from where, by which clause, what came out. It
// carries the measure with its one rule and the evidence, so that it can be computed again in later years.
type Trace struct {
	Form     int       `json:"form"`
	Measure  Scheme    `json:"measure"` // with the one rule applied
	Evidence Evidence  `json:"evidence"`
	Steps    []Step    `json:"steps"`
	Amount   money.Fen `json:"amount_fen"`
}

// traceForm counts the forms of frozen traces. The first one, with rules of the first form, is read as well.
const traceForm = 2

// Rule is the rule the trace applies.
func (t Trace) Rule() Rule { return t.Measure.Rules[0] }

// Freeze gives the trace as it is kept with its claim. Equal traces give equal texts.
func (t Trace) Freeze() (string, error) {
	text, err := json.Marshal(t)
	return string(text), err
}

// Thaw reads a frozen trace. Problem: rewards.trace_unreadable.
func Thaw(text string) (Trace, error) {
	var t Trace
	err := json.Unmarshal([]byte(text), &t)
	sound := err == nil && (t.Form == traceForm || t.Form == 1) && len(t.Measure.Rules) == 1
	if sound {
		err = t.Rule().Check()
	}
	if !sound || err != nil {
		return Trace{}, problem.New("rewards.trace_unreadable").Because(err)
	}
	return t, nil
}

// Again computes the trace anew from its own measure and evidence.
func (t Trace) Again() (Trace, error) {
	return Compute(t.Measure, t.Rule(), t.Evidence)
}
