package rewards

import (
	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// ShareKind names rules of the type Share.
const ShareKind Kind = "share"

// Share pays a percentage of an amount of money. What is below a fen is cut off; a rule of this kind has a cap.
type Share struct {
	Of   Measure  `json:"of"`
	Rate Quantity `json:"percent"`
}

// Kind is ShareKind.
func (*Share) Kind() Kind { return ShareKind }

// Check refuses shares of what is no money, of nothing and of more than all. Problems: those of
// Measure.Check, rewards.money_asked, rewards.rate_out_of_range.
func (p *Share) Check() error {
	if err := p.Of.Check(); err != nil {
		return err
	}
	switch {
	case !p.Of.money():
		return problem.New("rewards.money_asked")
	case p.Rate <= 0 || p.Rate.rate() > money.WholeInBasisPoints:
		return problem.New("rewards.rate_out_of_range", "rate", p.Rate.rate())
	}
	return nil
}

// Most has no bound: the rule's cap is the bound.
func (*Share) Most() Quantity { return 0 }

// Measures is the one the share is of.
func (p *Share) Measures() []*Measure { return []*Measure{&p.Of} }

func (p *Share) in(language, period string) string {
	return text(language, "rewards.says.share", "of", p.Of.spent(language, period), "rate", p.Rate.rate())
}

// apply takes nothing of a negative amount: more refunds than sales earn nothing.
func (p *Share) apply(r *run) error {
	value, _, err := r.take(&p.Of)
	if err != nil {
		return err
	}
	share := max(0, value.Fen()).Part(p.Rate.rate(), money.Down)
	r.award(share, "share", func() map[string]string { return map[string]string{"rate": p.Rate.rate().String()} })
	return nil
}
