package gallery

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/xuri/excelize/v2"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// inFlow has claims that wait for different things: 2026-001 for departments, 002 for its notice, 003 for the enterprise,
// 004 for an account, 005 paid and clawed back, 006 late, 007 suspended.
func (o *rewardOffice) inFlow(t *testing.T) *rewardOffice {
	t.Helper()
	o.seed(t)
	rewardsMust(t, o.claims.SetDepartments(t.Context(), receiver, "区财政局", "区税务局", "区市场监管局"))
	for _, e := range []struct {
		name  string
		wan   float64
		steps int
	}{{"运河老号食品有限公司", 230, 3}, {"沧州大运商贸有限公司", 610, 5}, {"沧州鑫港箱包有限公司", 523.68, 1}, {"河北金丝小枣电子商务有限公司", 184.62, 7},
		{"沧州西环数码科技有限公司", 142.07, 9}, {"沧运红枣专业合作社", 161.39, 0}, {"沧州南湖优选超市有限公司", 237.15, 2}} {
		id := o.enterprise(t, e.name, "", "")
		o.sold(id, 90, e.wan, e.wan, e.wan, e.wan)
		claim := o.claim(t, id, 0, 0, e.wan, e.wan*1.01, e.wan, e.wan)
		o.walk(t, claim.ID, e.steps)
	}
	o.answered(t, 1, rewards.Agreed, "")
	o.answered(t, 1, rewards.Objects, "企业 2026 年 3 月有一笔欠税未缴清。")
	_, err := o.claims.Publish(t.Context(), receiver, rewards.NoticeTerms{Place: "区政府网站"}, o.seen(t, 2))
	rewardsMust(t, err)
	_, err = o.claims.Object(t.Context(), receiver, o.seen(t, 2), rewards.Objection{Objector: "河北点芯网络科技有限公司", Content: "该企业天猫店与我公司为同一店铺，销售额重复申报。", ReceivedOn: o.now.Format(time.DateOnly)})
	rewardsMust(t, err)
	rewardsMust(t, o.claims.Return(t.Context(), examiner, o.seen(t, 3), rewards.Accepting, "缺完税证明和信用中国查询结果，请补正。"))
	_, err = o.claims.ClawBack(t.Context(), "分管领导", o.seen(t, 5), rewards.Demand{Reason: "经查，2026 年 3 月存在刷单虚增销售额", FoundOn: "2026-12-20", Lock: 3})
	rewardsMust(t, err)
	rewardsMust(t, o.claims.GiveBack(t.Context(), receiver, 1, 1, 2*money.Wan, "2026-12-28"))
	rewardsMust(t, o.claims.Suspend(t.Context(), reviewer, o.seen(t, 7), "涉诉，待法院裁定。"))
	rewardsMust(t, o.claims.SaveAppropriation(t.Context(), receiver, &rewards.Appropriation{Year: 2026, DocNumber: "运财〔2026〕12号", ReceivedOn: "2026-03-02", Amount: 60 * money.Wan, Note: "年初预算"}))
	rewardsMust(t, o.claims.SaveAppropriation(t.Context(), receiver, &rewards.Appropriation{Year: 2026, DocNumber: "运财〔2026〕47号", ReceivedOn: "2026-09-10", Amount: 20 * money.Wan, Note: "追加"}))
	return o
}

func (o *rewardOffice) seen(t *testing.T, id int64) rewards.Held {
	t.Helper()
	page, err := o.claims.Page(t.Context(), id)
	rewardsMust(t, err)
	return rewards.Held{ID: id, Version: page.Claim.Version}
}

// walk passes so many steps of a claim; departments agree.
func (o *rewardOffice) walk(t *testing.T, id int64, steps int) {
	t.Helper()
	for range steps {
		page, err := o.claims.Page(t.Context(), id)
		rewardsMust(t, err)
		if page.Claim.Stage == rewards.JointReview {
			for range page.Opinions {
				o.answered(t, id, rewards.Agreed, "")
			}
		}
		o.pass(t, &page.Claim, "同意。")
	}
}

// answered is the answer of the next department that has not given any.
func (o *rewardOffice) answered(t *testing.T, id int64, verdict rewards.Consent, text string) {
	t.Helper()
	page, err := o.claims.Page(t.Context(), id)
	rewardsMust(t, err)
	for _, opinion := range page.Opinions {
		if opinion.Verdict == rewards.Awaited {
			opinion.Verdict, opinion.Text, opinion.Signer = verdict, text, "孙科长"
			rewardsMust(t, o.claims.Opine(t.Context(), receiver, opinion))
			return
		}
	}
}

