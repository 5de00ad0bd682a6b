package statement

var pinduoduoOrders = format{code: "pinduoduo_orders", platform: Pinduoduo, evidence: Counted, account: shopColumns,
	needs:  [][]string{oneOf("订单号"), oneOf("订单状态"), oneOf("商家实收金额"), oneOf("用户实付金额", "商品总价")},
	parser: func() parser { return &pinduoduo{} }}

// pinduoduo reads the orders of a Pinduoduo shop. The buyer's payment comes with what the platform adds.
type pinduoduo struct {
	number, status, after, product    int
	paidAt, created, finished         int
	paid, platform, reduction, earned int
	refund                            int
	shop                              shop
	times                             []int
}

func (p *pinduoduo) columns(at *columns) {
	p.number, p.status, p.after = at.need("订单号"), at.need("订单状态"), at.find("售后状态")
	p.product = at.find("商品", "商品名称")
	p.paidAt = at.find("订单成交时间", "支付时间", "拼单成功时间")
	p.created, p.finished = at.find("订单创建时间", "下单时间"), at.find("确认收货时间")
	p.paid, p.platform, p.reduction = at.need("用户实付金额", "商家实收金额"), at.find("平台优惠折扣"), at.find("多多支付立减金额")
	p.earned, p.refund = at.need("商家实收金额"), at.find("退款金额")
	p.shop, p.times = shopOf(at), at.times()
}

func (p *pinduoduo) row(r *reading) {
	if r.told(p.number) == "" && r.told(p.paidAt) == "" {
		r.nothing(p.paid)
		return
	}
	line := Line{Channel: Online, OrderNo: r.text(p.number), Status: r.text(p.status), TradeType: r.text(p.after), Product: r.text(p.product)}
	o := order{status: line.Status, after: line.TradeType, statusAt: p.status, byStatus: true,
		paid: r.maybeTime(p.paidAt), created: r.maybeTime(p.created),
		total: r.positive(p.paid), settled: r.positive(p.earned), refund: firstAmount(r.optional(p.refund))}
	o.total += firstAmount(r.optional(p.platform)) + firstAmount(r.optional(p.reduction))
	if o.created.seconds == 0 {
		o.created, _ = dayInNumber(line.OrderNo)
	}
	if o.created.seconds == 0 {
		o.created = r.maybeTime(p.finished)
	}
	if r.bad {
		return
	}
	p.shop.put(r, &line)
	r.fill(&line, o)
	line.Identity = r.numbered(Pinduoduo, p.number, line.OrderNo)
	line.Freshness = freshness(r.latest(p.times), o.rank(), r.ExportedAt)
	r.give(&line)
}
