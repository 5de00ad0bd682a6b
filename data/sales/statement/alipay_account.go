package statement

import (
	"strings"

	"smartcanal/data/money"
)

var (
	incomeColumns  = []string{"收入金额(+元)", "收入(+元)", "收入金额"}
	outcomeColumns = []string{"支出金额(-元)", "支出(-元)", "支出金额"}

	alipayAccount = format{code: "alipay_account", platform: Alipay, evidence: Ledger,
		needs:  [][]string{oneOf("账务流水号"), oneOf("发生时间", "入账时间"), incomeColumns, outcomeColumns},
		parser: func() parser { return newAlipayAccount() }}
)

// alipayFunds reads 账务明细, the flow of an account, with a column for each way.
type alipayFunds struct {
	flow
	income, outcome int
	notes           []string
}

func newAlipayAccount() *alipayFunds {
	return &alipayFunds{flow: flow{family: "alipay/account", names: flowNames{
		time: oneOf("发生时间", "入账时间"), kind: oneOf("业务类型", "账务类型"), product: oneOf("商品名称", "业务描述"),
		status: oneOf("备注"), number: oneOf("账务流水号"), merchantNo: oneOf("商户订单号"),
	}}}
}

func (a *alipayFunds) columns(at *columns) {
	a.flow.columns(at)
	a.income, a.outcome = at.need(incomeColumns...), at.need(outcomeColumns...)
}

func (a *alipayFunds) row(r *reading) {
	line, ok := a.line(r)
	if !ok {
		return
	}
	in, out := firstAmount(r.optional(a.income)), firstAmount(r.optional(a.outcome))
	switch {
	case out != 0 && in == 0:
		line.Direction, line.DirectionAmount = Out, out
	case in != 0 && out == 0:
		line.Direction, line.DirectionAmount = In, in
	case in == 0:
		line.Direction = Neutral
	default:
		r.unreadable(a.outcome, "statement.both_ways")
	}
	a.give(r, line)
}

func (a *alipayFunds) note(text string) { a.notes = append(a.notes, text) }

// end compares “#收入合计：18笔，共14989.00元” and the same of what went out.
func (a *alipayFunds) end(r *reading) {
	for _, note := range a.notes {
		count, sums := noted(note)
		title, found := "收入合计", r.result.In
		if strings.Contains(note, "支出") {
			title, found = "支出合计", r.result.Out
		}
		if count != "" {
			r.state(title+"笔数", lines, count, int64(found.Count))
		}
		if len(sums) > 0 {
			r.state(title+"金额", fen, strings.TrimPrefix(sums[0], "-"), int64(max(found.Amount, money.Fen(0))))
		}
	}
}
