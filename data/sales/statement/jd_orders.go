package statement

import (
	"strings"

	"smartcanal/data/money"
)

var jdOrders = format{code: "jd_orders", platform: JD, evidence: Counted, account: shopColumns,
	needs: [][]string{oneOf("订单号", "订单编号"), oneOf("订单金额"), oneOf("下单时间"), oneOf("订单状态"),
		oneOf("京东价", "余额支付", "下单帐号", "下单账号")},
	lacks:  []string{"收支方向", "用户实付金额"},
	parser: func() parser { return &jd{orders: newGroups()} }}

// jd reads the orders of a JD shop. A line of it is one product and repeats the whole order's amount, so
// the lines of an order, wherever they stand, become one.
type jd struct {
	number, status, after, pay, product int
	paidAt, created, finished           int
	total, settled, refund              int
	shop                                shop
	times                               []int
	orders                              *groups
}

func (j *jd) columns(at *columns) {
	j.number, j.status = at.need("订单号", "订单编号"), at.need("订单状态")
	j.after, j.pay, j.product = at.find("售后状态", "退款状态"), at.find("支付方式"), at.find("商品名称")
	j.paidAt, j.created, j.finished = at.find("付款确认时间", "付款时间", "支付时间"), at.need("下单时间"), at.find("订单完成时间", "完成时间")
	j.total, j.settled, j.refund = at.need("订单金额"), at.find("结算金额"), at.find("退款金额")
	j.shop, j.times = shopOf(at), at.times()
}

func (j *jd) row(r *reading) {
	if r.told(j.number) == "" && r.told(j.created) == "" {
		r.nothing(j.total)
		return
	}
	line := Line{Channel: Online, OrderNo: r.text(j.number), TradeType: r.text(j.pay), Status: headerName(r.text(j.status)), Product: r.text(j.product)}
	total := r.positive(j.total)
	if j.orders.repeats(r, &line, total, j.total) {
		return
	}
	o := order{status: line.Status, after: r.text(j.after), statusAt: j.status,
		paid: r.maybeTime(j.paidAt), created: r.maybeTime(j.created), finished: r.maybeTime(j.finished),
		byStatus: true, total: total, settled: r.optional(j.settled), refund: firstAmount(r.optional(j.refund))}
	if blank(r.text(j.settled)) {
		o.settled = total
	}
	if strings.Contains(line.TradeType, "货到付款") && stateOf(line.Status) != stateFinished {
		o.byStatus = false
	}
	if r.bad {
		return
	}
	j.shop.put(r, &line)
	r.fill(&line, o)
	line.Identity = r.numbered(JD, j.number, line.OrderNo)
	line.Freshness = freshness(r.latest(j.times), o.rank(), r.ExportedAt)
	j.orders.add(r, line, total)
}

func (j *jd) end(r *reading) { j.orders.give(r) }

// groups keeps orders until the table ends, in the order of their first rows.
type groups struct {
	lines  []Line
	totals []money.Fen // as the rows state them
	index  map[string]int
}

func newGroups() *groups { return &groups{index: map[string]int{}} }

// repeats tells a further row of an order that is known, and flags one that disagrees with the first.
func (g *groups) repeats(r *reading, line *Line, total money.Fen, column int) bool {
	i, known := g.index[line.OrderNo]
	if !known || r.bad {
		return known && !r.bad
	}
	if g.totals[i] != total {
		r.doubt(column, "statement.order_amount_differs", "first", g.totals[i].Plain(), "text", r.text(column))
	}
	return true
}

// add keeps a line. Only a number that is one can be met again.
func (g *groups) add(r *reading, line Line, total money.Fen) {
	line.Row = r.current.Number
	if line.OrderNo != "" && !destroyed(line.OrderNo, r.Table.Kind == xlsx) {
		g.index[line.OrderNo] = len(g.lines)
	}
	g.lines, g.totals = append(g.lines, line), append(g.totals, total)
}

func (g *groups) give(r *reading) {
	for i := range g.lines {
		r.send(&g.lines[i])
	}
}
