package council

import (
	"slices"
	"testing"

	"smartcanal/data/attachments"
)

func (o *office) attached(owner attachments.Owner, name string) {
	o.t.Helper()
	_, err := o.Shelf(clerk, owner).Add(o.t.Context(), name, []byte("内容"+name))
	must(o.t, err)
}

// TestFilesBelongToTasksReportsTopicsAndMeetings attaches a file to each and finds it where it leads to.
func TestFilesBelongToTasksReportsTopicsAndMeetings(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	id := o.reporting()
	must(t, o.Report(ctx, clerk, o.held(id), Report{Progress: 40, Text: "页面已搭好"}))
	meeting := &Meeting{Kind: Regular, HeldOn: "2026-11-05"}
	must(t, o.CreateMeeting(ctx, clerk, meeting))
	listed := &Topic{MeetingID: &meeting.ID, OrganizationID: o.commerce, Title: "金丝小枣专区"}
	waiting := &Topic{OrganizationID: o.town, Title: "产地仓"}
	must(t, o.Bring(ctx, clerk, listed))
	must(t, o.Bring(ctx, clerk, waiting))
	acts, err := o.Acts(ctx, id)
	must(t, err)

	o.attached(TaskFiles(id), "立项依据.pdf")
	o.attached(ActFiles(acts[0].ID), "质检报告甲.pdf")
	o.attached(ActFiles(acts[0].ID), "质检报告乙.pdf")
	o.attached(TopicFiles(listed.ID), "专区方案.docx")
	o.attached(TopicFiles(waiting.ID), "产地仓选址.docx")
	o.attached(MeetingFiles(meeting.ID), "签到表.jpg")

	page, err := o.Page(ctx, id)
	must(t, err)
	if page.ActFiles[acts[0].ID] != 2 || len(page.ActFiles) != 1 {
		t.Errorf("files of the record: %v", page.ActFiles)
	}
	topics, err := o.Topics(ctx, meeting.ID)
	must(t, err)
	if len(topics) != 1 || topics[0].Files != 1 {
		t.Errorf("files of topics: %+v", topics)
	}
	task, held := "smartcanal://task/1", "smartcanal://meeting/1"
	for text, want := range map[string][]string{
		"立项依据": {task}, "质检": {task, task}, "zjbg": {task, task}, "专区方案": {held}, "选址": {meetingsLink}, "签到": {held}, "没有": nil, "": nil,
	} {
		hits, err := o.FindFiles(ctx, text, 10)
		must(t, err)
		var links []string
		for _, hit := range hits {
			links = append(links, hit.Link)
		}
		if !slices.Equal(links, want) {
			t.Errorf("%s: %v, want %v", text, links, want)
		}
	}
}
