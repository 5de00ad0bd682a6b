package rewards

import (
	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// SteppedKind names rules of the type Stepped.
const SteppedKind Kind = "steps"

// Stepped pays an amount for every full step a measure goes beyond a base, after a fixed amount if there is
// one: 10 at once, and 1 for every 200 beyond 500.
type Stepped struct {
	Start Quantity `json:"start,omitempty"` // yuan, paid at once
	Of    Measure  `json:"of"`
	Over  Quantity `json:"over"`          // the base, in the measure's unit
	Every Quantity `json:"every"`         // one step, in the measure's unit
	Each  Quantity `json:"each"`          // yuan for a step
	Cap   Quantity `json:"cap,omitempty"` // of the steps alone, yuan; 0: none
}

// Kind is SteppedKind.
func (*Stepped) Kind() Kind { return SteppedKind }

// Check refuses steps of nothing. Problems: those of Measure.Check, rewards.steps_not_positive,
// rewards.cap_below_step.
func (s *Stepped) Check() error {
	if err := s.Of.Check(); err != nil {
		return err
	}
	switch {
	case s.Of.unit() == YesNo || s.Every <= 0 || s.Each <= 0 || s.Over < 0 || s.Start < 0 || s.Cap < 0:
		return problem.New("rewards.steps_not_positive")
	case s.Cap != 0 && s.Cap < s.Each:
		return problem.New("rewards.cap_below_step", "cap", s.Cap, "each", s.Each)
	}
	return nil
}

// Most is what the start and the cap of the steps come to, 0 where the steps have no cap.
func (s *Stepped) Most() Quantity {
	if s.Cap == 0 {
		return 0
	}
	return s.Start + s.Cap
}

// Measures is the one the steps are of.
func (s *Stepped) Measures() []*Measure { return []*Measure{&s.Of} }

func (s *Stepped) in(language, period string) string {
	said := ""
	if s.Start > 0 {
		said = text(language, "rewards.says.start", "amount", s.Start.in(language, Yuan, ""))
	}
	key := "rewards.says.steps"
	if s.Over > 0 {
		key = "rewards.says.steps_over"
	}
	unit, counter := s.Of.unit(), s.Of.counter(language)
	said += text(language, key, "measure", s.Of.in(language, period), "over", s.Over.in(language, unit, counter),
		"every", s.Every.in(language, unit, counter), "each", s.Each.in(language, Yuan, ""))
	if s.Cap > 0 {
		said += text(language, "rewards.says.steps_cap", "cap", s.Cap.in(language, Yuan, ""))
	}
	return said
}

func (s *Stepped) apply(r *run) error {
	value, _, err := r.take(&s.Of)
	if err != nil {
		return err
	}
	if s.Start > 0 {
		r.award(s.Start.Fen(), "start", func() map[string]string { return nil })
	}
	full := max(0, value-s.Over) / s.Every
	steps := s.Each.Fen().Times(int64(full), 1, money.Down)
	if s.Cap > 0 {
		steps = min(steps, s.Cap.Fen())
	}
	r.award(steps, "steps", func() map[string]string {
		args := map[string]string{"steps": (full * One).String(), "each": wholeYuan(s.Each.Fen())}
		if s.Cap > 0 {
			args["cap"] = wholeYuan(s.Cap.Fen())
		}
		return args
	})
	return nil
}