func TestRewardFlow(t *testing.T) {
	office := newRewardOffice(t).inFlow(t)
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "rewards-flow-"+name, officeWidth, officeHeight, false, office.atRewards(link, inTurn(steps...)))
	}
	shot("departments", "smartcanal://claim/1")
	shot("departments-settle", "smartcanal://claim/1", tapping(t, "登记协商结果…"))
	shot("departments-opinion", "smartcanal://claim/1", tapping(t, "登记意见…"))
	shot("notice", "smartcanal://claim/2")
	shot("notice-answer", "smartcanal://claim/2", tapping(t, "答复异议…"))
	shot("incomplete", "smartcanal://claim/3")
	shot("no-payee", "smartcanal://claim/4")
	shot("payee", "smartcanal://claim/4", tapping(t, "收款账户…"))
	shot("clawed-back", "smartcanal://claim/5")
	shot("late", "smartcanal://claim/6")
	shot("signals", "smartcanal://claim/6", tapping(t, "1 处可留意"))
	shot("suspended", "smartcanal://claim/7")
	shot("more", "smartcanal://claim/1", tapping(t, "更多 ▾"))
	Shot(t, "rewards-flow-departments-dark", officeWidth, officeHeight, true, office.atRewards("smartcanal://claim/1", nil))
}

func TestRewardMoney(t *testing.T) {
	office := newRewardOffice(t).inFlow(t)
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "rewards-money-"+name, officeWidth, officeHeight, false, office.atRewards(link, inTurn(steps...)))
	}
	shot("payments", "smartcanal://rewards/payments")
	shot("budget", "smartcanal://rewards/budget")
	shot("budget-add", "smartcanal://rewards/budget", tapping(t, "登记下达…"))
	shot("objections", "smartcanal://rewards/objections")
	rewardsMust(t, office.claims.AnswerObjection(t.Context(), receiver, 1, 1, rewards.Upheld, "经核实，该店铺 2026 年 3 月已转让，销售额应归对方。"))
	shot("objection-upheld", "smartcanal://rewards/objections")
	office.ready(t, "沧州狮城商贸有限公司", 812)
	office.ready(t, "沧州运河印象文化有限公司", 533)
	shot("payments-ready", "smartcanal://rewards/payments")
	shot("payments-list", "smartcanal://rewards/payments", tapping(t, "列入批次…"))
	_, err := office.claims.ListPayments(t.Context(), "财务", "2026 年第二批", office.seen(t, 8), office.seen(t, 9))
	rewardsMust(t, err)
	rows, err := office.claims.PaymentsOf(t.Context(), 2)
	rewardsMust(t, err)
	rewardsMust(t, office.claims.MarkBounced(t.Context(), "财务", rewards.Transfer{ID: rows[1].ID, Version: 1, Day: "2027-01-20", Reason: "账号与户名不符"}))
	shot("payments-bounced", "smartcanal://rewards/payments")
	shot("payments-arrived", "smartcanal://rewards/payments", tapping(t, "全部到账…"))
	shot("payments-request", "smartcanal://rewards/payments", tapping(t, "拨付请示…"))
	Shot(t, "rewards-money-payments-dark", officeWidth, officeHeight, true, office.atRewards("smartcanal://rewards/payments", nil))
	Shot(t, "rewards-money-budget-dark", officeWidth, officeHeight, true, office.atRewards("smartcanal://rewards/budget", nil))
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	for _, name := range []string{"payments", "budget", "objections"} {
		shot(name+"-english", "smartcanal://rewards/"+name)
	}
	shot("claim-english", "smartcanal://claim/2")
}

// ready is a claim that is approved and can be paid.
func (o *rewardOffice) ready(t *testing.T, name string, wan float64) {
	t.Helper()
	id := o.enterprise(t, name, "", "")
	o.sold(id, 90, wan)
	claim := o.claim(t, id, 0, 0, wan)
	o.walk(t, claim.ID, 7)
	rewardsMust(t, o.claims.SetPayee(t.Context(), receiver, o.seen(t, claim.ID), rewards.Payee{Name: name, Bank: "沧州银行新华路支行", Account: "6222080408007654321"}))
}

