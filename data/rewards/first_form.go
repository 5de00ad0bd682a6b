package rewards

import (
	"smartcanal/data/money"
)

// The first form of a rule had two kinds, in fen. Files of data, exported schemes and frozen traces have it,
// so it is read for ever; it is never written again.

// firstThreshold is a threshold of the first form.
type firstThreshold struct {
	Fen    money.Fen `json:"fen"`
	Strict bool      `json:"strict"`
}

func (t firstThreshold) threshold() Threshold {
	return Threshold{At: Quantity(t.Fen), Strict: t.Strict}
}

// firstCrossing is 首次突破 by the year's verified online sales.
type firstCrossing struct {
	Thresholds []firstThreshold `json:"thresholds"`
	Amounts    []money.Fen      `json:"amounts_fen"`
}

// firstPercentage is a share of an amount up to a cap, behind a gate of verified online sales.
type firstPercentage struct {
	Of   string            `json:"of"` // declared, verified
	Name string            `json:"name,omitempty"`
	Rate money.BasisPoints `json:"rate_bp"`
	Cap  money.Fen         `json:"cap_fen"`
	Gate *firstThreshold   `json:"gate,omitempty"`
}

// firstForm reads terms of the first form; false where the kind is none of it.
func firstForm(kind Kind, text []byte) (says Says, first bool, err error) {
	switch kind {
	case "first_crossing":
		var c firstCrossing
		err = strictly(text, &c)
		return c.says(), true, err
	case "percentage":
		var p firstPercentage
		err = strictly(text, &p)
		return p.says(), true, err
	}
	return Says{}, false, nil
}

func (c firstCrossing) says() Says {
	tiers := &Tiers{Of: Measure{Of: OfSales}, First: true}
	for _, t := range c.Thresholds {
		tiers.Thresholds = append(tiers.Thresholds, t.threshold())
	}
	for _, fen := range c.Amounts {
		tiers.Amounts = append(tiers.Amounts, Quantity(fen))
	}
	return Says{Terms: tiers}
}

func (p firstPercentage) says() Says {
	share := &Share{Of: Measure{Of: OfSales}, Rate: Quantity(p.Rate)}
	if p.Of != "verified" {
		share.Of = Measure{Of: OfDeclared, Name: p.Name, Outlay: true}
	}
	says := Says{Terms: share, Cap: Quantity(p.Cap)}
	if p.Gate != nil {
		gate := p.Gate.threshold()
		says.Gates = []Gate{{Measure: Measure{Of: OfSales}, At: &gate}}
	}
	return says
}
