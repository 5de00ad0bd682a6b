package rewards

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
)

var _ Sales = (*sales.Room)(nil)

const (
	clerk    store.Actor = "王经办"
	reviewer store.Actor = "李复核"
	other    store.Actor = "赵科长"
	approver store.Actor = "周局长"
)

// fakeSales has sales by organisation, month and platform.
type fakeSales map[int64]map[int]map[string]money.Fen

func (f fakeSales) VerifiedByMonth(_ context.Context, organizationID int64, year int) ([]sales.MonthFigure, error) {
	var figures []sales.MonthFigure
	for month, platforms := range f[organizationID] {
		for platform, fen := range platforms {
			if month/100 == year {
				figures = append(figures, sales.MonthFigure{Month: month, Platform: platform, Fen: fen})
			}
		}
	}
	return figures, nil
}

func (f fakeSales) VerifiedByYear(_ context.Context, organizationID int64) (map[int]money.Fen, error) {
	years := map[int]money.Fen{}
	for month, platforms := range f[organizationID] {
		for fen := range maps.Values(platforms) {
			years[month/100] += fen
		}
	}
	return years, nil
}

func (f fakeSales) Figures(_ context.Context, q sales.FigureQuery) ([]sales.Figure, error) {
	var figures []sales.Figure
	for _, organization := range slices.Sorted(maps.Keys(f)) {
		for _, month := range slices.Sorted(maps.Keys(f[organization])) {
			for platform, fen := range f[organization][month] {
				if q.OrganizationID == 0 || q.OrganizationID == organization {
					figures = append(figures, sales.Figure{OrganizationID: organization, Month: month, Platform: platform, Fen: fen, Orders: 1})
				}
			}
		}
	}
	return figures, nil
}

// office is a file with the default measure, one enterprise and its sales of 2025 and 2026.
type office struct {
	*Room
	sales        fakeSales
	scheme       Scheme
	organization *register.Organization
	now          time.Time
}

func newOffice(t testing.TB) *office {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	must(t, err)
	t.Cleanup(func() { st.Close() })
	o := &office{now: time.Date(2026, 11, 23, 1, 40, 0, 0, time.UTC), sales: fakeSales{}, organization: &register.Organization{Name: "运河老号食品有限公司", ShortName: "运河老号"}}
	st.SetClock(func() time.Time { return o.now })
	o.Room = New(st, o.sales)
	must(t, register.New(st).Create(t.Context(), clerk, o.organization))
	o.sales[o.organization.ID] = map[int]map[string]money.Fen{
		202506: {"wechat": 431_260855},
		202601: {"wechat": 402_11830, "alipay": 286_54000, "jd": 118_20000},
		202604: {"wechat": 480_31000, "alipay": 301_00600, "jd": 205_11800},
		202610: {"wechat": 1084_622017 - 806_85830 - 986_43400},
	}
	schemes, err := o.Seed(t.Context(), clerk, "运河区")
	must(t, err)
	o.scheme = schemes[0]
	return o
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t testing.TB, err error, code string) {
	t.Helper()
	if codeOf(err) != code {
		t.Errorf("%v, want %s", err, code)
	}
}

func (o *office) application() Application {
	return Application{RuleID: o.scheme.Rules[0].ID, OrganizationID: o.organization.ID, Year: 2026, Note: "收到申报材料",
		Declaration: Declaration{Months: map[int]money.Fen{202601: 812_00000, 202604: 1150_00000}}}
}

func (o *office) claim(t testing.TB) *Claim {
	t.Helper()
	claim, err := o.Create(t.Context(), clerk, o.application())
	must(t, err)
	return claim
}

// held reads a claim as a person would before acting on it.
func (o *office) held(t testing.TB, id int64) Held {
	t.Helper()
	claim, err := claimByID(o.store.Read(t.Context()), id)
	must(t, err)
	return Held{claim.ID, claim.Version}
}

func (o *office) advance(t testing.TB, id int64, actor store.Actor) *problem.Problem {
	t.Helper()
	warning, err := o.Advance(t.Context(), actor, o.held(t, id), "同意")
	must(t, err)
	return warning
}

// toMeeting brings a claim to 会议审定 by three people.
func (o *office) toMeeting(t testing.TB, id int64) {
	t.Helper()
	for _, actor := range []store.Actor{clerk, clerk, reviewer, other} {
		o.advance(t, id, actor)
	}
}

