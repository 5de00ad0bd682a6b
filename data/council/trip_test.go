package council

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"smartcanal/data/money"
	"smartcanal/data/register"
)

// planned is a trip of two people to 义乌 and 遂昌, three days in September.
func (o *office) planned() *StudyTrip {
	o.t.Helper()
	o.on("2026-09-01")
	t := &StudyTrip{Title: "赴义乌、遂昌考察电商园区", Purpose: "学习园区运营", Places: "义乌，遂昌", FromOn: "2026-09-16", UntilOn: "2026-09-18", Budget: 10_000_00}
	must(o.t, o.SaveTrip(o.t.Context(), clerk, t))
	for i, name := range []string{"王科长", "小李"} {
		m := &TripMember{TripID: t.ID, OrganizationID: o.commerce, Name: name, Role: []TripRole{TripLeader, TripFellow}[i], Grade: OtherGrade}
		must(o.t, o.SaveTripPart(o.t.Context(), clerk, m))
	}
	return t
}

func (o *office) tripNow(id int64) *TripPage {
	o.t.Helper()
	page, err := o.Trip(o.t.Context(), id)
	must(o.t, err)
	return page
}

func (o *office) heldTrip(id int64) Held { return Held{id, o.tripNow(id).Trip.Version} }

// back is a trip that is home again on 18 September, with a visit and what was learnt there.
func (o *office) back() int64 {
	o.t.Helper()
	id, ctx := o.planned().ID, o.t.Context()
	must(o.t, o.AskTrip(ctx, clerk, o.heldTrip(id)))
	must(o.t, o.ApproveTrip(ctx, leader, o.heldTrip(id), "同意"))
	must(o.t, o.SetOut(ctx, clerk, o.heldTrip(id)))
	stop := &TripStop{TripID: id, OnDay: "2026-09-16", Time: "09:00", Place: "义乌", Host: "义乌国际电商城", Theme: "园区运营", Notes: "园区集中办证。"}
	must(o.t, o.SaveTripPart(ctx, clerk, stop))
	must(o.t, o.SaveTripPart(ctx, clerk, &TripInsight{TripID: id, StopID: &stop.ID, Title: "证照集中办理", Text: "一个窗口办完。", Suggestion: "园区设综合窗口", Tags: "园区、服务"}))
	o.on("2026-09-19")
	must(o.t, o.ComeBack(ctx, clerk, o.heldTrip(id), "2026-09-18"))
	return id
}

func TestATripGoesThroughItsSteps(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.planned().ID, t.Context()
	refused(t, o.ApproveTrip(ctx, leader, o.heldTrip(id), "同意"), "council.trip_wrong_state")
	must(t, o.AskTrip(ctx, clerk, o.heldTrip(id)))
	refused(t, o.ApproveTrip(ctx, other, o.heldTrip(id), "同意"), "people.may_not")
	refused(t, o.ReturnTrip(ctx, other, o.heldTrip(id), "改期"), "people.may_not")
	refused(t, o.ReturnTrip(ctx, leader, o.heldTrip(id), " "), "council.reason_missing")
	must(t, o.ReturnTrip(ctx, leader, o.heldTrip(id), "请增加一人记录"))
	must(t, o.AskTrip(ctx, clerk, o.heldTrip(id)))
	must(t, o.ReturnTrip(ctx, clerk, o.heldTrip(id), "我再核对一下预算"))
	must(t, o.AskTrip(ctx, leader, o.heldTrip(id)))
	refused(t, o.ApproveTrip(ctx, leader, o.heldTrip(id), "同意"), "council.trip_same_person")
	must(t, o.ReturnTrip(ctx, leader, o.heldTrip(id), "由经办员报批"))
	must(t, o.AskTrip(ctx, clerk, o.heldTrip(id)))
	refused(t, o.SetOut(ctx, clerk, o.heldTrip(id)), "council.trip_wrong_state")
	seen := o.heldTrip(id)
	must(t, o.ApproveTrip(ctx, leader, seen, "同意"))
	refused(t, o.SaveTrip(ctx, clerk, &o.tripNow(id).Trip), "council.trip_fixed")
	refused(t, o.WithdrawTrip(ctx, clerk, o.heldTrip(id)), "council.trip_fixed")
	refused(t, o.ApproveTrip(ctx, leader, seen, "同意"), "record.changed")
	refused(t, o.ComeBack(ctx, clerk, o.heldTrip(id), "2026-09-18"), "council.trip_back_later")
	o.on("2026-09-18")
	must(t, o.ComeBack(ctx, clerk, o.heldTrip(id), "2026-09-18"))
	refused(t, o.ReportTrip(ctx, clerk, o.heldTrip(id)), "council.trip_no_report")
	draft, err := o.DraftReport(ctx, id)
	must(t, err)
	must(t, o.SaveTripPart(ctx, clerk, draft))
	must(t, o.ReportTrip(ctx, clerk, o.heldTrip(id)))
	must(t, o.ArchiveTrip(ctx, clerk, o.heldTrip(id)))
	refused(t, o.SaveTripPart(ctx, clerk, &TripStop{TripID: id, OnDay: "2026-09-16", Place: "义乌", Host: "园区"}), "council.trip_archived")
}

