package statement

import "smartcanal/data/money"

var douyinOrders = format{code: "douyin_orders", platform: Douyin, evidence: Counted, account: shopColumns,
	needs:  [][]string{oneOf("主订单编号"), oneOf("子订单编号"), oneOf("订单应付金额"), oneOf("订单状态")},
	parser: func() parser { return &douyin{} }}

// douyin reads the orders of a Douyin shop, one line for each part of an order. What was refunded is in
// another file of the platform.
type douyin struct {
	main, number, status, after, product, pay int
	paidAt, created, finished                 int
	total, platform, earned, refund           int
	shop                                      shop
	times                                     []int
}

func (d *douyin) columns(at *columns) {
	d.main, d.number, d.status, d.after = at.find("主订单编号"), at.need("子订单编号"), at.need("订单状态"), at.find("售后状态")
	d.product, d.pay = at.find("选购商品", "商品名称"), at.find("支付方式")
	d.paidAt, d.created, d.finished = at.find("支付完成时间", "支付时间"), at.find("订单提交时间", "下单时间"), at.find("订单完成时间")
	d.total, d.platform = at.need("订单应付金额"), at.find("平台实际承担优惠金额", "平台优惠金额", "平台优惠")
	d.earned, d.refund = at.find("商家收入金额"), at.find("退款金额")
	d.shop, d.times = shopOf(at), at.times()
}

func (d *douyin) row(r *reading) {
	if r.told(d.number) == "" && r.told(d.created) == "" && r.told(d.paidAt) == "" {
		r.nothing(d.total)
		return
	}
	line := Line{Channel: Online, OrderNo: r.text(d.number), MerchantNo: r.text(d.main), TradeType: r.text(d.pay), Status: r.text(d.status), Product: r.text(d.product)}
	o := order{status: line.Status, after: r.told(d.after), statusAt: d.status, byStatus: d.paidAt < 0,
		paid: r.maybeTime(d.paidAt), created: r.maybeTime(d.created), finished: r.maybeTime(d.finished),
		total: r.positive(d.total) + d.subsidy(r), refund: firstAmount(r.optional(d.refund))}
	if d.paidAt < 0 {
		o.finished = moment{}
	}
	// Paid on delivery, an order has no time of payment; it is one when it is finished.
	o.byStatus = o.byStatus || stateOf(o.status) == stateFinished
	if o.settled = o.total; r.told(d.earned) != "" {
		o.settled = r.positive(d.earned)
	}
	if r.bad {
		return
	}
	d.shop.put(r, &line)
	r.fill(&line, o)
	line.Identity = r.numbered(Douyin, d.number, line.OrderNo)
	line.Freshness = freshness(r.latest(d.times), o.rank(), r.ExportedAt)
	r.give(&line)
}

// subsidy is what the platform pays of the price. Some exports name a voucher there instead of an amount.
func (d *douyin) subsidy(r *reading) money.Fen {
	fen, err := money.Parse(r.text(d.platform))
	if err != nil {
		return 0
	}
	return firstAmount(fen)
}
