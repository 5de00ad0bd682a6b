package statement

import "smartcanal/data/money"

var taobaoOrders = format{code: "taobao_orders", platform: Taobao, evidence: Counted, account: shopColumns,
	needs:  append(all("订单编号", "总金额", "订单状态"), oneOf("订单付款时间", "买家付款时间")),
	parser: func() parser { return &taobao{} }}

// taobao reads the orders of a Taobao or Tmall shop.
type taobao struct {
	number, status, after, kind, product int
	paidAt, created, finished            int
	total, actual, refund                int
	shop                                 shop
	times                                []int
}

func (t *taobao) columns(at *columns) {
	t.number, t.status = at.need("订单编号"), at.need("订单状态")
	t.after, t.kind, t.product = at.find("退款状态", "售后状态"), at.find("订单类型"), at.find("宝贝标题", "商品标题")
	t.paidAt, t.created = at.need("订单付款时间", "买家付款时间"), at.find("订单创建时间", "买家下单时间")
	t.finished = at.find("确认收货时间", "订单完成时间")
	t.total, t.actual, t.refund = at.need("总金额"), at.find("买家实际支付金额", "买家实付金额"), at.find("退款金额")
	t.shop, t.times = shopOf(at), at.times()
}

func (t *taobao) row(r *reading) {
	if r.told(t.number) == "" && r.told(t.paidAt) == "" && r.told(t.created) == "" {
		r.nothing(t.total)
		return
	}
	line := Line{Channel: Online, OrderNo: r.text(t.number), TradeType: r.text(t.kind), Status: r.text(t.status), Product: r.text(t.product)}
	o := order{status: line.Status, after: r.text(t.after), statusAt: t.status,
		paid: r.maybeTime(t.paidAt), created: r.maybeTime(t.created), finished: r.maybeTime(t.finished), total: r.positive(t.total)}
	o.settled, o.refund = o.total, t.refunded(r, o.total)
	if r.bad {
		return
	}
	t.shop.put(r, &line)
	r.fill(&line, o)
	line.Identity = r.numbered(Taobao, t.number, line.OrderNo)
	line.Freshness = freshness(r.latest(t.times), o.rank(), r.ExportedAt)
	r.give(&line)
}

// refunded is what went back: its own column, or what the buyer's payment, which is net of refunds, is
// below the total.
func (t *taobao) refunded(r *reading, total money.Fen) money.Fen {
	if t.refund >= 0 {
		if r.text(t.refund) == "无退款申请" {
			return 0
		}
		return firstAmount(r.optional(t.refund))
	}
	if t.actual < 0 || blank(r.text(t.actual)) {
		return 0
	}
	return max(total-r.optional(t.actual), 0)
}
