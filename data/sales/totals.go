package sales

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales/statement"
)

// Basis says which of the two sums of a line a total is made of (reference: statement formats, section 5).
type Basis string

// OrderBasis is what buyers paid, platform discounts included: the basis of verified online sales.
// SettledBasis is what merchants received.
const (
	OrderBasis   Basis = "order"
	SettledBasis Basis = "settled"
)

// Dimension is what totals can be grouped by.
type Dimension string

// The dimensions of a total.
const (
	ByAccount      Dimension = "account"
	ByOrganization Dimension = "organization"
	ByPlatform     Dimension = "platform"
	ByMonth        Dimension = "month"
)

// Query says which totals are asked for. Zero values ask for everything.
type Query struct {
	By             []Dimension
	Basis          Basis
	Channel        statement.Channel // 0: both
	From, To       int               // yyyymm, inclusive
	OrganizationID int64
	AccountID      int64
	Platform       string
	Unmatched      bool // only accounts without an organisation
	Matched        bool // only accounts with one: what counts as verified
}

// Total is one group of lines; the dimensions not asked for are empty. Amounts are in the basis asked for.
type Total struct {
	AccountID      int64
	Account        string
	OrganizationID int64 // 0: not matched yet
	Organization   string
	Platform       string
	Month          int
	Payments       int
	Paid           money.Fen `gorm:"column:paid"`
	Refunds        int
	Refunded       money.Fen `gorm:"column:refunded"`
}

// Net is what remains after refunds, fen.
func (t Total) Net() money.Fen { return t.Paid - t.Refunded }

// channelOf decides online or in person: the account's mode, and in a mixed one the line's trade type.
const channelOf = `CASE a.channel_mode WHEN 'online' THEN 1 WHEN 'in_person' THEN 2 ELSE t.channel END`

// dimensions maps each to what is selected and what it is grouped by.
var dimensions = map[Dimension]struct{ fields, group string }{
	ByAccount:      {"a.id AS account_id, a.number AS account", "a.id"},
	ByOrganization: {"COALESCE(o.id, 0) AS organization_id, COALESCE(o.name, '') AS organization", "o.id"},
	ByPlatform:     {"a.platform AS platform", "a.platform"},
	ByMonth:        {"t.month AS month", "t.month"},
}

// Totals sums sales_totals as asked; it never touches the lines, so that it stays fast at a million of them.
func (r *Room) Totals(ctx context.Context, q Query) ([]Total, error) {
	if err := q.Valid(); err != nil {
		return nil, err
	}
	text, args := q.sql()
	var totals []Total
	err := r.store.Read(ctx).Raw(text, args...).Scan(&totals).Error
	return totals, err
}

// Sum is Totals without groups.
func (r *Room) Sum(ctx context.Context, q Query) (Total, error) {
	q.By = nil
	totals, err := r.Totals(ctx, q)
	if err != nil || len(totals) == 0 {
		return Total{}, err
	}
	return totals[0], nil
}

// Valid refuses a dimension nobody knows.
func (q Query) Valid() error {
	for _, by := range q.By {
		if _, is := dimensions[by]; !is {
			return problem.New("sales.unknown_dimension", "name", by)
		}
	}
	return nil
}

func (q Query) sql() (string, []any) {
	paid, refunded := "t.order_fen", "t.refund_order_fen"
	if q.Basis == SettledBasis {
		paid, refunded = "t.settled_fen", "t.refund_settled_fen"
	}
	fields := []string{"SUM(t.payments) AS payments", "SUM(" + paid + ") AS paid", "SUM(t.refunds) AS refunds", "SUM(" + refunded + ") AS refunded"}
	var groups []string
	for _, by := range q.By {
		dimension := dimensions[by]
		fields = append(fields, dimension.fields)
		groups = append(groups, dimension.group)
	}
	where, args := q.where()
	text := "SELECT " + strings.Join(fields, ", ") + `
		FROM sales_totals t
		JOIN payment_accounts a ON a.id = t.account_id
		LEFT JOIN organizations o ON o.id = a.organization_id` + where
	if len(groups) > 0 {
		list := strings.Join(groups, ", ")
		text += fmt.Sprintf(" GROUP BY %s ORDER BY %s", list, list)
	} else {
		text += " HAVING COUNT(*) > 0"
	}
	return text, args
}

func (q Query) where() (string, []any) {
	var c conditions
	c.need(q.Channel != 0, channelOf+" = ?", q.Channel)
	c.need(q.From != 0, "t.month >= ?", q.From)
	c.need(q.To != 0, "t.month <= ?", q.To)
	c.need(q.OrganizationID != 0, "a.organization_id = ?", q.OrganizationID)
	c.need(q.AccountID != 0, "a.id = ?", q.AccountID)
	c.need(q.Platform != "", "a.platform = ?", q.Platform)
	c.need(q.Unmatched, "a.organization_id IS NULL")
	c.need(q.Matched, "a.organization_id IS NOT NULL")
	return c.where()
}

// sortByNet puts the accounts with the most at stake first.
func sortByNet(accounts []UnmatchedAccount) {
	sort.Slice(accounts, func(i, j int) bool {
		if accounts[i].Net != accounts[j].Net {
			return accounts[i].Net > accounts[j].Net
		}
		return accounts[i].AccountID < accounts[j].AccountID
	})
}
