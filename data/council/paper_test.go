package council

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"smartcanal/data/document/papers"
	"smartcanal/data/store"
)

// TestPapersAreWritten makes each paper from a meeting and its task and reads the Word documents again.
func TestPapersAreWritten(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	must(t, o.store.Write(ctx, clerk, "test", func(tx *store.Tx) error { return tx.SetSetting(store.Office, "运河区商务局") }))
	must(t, o.SaveConference(ctx, clerk, &Conference{Name: "运河区电子商务工作联席会议"}))
	m := &Meeting{Kind: Regular, HeldOn: "2026-10-29", Time: "15:00", Place: "第二会议室", Chair: "区长"}
	must(t, o.CreateMeeting(ctx, clerk, m))
	must(t, o.Bring(ctx, clerk, &Topic{MeetingID: &m.ID, OrganizationID: o.commerce, Title: "金丝小枣专区", Reporter: "张三"}))
	_, err := o.MinutesPaper(ctx, m.ID)
	refused(t, err, "council.no_minutes")
	must(t, o.Hold(ctx, clerk, Held{m.ID, m.Version}))
	must(t, o.SetMinutes(ctx, clerk, Held{m.ID, m.Version + 1}, "会议议定以下事项：\n一、由商务局牵头上线专区。\n出席：全体", "〔2026〕1号", "2026-11-02"))
	list, err := o.Attendances(ctx, m.ID)
	must(t, err)
	list[0].State, list[1].State = Present, OnLeave
	must(t, o.SetAttendance(ctx, clerk, &list[0].Attendance, &list[1].Attendance))
	adopted := &Adopted{Decision: Decision{Text: "由商务局牵头上线专区。"}, Task: Filing{Task: SupervisedTask{Title: "上线专区", OrganizationID: o.commerce}}}
	must(t, o.Adopt(ctx, clerk, m.ID, []*Adopted{adopted}))
	id := adopted.Task.Task.ID
	sent, err := o.Remind(ctx, clerk, []SentReminder{{o.commerce, ToLiaison, "x", []int64{id}}})
	must(t, err)
	_, err = o.ReminderPaper(ctx, 999)
	refused(t, err, "council.no_reminder")
	for name, c := range map[string]struct {
		make func() (papers.Facts, error)
		has  []string
	}{
		"notice":   {func() (papers.Facts, error) { return o.Notice(ctx, m.ID) }, []string{"关于召开", "2026年10月29日15:00", "第二会议室", "1.金丝小枣专区（商务局，张三汇报）", "农业农村局"}},
		"agenda":   {func() (papers.Facts, error) { return o.Agenda(ctx, m.ID) }, []string{"议程", "主持：区长", "金丝小枣专区", "商务局，张三汇报"}},
		"minutes":  {func() (papers.Facts, error) { return o.MinutesPaper(ctx, m.ID) }, []string{"由商务局牵头上线专区", "局长（", "请假"}},
		"slip":     {func() (papers.Facts, error) { return o.Slip(ctx, id) }, []string{"督办单", "2026-001", "上线专区", "第 1 次联席会议议定事项第1项"}},
		"reminder": {func() (papers.Facts, error) { return o.ReminderPaper(ctx, sent[0].ID) }, []string{"督催〔2026〕1号", "运河区商务局", "上线专区"}},
	} {
		paper, err := c.make()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		content, err := paper.Paper().Bytes()
		must(t, err)
		text := wordText(t, content)
		for _, part := range c.has {
			if !strings.Contains(text, part) {
				t.Errorf("%s has no %q", name, part)
			}
		}
		if strings.Contains(text, "出席：全体") {
			t.Errorf("%s has the list of the text beside that of the meeting", name)
		}
	}
}

// wordText is the text of a Word document, its runs put together.
func wordText(t *testing.T, content []byte) string {
	t.Helper()
	file, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	must(t, err)
	var all strings.Builder
	for _, part := range file.File {
		if !strings.HasPrefix(part.Name, "word/") || !strings.HasSuffix(part.Name, ".xml") {
			continue
		}
		opened, err := part.Open()
		must(t, err)
		text, err := io.ReadAll(opened)
		must(t, err)
		inside := false
		for _, r := range string(text) {
			switch {
			case r == '<':
				inside = true
			case r == '>':
				inside = false
			case !inside:
				all.WriteRune(r)
			}
		}
	}
	return all.String()
}
