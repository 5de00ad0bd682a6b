package sales

import (
	"cmp"
	"context"
	"net/url"
	"slices"

	"smartcanal/data/money"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// totalsModel is the state of the totals page: what is summed, and how.
type totalsModel struct {
	rooms
	By       sales.Dimension
	Basis    sales.Basis
	Channel  statement.Channel // 0: both
	From, To int               // yyyymm; 0: open
	Matched  bool              // of organisations alone: what counts as verified
	sorted   string
	falling  bool
	Last     summed // what the last Load found
}

// summed are totals ready to show.
type summed struct {
	Groups []group
	Sum    group
	Months [2]int
}

// group is one total with the parts of it that are online and in person, fen.
type group struct {
	sales.Total
	Online, InPerson money.Fen // net
}

// newTotalsModel begins with the months of all time, order basis, both channels.
func newTotalsModel(r rooms) *totalsModel {
	return &totalsModel{rooms: r, By: sales.ByMonth, Basis: sales.OrderBasis}
}

// Ask takes what a link asks for: by=<dimension> and what parseLines reads of months, channel and matching.
func (m *totalsModel) Ask(query string) {
	values, _ := url.ParseQuery(query)
	filter, _ := parseLines(query)
	if by := sales.Dimension(values.Get("by")); (sales.Query{By: []sales.Dimension{by}}).Valid() == nil {
		m.By = by
	}
	m.Channel, m.From, m.To, m.Matched = filter.Channel, filter.From, filter.To, filter.Matched
}

func (m totalsModel) query() sales.Query {
	by := []sales.Dimension{m.By}
	if m.By == sales.ByAccount {
		by = append(by, sales.ByPlatform, sales.ByOrganization)
	}
	return sales.Query{By: by, Basis: m.Basis, Channel: m.Channel, From: m.From, To: m.To, Matched: m.Matched}
}

// Load sums as the switches stand when it is called; it may run beside the UI, on a copy.
func (m totalsModel) Load(ctx context.Context) (summed, error) {
	var s summed
	totals, err := m.sales.Totals(ctx, m.query())
	if err != nil {
		return s, err
	}
	online, err := m.nets(ctx, statement.Online)
	if err != nil {
		return s, err
	}
	for _, total := range totals {
		net := online[m.keyOf(&total)]
		if m.Channel == statement.InPerson {
			net = 0
		}
		one := group{Total: total, Online: net, InPerson: total.Net() - net}
		s.Groups = append(s.Groups, one)
		s.Sum.add(&one)
	}
	m.Arrange(s.Groups)
	s.Months[0], s.Months[1], err = m.sales.Months(ctx)
	return s, err
}

// nets gives what a channel brought each group.
func (m totalsModel) nets(ctx context.Context, channel statement.Channel) (map[groupKey]money.Fen, error) {
	query := m.query()
	query.Channel = channel
	totals, err := m.sales.Totals(ctx, query)
	nets := make(map[groupKey]money.Fen, len(totals))
	for i := range totals {
		nets[m.keyOf(&totals[i])] = totals[i].Net()
	}
	return nets, err
}

// groupKey tells groups apart, whatever they are grouped by.
type groupKey struct {
	id       int64
	platform string
}

func (m totalsModel) keyOf(total *sales.Total) groupKey {
	switch m.By {
	case sales.ByMonth:
		return groupKey{id: int64(total.Month)}
	case sales.ByPlatform:
		return groupKey{platform: total.Platform}
	case sales.ByAccount:
		return groupKey{id: total.AccountID}
	}
	return groupKey{id: total.OrganizationID}
}

func (g *group) add(other *group) {
	g.Payments += other.Payments
	g.Paid += other.Paid
	g.Refunds += other.Refunds
	g.Refunded += other.Refunded
	g.Online += other.Online
	g.InPerson += other.InPerson
}

// Filter lets through the lines behind a total.
func (m totalsModel) Filter(g *group) sales.LineFilter {
	filter := sales.LineFilter{From: m.From, To: m.To, Channel: m.Channel, Matched: m.Matched}
	switch m.By {
	case sales.ByMonth:
		filter.From, filter.To = g.Month, g.Month
	case sales.ByPlatform:
		filter.Platform = g.Platform
	case sales.ByAccount:
		filter.AccountID = g.AccountID
	case sales.ByOrganization:
		filter.OrganizationID, filter.Unmatched = g.OrganizationID, g.OrganizationID == 0
	}
	return filter
}

// Name words the group a total stands for.
func (m totalsModel) Name(g *group) string {
	switch m.By {
	case sales.ByMonth:
		return monthText(g.Month)
	case sales.ByPlatform:
		return platformWord(g.Platform)
	case sales.ByAccount:
		return joinedWords(platformWord(g.Platform), orBlank(g.Account), g.Organization)
	}
	if g.OrganizationID == 0 {
		return wording.Text("sales.unmatched.word")
	}
	return g.Organization
}

// Sort orders the groups by a column of the page.
func (m *totalsModel) Sort(column string, falling bool) {
	m.sorted, m.falling = column, falling
	m.Arrange(m.Last.Groups)
}

// Arrange puts groups in the order chosen: months from the latest, everything else from the largest, unless a
// person asked for another.
func (m totalsModel) Arrange(groups []group) {
	column, falling := m.sorted, m.falling
	if column == "" {
		column, falling = "net", true
		if m.By == sales.ByMonth {
			column = "name"
		}
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		order := m.compare(column, &a, &b)
		if falling {
			return -order
		}
		return order
	})
}

func (m totalsModel) compare(column string, a, b *group) int {
	switch column {
	case "payments":
		return cmp.Compare(a.Payments, b.Payments)
	case "paid":
		return cmp.Compare(a.Paid, b.Paid)
	case "refunds":
		return cmp.Compare(a.Refunds, b.Refunds)
	case "refunded":
		return cmp.Compare(a.Refunded, b.Refunded)
	case "online":
		return cmp.Compare(a.Online, b.Online)
	case "in_person":
		return cmp.Compare(a.InPerson, b.InPerson)
	case "net":
		return cmp.Compare(a.Net(), b.Net())
	}
	return cmp.Compare(m.Name(a), m.Name(b))
}

// Export writes the totals as they are asked for to path; it may run beside the UI.
func (m totalsModel) Export(ctx context.Context, path string, _ kit.Progress) (int, error) {
	return m.sales.ExportTotals(ctx, path, m.query(), wording.Text)
}
