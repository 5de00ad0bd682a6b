package gallery

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	rewardpages "smartcanal/screens/rewards"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

const (
	receiver store.Actor = "受理员"
	examiner store.Actor = "初审员"
	reviewer store.Actor = "复核员"
)

// provenSales are verified sales as the mock-ups have them, by enterprise.
type provenSales struct {
	months map[int64][]sales.MonthFigure
	before map[int64]money.Fen // of 2025
	fault  error
}

func (p *provenSales) VerifiedByMonth(_ context.Context, organization int64, _ int) ([]sales.MonthFigure, error) {
	return p.months[organization], p.fault
}

func (p *provenSales) VerifiedByYear(_ context.Context, organization int64) (map[int]money.Fen, error) {
	return map[int]money.Fen{2025: p.before[organization]}, p.fault
}

func (p *provenSales) Figures(_ context.Context, q sales.FigureQuery) ([]sales.Figure, error) {
	var figures []sales.Figure
	for organization, months := range p.months {
		if q.OrganizationID != 0 && q.OrganizationID != organization {
			continue
		}
		figures = append(figures, sales.Figure{OrganizationID: organization, Month: 202512, Platform: "wechat", Fen: p.before[organization], Orders: 1})
		for _, month := range months {
			figures = append(figures, sales.Figure{OrganizationID: organization, Month: month.Month, Platform: month.Platform, Fen: month.Fen, Orders: 1})
		}
	}
	slices.SortFunc(figures, func(a, b sales.Figure) int {
		return cmp.Or(cmp.Compare(a.OrganizationID, b.OrganizationID), a.Month-b.Month)
	})
	return figures, p.fault
}

// fen makes yuan with two decimals of a float: invented figures only.
func fen(yuan float64) money.Fen { return money.Fen(yuan*100 + 0.5) }

// rewardOffice is a file with a measure, some enterprises and their claims at several steps.
type rewardOffice struct {
	store    *store.Store
	register *register.Room
	claims   *rewards.Room
	sales    *provenSales
	scheme   rewards.Scheme
	now      time.Time
}

func newRewardOffice(t *testing.T) *rewardOffice {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "智慧运河.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	o := &rewardOffice{store: st, register: register.New(st), now: time.Date(2026, 11, 18, 1, 40, 0, 0, time.UTC)}
	o.sales = &provenSales{months: map[int64][]sales.MonthFigure{}, before: map[int64]money.Fen{}}
	o.claims = rewards.New(st, o.sales)
	st.SetClock(func() time.Time { return o.now })
	rewardsMust(t, st.Write(t.Context(), receiver, "test", func(tx *store.Tx) error {
		if err := tx.SetSetting(store.Office, "运河区商务局"); err != nil {
			return err
		}
		return register.SetDistrict(tx, "130903")
	}))
	return o
}

