package demo

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"time"
)

const wechatHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n"

const wechatSummaryHead = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n"

const serviceProvider = "1900012345"

// billLine is a row of a service provider's bill.
type billLine struct {
	at                                     time.Time
	text                                   string
	settled, refunded, ordered, asked, fee int64 // fee in thousandths of a fen
}

// billLines are the rows a month's bill has of a sale: the payment, and the refund if it fell into the same month.
func billLines(s sale, pays, refunds bool) []billLine {
	var lines []billLine
	kind := [3]string{"JSAPI", "NATIVE", "APP"}[s.fen%3]
	if s.merchant.counter {
		kind = "MICROPAY"
	}
	settled := s.fen - s.discount
	fee := settled * 6 // 0.6 % in thousandths of a fen
	if pays {
		lines = append(lines, billLine{at: s.at, settled: settled, ordered: s.fen, fee: fee,
			text: bill(s, kind, "SUCCESS", s.at, settled, 0, s.fen, 0, fee)})
	}
	if refunds && s.refundFen > 0 {
		back := s.refundFen * settled / s.fen
		fee = -back * 6
		lines = append(lines, billLine{at: s.refundAt, refunded: back, asked: s.refundFen, fee: fee,
			text: bill(s, kind, "REFUND", s.refundAt, 0, back, 0, s.refundFen, fee)})
	}
	return lines
}

func bill(s sale, kind, state string, at time.Time, settled, refunded, ordered, asked, fee int64) string {
	refundNo, ownRefund, refundKind, refundState := "0", "0", "", ""
	if state == "REFUND" {
		refundNo, ownRefund, refundKind, refundState = "50"+s.number[2:], s.own+"R", "ORIGINAL", "SUCCESS"
	}
	coupon := int64(0)
	if state == "SUCCESS" {
		coupon = s.discount
	}
	cells := []string{at.Format(stamp), "wx7a1c3b5d9e2f4a60", serviceProvider, s.merchant.number, "", s.number, s.own, s.buyer, kind, state,
		"OTHERS", "CNY", yuan(settled), yuan(coupon), refundNo, ownRefund, yuan(refunded), "0.00", refundKind, refundState,
		s.product, "", fine(fee), "0.60%", yuan(ordered), yuan(asked), ""}
	return "`" + strings.Join(cells, ",`") + "\r\n"
}

// fine writes thousandths of a fen as yuan with five decimals.
func fine(thousandths int64) string {
	sign := ""
	if thousandths < 0 {
		sign, thousandths = "-", -thousandths
	}
	return fmt.Sprintf("%s%d.%05d", sign, thousandths/100_000, thousandths%100_000)
}

// writeBill writes a bill with its summary row. Damage is done to some lines after they were summed,
// so that the summary row tells what is missing.
func writeBill(w io.Writer, lines []billLine, damage map[int]func(string) string) error {
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].at.Before(lines[j].at) })
	if _, err := io.WriteString(w, "\ufeff"+wechatHead); err != nil {
		return err
	}
	var sum billLine
	for i, line := range lines {
		sum.settled += line.settled
		sum.refunded += line.refunded
		sum.ordered += line.ordered
		sum.asked += line.asked
		sum.fee += line.fee
		text := line.text
		if harm, is := damage[i]; is {
			text = harm(text)
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s`%d,`%s,`%s,`0.00,`%s,`%s,`%s\r\n", wechatSummaryHead,
		len(lines), yuan(sum.settled), yuan(sum.refunded), fine(sum.fee), yuan(sum.ordered), yuan(sum.asked))
	return err
}
