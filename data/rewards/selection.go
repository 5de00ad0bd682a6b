package rewards

import (
	"slices"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
)

// Selection says which statement lines count. Nothing set is what verified sales are unless a clause says
// otherwise: online ones, of all platforms and products, as buyers paid them.
type Selection struct {
	Channel   string   `json:"channel,omitempty"`   // "" online, InPerson or BothChannels
	Basis     string   `json:"basis,omitempty"`     // "" as buyers paid (订单口径), or SettledBasis
	Platforms []string `json:"platforms,omitempty"` // codes of package register
	Products  []string `json:"products,omitempty"`  // a line's product has one of these words in it
}

// The channels and the basis besides the usual ones.
const (
	InPerson     = "in_person"
	BothChannels = "both"
	SettledBasis = "settled"
)

func (s Selection) plain() bool {
	return s.Channel == "" && s.Basis == "" && s.Platforms == nil && s.Products == nil
}

func (s Selection) same(other Selection) bool {
	return s.Channel == other.Channel && s.Basis == other.Basis &&
		slices.Equal(s.Platforms, other.Platforms) && slices.Equal(s.Products, other.Products)
}

func (s Selection) check() error {
	unknown := func(part, value string) error {
		return problem.New("rewards.measure_unknown", "part", part, "value", value)
	}
	switch {
	case s.Channel != "" && s.Channel != InPerson && s.Channel != BothChannels:
		return unknown("channel", s.Channel)
	case s.Basis != "" && s.Basis != SettledBasis:
		return unknown("basis", s.Basis)
	case s.Products != nil && (len(s.Products) == 0 || slices.ContainsFunc(s.Products, blank)):
		return problem.New("rewards.measure_unnamed")
	case s.Platforms != nil && len(s.Platforms) == 0:
		return unknown("platforms", "")
	}
	for _, platform := range s.Platforms {
		if !slices.Contains(register.Platforms, platform) {
			return unknown("platforms", platform)
		}
	}
	return nil
}

// channel is the channel of statement lines, 0 for both.
func (s Selection) channel() statement.Channel {
	switch s.Channel {
	case InPerson:
		return statement.InPerson
	case BothChannels:
		return 0
	}
	return statement.Online
}

// query asks for the selection's figures by month: of an organisation, or of all of them.
func (s Selection) query(organizationID int64) sales.FigureQuery {
	q := sales.FigureQuery{Channel: s.channel(), Platforms: s.Platforms, Products: s.Products, OrganizationID: organizationID}
	if s.Basis == SettledBasis {
		q.Basis = sales.SettledBasis
	}
	return q
}
