package rewards

import (
	"strconv"
	"strings"
)

// ofPart is the period of a rule that is claimed for parts of the year.
const ofPart = "part"

// in words what the measure counts: 当年线上核实网络零售额. A period names the months a step took
// (see periodCode), or is ofPart; without one it is the year.
func (m *Measure) in(language, period string) string {
	switch m.Of {
	case OfRegister:
		return m.Fact.in(language, m.Place)
	case OfDeclared:
		return m.Name + m.without(language)
	}
	said := m.traded(language, period)
	if m.Change != "" {
		return text(language, "rewards.says."+string(m.Change), "measure", said)
	}
	return said
}

// In is for a screen: what the measure counts, as a clause says it.
func (m *Measure) In(language string) string { return m.in(language, "") }

// spent is a measure as that of which a share is paid: 实际支出的代运营服务费.
func (m *Measure) spent(language, period string) string {
	if m.Outlay {
		return text(language, "rewards.says.spent", "name", m.in(language, period))
	}
	return m.in(language, period)
}

func (m *Measure) without(language string) string {
	if len(m.Less) == 0 {
		return ""
	}
	return text(language, "rewards.says.without", "less", strings.Join(m.Less, text(language, "rewards.says.list")))
}

// traded is 当年抖音平台农产品月均线上核实网络零售额（结算口径）.
func (m *Measure) traded(language, period string) string {
	channel := m.Channel
	if channel == "" {
		channel = "online"
	}
	parts := map[string]string{
		"noun":   text(language, "rewards.says."+string(m.Of)+"."+channel),
		"period": m.periodIn(language, period),
	}
	if m.Per == PerMonth {
		parts["per"] = text(language, "rewards.says.monthly")
	}
	if m.Platforms != nil {
		names := make([]string, len(m.Platforms))
		for i, platform := range m.Platforms {
			names[i] = text(language, "platform."+platform)
		}
		parts["platforms"] = text(language, "rewards.says.platforms", "list", strings.Join(names, text(language, "rewards.says.list")))
	}
	if m.Products != nil {
		parts["products"] = text(language, "rewards.says.products", "list", strings.Join(m.Products, text(language, "rewards.says.list")))
	}
	if m.Basis == SettledBasis {
		parts["basis"] = text(language, "rewards.says.settled")
	}
	var args []any
	for _, name := range []string{"noun", "period", "per", "platforms", "products", "basis"} {
		args = append(args, name, parts[name])
	}
	return text(language, "rewards.says.traded", args...)
}

// periodIn is the clause's period, 当年 or 1—9 月, or the one a step took: 2026 年, 2026 年 1—9 月.
func (m *Measure) periodIn(language, period string) string {
	switch {
	case period == ofPart && m.Span == nil:
		return text(language, "rewards.says.part")
	case len(period) == 4:
		return text(language, "rewards.says.in_year", "year", period)
	case len(period) == 13:
		from, _ := strconv.Atoi(period[4:6])
		to, _ := strconv.Atoi(period[11:])
		return text(language, "rewards.says.in_months", "year", period[:4], "from", from, "to", to)
	case m.Span != nil:
		return text(language, "rewards.says.months", "from", m.Span.From, "to", m.Span.To)
	}
	return text(language, "rewards.says.period")
}

// In is the fact as a clause says it: 注册地在本区.
func (f Fact) In(language string) string { return f.in(language, "") }

func (f Fact) in(language, place string) string {
	return text(language, "rewards.fact."+string(f), "place", placeName(place))
}
