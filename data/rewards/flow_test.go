package rewards

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/money"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// another is a second claim, of an enterprise of its own, with so much sold this year and nothing before.
func (o *office) another(t testing.TB, name string, sold money.Fen) *Claim {
	t.Helper()
	e := &register.Organization{Name: name}
	must(t, register.New(o.store).Create(t.Context(), clerk, e))
	o.sales[e.ID] = map[int]map[string]money.Fen{202603: {"wechat": sold}}
	a := o.application()
	a.OrganizationID, a.Months, a.Payee = e.ID, nil, Payee{Name: name, Bank: "沧州银行", Account: "6222080408001234000"}
	claim, err := o.Create(t.Context(), clerk, a)
	must(t, err)
	return claim
}

func TestLimitsCountWorkingDays(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2026, 9, 29, 1, 0, 0, 0, time.UTC) // a Tuesday before 国庆
	id := o.claim(t).ID
	page := o.page(t, id)
	if dayOf(page.Due) != "2026-10-12" { // the 30th, 8th, 9th, Saturday the 10th, Monday the 12th
		t.Errorf("due %s", page.Due)
	}
	overdue := func() int {
		ids, err := o.ClaimIDs(t.Context(), ClaimFilter{Overdue: true}, nil)
		must(t, err)
		return len(ids)
	}
	o.now = page.Due
	if overdue() != 0 || o.page(t, id).DaysLeft != 0 {
		t.Error("the last day is not overdue")
	}
	o.now = page.Due.AddDate(0, 0, 1)
	if overdue() != 1 || o.page(t, id).DaysLeft >= 0 {
		t.Errorf("the day after is: %d, %d", overdue(), o.page(t, id).DaysLeft)
	}
	limits, err := o.Limits(t.Context())
	must(t, err)
	limits.Stages[Accepting] = 0
	must(t, o.SetLimits(t.Context(), clerk, limits))
	if overdue() != 0 || !o.page(t, id).Due.IsZero() {
		t.Error("no limit, nothing overdue")
	}
	for _, wrong := range []func(*Limits){
		func(l *Limits) { l.Notice = 0 }, func(l *Limits) { l.Answer = -1 }, func(l *Limits) { l.Stages[Paying] = 251 },
	} {
		limits, err := o.Limits(t.Context())
		must(t, err)
		wrong(&limits)
		refused(t, o.SetLimits(t.Context(), clerk, limits), "rewards.limit_out_of_range")
	}
}

// TestOverdueInSQLIsOverdueInGo: the condition the list filters by says of every day what the deadline says.
func TestOverdueInSQLIsOverdueInGo(t *testing.T) {
	calendar, err := newOffice(t).Calendar(t.Context())
	must(t, err)
	rapid.Check(t, func(t *rapid.T) {
		begin := dayFrom("2025-12-01")
		since := begin.AddDate(0, 0, rapid.IntRange(0, 400).Draw(t, "since"))
		today := since.AddDate(0, 0, rapid.IntRange(0, 60).Draw(t, "today"))
		limits := Limits{Stages: map[Stage]int{FirstReview: rapid.IntRange(1, 30).Draw(t, "limit")}}
		due, _ := limits.due(awaited{Stage: FirstReview, Since: dayOf(since)}, calendar)
		if late := dayOf(since) < limits.dates(today, calendar, nil).stages[FirstReview]; late != (dayOf(due) < dayOf(today)) {
			t.Fatalf("since %s, today %s, due %s: %v", since, today, due, late)
		}
	})
}

