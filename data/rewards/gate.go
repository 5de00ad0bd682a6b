package rewards

import (
	"slices"

	"smartcanal/data/problem"
)

// Gate is a condition of a rule: a measure that reaches a threshold, or a fact that holds. Not asks for
// the opposite, of facts alone: a measure that must stay below something would take money from whoever sells more.
type Gate struct {
	Measure Measure    `json:"measure"`
	At      *Threshold `json:"at,omitempty"`  // nil for facts
	Not     bool       `json:"not,omitempty"` // the fact must not hold
	Unclear *Unclear   `json:"unclear,omitempty"`
}

// Unclear is a place where the published text can be read in more than one way. One reading is chosen before
// the rule can be used, and everybody who reads the clause sees that it was.
type Unclear struct {
	Text     string   `json:"text"`     // what the text leaves open
	Readings []string `json:"readings"` // the measures' Per it may mean: "", "month"
	Chosen   *int     `json:"chosen"`   // which of them; nil: not decided yet
}

// Check refuses a gate that is open or nonsense. Problems: those of Measure.Check, rewards.gate_open,
// rewards.gate_not_positive, rewards.reading_not_chosen (text).
func (g *Gate) Check() error {
	if err := g.Measure.Check(); err != nil {
		return err
	}
	fact := g.Measure.unit() == YesNo
	switch {
	case fact != (g.At == nil), g.Not && !fact:
		return problem.New("rewards.gate_open")
	case g.At != nil && (g.At.At <= 0 || g.At.To != nil):
		return problem.New("rewards.gate_not_positive")
	}
	return g.Unclear.check(g.Measure.Per)
}

func (u *Unclear) check(per string) error {
	switch {
	case u == nil:
		return nil
	case blank(u.Text) || len(u.Readings) < 2:
		return problem.New("rewards.gate_open")
	case u.Chosen == nil || *u.Chosen < 0 || *u.Chosen >= len(u.Readings):
		return problem.New("rewards.reading_not_chosen", "text", u.Text)
	case slices.Contains(u.Readings, per) && u.Readings[*u.Chosen] == per:
		return nil
	}
	return problem.New("rewards.reading_not_chosen", "text", u.Text)
}

// Choose takes one of the readings of an unclear gate.
func (g *Gate) Choose(reading int) {
	g.Unclear.Chosen, g.Measure.Per = &reading, g.Unclear.Readings[reading]
}

// apply tells whether the gate is passed and leaves its step.
func (g *Gate) apply(r *run) (bool, error) {
	value, why, err := r.take(&g.Measure)
	if err != nil {
		return false, err
	}
	passed := why == ""
	switch {
	case passed && g.At != nil:
		passed = g.At.Reached(value)
	case passed:
		passed = (value != 0) != g.Not
	}
	r.add(func() Step { return g.step(r, passed, why) })
	return passed, nil
}

func (g *Gate) step(r *run, passed bool, why string) Step {
	var step Step
	if g.At != nil {
		step = r.thresholdStep("gate", &g.Measure, g.At)
	} else {
		step = Step{Code: "holds", Measure: &g.Measure, Origin: FromRegister, Verdict: Unmet, Reason: "does_not_hold", Result: Nothing}
		if g.Measure.Of == OfDeclared {
			step.Origin = FromDeclaration
		}
		if g.Not {
			step.Code = "holds_not"
		}
	}
	if why != "" {
		step.Reason = why
	}
	if passed {
		step.Verdict, step.Reason = Met, ""
	}
	return step
}

// readingName names a reading in the catalogue: the measure's Per.
func readingName(per string) string {
	if per == "" {
		return "sum"
	}
	return per
}

// ReadingsIn are the readings of an unclear gate in words.
func (u *Unclear) ReadingsIn(language string) []string {
	said := make([]string, len(u.Readings))
	for i, per := range u.Readings {
		said[i] = text(language, "rewards.says.reading."+readingName(per))
	}
	return said
}

// In is the gate for a screen.
func (g *Gate) In(language string) string { return g.in(language, "") }

// in words the gate: 当年线上核实网络零售额达到 100 万元.
func (g *Gate) in(language, period string) string {
	said := g.Measure.in(language, period)
	switch {
	case g.Measure.Fact == Age && g.At != nil && !g.At.Strict:
		return text(language, "rewards.says.age", "at", g.At.At.in(language, Months, ""))
	case g.At != nil:
		said = text(language, "rewards.says.gate", "measure", said, "reach", g.At.in(language, g.Measure))
	case g.Not:
		said = text(language, "rewards.says.not", "fact", said)
	}
	if g.Unclear != nil {
		said += text(language, "rewards.says.unclear", "text", g.Unclear.Text, "reading", text(language, "rewards.says.reading."+readingName(g.Measure.Per)))
	}
	return said
}