// toNotice brings a claim to 公示.
func (o *office) toNotice(t testing.TB, id int64) {
	t.Helper()
	o.toMeeting(t, id)
	bulk, err := o.Decide(t.Context(), other, []Held{o.held(t, id)}, Meeting{Title: "局长办公会", HeldOn: "2026-11-20"}, "同意")
	must(t, err)
	if len(bulk.Refused) > 0 {
		t.Fatal(bulk.Refused[0].Problem)
	}
}

// published brings a claim past its notice to 批准: five working days and one go by.
func (o *office) published(t testing.TB, id int64) {
	t.Helper()
	o.toNotice(t, id)
	_, err := o.Publish(t.Context(), clerk, NoticeTerms{Place: "区政府网站"}, o.held(t, id))
	must(t, err)
	o.now = o.now.AddDate(0, 0, 7)
	o.advance(t, id, clerk)
}

var account = Payee{Name: "运河老号食品有限公司", Bank: "沧州银行运河支行", Account: "6222 0804 0800 1234 567"}

// payable brings a claim to 拨付 with an account.
func (o *office) payable(t testing.TB, id int64) {
	t.Helper()
	o.published(t, id)
	o.advance(t, id, approver)
	must(t, o.SetPayee(t.Context(), clerk, o.held(t, id), account))
}

// paid brings a claim to 归档, its money arrived.
func (o *office) paid(t testing.TB, id int64) {
	t.Helper()
	o.payable(t, id)
	batch, err := o.ListPayments(t.Context(), clerk, "第一批", o.held(t, id))
	must(t, err)
	rows, err := o.PaymentsOf(t.Context(), batch.ID)
	must(t, err)
	must(t, o.MarkPaid(t.Context(), clerk, Transfer{ID: rows[0].ID, Version: rows[0].Version, Day: dayOf(o.now), Receipt: "HD0001"}))
}

func (o *office) page(t testing.TB, id int64) *Page {
	t.Helper()
	page, err := o.Page(t.Context(), id)
	must(t, err)
	return page
}

func TestSeedingTwiceChangesNothing(t *testing.T) {
	o := newOffice(t)
	again, err := o.Seed(t.Context(), clerk, "新华区")
	must(t, err)
	if len(again) != 1 || again[0].ID != o.scheme.ID || again[0].Title != "运河区电子商务发展奖励办法" {
		t.Errorf("%+v", again)
	}
	if again[0].Reading(again[0].Rules[1]) != o.scheme.Reading(o.scheme.Rules[1]) || len(again[0].Rules[1].Materials) != 6 {
		t.Errorf("%+v", again[0].Rules[1])
	}
	found, err := o.SchemeOfYear(t.Context(), 2026)
	if err != nil || found.ID != o.scheme.ID {
		t.Errorf("%+v, %v", found, err)
	}
	_, err = o.SchemeOfYear(t.Context(), 2024)
	refused(t, err, "rewards.no_scheme")
	refused(t, o.AddScheme(t.Context(), clerk, &Scheme{Title: "空"}), "rewards.scheme_years")
}

func TestAClaimIsNumberedComputedAndShown(t *testing.T) {
	o := newOffice(t)
	claim := o.claim(t)
	page := o.page(t, claim.ID)
	if claim.Number != "2026-001" || page.Claim.Amount != 10*wan || page.Claim.Stage != Accepting {
		t.Errorf("%+v", page.Claim)
	}
	if len(page.Materials) != 5 || page.Checked() != 0 || len(page.Acts) != 1 || page.Acts[0].Opinion != "收到申报材料" || page.Acts[0].Actor != string(clerk) {
		t.Errorf("%+v %+v", page.Materials, page.Acts)
	}
	if page.Changes != 9 { // the claim, two months, five materials, one act
		t.Errorf("%d changes", page.Changes)
	}
	if !page.Acts[0].At.Equal(time.Date(2026, 11, 23, 1, 40, 0, 0, time.UTC)) {
		t.Errorf("%s", page.Acts[0].At)
	}
	byNumber, err := o.PageByNumber(t.Context(), "2026-001")
	if err != nil || byNumber.Claim.ID != claim.ID {
		t.Errorf("%v", err)
	}
	_, err = o.PageByNumber(t.Context(), "2026-999")
	refused(t, err, "rewards.no_claim")
}