// TestTheMeasuresDaysForTheMoneyGoBeforeTheOffices: 60 days of the calendar from the approval, on the page, in the list
// and among the deadlines alike.
func TestTheMeasuresDaysForTheMoneyGoBeforeTheOffices(t *testing.T) {
	o := newOffice(t)
	scheme := schemeOf(crossing([]Threshold{reach(500 * wan)}, 5*wan), 0)
	scheme.PaymentDays, scheme.NoticeDays = 60, 7
	must(t, o.AddScheme(t.Context(), clerk, &scheme))
	id := o.hand(t, Application{RuleID: scheme.Rules[0].ID, OrganizationID: o.organization.ID, Year: 2026}).ID
	o.toNotice(t, id)
	notice, err := o.Notice(t.Context(), NoticeTerms{}, id)
	if must(t, err); notice.Days != 7 {
		t.Errorf("a notice of %d days", notice.Days)
	}
	_, err = o.Publish(t.Context(), clerk, NoticeTerms{}, o.held(t, id))
	must(t, err)
	o.now = o.now.AddDate(0, 0, 11)
	o.advance(t, id, clerk)
	o.advance(t, id, approver)
	due := dayOf(o.now.AddDate(0, 0, 60))
	deadlines, _, err := o.Deadlines(t.Context())
	must(t, err)
	rows, err := o.Claims(t.Context(), []int32{int32(id)})
	must(t, err)
	if page := o.page(t, id); page.Claim.Stage != Paying || dayOf(page.Due) != due || dayOf(rows[0].Due) != due || len(deadlines) != 1 || dayOf(deadlines[0].Due) != due {
		t.Errorf("%s, %s, %+v, want %s", page.Due, rows[0].Due, deadlines, due)
	}
	for days, want := range []int{60: 0, 61: 1} {
		if days < 60 {
			continue
		}
		o.now = dayFrom(due).AddDate(0, 0, days-60)
		if ids, err := o.ClaimIDs(t.Context(), ClaimFilter{Overdue: true}, nil); err != nil || len(ids) != want {
			t.Errorf("after %d days %d are overdue, %v", days, len(ids), err)
		}
	}
}

