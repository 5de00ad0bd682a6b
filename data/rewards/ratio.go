package rewards

import (
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// RatioKind names rules of the type Ratio.
const RatioKind Kind = "ratio"

// Ratio gives an amount back in the ratio of what was done to what was promised, at most all of it: rent, by
// the turnover against a turnover promised for each square metre and month.
type Ratio struct {
	Of      Measure   `json:"of"`      // money: the rent
	Done    Measure   `json:"done"`    // money: the turnover
	Each    Quantity  `json:"each"`    // yuan promised for each unit of By
	By      []Measure `json:"by"`      // area, months: multiplied
	Percent Quantity  `json:"percent"` // of Of, at most; 100 for all
}

// Kind is RatioKind.
func (*Ratio) Kind() Kind { return RatioKind }

// Check refuses a promise of nothing and shares of more than all. Problems: those of Measure.Check,
// rewards.money_asked, rewards.promise_open, rewards.rate_out_of_range.
func (p *Ratio) Check() error {
	for _, m := range p.Measures() {
		if err := m.Check(); err != nil {
			return err
		}
		if m.Of == OfRegister && m.unit() == YesNo || m.Change != "" {
			return problem.New("rewards.promise_open")
		}
	}
	switch {
	case !p.Of.money() || !p.Done.money():
		return problem.New("rewards.money_asked")
	case p.Each <= 0 || len(p.By) == 0 || len(p.By) > 4:
		return problem.New("rewards.promise_open")
	case p.Percent <= 0 || p.Percent.rate() > money.WholeInBasisPoints:
		return problem.New("rewards.rate_out_of_range", "rate", p.Percent.rate())
	}
	return nil
}

// Most has no bound: the rule's cap is the bound.
func (*Ratio) Most() Quantity { return 0 }

// Measures are what is given back, what was done and what the promise is made of.
func (p *Ratio) Measures() []*Measure {
	all := []*Measure{&p.Of, &p.Done}
	for i := range p.By {
		all = append(all, &p.By[i])
	}
	return all
}

func (p *Ratio) in(language, period string) string {
	by := make([]string, len(p.By))
	for i := range p.By {
		by[i] = p.By[i].in(language, period)
	}
	return text(language, "rewards.says.ratio", "of", p.Of.spent(language, period), "done", p.Done.in(language, period), "rate", p.Percent.rate(),
		"each", p.Each.in(language, Yuan, ""), "by", strings.Join(by, " × "))
}

func (p *Ratio) apply(r *run) error {
	of, _, err := r.take(&p.Of)
	if err != nil {
		return err
	}
	done, _, err := r.take(&p.Done)
	if err != nil {
		return err
	}
	promised := p.Each.Fen()
	for i := range p.By {
		value, _, err := r.take(&p.By[i])
		if err != nil {
			return err
		}
		promised = promised.Times(int64(max(0, value)), int64(One), money.Down)
	}
	r.add(func() Step { return Step{Code: "promised", Origin: FromRule, Result: Figure, Fen: promised} })
	whole := max(0, of.Fen()).Part(p.Percent.rate(), money.Down)
	kept := min(max(0, done.Fen()), promised)
	if promised <= 0 { // nothing was promised
		kept = 0
	}
	rate := money.BasisPoints(money.Fen(kept).Times(int64(money.WholeInBasisPoints), int64(promised), money.Down))
	r.award(whole.Times(int64(kept), int64(promised), money.Down), "ratio", func() map[string]string {
		return map[string]string{"rate": rate.String()}
	})
	return nil
}
