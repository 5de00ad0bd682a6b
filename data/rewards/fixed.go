package rewards

import "smartcanal/data/problem"

// FixedKind names rules of the type Fixed.
const FixedKind Kind = "fixed"

// Fixed pays one amount to whoever passes the gates.
type Fixed struct {
	Amount Quantity `json:"amount"` // yuan
}

// Kind is FixedKind.
func (*Fixed) Kind() Kind { return FixedKind }

// Check refuses an amount that is none. Problem: rewards.amount_missing.
func (f *Fixed) Check() error {
	if f.Amount <= 0 {
		return problem.New("rewards.amount_missing")
	}
	return nil
}

// Most is the amount.
func (f *Fixed) Most() Quantity { return f.Amount }

// Measures are none.
func (*Fixed) Measures() []*Measure { return nil }

func (f *Fixed) in(language, _ string) string {
	return text(language, "rewards.says.fixed", "amount", f.Amount.in(language, Yuan, ""))
}

func (f *Fixed) apply(r *run) error {
	r.award(f.Amount.Fen(), "fixed", func() map[string]string { return nil })
	return nil
}
