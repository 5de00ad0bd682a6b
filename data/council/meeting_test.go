package council

import (
	"testing"

	"smartcanal/data/listing"
	"smartcanal/data/register"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

func TestAMeetingFromPlanToTasks(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	o.on("2026-10-20")
	m := &Meeting{Kind: Regular, HeldOn: "2026-10-29", Time: "15:00", Place: "区政府第二会议室", Chair: "区长", TopicsUntil: "2026-10-25"}
	must(t, o.CreateMeeting(ctx, clerk, m))
	if m.Number != 1 || m.Name() != "第 1 次联席会议" {
		t.Errorf("%d %s", m.Number, m.Name())
	}
	first := &Topic{MeetingID: &m.ID, OrganizationID: o.commerce, Title: "金丝小枣专区"}
	second := &Topic{OrganizationID: o.technology, Title: "宽带提速"}
	third := &Topic{MeetingID: &m.ID, OrganizationID: o.town, Title: "产地仓选址"}
	for _, topic := range []*Topic{first, second, third} {
		must(t, o.Bring(ctx, clerk, topic))
	}
	must(t, o.Schedule(ctx, clerk, Held{second.ID, second.Version}, m.ID))
	must(t, o.Reorder(ctx, clerk, m.ID, []int64{second.ID, first.ID, third.ID}))
	refused(t, o.Reorder(ctx, clerk, m.ID, []int64{second.ID}), "council.agenda_changed")
	agenda, err := o.Topics(ctx, m.ID)
	must(t, err)
	must(t, o.Defer(ctx, clerk, Held{third.ID, agenda[2].Version}))
	refused(t, o.Hold(ctx, clerk, Held{m.ID, m.Version}), "council.not_yet")
	o.on("2026-10-26")
	refused(t, o.Bring(ctx, clerk, &Topic{MeetingID: &m.ID, OrganizationID: o.town, Title: "迟到的议题"}), "council.topics_closed")

	o.on("2026-10-29")
	refused(t, o.Decide(ctx, clerk, m.ID, []*Decision{{Text: "x"}}), "council.meeting_not_held")
	must(t, o.Hold(ctx, clerk, Held{m.ID, m.Version}))
	page, err := o.Meeting(ctx, m.ID)
	must(t, err)
	if len(page.Topics) != 2 || page.Topics[0].Title != "宽带提速" || page.Topics[0].State != Discussed || len(page.Attendances) != 4 {
		t.Errorf("%+v %+v", page.Topics, page.Attendances)
	}
	came := page.Attendances[0].Attendance
	came.State, came.Person = Deputy, "副局长"
	must(t, o.SetAttendance(ctx, clerk, &came))

	text := "会议议定以下事项：\n一、由商务局牵头，会同农业农村局，于11月底前在京东开设专区。\n二、由科工局负责宽带提速。\n三、由气象局负责天气预报。"
	must(t, o.SetMinutes(ctx, clerk, Held{m.ID, page.Meeting.Version}, text, "〔2026〕1号", "2026-11-02"))
	proposals, err := o.Propose(ctx, text, m.HeldOn)
	must(t, err)
	if len(proposals) != 3 || proposals[0].LeadID != o.commerce || proposals[0].SupportIDs[0] != o.agriculture || proposals[2].Problems[0].Code != "council.unknown_department" {
		t.Fatalf("%+v", proposals)
	}
	var adopted []*Adopted
	for _, p := range proposals {
		adopted = append(adopted, &Adopted{
			Decision: Decision{Text: p.Text},
			Task:     Filing{Task: SupervisedTask{Title: p.Title, OrganizationID: p.LeadID, DueOn: p.DueOn}, Supports: p.SupportIDs},
		})
	}
	must(t, o.Adopt(ctx, clerk, m.ID, adopted))
	decisions, err := o.Decisions(ctx, m.ID)
	must(t, err)
	if len(decisions) != 3 || decisions[0].Tasks != 1 || decisions[2].Tasks != 0 || decisions[2].Position != 3 {
		t.Errorf("%+v", decisions)
	}
	task, err := o.Page(ctx, adopted[0].Task.Task.ID)
	must(t, err)
	if task.Meeting.Number != 1 || task.Decision.Position != 1 || task.Task.DueOn != "2026-11-30" || task.Row.Supports[0] != "农业农村局" {
		t.Errorf("%+v %+v", task.Task, task.Row)
	}
	if second := adopted[1].Task.Task; second.DueOn != "2026-11-13" {
		t.Errorf("no day named: %s, want the limit of 15 days", second.DueOn)
	}
	rows, err := o.Meetings(ctx)
	must(t, err)
	if rows[0].Tasks != 2 || rows[0].Came != 1 || rows[0].Topics != 2 {
		t.Errorf("%+v", rows[0])
	}
}

func TestMembersComeChangeAndGo(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	members, err := o.MembersOn(ctx, "2026-10-29")
	must(t, err)
	if len(members) != 4 {
		t.Fatalf("%d members", len(members))
	}
	m := members[0].Member
	refused(t, o.AddMember(ctx, clerk, &Member{OrganizationID: m.OrganizationID, FromOn: "2026-05-01"}), "council.member_already")
	changed := m
	changed.Leader, changed.FromOn = "新局长", "2026-11-01"
	must(t, o.ChangeMember(ctx, clerk, Held{m.ID, m.Version}, changed))
	before, err := o.MembersOn(ctx, "2026-10-31")
	must(t, err)
	now, err := o.MembersOn(ctx, "2026-11-01")
	must(t, err)
	if before[0].Leader != "局长" || now[0].Leader != "新局长" || len(now) != 4 {
		t.Errorf("%+v\n%+v", before[0], now[0])
	}
	must(t, o.EndMember(ctx, clerk, Held{now[0].ID, now[0].Version}, "2026-11-30", "机构改革"))
	refused(t, o.EndMember(ctx, clerk, Held{now[0].ID, now[0].Version + 1}, "2026-12-31", ""), "council.member_left")
	meeting := &Meeting{Kind: AdHoc, HeldOn: "2026-12-05"}
	must(t, o.CreateMeeting(ctx, clerk, meeting))
	refused(t, o.Invite(ctx, clerk, &Attendance{MeetingID: meeting.ID, OrganizationID: m.OrganizationID}), "council.member_left")
	refused(t, o.Invite(ctx, clerk, &Attendance{MeetingID: meeting.ID, OrganizationID: members[1].OrganizationID}), "council.invited_already")
}

// TestDepartmentsThatWereMerged: the tasks follow, and so does who is named by the old id.
func TestDepartmentsThatWereMerged(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	id := o.reporting()
	bureau := &register.Organization{Kind: register.Department, Name: "运河区商务和科技局", ShortName: "商科局"}
	must(t, register.New(o.store).Create(ctx, clerk, bureau))
	_, err := register.New(o.store).Merge(ctx, clerk, bureau.ID, o.commerce)
	must(t, err)
	if task := o.task(id); task.OrganizationID != bureau.ID {
		t.Errorf("led by %d", task.OrganizationID)
	}
	filing := &Filing{Task: SupervisedTask{Title: "新事项", OrganizationID: o.commerce}, Supports: []int64{bureau.ID, o.town, o.town}}
	must(t, o.File(ctx, clerk, filing))
	page, err := o.Page(ctx, filing.Task.ID)
	must(t, err)
	if page.Row.Lead != "商科局" || len(page.SupportIDs) != 1 {
		t.Errorf("%+v", page.Row)
	}
	gone := o.department("运河区临时办", "临时办")
	members, err := o.MembersOn(ctx, "")
	must(t, err)
	for _, m := range members {
		if m.OrganizationID == gone {
			must(t, o.store.Write(ctx, clerk, "test", func(tx *store.Tx) error { return tx.Remove(&m.Member) }))
		}
	}
	must(t, register.New(o.store).Remove(ctx, clerk, gone))
	refused(t, o.File(ctx, clerk, &Filing{Task: SupervisedTask{Title: "x", OrganizationID: gone}}), "council.department_gone")
}

func TestWhatCannotBeFiled(t *testing.T) {
	o := newOffice(t)
	for code, task := range map[string]SupervisedTask{
		"council.task_untitled":      {OrganizationID: o.commerce},
		"council.lead_missing":       {Title: "x"},
		"council.no_department":      {Title: "x", OrganizationID: 999},
		"council.two_responsible":    {Title: "x", OrganizationID: o.commerce, Responsible: "张三、李四"},
		"council.not_a_day":          {Title: "x", OrganizationID: o.commerce, DueOn: "年底"},
		"council.due_before_filed":   {Title: "x", OrganizationID: o.commerce, FiledOn: "2026-10-29", DueOn: "2026-10-28"},
		"council.begins_after_due":   {Title: "x", OrganizationID: o.commerce, FiledOn: "2026-10-29", DueOn: "2026-11-28", BeginOn: "2026-12-01"},
		"council.unknown_priority":   {Title: "x", OrganizationID: o.commerce, Priority: "特急"},
		"council.progress_range":     {Title: "x", OrganizationID: o.commerce, Progress: 101},
		"council.conference_unnamed": {},
	} {
		if code == "council.conference_unnamed" {
			refused(t, o.SaveConference(t.Context(), clerk, &Conference{}), code)
			continue
		}
		refused(t, o.File(t.Context(), clerk, &Filing{Task: task}), code)
	}
}

func TestNumbersAreGivenOnce(t *testing.T) {
	o := newOffice(t)
	first := o.filed()
	must(t, o.Withdraw(t.Context(), clerk, first))
	second := o.filed()
	if n := o.task(second.ID).Number; n != "2026-002" {
		t.Errorf("%s", n)
	}
	o.on("2027-01-04")
	filing := &Filing{Task: SupervisedTask{Title: "新年第一件", OrganizationID: o.commerce}}
	must(t, o.File(t.Context(), clerk, filing))
	if filing.Task.Number != "2027-001" {
		t.Errorf("%s", filing.Task.Number)
	}
}

func TestDoubtsAreSaid(t *testing.T) {
	o := newOffice(t)
	id := o.filed().ID // due on 2026-11-28, a Saturday
	page, err := o.Page(t.Context(), id)
	must(t, err)
	if len(page.Doubts) != 1 || page.Doubts[0].Code != "council.due_on_day_off" || page.Doubts[0].Args["next"] != "2026-11-30" {
		t.Errorf("%v", page.Doubts)
	}
}

func TestListsFindSortAndFilter(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	jujube := o.filed().ID
	filing := &Filing{Task: SupervisedTask{Title: "村级服务站宽带提速", OrganizationID: o.technology, DueOn: "2026-11-10"}, Supports: []int64{o.town}}
	must(t, o.File(ctx, clerk, filing))
	for text, want := range map[string]int64{"jsxz": jujube, "小枣": jujube, "2026-002": filing.Task.ID, "科工": filing.Task.ID, "kd 科工局": filing.Task.ID} {
		ids, err := o.TaskIDs(ctx, TaskFilter{Text: text}, nil)
		must(t, err)
		if len(ids) != 1 || int64(ids[0]) != want {
			t.Errorf("%s: %v, want %d", text, ids, want)
		}
	}
	ids, err := o.TaskIDs(ctx, TaskFilter{}, []listing.Order{{Column: string(ByLead), Descending: true}}, listing.Filter{Column: string(BySupports), Contains: "xwz"})
	must(t, err)
	if len(ids) != 1 || int64(ids[0]) != filing.Task.ID {
		t.Errorf("%v", ids)
	}
	values, err := o.TaskValues(ctx, ByLamp, TaskFilter{Open: true}, nil, 9)
	must(t, err)
	if len(values) != 1 || values[0].Key != string(Green) || values[0].Count != 2 {
		t.Errorf("%+v", values)
	}
	for column := range o.filterable() {
		if _, err := o.TaskIDs(ctx, TaskFilter{}, []listing.Order{{Column: column}}, listing.Filter{Column: column, Contains: "x"}); err != nil {
			t.Errorf("%s: %v", column, err)
		}
		if _, err := o.TaskValues(ctx, TaskColumn(column), TaskFilter{}, nil, 5); err != nil {
			t.Errorf("%s: %v", column, err)
		}
	}
	if wrong, err := search.New(o.store).Check(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}
