package rewards

import (
	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// PercentageKind names rules of the type Percentage.
const PercentageKind Kind = "percentage"

// Base is what a percentage is taken of.
type Base string

// The bases there are.
const (
	OfDeclared Base = "declared" // an amount the enterprise declares with vouchers, such as a service fee
	OfVerified Base = "verified" // the verified online sales of the year
)

// Percentage pays a share of an amount up to a cap, where the year's verified online sales pass the
// gate. What is below a fen is cut off.
type Percentage struct {
	Of   Base              `json:"of"`
	Name string            `json:"name,omitempty"` // what the declared amount is: 代运营服务费
	Rate money.BasisPoints `json:"rate_bp"`
	Cap  money.Fen         `json:"cap_fen"`
	Gate *Threshold        `json:"gate,omitempty"`
}

// Kind is PercentageKind.
func (p *Percentage) Kind() Kind { return PercentageKind }

// Check refuses terms that pay nothing, everything or without bounds. Problems: rewards.unknown_base,
// rewards.base_unnamed, rewards.rate_out_of_range, rewards.cap_not_positive, rewards.gate_not_positive.
func (p *Percentage) Check() error {
	switch {
	case p.Of != OfDeclared && p.Of != OfVerified:
		return problem.New("rewards.unknown_base", "base", p.Of)
	case p.Of == OfDeclared && blank(p.Name):
		return problem.New("rewards.base_unnamed")
	case p.Rate <= 0 || p.Rate > money.WholeInBasisPoints:
		return problem.New("rewards.rate_out_of_range", "rate", p.Rate)
	case p.Cap <= 0:
		return problem.New("rewards.cap_not_positive")
	case p.Gate != nil && p.Gate.Fen <= 0:
		return problem.New("rewards.gate_not_positive")
	}
	return nil
}

// Most is the cap, fen.
func (p *Percentage) Most() money.Fen { return p.Cap }

// Reading says gate, share and cap.
func (p *Percentage) Reading() string {
	text := "企业"
	if p.Gate != nil {
		text += "当年线上核实网络零售额" + p.Gate.reading() + "的，"
	}
	if p.Of == OfDeclared {
		text += "按实际支出的" + p.Name
	} else if p.Gate != nil {
		text += "按该零售额"
	} else {
		text += "按当年线上核实网络零售额"
	}
	return text + "的 " + p.Rate.String() + " 给予补贴，每年最高 " + amountInWords(p.Cap) + "。"
}

func (p *Percentage) apply(e Evidence, steps *steps) (money.Fen, error) {
	if p.Gate != nil || p.Of == OfVerified {
		verified := steps.thisYear(e)
		if !p.passes(verified, steps) {
			return 0, nil
		}
	}
	base, err := p.base(e, steps)
	if err != nil {
		return 0, err
	}
	share := base.Part(p.Rate, money.Down)
	steps.add(Step{Code: "share", Args: map[string]string{"rate": p.Rate.String()}, Origin: FromRule, Result: Awards, Fen: share})
	limit := Step{Code: "clause_cap", Args: map[string]string{"cap": wholeYuan(p.Cap)}, Origin: FromRule}
	return steps.capped(limit, share, p.Cap), nil
}

func (p *Percentage) passes(verified money.Fen, steps *steps) bool {
	if p.Gate == nil {
		return true
	}
	step := thresholdStep("gate", *p.Gate)
	if p.Gate.Reached(verified) {
		step.Verdict = Met
	} else {
		step.Reason = "not_reached"
	}
	steps.add(step)
	return step.Verdict == Met
}

// base is the amount the share is taken of; negative verified sales (more refunds than sales) earn nothing.
func (p *Percentage) base(e Evidence, steps *steps) (money.Fen, error) {
	if p.Of == OfVerified {
		return max(0, e.Verified()), nil
	}
	if e.Base <= 0 {
		return 0, problem.New("rewards.base_missing", "name", p.Name)
	}
	steps.add(Step{Code: "declared_base", Args: map[string]string{"name": p.Name}, Origin: FromDeclaration, Result: Figure, Fen: e.Base})
	return e.Base, nil
}