func rewardsMust(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (o *rewardOffice) seed(t *testing.T) *rewardOffice {
	t.Helper()
	scheme, err := rewards.DefaultScheme("运河区")
	rewardsMust(t, err)
	scheme.DocNumber = "运政办〔2025〕8号"
	rewardsMust(t, o.claims.AddScheme(t.Context(), receiver, &scheme))
	o.scheme = scheme
	return o
}

// sold is a year's sales by month, in 万元, split over three platforms.
func (o *rewardOffice) sold(organization int64, before float64, months ...float64) {
	o.before(organization, before)
	for i, wan := range months {
		for _, part := range []struct {
			platform string
			share    float64
		}{{"wechat", 0.4983}, {"alipay", 0.3551}, {"jd", 0.1466}} {
			o.sales.months[organization] = append(o.sales.months[organization], sales.MonthFigure{Month: 202601 + i, Platform: part.platform, Fen: fen(wan * 10000 * part.share)})
		}
	}
}

func (o *rewardOffice) before(organization int64, wan float64) {
	o.sales.before[organization] = fen(wan * 10000)
}

func (o *rewardOffice) enterprise(t *testing.T, name, short, code string) int64 {
	t.Helper()
	e := register.Organization{Kind: register.Enterprise, Name: name, ShortName: short, CreditCode: code, Status: register.Active, RegionCode: "130903"}
	rewardsMust(t, o.register.Create(t.Context(), receiver, &e))
	return e.ID
}

func (o *rewardOffice) claim(t *testing.T, organization int64, rule int, base money.Fen, declared ...float64) *rewards.Claim {
	t.Helper()
	months := map[int]money.Fen{}
	for i, wan := range declared {
		months[202601+i] = fen(wan * 10000)
	}
	claim, err := o.claims.Create(t.Context(), receiver, rewards.Application{
		RuleID: o.scheme.Rules[rule].ID, OrganizationID: organization, Year: 2026,
		Declaration: rewards.Declaration{Months: months, Base: base}, Note: "收到申报材料 4 项，缺完税证明，已通知企业补正。",
	})
	rewardsMust(t, err)
	return claim
}

// pass takes a claim on through the steps, each by the person whose work it is.
func (o *rewardOffice) pass(t *testing.T, claim *rewards.Claim, opinions ...string) {
	t.Helper()
	for _, opinion := range opinions {
		o.now = o.now.Add(29*time.Hour + 22*time.Minute)
		page, err := o.claims.Page(t.Context(), claim.ID)
		rewardsMust(t, err)
		held := rewards.Held{ID: claim.ID, Version: page.Claim.Version}
		switch page.Claim.Stage {
		case rewards.Deciding:
			_, err = o.claims.Decide(t.Context(), "科长", []rewards.Held{held}, rewards.Meeting{Title: "局长办公会 2026年第8次", HeldOn: "2026-11-20"}, opinion)
		case rewards.InNotice:
			_, err = o.claims.Publish(t.Context(), receiver, rewards.NoticeTerms{Place: "区政府网站"}, held)
			rewardsMust(t, err)
			o.now = o.now.AddDate(0, 0, 8)
			held.Version++
			_, err = o.claims.Advance(t.Context(), receiver, held, opinion)
		case rewards.Paying:
			o.pay(t, held, page.Organization.Name)
		default:
			_, err = o.claims.Advance(t.Context(), handlers[page.Claim.Stage], held, opinion)
		}
		rewardsMust(t, err)
	}
}

// handlers are the people of the steps that are passed by a person alone.
var handlers = map[rewards.Stage]store.Actor{
	rewards.Accepting: receiver, rewards.FirstReview: examiner, rewards.SecondReview: reviewer, rewards.JointReview: "联审组",
	rewards.Approving: "分管领导", rewards.Archiving: "档案员",
}

// pay lets a claim's money arrive.
func (o *rewardOffice) pay(t *testing.T, held rewards.Held, payee string) {
	t.Helper()
	rewardsMust(t, o.claims.SetPayee(t.Context(), "财务", held, rewards.Payee{Name: payee, Bank: "沧州银行运河支行", Account: "6222080408001234567"}))
	held.Version++
	batch, err := o.claims.ListPayments(t.Context(), "财务", "", held)
	rewardsMust(t, err)
	rows, err := o.claims.PaymentsOf(t.Context(), batch.ID)
	rewardsMust(t, err)
	rewardsMust(t, o.claims.MarkPaid(t.Context(), "财务", rewards.Transfer{ID: rows[0].ID, Version: rows[0].Version, Day: "2026-12-11", Receipt: "HD20261211"}))
}

var yearOfSales = []float64{80.69, 63.44, 100.17, 98.64, 92, 118, 90, 98, 110, 128.57, 105.11}

// filled has the claim of the mock-ups, number 2026-001, and others around it.
func (o *rewardOffice) filled(t *testing.T) *rewardOffice {
	t.Helper()
	o.seed(t)
	old := o.enterprise(t, "运河老号食品有限公司", "", "91130903MA07K3C23X")
	o.sold(old, 431.26, yearOfSales...)
	first := o.claim(t, old, 0, 0, 81.2, 64, 102, 115, 92, 118, 90, 98, 110, 128.5)
	o.pass(t, first, "材料收齐 4 项，缺完税证明，已通知补正。", "平台账单与申报额差异在 5% 允许范围内，4 月差异较大，企业已说明退货集中，建议通过。")
	page, err := o.claims.Page(t.Context(), first.ID)
	rewardsMust(t, err)
	for i, state := range []rewards.MaterialState{rewards.Checked, rewards.Checked, rewards.Checked, rewards.Missing, rewards.Received} {
		_, err := o.claims.SetMaterial(t.Context(), examiner, page.Materials[i].ID, page.Materials[i].Version, state)
		rewardsMust(t, err)
	}
	for i, other := range []struct {
		name, short string
		wan         float64
		steps       int
	}{{"沧州大运商贸有限公司", "大运商贸", 610, 5}, {"沧州鑫港箱包有限公司", "鑫港箱包", 523.68, 5}, {"沧州南湖优选超市有限公司", "", 237.15, 0},
		{"河北金丝小枣电子商务有限公司", "金丝小枣旗舰店", 184.62, 5}, {"沧州西环数码科技有限公司", "西环数码", 142.07, 9}, {"沧运红枣专业合作社", "", 121.39, 1}} {
		id := o.enterprise(t, other.name, other.short, "")
		o.sold(id, 90, other.wan, other.wan, other.wan, other.wan)
		claim := o.claim(t, id, 0, 0, other.wan, other.wan*1.01, other.wan, other.wan)
		o.pass(t, claim, []string{"材料齐全。", "账单核实无误。", "同意。", "联审通过。", "会议同意。", "公示无异议。", "批准。", "已拨付。", "已归档。"}[:other.steps]...)
		if i < 2 {
			o.claim(t, id, 1, fen(182000))
		}
	}
	return o
}

// atRewards shows the window with the reward office on a page.
func (o *rewardOffice) atRewards(link string, then func(*shell.Shell, fyne.Window)) func(fyne.Window) (fyne.CanvasObject, func()) {
	area := rewardpages.AreaOf(o.claims, o.register, "经办员")
	return func(over fyne.Window) (fyne.CanvasObject, func()) {
		s := shell.New(over, rewardHost{area: area})
		return over.Content(), func() {
			s.Start()
			s.Open(link)
			if then != nil {
				then(s, over)
			}
		}
	}
}

// rewardHost is the office's host with the reward office in the place of its sample.
type rewardHost struct {
	officeHost
	area kit.Area
}

func (h rewardHost) Exists() bool { return true }

func (h rewardHost) Open(context.Context, string) (*shell.Session, error) {
	session := officeSession()
	for i, area := range session.Areas {
		if area.Key == h.area.Key {
			session.Areas[i] = h.area
		}
	}
	return session, nil
}

func TestRewards(t *testing.T) {
	office := newRewardOffice(t).filled(t)
	shot := func(name, link string) {
		Shot(t, "rewards-"+name, officeWidth, officeHeight, false, office.atRewards(link, nil))
	}
	shot("list", "smartcanal://rewards")
	shot("claim", "smartcanal://claim/1")
	shot("claim-notice", "smartcanal://claim/7")
	shot("claim-paid", "smartcanal://claim/8")
	shot("claim-share", "smartcanal://claim/3")
	shot("claim-lost", "smartcanal://claim/4711")
	shot("new", "smartcanal://rewards/new")
	shot("new-twice", "smartcanal://rewards/new?organization=4")
	shot("schemes", "smartcanal://rewards/schemes")
	shot("schemes-share", "smartcanal://rewards/schemes?rule=2")
	shot("notice", "smartcanal://rewards/notice")
	Shot(t, "rewards-claim-dark", officeWidth, officeHeight, true, office.atRewards("smartcanal://claim/1", nil))
	Shot(t, "rewards-claim-wide", wideWidth, wideHeight, false, office.atRewards("smartcanal://claim/1", nil))
	Shot(t, "rewards-list-wide", wideWidth, wideHeight, false, office.atRewards("smartcanal://rewards", nil))
}

// enter types into the entries shown, those of the dialog on top where there is one, by their order.
func enter(texts map[int]string) func(*shell.Shell, fyne.Window) {
	return func(_ *shell.Shell, over fyne.Window) {
		root := over.Canvas().Content()
		if top := over.Canvas().Overlays().Top(); top != nil {
			root = top
		}
		n := 0
		everyPart(root, func(o fyne.CanvasObject) {
			if entry, is := o.(*kit.Entry); is {
				if text, asked := texts[n]; asked {
					entry.SetText(text)
					entry.FocusLost()
				}
				n++
			}
		})
	}
}

// inTurn does one thing after the other, the window laid out in between.
func inTurn(steps ...func(*shell.Shell, fyne.Window)) func(*shell.Shell, fyne.Window) {
	return func(s *shell.Shell, over fyne.Window) {
		for _, step := range steps {
			settle(over)
			step(s, over)
		}
	}
}

func tapping(t *testing.T, label string) func(*shell.Shell, fyne.Window) {
	return func(_ *shell.Shell, over fyne.Window) { tap(t, over, label) }
}

func copied(text string) func(*shell.Shell, fyne.Window) {
	return func(*shell.Shell, fyne.Window) { fyne.CurrentApp().Clipboard().SetContent(text) }
}

func TestRewardsAtWork(t *testing.T) {
	office := newRewardOffice(t).filled(t)
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "rewards-"+name, officeWidth, officeHeight, false, office.atRewards(link, inTurn(steps...)))
	}
	shot("claim-pass", "smartcanal://claim/1", tapping(t, "复核通过…"))
	shot("claim-pass-same-person", "smartcanal://claim/1", tapping(t, "复核通过…"), enter(map[int]string{0: "初审员", 1: "同意。"}), tapping(t, "复核通过"))
	shot("claim-return", "smartcanal://claim/1", tapping(t, "退回补正…"))
	shot("claim-more", "smartcanal://claim/3", tapping(t, "更多 ▾"))
	shot("list-nothing-found", "smartcanal://rewards", enter(map[int]string{0: "没有这家"}))
	newcomer := office.enterprise(t, "沧州小王庄果蔬有限公司", "", "")
	office.sold(newcomer, 312.5, 80.69, 63.44, 100.17, 98.64, 120.4, 75.2)
	shot("new-typed", "smartcanal://rewards/new?organization="+itoa(newcomer),
		copied("销售额\r\n806,900.00\r\n640000\r\n1,010,000\r\n1150000\r\n1204000\r\n"), tapping(t, "粘贴 Excel 一列"))
	shot("new-wrong", "smartcanal://rewards/new?organization="+itoa(newcomer), enter(map[int]string{3: "八万"}))
	shot("new-save", "smartcanal://rewards/new?organization="+itoa(newcomer), tapping(t, "受理申报…"))
	shot("correct", "smartcanal://rewards/correct?claim=3")
	shot("notice-wrong", "smartcanal://rewards/notice", enter(map[int]string{3: "2026-13-1", 4: "0", 6: "12345"}), tapping(t, "保存公示表…"))
	office.sold(1, 431.26, 500)
	shot("claim-outdated", "smartcanal://claim/1")
	shot("claim-outdated-refused", "smartcanal://claim/1", tapping(t, "复核通过…"), enter(map[int]string{0: "复核员"}), tapping(t, "复核通过"))
}

