package rewards

import (
	"cmp"
	"slices"

	"smartcanal/data/money"
)

// GainLoss is what it gains or loses when one version of a measure takes another's place.
type GainLoss struct {
	OrganizationID int64
	Organization   string
	Was, Is        money.Fen
}

// Change is what the enterprise gains, less than nothing where it loses.
func (g GainLoss) Change() money.Fen { return g.Is - g.Was }

// WhatIf compares two batches of a year: who gains and who loses, the largest changes first. rule is the
// family of the rule looked at, 0 for the whole measure; whoever gets the same in both is left out.
func WhatIf(was, is *Projection, rule int64) []GainLoss {
	sums := map[int64]*GainLoss{}
	add := func(b *Projection, to func(*GainLoss) *money.Fen) {
		for i := range b.Rulings {
			o := &b.Rulings[i]
			if rule != 0 && b.Scheme.Rules[o.Rule].Family != rule || o.Amount == 0 {
				continue
			}
			id := o.Evidence.OrganizationID
			if sums[id] == nil {
				sums[id] = &GainLoss{OrganizationID: id, Organization: b.Organizations[id]}
			}
			*to(sums[id]) += o.Amount
		}
	}
	add(was, func(g *GainLoss) *money.Fen { return &g.Was })
	add(is, func(g *GainLoss) *money.Fen { return &g.Is })
	var changed []GainLoss
	for _, g := range sums {
		if g.Was != g.Is {
			changed = append(changed, *g)
		}
	}
	slices.SortFunc(changed, func(a, b GainLoss) int {
		return cmp.Or(cmp.Compare(max(b.Change(), -b.Change()), max(a.Change(), -a.Change())), cmp.Compare(a.OrganizationID, b.OrganizationID))
	})
	return changed
}
