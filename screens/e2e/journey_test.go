//go:build e2e

package e2e

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

// TestFromFilesToTheNotice is the main job from end to end, as a clerk does it on a new computer.
func TestFromFilesToTheNotice(t *testing.T) {
	p := sitDown(t, program.window)
	firstRun(p)
	previewStatements(p)
	takeThemIn(p)
	matchAccounts(p)
	handInClaim(p)
	passSteps(p)
	notice := publish(p)

	noticeHolds(t, notice)
	figuresHold(t)
}

// firstRun chooses the district by its initials and begins with an empty file.
func firstRun(p *person) {
	p.reads("开始使用智慧运河")
	p.types("yhq") // the keyboard is in the search already
	p.clicks("运河区")
	p.reads("已选择 运河区")
	p.fills("单位名称", "沧州市运河区商务局")
	p.shot("first-run")
	p.clicks("开始使用")
	p.reads("沧州市运河区商务局", "名录还是空的")
	p.shot("empty")
}

// previewStatements drops the files. X's drag and drop is a conversation between two programs that no tool
// here can hold, so the drop begins where Fyne hands it to the window.
func previewStatements(p *person) {
	files := statements(p.T, p.TempDir())
	fyne.DoAndWait(func() { program.shell.Drop(fyne.Position{}, files) })
	p.reads("文件 4 个", "3 个将导入", "将写入 13 笔", "文件不完整", "5,388,157.38 元", "12,644.60 元")
	p.shot("preview")
	p.clicks("支付宝业务明细202609.zip")
	p.shot("preview-damaged")
}

// takeThemIn imports what can be imported, and goes on to the lines and from one of them back to its file.
func takeThemIn(p *person) {
	p.clicks("导入")
	p.reads("导入记录", "第 1 批", "在册")
	p.shot("batch")
	p.clicks("查看这批交易")
	p.reads("4200000006", "2026100222002", "260403000000000002")
	p.shot("lines")
	p.opens("4200000006")
	p.reads("第 7 行", "1900012345_2026年对账单.csv")
	p.shot("origin")
	p.keys("Escape")
}

// matchAccounts works the queue off by keyboard: it creates the enterprise for its WeChat number, and finds
// it again by its initials for its shop.
func matchAccounts(p *person) {
	p.keys("ctrl+k")
	p.types("未匹配")
	p.keys("Return")
	p.reads("4 个账户", "旅行箱团购")
	p.shot("unmatched")
	p.keys("Return")
	p.reads("账户 " + wechatShop + " 属于哪家企业")
	p.clicks("新建…")
	p.fills("名称", enterprise)
	p.fills("信用代码", creditCode)
	p.shot("new-enterprise")
	p.keys("Return")
	p.reads("3 个账户")
	p.keys("Return")
	p.reads("账户 " + tmallShop + " 属于哪家企业")
	p.types("hjxb")
	p.reads(enterprise)
	p.shot("choose-enterprise")
	p.keys("Return")
	p.reads("2 个账户")
	p.shot("matched")
}

// handInClaim sees the amount and its reasons, types what the enterprise declares, and keeps the claim.
func handInClaim(p *person) {
	p.clicks("奖励申报")
	p.reads("还没有申报")
	p.shot("no-claims")
	p.keys("ctrl+shift+n")
	p.goesTo("年度") // whatever year it is now
	p.clicks("2026年")
	p.goesTo("企业")
	p.types("hjxb")
	p.reads(enterprise)
	p.keys("Return")
	p.reads("50,000.00 元", "人民币伍万元整", "5,311,644.60")
	p.goesTo("3月")
	for _, month := range []string{"1280000", "12644.60", "1460500.50", "1390000"} {
		p.types(month)
		p.keys("Return") // on to the next month
	}
	p.reads("4,143,145.10")
	p.shot("trial")
	p.clicks("受理申报…")
	p.fills("办理人", "李敏")
	p.shot("hand-in")
	p.keys("Return")
	p.reads("金额是怎么算出来的", "受理中")
	p.shot("claim")
}

// passSteps passes the claim to the public notice, each step by somebody else.
func passSteps(p *person) {
	for _, step := range []struct{ verb, person, opinion, next string }{
		{"受理通过", "李敏", "收到申报材料，齐全。", "初审中"},
		{"初审通过", "王强", "平台账单核对无误，建议通过。", "复核中"},
		{"复核通过", "赵磊", "逐月复核，同意。", "联审中"},
		{"联审通过", "陈静", "各成员单位无异议。", "会议审定中"},
	} {
		p.clicks(step.verb + "…")
		p.types(step.opinion) // the keyboard is in the opinion already
		p.fills("办理人", step.person)
		p.shot(step.verb)
		p.clicks(step.verb)
		p.reads(step.next)
	}
	p.clicks("会议审定…")
	p.types("同意公示。")
	p.fills("审定会议", "局长办公会 2026年第8次")
	p.fills("会议日期", "2026-11-20")
	p.fills("办理人", "陈静")
	p.clicks("审定通过")
	p.reads("公示中")
	p.shot("at-notice")
}

// publish makes the public notice of what stands at 公示 and saves it in the person's folder. The system's
// file dialog is a program of its own, which the machines of the tests lack, so Fyne's is used.
func publish(p *person) (path string) {
	p.keys("ctrl+shift+g")
	p.reads("公示的申报", "合计人民币（大写）：伍万元整")
	p.fills("文号", "运商公示〔2026〕3号")
	p.shot("notice")
	p.clicks("保存公示表…")
	p.reads("取消")
	p.keys("ctrl+a") // the keyboard is in the file's name already
	p.types("公示表")
	p.shot("save-dialog")
	p.clicks("保存")
	p.reads("公示表已保存到")
	p.shot("notice-saved")
	return filepath.Join(program.home, "公示表.xlsx")
}
