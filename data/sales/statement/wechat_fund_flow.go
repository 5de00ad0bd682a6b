package statement

var wechatFundFlow = format{code: "wechat_fund_flow", platform: WeChat, evidence: Ledger,
	needs:  append(all("记账时间", "收支类型", "收支金额"), oneOf("资金流水单号", "微信支付业务单号")),
	parser: func() parser { return newFundFlow() }}

// fundFlow reads the flow of a merchant's funds, which ends in a row of totals as a bill does.
type fundFlow struct {
	flow
	found Result
}

func newFundFlow() *fundFlow {
	return &fundFlow{flow: flow{family: "wechat/funds", names: flowNames{
		time: oneOf("记账时间"), direction: oneOf("收支类型"), amount: oneOf("收支金额"), kind: oneOf("业务类型"),
		product: oneOf("业务名称"), status: oneOf("备注"), number: oneOf("资金流水单号", "微信支付业务单号"),
		merchantNo: oneOf("业务凭证号"),
	}}}
}

func (f *fundFlow) row(r *reading) {
	before := r.result
	f.flow.row(r)
	f.found.In.grow(before.In, r.result.In)
	f.found.Out.grow(before.Out, r.result.Out)
	f.found.Lines += r.result.Lines - before.Lines
}

// grow adds what came between two states of a sum.
func (f *Flow) grow(before, after Flow) {
	f.Count += after.Count - before.Count
	f.Amount += after.Amount - before.Amount
}

func (f *fundFlow) beginsSummary(first string) bool { return first == "资金流水总笔数" }

func (f *fundFlow) newSection() { f.found = Result{} }

func (f *fundFlow) total(name string) (int64, unit, bool) {
	switch name {
	case "资金流水总笔数":
		return int64(f.found.Lines), lines, true
	case "收入笔数":
		return int64(f.found.In.Count), lines, true
	case "收入金额":
		return int64(f.found.In.Amount), fen, true
	case "支出笔数":
		return int64(f.found.Out.Count), lines, true
	case "支出金额":
		return int64(f.found.Out.Amount), fen, true
	}
	return 0, fen, false
}
