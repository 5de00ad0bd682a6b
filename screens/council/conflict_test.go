package council

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/screens/kit"
)

// into puts the keyboard into the entry that holds a text.
func (b *bench) into(text string) {
	b.t.Helper()
	var found *kit.Entry
	b.Each(func(o fyne.CanvasObject) {
		if e, is := o.(*kit.Entry); is && e.Text == text && found == nil {
			found = e
		}
	})
	if found == nil {
		b.t.Fatalf("no entry holds %q", text)
	}
	b.Over.Canvas().Focus(found)
}

const colleague = "同事"

// contests are the forms of records that somebody else may change while they are open.
var contests = []struct {
	what   string
	open   func(b *bench)                                      // shows the form
	other  func(ctx context.Context, room *council.Room) error // what the colleague writes meanwhile
	entry  string                                              // what is in the entry the person types into
	save   string
	theirs string                                                                         // is shown of the colleague's
	both   func(ctx context.Context, room *council.Room) (mine, theirs string, err error) // as they stand at last
}{
	{
		what: "a task's report, while another is responsible now",
		open: func(b *bench) {
			b.Show(NewTaskView(b, b.desk, 15))
			b.Tap("填写反馈…")
			b.Over.Canvas().Focus(lastLines(b))
			b.Type("质检报告齐了")
			b.into("")
		},
		other: func(ctx context.Context, room *council.Room) error {
			page, err := room.Page(ctx, 15)
			if err != nil {
				return err
			}
			page.Task.Responsible = "赵六"
			return room.Revise(ctx, colleague, council.Filing{Task: page.Task, Supports: page.SupportIDs})
		},
		save: "保存反馈", theirs: "赵六",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			page, err := room.Page(ctx, 15)
			if err != nil {
				return "", "", err
			}
			return page.Task.Trouble, page.Task.Responsible, nil
		},
	},
	{
		what: "when and where a meeting is",
		open: func(b *bench) { b.Show(NewMeetingView(b, b.desk, 5)); b.Tap("修改…") },
		other: func(ctx context.Context, room *council.Room) error {
			page, err := room.Meeting(ctx, 5)
			if err != nil {
				return err
			}
			page.Meeting.Place = "三楼会议室"
			return room.UpdateMeeting(ctx, colleague, &page.Meeting)
		},
		entry: "区长", save: "保存", theirs: "三楼会议室",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			page, err := room.Meeting(ctx, 5)
			return page.Meeting.Chair, page.Meeting.Place, err
		},
	},
	{
		what: "the minutes of a meeting",
		open: func(b *bench) {
			b.Show(NewMeetingView(b, b.desk, 4))
			b.Tap("会议纪要…")
			b.Over.Canvas().Focus(lastLines(b))
		},
		other: func(ctx context.Context, room *council.Room) error {
			page, err := room.Meeting(ctx, 4)
			if err != nil {
				return err
			}
			return room.SetMinutes(ctx, colleague, council.Held{ID: 4, Version: page.Meeting.Version}, page.Meeting.Minutes, "〔2026〕44号", page.Meeting.MinutesOn)
		},
		save: "保存并拆分", theirs: "〔2026〕44号",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			page, err := room.Meeting(ctx, 4)
			return page.Meeting.Minutes, page.Meeting.MinutesNumber, err
		},
	},
	{
		what: "a topic",
		open: func(b *bench) {
			b.Show(NewMeetingView(b, b.desk, 5))
			topics, err := b.desk.room.Topics(b.t.Context(), 5)
			if err != nil {
				b.t.Fatal(err)
			}
			askTopicChange(b, b.desk, topics[0], func() {})
		},
		other: func(ctx context.Context, room *council.Room) error {
			topics, err := room.Topics(ctx, 5)
			if err != nil {
				return err
			}
			topics[0].Reporter = "钱七"
			return room.UpdateTopic(ctx, colleague, &topics[0].Topic)
		},
		entry: "2027 年电子商务工作要点", save: "保存", theirs: "钱七",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			topics, err := room.Topics(ctx, 5)
			return topics[0].Title, topics[0].Reporter, err
		},
	},
	{
		what: "who came to a meeting",
		open: func(b *bench) {
			v := NewMeetingView(b, b.desk, 5)
			b.Show(v)
			v.askAttendance(v.page.Attendances[0])
		},
		other: func(ctx context.Context, room *council.Room) error {
			rows, err := room.Attendances(ctx, 5)
			if err != nil {
				return err
			}
			rows[0].Note = "请假事由待补"
			return room.SetAttendance(ctx, colleague, &rows[0].Attendance)
		},
		entry: "财政局负责人", save: "保存", theirs: "请假事由待补",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			rows, err := room.Attendances(ctx, 5)
			return rows[0].Person, rows[0].Note, err
		},
	},
	{
		what: "the conference",
		open: func(b *bench) { b.Show(NewMembersView(b, b.desk)); b.Tap("联席会议设置…") },
		other: func(ctx context.Context, room *council.Room) error {
			c, err := room.Conference(ctx)
			if err != nil {
				return err
			}
			c.Rules = "每季度一次例会。"
			return room.SaveConference(ctx, colleague, c)
		},
		entry: "运河区电子商务工作联席会议", save: "保存", theirs: "每季度一次例会。",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			c, err := room.Conference(ctx)
			return c.Name, c.Rules, err
		},
	},
	{
		what: "the name of a document that was issued meanwhile",
		open: func(b *bench) {
			v := NewPolicyView(b, b.desk, 1)
			b.Show(v)
			v.doMore("change")
		},
		other: func(ctx context.Context, room *council.Room) error {
			page, err := room.Policy(ctx, 1)
			if err != nil {
				return err
			}
			return room.Issue(ctx, colleague, council.Held{ID: 1, Version: page.PolicyDocument.Version}, "运政办〔2026〕99号", "2026-11-23")
		},
		entry: "运河区电子商务发展指导意见", save: "保存", theirs: "运政办〔2026〕99号",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			page, err := room.Policy(ctx, 1)
			if err != nil {
				return "", "", err
			}
			return page.Title, page.Number, nil
		},
	},
	{
		what: "what a department said of a document",
		open: func(b *bench) {
			v := NewPolicyView(b, b.desk, 1)
			b.Show(v)
			v.askComment(v.shown.page.Comments[0])
			b.Over.Canvas().Focus(lastLines(b)) // the reply
		},
		other: func(ctx context.Context, room *council.Room) error {
			rows, err := room.Comments(ctx, 1)
			if err != nil {
				return err
			}
			rows[0].Text = "请补充资金来源。"
			return room.SetComment(ctx, colleague, &rows[0].PolicyComment)
		},
		save: "保存", theirs: "请补充资金来源。",
		both: func(ctx context.Context, room *council.Room) (string, string, error) {
			rows, err := room.Comments(ctx, 1)
			return rows[0].Reply, rows[0].Text, err
		},
	},
}

