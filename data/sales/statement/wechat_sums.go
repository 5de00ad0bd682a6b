package statement

import "smartcanal/data/money"

// billSums are the columns of the current bill added up, as its summary states them.
type billSums struct {
	order, settled, refundOrder, refundSettled, coupons money.Fen
	fees                                                int64 // thousandths of a fen
}

func (b *wechatBill) add(sums *billSums) {
	b.lines++
	b.sums.order += sums.order
	b.sums.settled += sums.settled
	b.sums.refundOrder += sums.refundOrder
	b.sums.refundSettled += sums.refundSettled
	b.sums.coupons += sums.coupons
	b.sums.fees += sums.fees
}

func (b *wechatBill) beginsSummary(first string) bool { return first == "总交易单数" }

func (b *wechatBill) newSection() { b.lines, b.sums = 0, billSums{} }

// total gives what was found for a total of any layout; what the file has no column for is not known.
func (b *wechatBill) total(name string) (int64, unit, bool) {
	switch name {
	case "总交易单数":
		return b.lines, lines, true
	case "应结订单总金额", "总交易额":
		return int64(b.sums.settled), fen, true
	case "订单总金额":
		return int64(b.sums.order), fen, true
	case "退款总金额", "总退款金额":
		return int64(b.sums.refundSettled), fen, b.refundSettled >= 0
	case "申请退款总金额":
		return int64(b.sums.refundOrder), fen, b.refundOrder >= 0
	case "充值券退款总金额", "总代金券或立减优惠退款金额", "总企业红包退款金额", "代金券或立减优惠退款总金额", "企业红包退款总金额":
		return int64(b.sums.coupons), fen, b.coupons >= 0
	case "手续费总金额":
		return b.sums.fees, thousandth, b.fee >= 0
	}
	return 0, fen, false
}
