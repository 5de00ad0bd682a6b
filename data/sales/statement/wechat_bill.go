package statement

import (
	"strings"

	"smartcanal/data/money"
)

var (
	billNeeds = append(all("交易时间", "微信订单号", "商户订单号", "交易状态", "商户号"),
		oneOf("应结订单金额", "订单金额", "总金额"))

	wechatRefund = format{code: "wechat_refund", family: "wechat_bill", platform: WeChat, evidence: Counted,
		needs: append(billNeeds[:len(billNeeds):len(billNeeds)], oneOf("退款成功时间", "退款申请时间")), parser: newWechatBill}
	wechatAll = format{code: "wechat_all", family: "wechat_bill", platform: WeChat, evidence: Counted,
		needs: append(billNeeds[:len(billNeeds):len(billNeeds)], oneOf("微信退款单号")), parser: newWechatBill}
	wechatSuccess = format{code: "wechat_success", family: "wechat_bill", platform: WeChat, evidence: Counted,
		needs: billNeeds, parser: newWechatBill}
)

// wechatFamily marks identities of payments by WeChat: bill and console export tell of the same ones.
const wechatFamily = "wechat"

// wechatBill reads the bill of a merchant or a service provider, ALL, SUCCESS and REFUND, in the layouts
// before and after November 2018.
type wechatBill struct {
	time, refunded, applied                    int
	merchant, sub                              int
	number, merchantNo, refundNo               int
	trade, state, refundState                  int
	order, settled, refundOrder, refundSettled int
	coupons, product, fee, currency            int
	lines                                      int64
	sums                                       billSums
}

func newWechatBill() parser { return &wechatBill{} }

func (b *wechatBill) columns(at *columns) {
	b.time = at.need("交易时间")
	b.refunded, b.applied = at.find("退款成功时间"), at.find("退款申请时间")
	b.merchant = at.need("商户号")
	b.sub = at.find("特约商户号", "子商户号")
	b.number, b.merchantNo = at.need("微信订单号"), at.need("商户订单号")
	b.refundNo = at.find("微信退款单号")
	b.trade, b.state, b.refundState = at.find("交易类型"), at.need("交易状态"), at.find("退款状态")
	b.order = at.need("订单金额", "总金额", "应结订单金额")
	b.settled = at.need("应结订单金额", "总金额", "订单金额")
	b.refundOrder = at.find("申请退款金额", "退款金额")
	b.refundSettled = at.find("退款金额", "申请退款金额")
	b.coupons = at.find("充值券退款金额", "代金券或立减优惠退款金额", "企业红包退款金额")
	b.product, b.fee, b.currency = at.find("商品名称"), at.find("手续费"), at.find("货币种类")
}

func (b *wechatBill) row(r *reading) {
	line := Line{
		Account: b.account(r), OrderNo: r.text(b.number), MerchantNo: r.text(b.merchantNo),
		TradeType: r.text(b.trade), Status: r.text(b.state), Product: r.text(b.product),
	}
	sums := billSums{
		order: r.amount(b.order), settled: r.amount(b.settled),
		refundOrder: r.optional(b.refundOrder), refundSettled: r.optional(b.refundSettled),
		coupons: r.optional(b.coupons), fees: r.fee(b.fee),
	}
	rank := b.sides(r, &line, &sums)
	when := b.when(r, &line)
	r.inYuan(b.currency)
	if r.bad {
		return
	}
	line.At, line.Month = when.seconds, when.month
	line.Channel = wechatChannel(line.TradeType)
	line.Identity = b.identity(r, &line)
	line.Freshness = freshness(line.At, rank, neverChanges)
	b.add(&sums)
	r.give(&line)
}

// account is the sub-merchant of a service provider; a merchant's own bill has 0 there.
func (b *wechatBill) account(r *reading) string {
	if sub := r.told(b.sub); sub != "" && sub != "0" {
		return sub
	}
	return r.text(b.merchant)
}

// when dates the line. A refund file may repeat the payment's time and has the refund's own beside it.
func (b *wechatBill) when(r *reading, line *Line) moment {
	if line.Status != "SUCCESS" {
		for _, i := range [...]int{b.refunded, b.applied} {
			if i >= 0 && r.told(i) != "" {
				return r.maybeTime(i)
			}
		}
	}
	return r.time(b.time)
}

// sides says what the line carries, and how far it has come among the states of one line.
func (b *wechatBill) sides(r *reading, line *Line, sums *billSums) int {
	switch line.Status {
	case "SUCCESS":
		line.Sides = Paid
		line.Order, line.Settled = sums.order, sums.settled
		if sums.order < 0 || sums.settled < 0 {
			r.unreadable(b.order, "statement.negative_amount", "text", r.text(b.order))
		}
		return rankPaid
	case "REFUND":
		return b.refund(r, line, sums)
	case "REVOKED":
		line.Sides = Refunded
		line.RefundOrder = firstAmount(sums.refundOrder, sums.refundSettled, sums.order)
		line.RefundSettled = firstAmount(sums.refundSettled, sums.refundOrder, sums.settled)
		return rankRefunded
	case "":
		r.unreadable(b.state, "statement.blank")
	default:
		r.doubt(b.state, "statement.unknown_status", "status", line.Status)
	}
	return rankUnknown
}

// refund also takes a refund under way: what becomes of it is told by a later file, not by this one.
func (b *wechatBill) refund(r *reading, line *Line, sums *billSums) int {
	state := r.text(b.refundState)
	if state == "FAIL" {
		r.doubt(b.refundState, "statement.refund_failed")
		return rankFailed
	}
	line.Sides = Refunded
	line.RefundOrder = firstAmount(sums.refundOrder, sums.refundSettled)
	line.RefundSettled = firstAmount(sums.refundSettled, sums.refundOrder)
	if line.RefundOrder == 0 {
		r.doubt(b.refundOrder, "statement.refund_without_amount")
	}
	if state == "SUCCESS" {
		return rankRefunded
	}
	return rankRefunding
}

// firstAmount is the size of the first amount that is not nothing.
func firstAmount(amounts ...money.Fen) money.Fen {
	for _, amount := range amounts {
		if amount != 0 {
			return max(amount, -amount)
		}
	}
	return 0
}

// identity is made of the three numbers together: 微信订单号 alone is shared by payment and refund. A
// refund that has no number, as a revocation may, is still another line than its payment.
func (b *wechatBill) identity(r *reading, line *Line) uint64 {
	if !r.whole(b.number, b.merchantNo, b.refundNo) || line.OrderNo == "" && line.MerchantNo == "" {
		return r.content(wechatFamily)
	}
	refund := r.told(b.refundNo)
	if refund == "0" {
		refund = ""
	}
	if refund == "" && line.Status != "SUCCESS" {
		refund = line.Status
	}
	return wechatIdentity(line.MerchantNo, line.OrderNo, refund)
}

func wechatIdentity(merchantNo, number, refund string) uint64 {
	return hash(hash(hash(hash(hashStart, wechatFamily), merchantNo), number), refund)
}

// wechatChannel takes codes shown to a scanner and faces shown to a camera for sales in a shop.
func wechatChannel(trade string) Channel {
	if trade == "MICROPAY" || strings.HasPrefix(trade, "FACE") {
		return InPerson
	}
	for _, word := range [...]string{"付款码", "刷卡", "刷脸", "人脸"} {
		if strings.Contains(trade, word) {
			return InPerson
		}
	}
	return Online
}
