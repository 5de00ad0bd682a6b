package chronicle

import (
	"slices"
	"testing"
	"time"

	"smartcanal/data/council"
	"smartcanal/data/people"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

const leader store.Actor = "分管领导"

// journey is an office in which nobody writes the chronicle.
type journey struct {
	*Room
	t       *testing.T
	council *council.Room
	now     time.Time
	task    int64
}

func (j *journey) on(day string) {
	at, err := time.ParseInLocation(time.DateOnly, day, china)
	must(j.t, err)
	j.now = at.Add(9 * time.Hour)
}

func (j *journey) held() council.Held {
	j.t.Helper()
	page, err := j.council.Page(j.t.Context(), j.task)
	must(j.t, err)
	return council.Held{ID: j.task, Version: page.Task.Version}
}

func newJourney(t *testing.T) *journey {
	j := &journey{Room: newRoom(t), t: t}
	j.council = council.New(j.store)
	j.on("2026-10-20")
	j.store.SetClock(func() time.Time { return j.now })
	staff := people.New(j.store)
	must(t, staff.Save(t.Context(), leader, &people.Person{Name: string(leader), Roles: []people.Role{people.Approver}}))
	must(t, staff.Save(t.Context(), leader, &people.Person{Name: string(clerk), Roles: []people.Role{people.Clerk}}))
	return j
}

// met brings a topic, holds the meeting, and splits its minutes into a task.
func (j *journey) met() {
	t, ctx := j.t, j.t.Context()
	bureau := &register.Organization{Kind: register.Department, Name: "运河区商务局", ShortName: "商务局"}
	must(t, register.New(j.store).Create(ctx, clerk, bureau))
	must(t, j.council.AddMember(ctx, clerk, &council.Member{OrganizationID: bureau.ID, FromOn: "2026-01-01"}))
	meeting := &council.Meeting{Kind: council.Regular, HeldOn: "2026-10-29", Chair: "区长"}
	must(t, j.council.CreateMeeting(ctx, clerk, meeting))
	must(t, j.council.Bring(ctx, clerk, &council.Topic{MeetingID: &meeting.ID, OrganizationID: bureau.ID, Title: "金丝小枣京东专区"}))
	j.on("2026-10-29")
	must(t, j.council.Hold(ctx, clerk, council.Held{ID: meeting.ID, Version: meeting.Version}))
	text := "会议议定以下事项：\n一、由商务局牵头，于11月30日前上线金丝小枣京东专区。"
	must(t, j.council.SetMinutes(ctx, clerk, council.Held{ID: meeting.ID, Version: meeting.Version + 1}, text, "〔2026〕1号", "2026-11-02"))
	proposals, err := j.council.Propose(ctx, text, meeting.HeldOn)
	must(t, err)
	one := proposals[0]
	adopted := &council.Adopted{
		Decision: council.Decision{Text: one.Text},
		Task:     council.Filing{Task: council.SupervisedTask{Title: one.Title, OrganizationID: one.LeadID, DueOn: one.DueOn}, Supports: one.SupportIDs},
	}
	must(t, j.council.Adopt(ctx, clerk, meeting.ID, []*council.Adopted{adopted}))
	j.task = adopted.Task.Task.ID
}

// TestFromTopicToClosedTask goes the whole way with two extensions and one return, and looks at what the chronicle
// has got without anyone typing it.
func TestFromTopicToClosedTask(t *testing.T) {
	j := newJourney(t)
	ctx := t.Context()
	j.met()
	must(t, j.council.Assign(ctx, clerk, j.held(), "请抓紧办理"))
	must(t, j.council.Undertake(ctx, clerk, j.held(), "张三", ""))
	for _, more := range []struct{ asked, until string }{{"2026-11-25", "2026-12-10"}, {"2026-12-08", "2026-12-25"}} {
		j.on(more.asked)
		must(t, j.council.Extend(ctx, clerk, j.held(), more.until, "平台审核排期延后"))
		must(t, j.council.Grant(ctx, leader, j.held(), more.until, "同意"))
	}
	j.on("2026-12-20")
	must(t, j.council.Report(ctx, clerk, j.held(), council.Report{Progress: 100, Text: "专区已上线", Submit: true}))
	must(t, j.council.Return(ctx, leader, j.held(), "缺质检报告"))
	j.on("2026-12-24")
	must(t, j.council.Report(ctx, clerk, j.held(), council.Report{Progress: 100, Text: "已补齐", Submit: true}))
	must(t, j.council.Approve(ctx, leader, j.held(), "同意办结"))
	must(t, j.council.Close(ctx, clerk, j.held(), ""))

	page, err := j.council.Page(ctx, j.task)
	must(t, err)
	if page.Task.ClosedOn != "2026-12-24" || page.Task.DueOn != "2026-12-25" || page.Task.FirstDueOn != "2026-11-30" || len(page.Extensions) != 2 {
		t.Errorf("%+v", page.Task)
	}
	n, err := j.Propose(ctx)
	must(t, err)
	proposals, err := j.Proposals(ctx)
	must(t, err)
	var got []string
	var held []Held
	for _, p := range proposals {
		got, held = append(got, p.OnDay+" "+p.Title), append(held, Held{p.ID, p.Version})
	}
	want := []string{
		"2026-12-24 “上线金丝小枣京东专区”办结销号", "2026-11-02 印发第 1 次联席会议纪要〔2026〕1号",
		"2026-10-29 召开第 1 次联席会议", "2026-10-29 第 1 次联席会议议定事项 1 项，立项督办 1 件",
	}
	if n != len(want) || !slices.Equal(got, want) {
		t.Errorf("%d: %q\nwant %q", n, got, want)
	}
	if again, err := j.Propose(ctx); err != nil || again != 0 {
		t.Errorf("proposed again: %d %v", again, err)
	}
	must(t, j.Accept(ctx, clerk, held...))
	if kept := j.titles(t, Filter{Year: "2026"}); len(kept) != 4 {
		t.Errorf("%v", kept)
	}
}

func TestRulesCanBeSwitchedOff(t *testing.T) {
	j := newJourney(t)
	ctx := t.Context()
	settings, err := j.Settings(ctx)
	must(t, err)
	for i := range settings {
		settings[i].Off = settings[i].Key != "meeting_held"
		settings[i].Importance, settings[i].Public = Great, false
	}
	must(t, j.SetSettings(ctx, clerk, settings))
	refused(t, j.SetSettings(ctx, clerk, []Setting{{Key: "none"}}), "chronicle.unknown_rule")
	j.met()
	_, err = j.Propose(ctx)
	must(t, err)
	proposals, err := j.Proposals(ctx)
	must(t, err)
	if len(proposals) != 1 || proposals[0].Importance != Great || proposals[0].Public || proposals[0].Sources[0].Label != "联席会议 · 第 1 次联席会议" {
		t.Errorf("%+v", proposals)
	}
	must(t, j.Dismiss(ctx, clerk, Held{proposals[0].ID, proposals[0].Version}))
	if now, err := j.Settings(ctx); err != nil || now[0] != settings[0] {
		t.Errorf("%+v %v", now, err)
	}
}

func TestAnIssuedDocumentIsProposedOnceADay(t *testing.T) {
	j := newJourney(t)
	ctx := t.Context()
	p := &council.PolicyDocument{Kind: council.Opinions, Title: "指导意见"}
	must(t, j.council.SavePolicy(ctx, clerk, p))
	_, err := j.council.AddVersion(ctx, clerk, p.ID, "", "正文")
	must(t, err)
	must(t, j.council.Issue(ctx, clerk, council.Held{ID: p.ID, Version: p.Version}, "运政办〔2026〕8号", "2026-10-20"))
	must(t, j.council.Issue(ctx, clerk, council.Held{ID: p.ID, Version: p.Version + 1}, "运政办〔2026〕9号", "2026-10-20"))
	n, err := j.Propose(ctx)
	must(t, err)
	proposals, err := j.Proposals(ctx)
	must(t, err)
	if n != 1 || proposals[0].Title != "《指导意见》运政办〔2026〕9号印发" || proposals[0].Kind != Document {
		t.Errorf("%d %+v", n, proposals)
	}
}