func TestRewardMoneyEmptyAndFailed(t *testing.T) {
	office := newRewardOffice(t).seed(t)
	for _, name := range []string{"payments", "budget", "objections"} {
		Shot(t, "rewards-money-"+name+"-empty", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/"+name, nil))
	}
	_ = office.store.Close()
	for _, name := range []string{"payments", "budget", "objections"} {
		Shot(t, "rewards-money-"+name+"-failed", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/"+name, nil))
	}
}

// marking marks rows of the list shown, from the first to the last.
func marking(first, last int) func(*shell.Shell, fyne.Window) {
	return func(_ *shell.Shell, over fyne.Window) {
		everyPart(over.Canvas().Content(), func(o fyne.CanvasObject) {
			if g, is := o.(*grid.Grid); is {
				over.Canvas().Focus(g)
				g.GoTo(grid.Place{Row: first})
				g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
				for range last - first {
					g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				}
				g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			}
		})
	}
}

// choosing takes the n-th choice of the menu that is open, by the keyboard.
func choosing(n int) func(*shell.Shell, fyne.Window) {
	return func(_ *shell.Shell, over fyne.Window) {
		menu := over.Canvas().Focused()
		for range n {
			menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

func TestRewardBulk(t *testing.T) {
	office := newRewardOffice(t).inFlow(t)
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "rewards-bulk-"+name, officeWidth, officeHeight, false, office.atRewards(link, inTurn(steps...)))
	}
	shot("list", "smartcanal://rewards", marking(0, 4))
	shot("choices", "smartcanal://rewards", marking(0, 4), tapping(t, "成批办理 ▾"))
	shot("nothing-marked", "smartcanal://rewards", tapping(t, "成批办理 ▾"), choosing(2))
	shot("ask", "smartcanal://rewards", marking(0, 4), tapping(t, "成批办理 ▾"), choosing(2))
	shot("one-by-one", "smartcanal://rewards", marking(0, 4), tapping(t, "成批办理 ▾"), choosing(1))
	shot("result", "smartcanal://rewards", marking(0, 4), tapping(t, "成批办理 ▾"), choosing(2), enter(map[int]string{0: "受理员", 1: "同意。"}), tapping(t, "全部通过"))
	shot("limits", "smartcanal://rewards", tapping(t, "更多 ▾"), choosing(7))
	shot("departments", "smartcanal://rewards", tapping(t, "更多 ▾"), choosing(8))
	shot("holidays", "smartcanal://rewards", tapping(t, "更多 ▾"), choosing(9))
	Shot(t, "rewards-bulk-list-dark", officeWidth, officeHeight, true, office.atRewards("smartcanal://rewards", nil))
}

// sentBack writes a form as an enterprise sends it back, with what it typed by the names of the lines.
func (o *rewardOffice) sentBack(t *testing.T, name string, organization int64, typed map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	rewardsMust(t, o.claims.SaveForm(t.Context(), path, o.scheme.Rules[0].ID, 2026, organization))
	book, err := excelize.OpenFile(path)
	rewardsMust(t, err)
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	rewardsMust(t, err)
	for i, row := range rows {
		if len(row) > 0 && typed[row[0]] != "" {
			rewardsMust(t, book.SetCellStr(sheet, fmt.Sprintf("B%d", i+1), typed[row[0]]))
		}
	}
	rewardsMust(t, errors.Join(book.Save(), book.Close()))
	return path
}

func TestRewardForms(t *testing.T) {
	office := newRewardOffice(t).seed(t)
	first := office.enterprise(t, "运河老号食品有限公司", "", "91130903MA07K3C23X")
	office.sold(first, 90, 300, 300)
	good := map[string]string{"1月销售额（元）": "3000000", "2月销售额（元）": "3,000,000.00", "全年合计（元）": "6000000", "开户行": "沧州银行运河支行", "收款账号": "6222080408001234567", "承诺以上内容真实": "是"}
	bad := map[string]string{"1月销售额（元）": "三百万", "3月销售额（元）": "-5", "全年合计（元）": "6000000", "收款户名": "张三", "开户行": "沧州银行", "收款账号": "6.22208E+18"}
	paths := []string{office.sentBack(t, "运河老号 申报表.xlsx", first, good), office.sentBack(t, "有误的申报表.xlsx", first, bad), filepath.Join(t.TempDir(), "没有这个文件.xlsx")}
	dropping := func(s *shell.Shell, _ fyne.Window) { s.Drop(fyne.NewPos(600, 400), paths) }
	shot := func(name string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "rewards-forms-"+name, officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/forms", inTurn(steps...)))
	}
	shot("empty")
	shot("blank", tapping(t, "空白申报表…"))
	shot("read", dropping)
	shot("wrong", dropping, func(_ *shell.Shell, over fyne.Window) {
		everyPart(over.Canvas().Content(), func(o fyne.CanvasObject) {
			if list, is := o.(*kit.Chosen); is {
				list.Choose(1)
			}
		})
	})
	shot("take", dropping, tapping(t, "受理 1 件…"))
	shot("taken", dropping, tapping(t, "受理 1 件…"), tapping(t, "受理"))
}
