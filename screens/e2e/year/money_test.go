package year

// appropriated notes the document the money comes by.
func appropriated(o *office) {
	o.as("李敏")
	o.does("资金台账")
	o.Clicks("登记下达…")
	o.Types("1200000")
	o.Fills("文号", "运财〔2026〕12号")
	o.Clicks("保存")
	o.Reads("120.00 万元", "运财〔2026〕12号")
}

// byHand are the claims whose enterprise came to the office, or did not ask at all: it tells its account there.
var byHand = []string{"001", "002", "004", "005", "006", "007", "008", "009", "010", "011", "024", "025", "026", "027", "028", "029", "030"}

// accounts notes where the money goes.
func accounts(o *office) {
	o.as("王强")
	for i, number := range byHand {
		o.claim("2025-" + number)
		o.Reads("没有收款账户")
		o.Clicks("收款账户…")
		o.Fills("开户行", "沧州银行运河支行")
		o.Fills("账号", "62220804080000"+number)
		o.Answers("收款账户")
		o.Reads("收款：")
		if i == 0 {
			o.Shot("account")
		}
	}
}

// firstBatch lists all for the bank, and asks for the money.
func firstBatch(o *office) {
	o.as("李敏")
	o.Keys("ctrl+shift+p")
	o.Reads("29 件，合计 1,013,691.35 元")
	o.Clicks("列入批次…")
	o.Types("2026 年第一批")
	o.Answers("列入批次")
	o.Reads("2026-F01 明细")
	o.Shot("batch")
	o.Clicks("付款清单…")
	o.saves("付款清单")
	o.Clicks("拨付请示…")
	o.Fills("主送机关", "运河区人民政府")
	o.Fills("文号", "运商〔2026〕8号")
	o.Fills("签发人", "周洋")
	o.Answers("拨付请示")
	o.saves("拨付请示")
}

// receipts notes what the bank says: one payment comes back, the others arrived.
func receipts(o *office) {
	o.Keys("ctrl+shift+p")
	o.ClicksIn("2025-022", "待拨付")
	o.Clicks("登记银行退回…")
	o.Types("账号与户名不符")
	o.Answers("登记银行退回")
	o.Reads("1 件，合计 2,000.00 元") // to be paid again
	o.Clicks("全部到账…")
	o.Types("HD20260603")
	o.Reads("登记 28 笔")
	o.Answers("登记到账")
	o.Shot("receipts")
}

// paidAgain corrects the account and pays once more.
func paidAgain(o *office) {
	o.claim("2025-022")
	o.Reads("2026-06-03 银行退回：账号与户名不符")
	o.Clicks("收款账户…")
	o.Fills("账号", "6222080408000022")
	o.Answers("收款账户")
	o.Keys("ctrl+shift+p")
	o.Reads("1 件，合计 2,000.00 元")
	o.Clicks("列入批次…")
	o.Answers("列入批次")
	o.Reads("2026-F02 明细")
	o.Clicks("全部到账…")
	o.Types("HD20260610")
	o.Answers("登记到账")
	o.Reads("已结清")
}

// archived closes the claims, with the papers that go into the archive.
func archived(o *office) {
	o.only("归档")
	o.marksAll(29)
	for _, paper := range []string{"审核表", "联审意见汇总表", "归档清单"} {
		o.Clicks("成批办理 ▾")
		o.Clicks(paper + "…")
		o.saves(paper)
	}
	o.together("归档", 29, "材料齐全，归档。")
	o.passed(29, 0)
}

// clawedBack demands a reward back, for which the enterprise may claim nothing for three years.
func clawedBack(o *office) {
	o.as("陈静")
	o.claim("2025-009")
	o.Reads("2026-06-03 到账 20,000.00 元，回单 HD20260603")
	o.Clicks("追回资金…")
	o.Types("代运营服务合同系伪造。")
	o.Fills("限制年数", "3")
	o.Answers("追回资金")
	o.Reads("追回 20,000.00 元，已退回 0.00 元，期限 2026-11-23", "2029-10-12 前不得申报")
	o.Shot("clawed-back")
	o.Clicks("追回通知…")
	o.saves("追回通知")
}

// lockedOut refuses the enterprise's next claim, and takes part of the money back.
func lockedOut(o *office) {
	o.as("李敏")
	o.Keys("ctrl+shift+n")
	o.GoesTo("企业")
	o.Types("大运物流")
	o.Reads("沧州大运物流有限公司")
	o.Keys("Return")
	o.Clicks("受理申报…")
	o.Answers("受理申报")
	o.Reads("该企业因申报 2025-009 的资金被追回，2029-10-12 前不得申报")
	o.Shot("locked")
	o.Keys("Escape")
	o.rewards()
	o.Clicks("放弃修改")
	o.claim("2025-009")
	o.Clicks("登记退回…")
	o.Fills("退回金额", "15000")
	o.Answers("登记退回")
	o.Reads("已退回 15,000.00 元")
}

// balance reads the year's money on the budget's page.
func balance(o *office) {
	o.does("资金台账")
	o.ClicksOn("年度：")
	o.Clicks("2025年")
	o.Reads("120.00 万元", "101.37 万元", "追回 20,000.00，已退", "15,000.00")
	o.Shot("budget")
}
