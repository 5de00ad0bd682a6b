package statement

import (
	"strings"

	"smartcanal/data/money"
)

var alipayTrade = format{code: "alipay_trade", platform: Alipay, evidence: Counted, account: []string{"门店编号"},
	needs:  all("支付宝交易号", "商户订单号", "业务类型", "完成时间", "订单金额", "商家实收"),
	parser: func() parser { return &alipay{} }}

// alipay reads 业务明细, a merchant's trade. Refunds are lines of their own, with amounts below nothing.
type alipay struct {
	number, merchantNo, kind, product    int
	created, finished                    int
	store, storeName, terminal, operator int
	order, received, batch, own          int
	notes                                []string
	trade, refund                        alipaySums
}

// alipaySums are what the notes below the lines add up.
type alipaySums struct {
	lines         int64
	received, own money.Fen
}

func (a *alipay) columns(at *columns) {
	a.number, a.merchantNo, a.kind = at.need("支付宝交易号"), at.need("商户订单号"), at.need("业务类型")
	a.product, a.created, a.finished = at.find("商品名称"), at.find("创建时间"), at.need("完成时间")
	a.store, a.storeName, a.terminal, a.operator = at.find("门店编号"), at.find("门店名称"), at.find("终端号"), at.find("操作员")
	a.order, a.received = at.need("订单金额"), at.need("商家实收")
	a.batch, a.own = at.find("退款批次号/请求号", "退款批次号", "退款请求号"), at.find("商家优惠")
}

func (a *alipay) row(r *reading) {
	if r.told(a.number) == "" && r.told(a.finished) == "" {
		r.nothing(a.order)
		return
	}
	line := Line{OrderNo: r.text(a.number), MerchantNo: r.text(a.merchantNo), TradeType: r.text(a.kind), Product: r.text(a.product),
		Account: r.sale(r.told(a.store)), AccountName: r.told(a.storeName)}
	order, received, own := r.amount(a.order), r.amount(a.received), r.optional(a.own)
	when := a.when(r, &line)
	if r.bad {
		return
	}
	rank := a.sides(r, &line, order, received, own)
	if r.bad {
		return
	}
	line.At, line.Month, line.Channel = when.seconds, when.month, a.channel(r)
	line.Status = line.TradeType
	line.Identity = a.identity(r, &line)
	line.Freshness = freshness(line.At, rank, neverChanges)
	r.give(&line)
}

// when dates a line by its completion: a refund keeps the time its payment was created.
func (a *alipay) when(r *reading, line *Line) moment {
	if r.told(a.finished) == "" && r.told(a.created) != "" && line.TradeType != "退款" {
		return r.maybeTime(a.created)
	}
	return r.time(a.finished)
}

func (a *alipay) sides(r *reading, line *Line, order, received, own money.Fen) int {
	switch line.TradeType {
	case "交易":
		if order < 0 || received < 0 {
			r.unreadable(a.order, "statement.negative_amount", "text", r.text(a.order))
			return rankUnknown
		}
		line.Sides, line.Order, line.Settled = Paid, order, received
		a.trade.add(received, own)
		return rankPaid
	case "退款":
		line.Sides, line.RefundOrder, line.RefundSettled = Refunded, firstAmount(order), firstAmount(received)
		a.refund.add(received, own)
		return rankRefunded
	case "":
		r.unreadable(a.kind, "statement.blank")
	default:
		r.doubt(a.kind, "statement.unknown_status", "status", line.TradeType)
	}
	return rankUnknown
}

func (s *alipaySums) add(received, own money.Fen) {
	s.lines++
	s.received += received
	s.own += own
}

// channel takes a terminal, and words for paying at a counter, for a sale in a shop.
func (a *alipay) channel(r *reading) Channel {
	if r.told(a.terminal) != "" {
		return InPerson
	}
	for _, i := range [...]int{a.kind, a.product} {
		for _, word := range [...]string{"当面付", "条码"} {
			if strings.Contains(r.text(i), word) {
				return InPerson
			}
		}
	}
	return Online
}

func (a *alipay) identity(r *reading, line *Line) uint64 {
	if !r.whole(a.number, a.merchantNo, a.batch) || line.OrderNo == "" {
		return r.content(Alipay)
	}
	return identityOf(Alipay, line.OrderNo, line.MerchantNo, line.TradeType, r.told(a.batch))
}

func (a *alipay) note(text string) { a.notes = append(a.notes, text) }

// end compares “#交易合计：6笔，商家实收共0.06元，商家优惠共0.00元” and the same of the refunds.
func (a *alipay) end(r *reading) {
	r.stateNotes(a.notes, "交易合计", a.trade)
	r.stateNotes(a.notes, "退款合计", a.refund)
}

func (r *reading) stateNotes(notes []string, title string, found alipaySums) {
	for _, text := range notes {
		if !strings.Contains(text, title) {
			continue
		}
		count, sums := noted(text)
		if count != "" {
			r.state(title+"笔数", lines, count, found.lines)
		}
		for i, name := range [...]string{"商家实收", "商家优惠"} {
			if i < len(sums) {
				r.state(title+name, fen, sums[i], int64([...]money.Fen{found.received, found.own}[i]))
			}
		}
	}
}