func TestRewardsInEnglish(t *testing.T) {
	office := newRewardOffice(t).filled(t)
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	for name, link := range map[string]string{"list": "smartcanal://rewards", "claim": "smartcanal://claim/1",
		"new": "smartcanal://rewards/new?organization=4", "schemes": "smartcanal://rewards/schemes", "notice": "smartcanal://rewards/notice"} {
		Shot(t, "rewards-"+name+"-english", officeWidth, officeHeight, false, office.atRewards(link, nil))
	}
}

func TestRewardsEmptyAndFailed(t *testing.T) {
	empty := newRewardOffice(t)
	Shot(t, "rewards-list-no-scheme", officeWidth, officeHeight, false, empty.atRewards("smartcanal://rewards", nil))
	Shot(t, "rewards-schemes-empty", officeWidth, officeHeight, false, empty.atRewards("smartcanal://rewards/schemes", nil))
	Shot(t, "rewards-notice-empty", officeWidth, officeHeight, false, empty.atRewards("smartcanal://rewards/notice", nil))
	empty.seed(t)
	Shot(t, "rewards-list-empty", officeWidth, officeHeight, false, empty.atRewards("smartcanal://rewards", nil))
	office := newRewardOffice(t).filled(t)
	office.sales.fault = problem.New("unexpected")
	Shot(t, "rewards-new-failed", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards/new?organization=4", nil))
	Shot(t, "rewards-claim-stuck", officeWidth, officeHeight, false, office.atRewards("smartcanal://claim/1", nil))
	_ = office.store.Close()
	Shot(t, "rewards-list-failed", officeWidth, officeHeight, false, office.atRewards("smartcanal://rewards", nil))
}