func TestWhatBelongsToATripIsChecked(t *testing.T) {
	o := newOffice(t)
	id := o.planned().ID
	member := o.tripNow(id).Team[0].ID
	for code, part := range map[string]TripPart{
		"council.trip_day_outside":      &TripStop{TripID: id, OnDay: "2026-09-19", Place: "义乌", Host: "园区"},
		"council.trip_other_place":      &TripStop{TripID: id, OnDay: "2026-09-16", Place: "杭州", Host: "园区"},
		"council.trip_hostless":         &TripStop{TripID: id, OnDay: "2026-09-16", Place: "义乌"},
		"council.trip_two_leaders":      &TripMember{TripID: id, OrganizationID: o.commerce, Name: "张三", Role: TripLeader, Grade: OtherGrade},
		"council.trip_named_twice":      &TripMember{TripID: id, OrganizationID: o.commerce, Name: "小李", Role: TripFellow, Grade: OtherGrade},
		"council.trip_unitless":         &TripContact{TripID: id, Person: "陈总"},
		"council.trip_insight_untitled": &TripInsight{TripID: id, Text: "好。"},
		"council.trip_nothing_spent":    &TripExpense{TripID: id, MemberID: member, OnDay: "2026-09-16", Item: Lodging},
		"council.trip_not_member":       &TripExpense{TripID: id, MemberID: 99, OnDay: "2026-09-16", Item: Lodging, Amount: 1},
		"council.no_trip":               &TripStop{TripID: 99, OnDay: "2026-09-16", Place: "义乌", Host: "园区"},
	} {
		refused(t, o.SaveTripPart(t.Context(), clerk, part), code)
	}
}

// TestOverTheStandard: what one spent on lodging of a day counts together, and what is over needs a reason.
func TestOverTheStandard(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.planned().ID, t.Context()
	must(t, o.SaveStandard(ctx, clerk, &ExpenseStandard{Item: Lodging, Place: "遂昌", Grade: OtherGrade, Amount: 330_00, ValidFrom: "2025-01-01", Source: "丽财行〔2025〕1号"}))
	refused(t, o.SaveStandard(ctx, clerk, &ExpenseStandard{Item: Lodging, Place: "遂昌", Grade: OtherGrade, Amount: 350_00, ValidFrom: "2026-01-01", Source: "另一份"}), "council.standard_overlaps")
	night := TripExpense{TripID: id, MemberID: o.tripNow(id).Team[1].ID, OnDay: "2026-09-17", Item: Lodging, Place: "遂昌", Amount: 300_00}
	must(t, o.SaveTripPart(ctx, clerk, &night))
	more := TripExpense{TripID: id, MemberID: night.MemberID, OnDay: "2026-09-17", Item: Lodging, Place: "遂昌", Amount: 80_00}
	refused(t, o.SaveTripPart(ctx, clerk, &more), "council.trip_over")
	more.Reason = "会议期间无其他房间"
	must(t, o.SaveTripPart(ctx, clerk, &more))
	night.Voucher = "0012"
	must(t, o.SaveTripPart(ctx, clerk, &night))
	page := o.tripNow(id)
	if page.Sums.Total != 380_00 || page.Sums.Over != 50_00 || page.Left() != 10_000_00-380_00 {
		t.Errorf("%+v, left %v", page.Sums, page.Left())
	}
	refused(t, o.RemoveTripPart(ctx, clerk, &page.Team[1].TripMember), "council.trip_member_spent")
}

