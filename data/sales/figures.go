package sales

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// FigureQuery says which lines figures are made of. Zero values ask for everything.
type FigureQuery struct {
	Channel        statement.Channel // 0: both
	Basis          Basis
	Platforms      []string
	Products       []string // a line's product has one of these words in it
	OrganizationID int64
	From, To       int // yyyymm, inclusive
}

// Figure is what an organisation sold in a month on a platform.
type Figure struct {
	OrganizationID int64
	Month          int // yyyymm
	Platform       string
	Fen            money.Fen // payments less refunds, in the basis asked for
	Orders         int       // payments
}

// Figures gives sales by organisation, month and platform; what no organisation is known for is left out. They
// come from the totals, except where products are asked for: then the lines are read.
func (r *Room) Figures(ctx context.Context, q FigureQuery) ([]Figure, error) {
	source := figureSource{from: "sales_totals t", month: "t.month", orders: "t.payments"}
	if len(q.Products) > 0 {
		month, err := r.monthOfLine(ctx, q)
		if err != nil || month == "" {
			return nil, err
		}
		source = figureSource{from: "transactions t", month: month, orders: "t.sides & 1"}
	}
	text, args := q.sql(source)
	rows, err := r.store.Read(ctx).Raw(text, args...).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var figures []Figure
	for rows.Next() { // of the whole register there may be a hundred thousand
		var f Figure
		if err := rows.Scan(&f.OrganizationID, &f.Month, &f.Platform, &f.Fen, &f.Orders); err != nil {
			return nil, err
		}
		figures = append(figures, f)
	}
	return figures, rows.Err()
}

// figureSource is what figures are summed from, with its expressions for month and payments.
type figureSource struct{ from, month, orders string }

func (q FigureQuery) sql(source figureSource) (string, []any) {
	paid, refunded := "t.order_fen", "t.refund_order_fen"
	if q.Basis == SettledBasis {
		paid, refunded = "t.settled_fen", "t.refund_settled_fen"
	}
	var c conditions
	c.need(true, "a.organization_id IS NOT NULL")
	c.need(q.Channel != 0, channelOf+" = ?", q.Channel)
	c.need(q.OrganizationID != 0, "a.organization_id = ?", q.OrganizationID)
	c.need(len(q.Platforms) > 0, "a.platform IN ?", q.Platforms)
	c.need(q.From != 0, source.month+" >= ?", q.From)
	c.need(q.To != 0, source.month+" <= ?", q.To)
	if len(q.Products) > 0 {
		asked, words := make([]string, len(q.Products)), make([]any, len(q.Products))
		for i, word := range q.Products {
			asked[i], words[i] = productHas(word)
		}
		c.need(true, "("+strings.Join(asked, " OR ")+")", words...)
	}
	where, args := c.where()
	return "SELECT a.organization_id, " + source.month + " AS month, a.platform, SUM(" + paid + " - " + refunded + ") AS fen, SUM(" + source.orders + ") AS orders" +
		" FROM " + source.from + " JOIN payment_accounts a ON a.id = t.account_id" + where + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3", args
}

// monthOfLine is SQL for a line's month. A line has seconds, and no two databases agree how months are made
// of them, so the months there are lines of are spelt out; "" where there are none.
func (r *Room) monthOfLine(ctx context.Context, q FigureQuery) (string, error) {
	var known struct{ First, Last int }
	err := r.store.Read(ctx).Raw("SELECT COALESCE(MIN(month), 0) AS first, COALESCE(MAX(month), 0) AS last FROM sales_totals").Scan(&known).Error
	if err != nil || known.First == 0 {
		return "", err
	}
	first := max(known.First, q.From)
	last := known.Last
	if q.To != 0 {
		last = min(last, q.To)
	}
	var b strings.Builder
	b.WriteString("CASE WHEN t.at < " + secondsAt(first) + " THEN 0")
	for month := first; month <= last; month = monthAfter(month) {
		fmt.Fprintf(&b, " WHEN t.at < %s THEN %d", secondsAt(monthAfter(month)), month)
	}
	return b.String() + fmt.Sprintf(" ELSE %d END", max(known.Last, q.To)+1), nil
}

// secondsAt is when a month begins in China.
func secondsAt(month int) string {
	return strconv.FormatInt(time.Date(month/100, time.Month(month%100), 1, 0, 0, 0, 0, statement.China).Unix(), 10)
}

func monthAfter(month int) int {
	if month%100 == 12 {
		return month + 89
	}
	return month + 1
}

// productHas is SQL that asks for a word in a line's product, Latin letters in either case.
func productHas(word string) (text string, arg any) {
	if word == strings.ToUpper(word) && word == strings.ToLower(word) {
		return store.Contains("t.product"), word
	}
	return `t.product LIKE ? ESCAPE '\'`, "%" + literal.Replace(word) + "%"
}

// literal keeps the signs of LIKE in a word from meaning anything.
var literal = strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`)
