//go:build e2e

package e2e

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/screens/e2e/person"
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
func firstRun(p *person.Person) {
	p.Reads("开始使用智慧运河")
	p.Types("yhq") // the keyboard is in the search already
	p.Clicks("运河区")
	p.Reads("已选择 运河区")
	p.Fills("单位名称", "沧州市运河区商务局")
	p.Shot("first-run")
	p.Clicks("开始使用")
	p.Reads("沧州市运河区商务局", "还没有数据")
	p.Shot("empty")
}

// previewStatements drops the files. X's drag and drop is a conversation between two programs that no tool
// here can hold, so the drop begins where Fyne hands it to the window.
func previewStatements(p *person.Person) {
	files := statements(p.T, p.TempDir())
	fyne.DoAndWait(func() { program.shell.Drop(fyne.Position{}, files) })
	p.Reads("文件 4 个", "3 个将导入", "将写入 13 笔", "文件不完整", "5,388,157.38 元", "12,644.60 元")
	p.Shot("preview")
	p.Clicks("支付宝业务明细202609.zip")
	p.Shot("preview-damaged")
}

// takeThemIn imports what can be imported, and goes on to the lines and from one of them back to its file.
func takeThemIn(p *person.Person) {
	p.Clicks("导入")
	p.Reads("导入记录", "第 1 批", "在册")
	p.Shot("batch")
	p.Clicks("查看这批交易")
	p.Reads("4200000006", "2026100222002", "260403000000000002")
	p.Shot("lines")
	p.Opens("4200000006")
	p.Reads("第 7 行", "1900012345_2026年对账单.csv")
	p.Shot("origin")
	p.Keys("Escape")
}

// matchAccounts works the queue off by keyboard: it creates the enterprise for its WeChat number, and finds
// it again by its initials for its shop.
func matchAccounts(p *person.Person) {
	p.Keys("ctrl+k")
	p.Types("未匹配")
	p.Keys("Return")
	p.Reads("4 个账户", "旅行箱团购")
	p.Shot("unmatched")
	p.Keys("Return")
	p.Reads("账户 " + wechatShop + " 属于哪家企业")
	p.Clicks("新建…")
	p.Fills("名称", enterprise)
	p.Fills("信用代码", creditCode)
	p.Shot("new-enterprise")
	p.Keys("Return")
	p.Reads("3 个账户")
	p.Keys("Return")
	p.Reads("账户 " + tmallShop + " 属于哪家企业")
	p.Types("hjxb")
	p.Reads(enterprise)
	p.Shot("choose-enterprise")
	p.Keys("Return")
	p.Reads("2 个账户")
	p.Shot("matched")
}

// handInClaim sees the amount and its reasons, types what the enterprise declares, and keeps the claim.
func handInClaim(p *person.Person) {
	p.Clicks("奖励申报")
	p.Reads("还没有申报")
	p.Shot("no-claims")
	p.Keys("ctrl+shift+n")
	p.GoesTo("年度") // whatever year it is now
	p.Clicks("2026年")
	p.GoesTo("企业")
	p.Types("hjxb")
	p.Reads(enterprise)
	p.Keys("Return")
	p.Reads("50,000.00 元", "人民币伍万元整", "5,311,644.60")
	p.GoesTo("3月")
	for _, month := range []string{"1280000", "12644.60", "1460500.50", "1390000"} {
		p.Types(month)
		p.Keys("Return") // on to the next month
	}
	p.Reads("4,143,145.10")
	p.Shot("trial")
	p.Clicks("受理申报…")
	p.Fills("办理人", "李敏")
	p.Shot("hand-in")
	p.Keys("Return")
	p.Reads("金额是怎么算出来的", "受理中")
	p.Shot("claim")
}

// passSteps passes the claim to the public notice, each step by somebody else.
func passSteps(p *person.Person) {
	for _, step := range []struct{ verb, signer, opinion, next string }{
		{"受理通过", "李敏", "收到申报材料，齐全。", "初审中"},
		{"初审通过", "王强", "平台账单核对无误，建议通过。", "复核中"},
		{"复核通过", "赵磊", "逐月复核，同意。", "联审中"},
		{"联审通过", "陈静", "各成员单位无异议。", "会议审定中"},
	} {
		p.Clicks(step.verb + "…")
		p.Types(step.opinion) // the keyboard is in the opinion already
		p.Fills("办理人", step.signer)
		p.Shot(step.verb)
		p.Clicks(step.verb)
		p.Reads(step.next)
	}
	p.Clicks("会议审定…")
	p.Types("同意公示。")
	p.Fills("审定会议", "局长办公会 2026年第8次")
	p.Fills("会议日期", "2026-11-20")
	p.Fills("办理人", "陈静")
	p.Clicks("审定通过")
	p.Reads("公示中")
	p.Shot("at-notice")
}

// publish makes the public notice of what stands at 公示 and saves it in the person's folder. The system's
// file dialog is a program of its own, which the machines of the tests lack, so Fyne's is used.
func publish(p *person.Person) (path string) {
	p.Keys("ctrl+shift+g")
	p.Reads("公示的申报", "合计人民币（大写）：伍万元整")
	p.Fills("文号", "运商公示〔2026〕3号")
	p.Shot("notice")
	p.Clicks("保存公示表…")
	p.Reads("取消")
	p.Keys("ctrl+a") // the keyboard is in the file's name already
	p.Types("公示表")
	p.Shot("save-dialog")
	p.Clicks("保存")
	p.Reads("公示表已保存到")
	p.Shot("notice-saved")
	return filepath.Join(program.home, "公示表.xlsx")
}