// TestAnEarlierExpensePutsALaterOneOver: raising the first of two puts the second over, and the reason is asked for then.
func TestAnEarlierExpensePutsALaterOneOver(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.planned().ID, t.Context()
	spent := func(amount money.Fen) *TripExpense {
		e := &TripExpense{TripID: id, MemberID: o.tripNow(id).Team[0].ID, OnDay: "2026-09-16", Item: Meals, Amount: amount}
		must(t, o.SaveTripPart(ctx, clerk, e))
		return e
	}
	first := spent(40_00)
	spent(60_00)
	first.Amount = 50_00
	refused(t, o.SaveTripPart(ctx, clerk, first), "council.trip_over")
	first.Reason = "陪同人员用餐"
	must(t, o.SaveTripPart(ctx, clerk, first))
	if over := o.tripNow(id).Sums.Over; over != 10_00 {
		t.Errorf("over by %s", over)
	}
}

// TestWhatIsOverIsNeverMoreThanSpent: in whatever order expenses were entered, the parts over add up to what is over in all.
func TestWhatIsOverIsNeverMoreThanSpent(t *testing.T) {
	standards := []ExpenseStandard{{Item: Lodging, Grade: OtherGrade, Amount: 300_00, ValidFrom: "2026-01-01"}}
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Int64Range(1, 400_00), 1, 8).Draw(t, "amounts")
		expenses, total := make([]TripExpense, len(amounts)), money.Fen(0)
		for i, amount := range amounts {
			expenses[i] = TripExpense{MemberID: 1, OnDay: "2026-09-16", Item: Lodging, Amount: money.Fen(amount)}
			expenses[i].ID = int64(len(amounts) - i)
			total += money.Fen(amount)
		}
		sums := SumExpenses(Judged(expenses, []TripMember{{Grade: OtherGrade}}, standards))
		if sums.Total != total || sums.Over != max(0, total-300_00) {
			t.Fatalf("%v: %+v", amounts, sums)
		}
	})
}

func TestAContactGoesToTheRegisterOnce(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.planned().ID, t.Context()
	var organisations []int64
	for range 2 {
		c := &TripContact{TripID: id, Unit: "义乌国际电商城有限公司", Person: "陈总", Post: "总经理", Phone: "13800000001"}
		must(t, o.SaveTripPart(ctx, clerk, c))
		organisation, err := o.RegisterContact(ctx, clerk, Held{c.ID, c.Version}, Registering{Kind: register.Enterprise})
		must(t, err)
		organisations = append(organisations, organisation)
	}
	if organisations[0] != organisations[1] {
		t.Errorf("registered as %v", organisations)
	}
	var people int64
	must(t, o.store.Read(ctx).Model(&register.Person{}).Where("organization_id = ?", organisations[0]).Count(&people).Error)
	if people != 1 {
		t.Errorf("%d people of the unit", people)
	}
	known, err := o.KnownUnits(ctx, "义乌国际电商城", 5)
	must(t, err)
	if len(known) == 0 || known[0].ID != organisations[0] {
		t.Errorf("known units: %+v", known)
	}
	met := &TripContact{TripID: id, Unit: "义乌电商城（筹）", Person: "李经理"}
	must(t, o.SaveTripPart(ctx, clerk, met))
	chosen, err := o.RegisterContact(ctx, clerk, Held{met.ID, met.Version}, Registering{OrganizationID: organisations[0]})
	must(t, err)
	if chosen != organisations[0] {
		t.Errorf("registered as %d, not as the one chosen", chosen)
	}
	bad := &TripContact{TripID: id, Unit: "园区", Phone: "138"}
	refused(t, o.SaveTripPart(ctx, clerk, bad), "identity.phone")
}