func TestTheEvidenceIsComparedMonthByMonth(t *testing.T) {
	o := newOffice(t)
	c := o.page(t, o.claim(t).ID).Comparison
	if !slices.Equal(c.Platforms, []string{"wechat", "alipay", "jd"}) || len(c.Months) != 3 {
		t.Fatalf("%+v", c)
	}
	january, april, october := c.Months[0], c.Months[1], c.Months[2]
	if january.Verified != 806_85830 || january.Deviation.Rate != -63 || january.Deviation.Beyond {
		t.Errorf("%+v", january)
	}
	if april.Deviation.Fen != -163_56600 || april.Deviation.Rate != -1422 || !april.Deviation.Beyond {
		t.Errorf("%+v", april)
	}
	if october.IsDeclared || october.Deviation.Known || october.ByPlatform[1] != 0 {
		t.Errorf("%+v", october)
	}
	if c.Declared != 1962_00000 || c.Verified != 1793_29230 || c.Deviation.Rate != -860 {
		t.Errorf("%+v", c)
	}
	link := "smartcanal://sales/lines?channel=1&from=202604&organization=1&platform=jd&to=202604"
	if got := april.Lines(o.organization.ID, "jd").Link(); got != link {
		t.Errorf("%s", got)
	}
	must(t, o.SetTolerance(t.Context(), clerk, 1500))
	if c := o.page(t, 1).Comparison; c.Tolerance != 1500 || c.Months[1].Deviation.Beyond {
		t.Errorf("%+v", c)
	}
	refused(t, o.SetTolerance(t.Context(), clerk, 10_001), "rewards.tolerance_out_of_range")
}

func TestDeviationAtTheEdges(t *testing.T) {
	for _, c := range []struct {
		declared, verified money.Fen
		known, beyond      bool
	}{
		{100, 95, true, false}, {100, 94, true, true}, {100, 105, true, false}, {100, 106, true, true},
		{0, 0, false, false}, {0, 1, false, true}, {100, -100, true, true},
	} {
		if d := deviationOf(c.declared, c.verified, 500); d.Known != c.known || d.Beyond != c.beyond {
			t.Errorf("%d against %d: %+v", c.declared, c.verified, d)
		}
	}
}

func TestApplicationsAreRefused(t *testing.T) {
	o := newOffice(t)
	o.claim(t)
	closed := &register.Organization{Name: "已注销公司", Status: register.Closed}
	must(t, register.New(o.store).Create(t.Context(), clerk, closed))
	for _, c := range []struct {
		code   string
		change func(*Application)
	}{
		{"rewards.claim_twice", func(*Application) {}},
		{"rewards.no_rule", func(a *Application) { a.RuleID = 99 }},
		{"rewards.no_organization", func(a *Application) { a.OrganizationID = 99 }},
		{"rewards.organization_closed", func(a *Application) { a.OrganizationID = closed.ID }},
		{"rewards.month_outside", func(a *Application) { a.Months = map[int]money.Fen{202512: 1} }},
		{"rewards.month_outside", func(a *Application) { a.Months = map[int]money.Fen{202613: 1} }},
		{"rewards.amount_negative", func(a *Application) { a.Months = map[int]money.Fen{202601: -1} }},
		{"rewards.amount_negative", func(a *Application) { a.EarlierHighest, a.Year, a.Months = -1, 2027, nil }},
		{"rewards.year_outside", func(a *Application) { a.Year, a.Months = 2024, nil }},
		{"rewards.base_missing", func(a *Application) { a.RuleID = o.scheme.Rules[1].ID }},
	} {
		a := o.application()
		c.change(&a)
		_, err := o.Create(t.Context(), clerk, a)
		refused(t, err, c.code)
	}
	ids, err := o.ClaimIDs(t.Context(), ClaimFilter{}, nil)
	if err != nil || len(ids) != 1 {
		t.Errorf("%v, %v", ids, err)
	}
}

func TestATrialKeepsNothing(t *testing.T) {
	o := newOffice(t)
	trace, err := o.Trial(t.Context(), o.application())
	if err != nil || trace.Amount != 10*wan {
		t.Errorf("%s, %v", trace.Amount, err)
	}
	if ids, _ := o.ClaimIDs(t.Context(), ClaimFilter{}, nil); len(ids) != 0 {
		t.Errorf("%v", ids)
	}
}