func TestTheClockStopsWhileAClaimWaits(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID // Monday 23 November, 5 working days
	o.now = o.now.AddDate(0, 0, 2)
	refused(t, o.Suspend(t.Context(), clerk, o.held(t, id), " "), "rewards.opinion_missing")
	must(t, o.Suspend(t.Context(), clerk, o.held(t, id), "涉诉，待法院裁定"))
	if page := o.page(t, id); !page.Due.IsZero() || page.Claim.Waiting != Suspended || page.Claim.UsedDays != 2 {
		t.Errorf("%+v", page.Claim)
	}
	_, err := o.Advance(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.suspended")
	refused(t, o.Suspend(t.Context(), clerk, o.held(t, id), "再"), "rewards.suspended")
	refused(t, o.Supplement(t.Context(), clerk, o.held(t, id), ""), "rewards.not_waiting")
	o.now = o.now.AddDate(0, 0, 30)
	must(t, o.Resume(t.Context(), clerk, o.held(t, id), "裁定已送达"))
	if page := o.page(t, id); page.DaysLeft != 3 {
		t.Errorf("%d days left of 5 less 2", page.DaysLeft)
	}
	must(t, o.Return(t.Context(), clerk, o.held(t, id), Accepting, "缺完税证明"))
	_, err = o.Advance(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.enterprise_awaited")
	if page := o.page(t, id); page.DaysLeft != 10 || page.Claim.Waiting != ForEnterprise {
		t.Errorf("%d days for the enterprise", page.DaysLeft)
	}
	must(t, o.Supplement(t.Context(), clerk, o.held(t, id), "完税证明已补"))
	o.advance(t, id, clerk)
	must2(t)(o.Reject(t.Context(), clerk, o.held(t, id), "上年在黑名单"))
	if page := o.page(t, id); page.Claim.Stage != Rejected || !page.Claim.Stage.Ended() {
		t.Errorf("%+v", page.Claim)
	}
	if again := o.claim(t); again.Number != "2026-002" {
		t.Error("a rejected claim stands in nobody's way")
	}
}

func TestDepartmentsAnswerBeforeJointReviewEnds(t *testing.T) {
	o := newOffice(t)
	must(t, o.SetDepartments(t.Context(), clerk, "区财政局", " 区税务局 ", "区财政局", ""))
	id := o.claim(t).ID
	for _, actor := range []store.Actor{clerk, clerk, reviewer} {
		o.advance(t, id, actor)
	}
	opinions := o.page(t, id).Opinions
	if len(opinions) != 2 || opinions[1].Department != "区税务局" || opinions[0].Verdict != Awaited {
		t.Fatalf("%+v", opinions)
	}
	refused(t, o.Consult(t.Context(), clerk, o.held(t, id), "区财政局"), "rewards.department_twice")
	must(t, o.Consult(t.Context(), clerk, o.held(t, id), "区市场监管局"))
	waiting, err := o.ClaimIDs(t.Context(), ClaimFilter{Department: "区市场监管局"}, nil)
	if err != nil || len(waiting) != 1 {
		t.Errorf("%v, %v", waiting, err)
	}
	_, err = o.Advance(t.Context(), other, o.held(t, id), "")
	refused(t, err, "rewards.department_awaited")
	for i, opinion := range o.page(t, id).Opinions {
		opinion.Verdict = Agreed
		if i == 1 {
			opinion.Verdict = Objects
			refused(t, o.Opine(t.Context(), clerk, opinion), "rewards.opinion_missing")
			opinion.Text = "欠税未清"
		}
		must(t, o.Opine(t.Context(), clerk, opinion))
	}
	refused(t, o.Opine(t.Context(), clerk, opinions[0]), "record.changed")
	_, err = o.Advance(t.Context(), other, o.held(t, id), "")
	refused(t, err, "rewards.department_objects")
	against := o.page(t, id).Opinions[1]
	must(t, o.Settle(t.Context(), clerk, against.ID, against.Version, "税款已补缴，税务局复函无异议"))
	o.advance(t, id, other)
	refused(t, o.Opine(t.Context(), clerk, against), "rewards.not_in_joint_review")

	// After a return the departments are asked anew; what they said is in the journal.
	must(t, o.Return(t.Context(), other, o.held(t, id), SecondReview, "金额有误"))
	o.advance(t, id, reviewer)
	if again := o.page(t, id).Opinions; len(again) != 2 || again[1].Verdict != Awaited {
		t.Errorf("%+v", again)
	}
}

func TestAMeetingDecidesSeveralClaims(t *testing.T) {
	o := newOffice(t)
	first, second := o.claim(t).ID, o.another(t, "大运商贸有限公司", 600*wan).ID
	o.toMeeting(t, first)
	_, err := o.Advance(t.Context(), other, o.held(t, first), "")
	refused(t, err, "rewards.meeting_missing")
	both := []Held{o.held(t, first), o.held(t, second)}
	_, err = o.Decide(t.Context(), other, both, Meeting{" ", "2026-11-20"}, "")
	refused(t, err, "rewards.meeting_untitled")
	_, err = o.Decide(t.Context(), other, both, Meeting{"局长办公会", "11-20"}, "")
	refused(t, err, "rewards.date_unreadable")
	bulk, err := o.Decide(t.Context(), other, both, Meeting{"局长办公会", "2026-11-20"}, "同意")
	must(t, err)
	if !slices.Equal(bulk.Done, []int64{first}) || len(bulk.Refused) != 1 || bulk.Refused[0].Problem.Code != "rewards.not_deciding" || bulk.Refused[0].Number != "2026-002" {
		t.Errorf("%+v", bulk)
	}
	if page := o.page(t, first); page.Claim.Stage != InNotice || page.Claim.MetOn != "2026-11-20" {
		t.Errorf("%+v", page.Claim)
	}
}

func TestANoticeIsPublishedObjectedToAndAnswered(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	o.toNotice(t, id)
	_, err := o.Advance(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.notice_missing")
	_, err = o.Object(t.Context(), clerk, o.held(t, id), Objection{Objector: "某公司", Content: "重复"})
	refused(t, err, "rewards.notice_missing")
	published, err := o.Publish(t.Context(), clerk, NoticeTerms{Place: "区政府网站"}, o.held(t, id))
	must(t, err)
	if published.FirstDay != "2026-11-23" || published.LastDay != "2026-11-27" || published.Days != 5 {
		t.Errorf("%+v", published)
	}
	if found, err := o.FindNotices(t.Context(), "公示", 5); err != nil || len(found) != 1 || found[0].ID != published.ID {
		t.Errorf("the search box finds %v, %v", found, err)
	}
	_, err = o.Publish(t.Context(), clerk, NoticeTerms{}, o.held(t, id))
	refused(t, err, "rewards.published_already")
	o.now = o.now.AddDate(0, 0, 4) // the last day
	_, err = o.Advance(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.notice_running")
	for code, wrong := range map[string]Objection{
		"rewards.objector_missing": {Content: "重复申报"}, "rewards.objection_empty": {Objector: "某公司"},
		"rewards.objection_early": {Objector: "某公司", Content: "重复", ReceivedOn: "2026-11-22"},
		"rewards.objection_late":  {Objector: "某公司", Content: "重复", ReceivedOn: "2026-11-28"},
		"rewards.date_unreadable": {Objector: "某公司", Content: "重复", ReceivedOn: "昨天"},
	} {
		_, err = o.Object(t.Context(), clerk, o.held(t, id), wrong)
		refused(t, err, code)
	}
	objection, err := o.Object(t.Context(), clerk, o.held(t, id), Objection{Objector: "大运商贸有限公司", Content: "与我公司店铺重复"})
	must(t, err)
	o.now = o.now.AddDate(0, 0, 3)
	_, err = o.Advance(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.objection_open")
	deadlines, unknown, err := o.Deadlines(t.Context())
	must(t, err)
	if len(deadlines) != 2 || deadlines[0].Awaits != AwaitsNoticeEnd || deadlines[1].Awaits != AwaitsAnswer || deadlines[1].Number != "2026-001" || len(unknown) != 0 {
		t.Errorf("%+v, %v", deadlines, unknown)
	}
	refused(t, o.AnswerObjection(t.Context(), clerk, objection.ID, 1, Upheld, ""), "rewards.opinion_missing")
	refused(t, o.AnswerObjection(t.Context(), clerk, objection.ID, 1, "maybe", "查"), "rewards.outcome_missing")
	refused(t, o.AnswerObjection(t.Context(), clerk, 99, 1, Upheld, "查"), "rewards.no_objection")
	must(t, o.AnswerObjection(t.Context(), clerk, objection.ID, 1, Upheld, "经核实，店铺归属有误"))
	_, err = o.Advance(t.Context(), clerk, o.held(t, id), "")
	refused(t, err, "rewards.objection_upheld")
	must(t, o.Return(t.Context(), clerk, o.held(t, id), SecondReview, "重核店铺归属"))
	if o.page(t, id).Claim.NoticeID != nil {
		t.Error("it needs a notice of its own again")
	}
	o.advance(t, id, reviewer)
	o.advance(t, id, other)
	must2(t)(o.Decide(t.Context(), other, []Held{o.held(t, id)}, Meeting{"局长办公会", "2026-12-01"}, ""))
	must2(t)(o.Publish(t.Context(), clerk, NoticeTerms{}, o.held(t, id)))
	o.now = o.now.AddDate(0, 0, 10)
	o.advance(t, id, clerk) // the objection was to the notice before
}

func TestTheSameOpinionToMany(t *testing.T) {
	o := newOffice(t)
	first, second, third := o.claim(t).ID, o.another(t, "大运商贸有限公司", 600*wan).ID, o.another(t, "鑫港箱包有限公司", 700*wan).ID
	stale := o.held(t, third)
	must(t, o.SetPayee(t.Context(), clerk, stale, account))
	delete(o.sales, 2) // the second's statements were taken back
	bulk, err := o.AdvanceAll(t.Context(), clerk, []Held{o.held(t, first), o.held(t, second), stale, {ID: 99, Version: 1}}, "材料齐全")
	must(t, err)
	var codes []string
	for _, refusal := range bulk.Refused {
		codes = append(codes, refusal.Problem.Code)
	}
	if !slices.Equal(bulk.Done, []int64{first}) || !slices.Equal(codes, []string{"rewards.claim_outdated", "record.changed", "rewards.no_claim"}) {
		t.Errorf("%+v, %v", bulk, codes)
	}
	if o.page(t, first).Acts[1].Opinion != "材料齐全" || o.page(t, second).Claim.Stage != Accepting {
		t.Error("who is refused stays, the others go on")
	}
	if wrong, err := o.store.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("the journal's chain after a refusal: %v, %v", wrong, err)
	}
}

func TestMoneyIsPaidReturnedAndPaidAgain(t *testing.T) {
	o := newOffice(t)
	first := o.claim(t).ID
	o.published(t, first)
	_, err := o.ListPayments(t.Context(), clerk, "", o.held(t, first))
	refused(t, err, "rewards.not_approved")
	o.advance(t, first, approver)
	_, err = o.ListPayments(t.Context(), clerk, "", o.held(t, first))
	refused(t, err, "rewards.payee_missing")
	_, err = o.Advance(t.Context(), clerk, o.held(t, first), "")
	refused(t, err, "rewards.pay_by_batch")
	must(t, o.SetPayee(t.Context(), clerk, o.held(t, first), account))
	if ready, err := o.Payable(t.Context()); err != nil || len(ready) != 1 {
		t.Errorf("%v, %v", ready, err)
	}
	batch, err := o.ListPayments(t.Context(), clerk, "第一批", o.held(t, first))
	must(t, err)
	_, err = o.ListPayments(t.Context(), clerk, "", o.held(t, first))
	refused(t, err, "rewards.listed_already")
	rows, err := o.PaymentsOf(t.Context(), batch.ID)
	must(t, err)
	if batch.Number != "2026-F01" || len(rows) != 1 || rows[0].Amount != 10*wan || rows[0].Account != "6222080408001234567" || rows[0].Organization != "运河老号食品有限公司" {
		t.Errorf("%+v %+v", batch, rows)
	}
	pay := Transfer{ID: rows[0].ID, Version: rows[0].Version, Day: "2026-12-01", Receipt: "HD0001"}
	refused(t, o.MarkBounced(t.Context(), clerk, pay), "rewards.opinion_missing")
	must(t, o.MarkPaid(t.Context(), clerk, pay))
	pay.Version++
	refused(t, o.MarkPaid(t.Context(), clerk, pay), "rewards.payment_done")
	if o.page(t, first).Claim.Stage != Archiving {
		t.Error("it goes on to the archive")
	}
	pay.Reason = "账号户名不符"
	must(t, o.MarkBounced(t.Context(), clerk, pay))
	if page := o.page(t, first); page.Claim.Stage != Paying || page.Payments[0].Reason != "账号户名不符" {
		t.Errorf("%+v", page.Claim)
	}
	again, err := o.ListPayments(t.Context(), clerk, "", o.held(t, first))
	must(t, err)
	rows, err = o.PaymentsOf(t.Context(), again.ID)
	must(t, err)
	must(t, o.MarkPaid(t.Context(), clerk, Transfer{ID: rows[0].ID, Version: 1, Day: "2026-12-03"}))
	batches, err := o.Batches(t.Context())
	must(t, err)
	if len(batches) != 2 || batches[1].Returned != 10*wan || batches[0].Paid != 10*wan || !batches[0].Settled() || batches[0].Title != "2026-F02" {
		t.Errorf("%+v", batches)
	}
	if wrong, err := o.Reconcile(t.Context()); err != nil || len(wrong) != 0 {
		t.Errorf("%+v, %v", wrong, err)
	}
}

func TestClawedBackMoneyLocksTheEnterprise(t *testing.T) {
	o := newOffice(t)
	id := o.claim(t).ID
	_, err := o.ClawBack(t.Context(), approver, o.held(t, id), Demand{Reason: "虚报"})
	refused(t, err, "rewards.not_paid")
	o.paid(t, id)
	for code, wrong := range map[string]Demand{
		"rewards.opinion_missing": {}, "rewards.clawback_amount": {Reason: "虚报", Amount: 11 * wan}, "rewards.date_unreadable": {Reason: "虚报", FoundOn: "去年"},
	} {
		_, err = o.ClawBack(t.Context(), approver, o.held(t, id), wrong)
		refused(t, err, code)
	}
	clawback, err := o.ClawBack(t.Context(), approver, o.held(t, id), Demand{Reason: "刷单虚增销售额", FoundOn: "2026-11-30", Lock: 3})
	must(t, err)
	if clawback.Amount != 10*wan || clawback.LockedUntil != "2029-11-30" {
		t.Errorf("%+v", clawback)
	}
	_, err = o.ClawBack(t.Context(), approver, o.held(t, id), Demand{Reason: "再追"})
	refused(t, err, "rewards.not_paid")
	a := o.application()
	a.RuleID, a.Base = o.scheme.Rules[1].ID, wan
	_, err = o.Create(t.Context(), clerk, a)
	refused(t, err, "rewards.locked")
	refused(t, o.GiveBack(t.Context(), clerk, clawback.ID, 1, 11*wan, "2026-12-10"), "rewards.clawback_amount")
	must(t, o.GiveBack(t.Context(), clerk, clawback.ID, 1, 4*wan, "2026-12-10"))
	deadlines, _, err := o.Deadlines(t.Context())
	must(t, err)
	if i := slices.IndexFunc(deadlines, func(d Deadline) bool { return d.Awaits == AwaitsMoney }); i < 0 || dayOf(deadlines[i].Due) != clawback.DueOn {
		t.Errorf("%+v", deadlines)
	}
	must(t, o.GiveBack(t.Context(), clerk, clawback.ID, 2, 6*wan, "2026-12-20"))
	if page := o.page(t, id); page.Clawbacks[0].Returned != 10*wan || page.Acts[len(page.Acts)-1].Action != GivenBack {
		t.Errorf("%+v", page.Clawbacks)
	}
	o.now = dayFrom("2029-11-29")
	_, err = o.Create(t.Context(), clerk, a)
	refused(t, err, "rewards.locked")
	o.now = dayFrom("2029-11-30")
	later, err := o.Create(t.Context(), clerk, a)
	must(t, err)
	if known := o.page(t, later.ID).Trace.Evidence.Breaches; len(known) != 1 || known[0].On != "2026-11-30" || known[0].Number != "2026-001" {
		t.Errorf("%+v", known)
	}
	if own := o.page(t, id).Trace.Evidence.Breaches; len(own) != 0 {
		t.Errorf("a claim is not locked by its own clawback: %+v", own)
	}
}

func TestTheBudgetSaysWhereTheMoneyIs(t *testing.T) {
	o := newOffice(t)
	must(t, o.SaveAppropriation(t.Context(), clerk, &Appropriation{Year: 2026, Amount: 30 * wan, ReceivedOn: "2026-03-01", DocNumber: "运财〔2026〕12号"}))
	refused(t, o.SaveAppropriation(t.Context(), clerk, &Appropriation{Year: 2026, ReceivedOn: "2026-03-01"}), "rewards.appropriation_zero")
	refused(t, o.SaveAppropriation(t.Context(), clerk, &Appropriation{Year: 26, Amount: 1, ReceivedOn: "2026-03-01"}), "rewards.appropriation_year")
	refused(t, o.SaveAppropriation(t.Context(), clerk, &Appropriation{Year: 2026, Amount: 1, ReceivedOn: "三月"}), "rewards.date_unreadable")
	first := o.claim(t).ID
	o.paid(t, first)
	o.payable(t, o.another(t, "大运商贸有限公司", 600*wan).ID)
	o.toNotice(t, o.another(t, "鑫港箱包有限公司", 700*wan).ID)
	o.another(t, "金丝小枣有限公司", 6000*wan)
	must2(t)(o.Reject(t.Context(), clerk, o.held(t, o.another(t, "小王庄果蔬有限公司", 800*wan).ID), "不在本区"))
	must2(t)(o.ClawBack(t.Context(), approver, o.held(t, first), Demand{Reason: "虚报", Amount: 3 * wan}))
	must(t, o.GiveBack(t.Context(), clerk, 1, 1, 2*wan, "2026-12-10"))
	b, err := o.Budget(t.Context(), 2026)
	must(t, err)
	want := YearBudget{Year: 2026, Appropriated: 30 * wan, InReview: 20 * wan, InNotice: 5 * wan, Committed: 5 * wan, Paid: 10 * wan, ClawedBack: 3 * wan, GivenBack: 2 * wan}
	if b != want || b.Left() != 12*wan || b.Short() != 8*wan {
		t.Errorf("%+v left %s short %s", b, b.Left(), b.Short())
	}
}