// TestTwoPeopleAtOneRecordSeeBothVersions: of each form, what the colleague wrote meanwhile is shown beside what was
// typed; kept, both stand in the record.
func TestTwoPeopleAtOneRecordSeeBothVersions(t *testing.T) {
	for _, c := range contests {
		t.Run(c.what, func(t *testing.T) {
			b := newBench(t)
			c.open(b)
			if err := c.other(t.Context(), b.desk.room); err != nil {
				t.Fatal(err)
			}
			if c.entry != "" {
				b.into(c.entry)
			}
			b.Type("亲手")
			b.Tap(c.save)
			if !b.Shows("别人刚改过这条记录") || !b.Shows(c.theirs) || !b.Shows("亲手") || !b.Shows("同事") {
				t.Fatal("both versions are not shown")
			}
			b.Tap("保留我的并保存")
			mine, theirs, err := c.both(t.Context(), b.desk.room)
			if err != nil || !strings.Contains(mine, "亲手") || theirs != c.theirs {
				t.Errorf("%q and %q stand there: %v", mine, theirs, err)
			}
		})
	}
}

// TestTheirsMayBeTaken gives up what was typed; the form goes on from what the colleague wrote.
func TestTheirsMayBeTaken(t *testing.T) {
	c := contests[1]
	b := newBench(t)
	c.open(b)
	if err := c.other(t.Context(), b.desk.room); err != nil {
		t.Fatal(err)
	}
	b.into(c.entry)
	b.Type("亲手")
	b.Tap(c.save)
	b.Tap("改用对方的")
	b.into("三楼会议室")
	b.Tap(c.save)
	if mine, theirs, err := c.both(t.Context(), b.desk.room); err != nil || mine != c.entry || theirs != c.theirs {
		t.Errorf("%q and %q stand there: %v", mine, theirs, err)
	}
}

// TestATaskIsRevisedByTwo: words, lead and supports of a task, each changed by another person.
func TestATaskIsRevisedByTwo(t *testing.T) {
	b := newBench(t)
	ctx := t.Context()
	departments, err := b.desk.room.Departments(ctx)
	if err != nil {
		t.Fatal(err)
	}
	filing := council.Filing{Task: council.SupervisedTask{Title: "产地仓建设", OrganizationID: departments[0].ID}, Supports: []int64{departments[1].ID, departments[2].ID}}
	if err := b.desk.room.File(ctx, colleague, &filing); err != nil {
		t.Fatal(err)
	}
	v := NewTaskView(b, b.desk, filing.Task.ID)
	b.Show(v)
	b.Tap("修改…")
	theirs := filing
	theirs.Task.OrganizationID, theirs.Supports = departments[3].ID, []int64{departments[2].ID, departments[4].ID}
	if err := b.desk.room.Revise(ctx, colleague, theirs); err != nil {
		t.Fatal(err)
	}
	b.into("产地仓建设")
	b.Type("小王庄")
	b.Tap("保存")
	if !b.Shows(departments[0].Shown()) || !b.Shows(departments[3].Shown()) {
		t.Fatal("the lead before and the colleague's are not shown")
	}
	b.Tap("保留我的并保存")
	page, err := b.desk.room.Page(ctx, filing.Task.ID)
	if err != nil || page.Task.Title != "小王庄产地仓建设" || page.Task.OrganizationID != departments[3].ID ||
		len(page.SupportIDs) != 2 || page.SupportIDs[0] != departments[2].ID || page.SupportIDs[1] != departments[4].ID {
		t.Errorf("%+v %v %v", page.Task, page.SupportIDs, err)
	}
}
