package statement

import "smartcanal/data/money"

var jdSettlement = format{code: "jd_settlement", platform: JD, evidence: Counted, account: shopColumns,
	needs:  [][]string{oneOf("订单编号", "订单号"), oneOf("费用名称", "费用项"), oneOf("应结金额", "金额"), oneOf("收支方向")},
	parser: func() parser { return &settlement{orders: newGroups()} }}

// settlement reads what JD settles with a shop. 货款 coming in is the price of an order, which an order
// export knows better; 货款 going out is a refund. Other fees are no sales.
type settlement struct {
	number, status, fee, amount, direction, product, sku, bill, service int
	paidAt, happened                                                    int
	currency                                                            int
	shop                                                                shop
	orders                                                              *groups
}

// goods is the fee that is the price of what was sold.
const goods = "货款"

func (s *settlement) columns(at *columns) {
	s.number, s.status = at.need("订单编号", "订单号"), at.find("订单状态")
	s.fee, s.amount, s.direction = at.need("费用名称", "费用项"), at.need("应结金额", "金额"), at.need("收支方向")
	s.product, s.sku = at.find("商品名称"), at.find("商品编号", "商品ID")
	s.bill, s.service = at.find("单据编号"), at.find("售后服务单号", "售后单号")
	s.paidAt = at.find("付款确认时间", "付款时间", "支付时间", "下单时间", "订单下单时间", "费用发生时间", "费用计费时间", "计费时间", "费用结算时间", "结算时间")
	s.happened = at.find("费用发生时间", "发生时间", "费用计费时间", "计费时间", "费用结算时间", "结算时间", "应结时间", "完成时间", "订单完成时间", "下单时间")
	s.shop, s.currency = shopOf(at), at.find("币种")
}

func (s *settlement) row(r *reading) {
	if r.told(s.number) == "" && r.told(s.fee) == "" {
		r.nothing(s.amount)
		return
	}
	if r.text(s.fee) != goods {
		r.result.Passed++
		return
	}
	line := Line{Channel: Online, OrderNo: r.text(s.number), TradeType: goods, Status: r.text(s.status), Product: r.text(s.product)}
	s.shop.put(r, &line)
	amount := r.amount(s.amount)
	r.inYuan(s.currency)
	switch direction := r.text(s.direction); {
	case direction == "收入" && amount >= 0:
		s.income(r, line, amount)
	case direction == "支出", direction == "收入":
		s.refund(r, line, firstAmount(amount))
	case direction == "":
		r.unreadable(s.direction, "statement.blank")
	default:
		r.unreadable(s.direction, "statement.unknown_direction", "text", direction)
	}
}

// income adds a product's price to its order.
func (s *settlement) income(r *reading, line Line, amount money.Fen) {
	when := r.time(s.paidAt)
	if r.bad {
		return
	}
	if i, known := s.orders.index[line.OrderNo]; known {
		s.orders.lines[i].Order += amount
		s.orders.lines[i].Settled += amount
		return
	}
	line.At, line.Month = when.seconds, when.month
	line.Sides, line.Order, line.Settled = Paid, amount, amount
	line.Identity = r.numbered(JD, s.number, line.OrderNo)
	s.orders.add(r, line, amount)
}

// refund is a line of its own. Its state of settlement may change, so that is no part of what it is.
func (s *settlement) refund(r *reading, line Line, amount money.Fen) {
	when := r.time(s.happened)
	if r.bad {
		return
	}
	line.At, line.Month = when.seconds, when.month
	line.Sides, line.RefundOrder, line.RefundSettled = Refunded, amount, amount
	line.Identity = r.content(JD)
	if line.OrderNo != "" && r.whole(s.number) {
		line.Identity = r.occurrence(JD+"/refund", line.OrderNo, r.told(s.bill), r.told(s.service), r.told(s.sku), amount.Plain(), r.told(s.happened))
	}
	r.give(&line)
}

func (s *settlement) end(r *reading) { s.orders.give(r) }
