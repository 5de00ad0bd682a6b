package year

import "strconv"

// together passes all claims at a stage with one opinion, from the list: they are marked by keyboard.
func (o *office) together(stage string, n int, opinion string) {
	o.Helper()
	o.only(stage)
	o.marksAll(n)
	o.Clicks("成批办理 ▾")
	o.Clicks("同一意见通过…")
	o.Reads(stage + " " + strconv.Itoa(n) + " 件")
	o.Types(opinion) // the keyboard is in the opinion already
}

// passed says what came of it: so many passed, so many not.
func (o *office) passed(done, refused int, why ...string) {
	o.Helper()
	o.Clicks("全部通过")
	o.Reads("通过 " + strconv.Itoa(done) + " 件，未办 " + strconv.Itoa(refused) + " 件")
	o.Reads(why...)
	o.Clicks("知道了")
}

// only lists the claims at a stage.
func (o *office) only(stage string) {
	o.Helper()
	o.rewards()
	o.ClicksOn("步骤：")
	o.Clicks(stage)
}

// marksAll marks every claim listed.
func (o *office) marksAll(n int) {
	o.Helper()
	o.Reads("合计 " + strconv.Itoa(n) + " 件")
	o.Marks("有限公司")
	o.Keys("ctrl+a")
}

// claim opens a claim by its number.
func (o *office) claim(number string) {
	o.Helper()
	o.Keys("ctrl+k")
	o.Types("申报:" + number)
	o.Reads(number)
	o.Keys("Return")
	o.Reads("金额是怎么算出来的", number)
}

// accepting looks at what came in and takes the claims in, all but one that lacks its papers.
func accepting(o *office) {
	o.as("王强")
	o.claim("2025-011")
	o.ClicksIn("营业执照", "添加文件")
	o.drops(file{"营业执照.pdf", "%PDF-1.4"})
	o.Reads("营业执照.pdf")
	o.Clicks("知道了")
	o.Reads("1 个文件")
	o.ClicksIn("资金申请表", "缺")
	o.Clicks("已核")
	o.Reads("1 / 5 项已核")
	o.Clicks("退回补正…")
	o.Clicks("退回")
	o.Reads("待补正", "待企业补正，期限 2026-04-14", "缺：合同、发票、银行付款回单")
	o.Shot("waits")
	o.Clicks("补正通知…")
	o.saves("补正通知")
	o.together("受理", 30, "收到申报材料，齐全。")
	o.passed(29, 1, "2025-011")
}

// supplemented takes what the enterprise brought.
func supplemented(o *office) {
	o.claim("2025-011")
	for _, material := range []string{"合同", "发票", "银行付款回单"} {
		o.ClicksIn(material, "缺")
		o.Clicks("已核")
	}
	o.Clicks("收到补正…")
	o.Types("合同、发票和回单原件已核。")
	o.Clicks("确认收到")
	o.Clicks("受理通过…")
	o.Types("补正齐全。")
	o.Clicks("受理通过")
	o.Reads("初审中")
}

// firstReview goes through all claims one after the other without the mouse: the opinion of the one before is proposed.
func firstReview(o *office, n int) {
	o.as("李敏")
	o.only("初审")
	o.marksAll(n)
	o.Clicks("成批办理 ▾")
	o.Clicks("逐件审核")
	for at := 1; at <= n; at++ {
		o.Reads("逐件审核：第 " + strconv.Itoa(at) + " 件，共 " + strconv.Itoa(n) + " 件")
		o.Keys("ctrl+shift+Return")
		if at == 1 {
			o.Types("平台账单核对无误，建议通过。")
		}
		o.Reads("平台账单核对无误，建议通过。")
		o.Keys("Tab", "Tab", "Return")
		o.Reads("复核中")
		o.Keys("ctrl+Page_Down")
	}
	o.Clicks("结束逐件审核")
}

// secondReview lets a reviewer go over what the clerks passed. A clerk who tries is told why he may not; what is owed
// nothing is refused.
func secondReview(o *office) {
	o.as("王强")
	o.claim("2025-001")
	o.Clicks("复核通过…")
	o.Clicks("复核通过")
	o.Reads("“王强”没有“复核”角色，不能办理这一步")
	o.Shot("may-not")
	o.Keys("Escape")
	o.as("陈静")
	o.Clicks("复核通过…")
	o.Types("逐月复核，同意。")
	o.Clicks("复核通过")
	o.Reads("联审中")
	o.as("赵磊")
	o.claim("2025-003")
	o.Reads("2024 年已达到")
	o.Clicks("更多 ▾")
	o.Clicks("不予奖励…")
	o.Types("2024 年核实网络零售额已达 150 万元，不属首次突破，依第五条不予奖励。")
	o.Clicks("不予奖励")
	o.Reads("2 条")
	o.Shot("rejected")
	o.together("复核", 28, "复核无误。")
	o.passed(28, 0)
}

// jointReview sends the claims to the departments, one of which has a doubt about one of them.
func jointReview(o *office) {
	o.as("王强")
	o.only("联审")
	o.marksAll(29)
	o.Clicks("成批办理 ▾")
	o.Clicks("逐件审核")
	for at := 1; at <= 29; at++ {
		o.Reads("第 "+strconv.Itoa(at)+" 件，共 29 件", "部门意见 0 / 2，待反馈：区财政局、区市场监管局")
		doubt := o.Sees("2025-007")
		o.answers("区财政局", "同意", "")
		if doubt {
			o.answers("区市场监管局", "不同意", "服务合同无签订日期")
			o.Reads("部门不同意：区市场监管局")
			o.Shot("against")
			o.Clicks("登记协商结果…")
			o.Types("企业补交盖章的合同，区市场监管局同意。")
			o.Clicks("登记协商结果")
		} else {
			o.answers("区市场监管局", "同意", "")
		}
		o.Reads("2 个部门均已反馈，可以通过")
		o.Keys("ctrl+Page_Down")
	}
	o.together("联审", 29, "各部门意见一致。")
	o.passed(29, 0)
}

// answers notes what a department says.
func (o *office) answers(department, verdict, why string) {
	o.Helper()
	o.Clicks("登记意见…")
	o.Types(why)
	if verdict != "同意" {
		o.Chooses("意见", verdict)
	}
	o.Reads(department)
	o.Clicks("登记意见")
}

// meeting decides on all together.
func meeting(o *office) {
	o.as("陈静")
	o.together("会议审定", 29, "同意公示。")
	o.Fills("审定会议", "局长办公会 2026年第8次")
	o.Fills("会议日期", "2026-04-24")
	o.passed(29, 0)
}