func TestAnInsightBecomesATaskAndATopic(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.back(), t.Context()
	held := func() Held { i := o.tripNow(id).Insights[0]; return Held{i.ID, i.Version} }
	filing := &Filing{Task: SupervisedTask{OrganizationID: o.commerce, FiledOn: "2026-09-21", DueOn: "2026-11-30"}}
	must(t, o.FileInsight(ctx, clerk, held(), filing))
	if task := o.task(filing.Task.ID); task.Title != "证照集中办理" || !strings.Contains(task.Content, "一个窗口办完") {
		t.Errorf("%+v", task)
	}
	refused(t, o.FileInsight(ctx, clerk, held(), filing), "council.insight_has_task")
	topic := &Topic{OrganizationID: o.commerce}
	must(t, o.BringInsight(ctx, clerk, held(), topic))
	refused(t, o.BringInsight(ctx, clerk, held(), &Topic{OrganizationID: o.commerce}), "council.insight_has_topic")
	words := o.tripNow(id).Insights[0].TripInsight
	words.TaskID, words.Outcome, words.Title = nil, OutcomeDone, "证照集中办理值得学"
	must(t, o.SaveTripPart(ctx, clerk, &words))
	if i := o.tripNow(id).Insights[0]; i.TaskID == nil || *i.TaskID != filing.Task.ID || i.TopicID == nil || *i.TopicID != topic.ID || i.Outcome != "" || i.TaskNumber != filing.Task.Number {
		t.Errorf("%+v", i)
	}
	must(t, o.Withdraw(ctx, clerk, o.held(filing.Task.ID)))
	again := &Filing{Task: SupervisedTask{OrganizationID: o.commerce, FiledOn: "2026-09-21", DueOn: "2026-11-30"}}
	must(t, o.FileInsight(ctx, clerk, held(), again))
	if i := o.tripNow(id).Insights[0]; *i.TaskID != again.Task.ID {
		t.Errorf("the insight names task %d, not the new one", *i.TaskID)
	}
}

// TestATripIsFollowedUp: ninety days after the return it is due, and done once it is known what became of every insight.
func TestATripIsFollowedUp(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.back(), t.Context()
	due := func() bool {
		items, err := o.Due(ctx, 50)
		must(t, err)
		return slices.ContainsFunc(items, func(i DueItem) bool { return i.Kind == DueFollowUp && i.On == "2026-12-17" })
	}
	if on := o.tripNow(id).Trip.FollowOn; on != "2026-12-17" || due() {
		t.Fatalf("to be followed up on %s, due on the day after the return: %v", on, due())
	}
	o.on("2026-12-17")
	if !due() {
		t.Error("not due on its day")
	}
	refused(t, o.FollowTrip(ctx, clerk, o.heldTrip(id), false), "council.outcomes_open")
	insight := o.tripNow(id).Insights[0]
	refused(t, o.SetOutcome(ctx, clerk, Held{insight.ID, insight.Version}, OutcomeDropped, ""), "council.outcome_why")
	must(t, o.SetOutcome(ctx, clerk, Held{insight.ID, insight.Version}, OutcomeDone, "窗口已开"))
	must(t, o.FollowTrip(ctx, clerk, o.heldTrip(id), true))
	if on := o.tripNow(id).Trip.FollowOn; on != "2027-03-17" || due() {
		t.Errorf("looked at again on %s", on)
	}
	o.on("2027-03-17")
	must(t, o.FollowTrip(ctx, clerk, o.heldTrip(id), false))
	items, err := o.Due(ctx, 50)
	must(t, err)
	if slices.ContainsFunc(items, func(i DueItem) bool { return i.Kind == DueFollowUp }) {
		t.Error("still due once it is done")
	}
	refused(t, o.FollowTrip(ctx, clerk, o.heldTrip(id), false), "council.trip_followed")
	if !slices.ContainsFunc(items, func(i DueItem) bool { return i.Kind == DueTripReport && i.Link == "smartcanal://trip/1" }) {
		t.Errorf("the report nobody wrote is not due: %+v", items)
	}
}

// TestAllowancesArePaidOnce: two people, three days, 100 and 80 yuan each; entered again they are none.
func TestAllowancesArePaidOnce(t *testing.T) {
	o := newOffice(t)
	id, ctx := o.back(), t.Context()
	sheet := filepath.Join(t.TempDir(), "费用.xlsx")
	refused(t, o.ExportExpenses(ctx, id, sheet), "council.trip_no_expenses")
	for _, want := range []int{12, 0} {
		if paid, err := o.PayAllowances(ctx, clerk, id); err != nil || paid != want {
			t.Fatalf("%d allowances, %v, want %d", paid, err, want)
		}
	}
	if sums := o.tripNow(id).Sums; sums.Total != 1_080_00 || sums.Over != 0 {
		t.Errorf("%+v", sums)
	}
	must(t, o.ExportExpenses(ctx, id, sheet))
	book, err := excelize.OpenFile(sheet)
	must(t, err)
	defer func() { _ = book.Close() }()
	rows, err := book.GetRows(book.GetSheetList()[0])
	must(t, err)
	listed := 0
	for _, row := range rows {
		if len(row) > 4 && (row[4] == "伙食补助费" || row[4] == "市内交通费") {
			listed++
		}
	}
	if listed != 12 || len(book.GetSheetList()) != 2 {
		t.Errorf("the workbook lists %d expenses: %v", listed, rows)
	}
}
