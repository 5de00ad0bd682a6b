package sales

import (
	"slices"
	"strings"

	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// monthsDrawn is how many months have room side by side with their figures.
const monthsDrawn = 24

// drawn gives the groups a chart shows, in its order: the latest months in the order of time, platforms from
// the largest. Other groups are too many for one; few groups say nothing a table does not.
func (m totalsModel) drawn() []*group {
	groups := make([]*group, len(m.Last.Groups))
	for i := range groups {
		groups[i] = &m.Last.Groups[i]
	}
	switch m.By {
	case sales.ByMonth:
		slices.SortFunc(groups, func(a, b *group) int { return a.Month - b.Month })
		groups = groups[max(0, len(groups)-monthsDrawn):]
	case sales.ByPlatform:
		slices.SortStableFunc(groups, func(a, b *group) int { return m.compare("net", b, a) })
	default:
		return nil
	}
	if len(groups) < 2 {
		return nil
	}
	return groups
}

// Chart is what the totals look like: months as bars, online below in person, platforms as shares.
func (m totalsModel) Chart(groups []*group) chart.Chart {
	title := strings.Join([]string{wording.Text("sales.totals.net"), wording.Text("sales.totals.by." + string(m.By))}, " · ")
	c := chart.Chart{Title: title, Kind: chart.Share, Unit: chart.Wan(), Series: []chart.Series{{Name: wording.Text("sales.totals.net")}}}
	if m.By == sales.ByMonth {
		c.Kind, c.Series = chart.Stacked, m.channels()
	}
	for _, g := range groups {
		c.Labels = append(c.Labels, m.Name(g))
		for i := range c.Series {
			c.Series[i].Values = append(c.Series[i].Values, m.part(g, i, len(c.Series)))
		}
	}
	return c
}

// channels are the series of a chart of months: one if the page shows one channel alone.
func (m totalsModel) channels() []chart.Series {
	if m.Channel != 0 {
		return []chart.Series{{Name: channelWord(m.Channel)}}
	}
	return []chart.Series{{Name: channelWord(statement.Online)}, {Name: channelWord(statement.InPerson)}}
}

// part is what a group has in one of so many series.
func (m totalsModel) part(g *group, series, of int) int64 {
	switch {
	case of == 1:
		return int64(g.Net())
	case series == 0:
		return int64(g.Online)
	}
	return int64(g.InPerson)
}

// Behind lets through the lines behind a mark of the chart.
func (m totalsModel) Behind(c chart.Chart, g *group, series int) sales.LineFilter {
	filter := m.Filter(g)
	if len(c.Series) == 2 {
		filter.Channel = []statement.Channel{statement.Online, statement.InPerson}[series]
	}
	return filter
}
