package statement

import (
	"strings"

	"smartcanal/data/money"
)

// JD's export for a person.
var jdPersonal = format{code: "jd_personal", platform: JD, evidence: Personal,
	needs: all("交易时间", "商户名称", "交易说明", "金额", "收/支", "交易订单号"),
	parser: func() parser {
		return &flow{family: "jd/personal", amount: netOfRefund, names: flowNames{
			time: oneOf("交易时间"), direction: oneOf("收/支"), amount: oneOf("金额"), kind: oneOf("交易分类"),
			product: oneOf("交易说明"), status: oneOf("交易状态"), number: oneOf("交易订单号"), merchantNo: oneOf("商家订单号"),
		}}
	}}

// netOfRefund reads amounts with what went back behind them: 131.77(已退款89.84), 468.32(已全额退款).
func netOfRefund(r *reading, i int) money.Fen {
	text := foldedBrackets.Replace(r.text(i))
	paid, back, noted := strings.Cut(text, "(已")
	if !noted {
		return firstAmount(r.amount(i))
	}
	amount, err := money.Parse(paid)
	if err == nil && strings.HasPrefix(back, "全额退款") {
		return 0
	}
	var refunded money.Fen
	if err == nil {
		refunded, err = money.Parse(strings.TrimSuffix(strings.TrimPrefix(back, "退款"), ")"))
	}
	if err != nil {
		r.refuse(i, err)
	}
	return amount - refunded
}
