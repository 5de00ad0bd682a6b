package gallery

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/attachments"
	data "smartcanal/data/council"
	"smartcanal/data/demo"
	"smartcanal/data/document"
	"smartcanal/data/document/papers"
	"smartcanal/data/store"
	"smartcanal/screens/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// councilFile is a file of data on the mock-ups' day; filled with the demo's conference where asked for.
func councilFile(t *testing.T, fill ...func(context.Context, *store.Store) error) *store.Store {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "智慧运河.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	for _, work := range fill {
		if err := work(t.Context(), st); err != nil {
			t.Fatal(err)
		}
	}
	return st
}

// areaHost is the office's host with an area among its samples.
type areaHost struct {
	officeHost
	area kit.Area
}

func (h areaHost) Exists() bool { return true }

func (h areaHost) Open(context.Context, string) (*shell.Session, error) {
	session := officeSession()
	for i, area := range session.Areas {
		if area.Key == h.area.Key {
			session.Areas[i] = h.area
			return session, nil
		}
	}
	session.Areas = append(session.Areas, h.area)
	return session, nil
}

// atArea shows the window with an area on a page.
func atArea(area kit.Area, link string, steps ...func(*shell.Shell, fyne.Window)) func(fyne.Window) (fyne.CanvasObject, func()) {
	return func(over fyne.Window) (fyne.CanvasObject, func()) {
		s := shell.New(over, areaHost{area: area})
		return over.Content(), func() {
			s.Start()
			s.Open(link)
			inTurn(steps...)(s, over)
		}
	}
}

func TestCouncil(t *testing.T) {
	st := councilFile(t, demo.FillCouncil)
	area := func() kit.Area { return council.Area(st, "经办员") }
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "council-"+name, officeWidth, officeHeight, false, atArea(area(), link, steps...))
	}
	shot("tasks", "smartcanal://council")
	shot("task", "smartcanal://task/15")
	shot("task-closed", "smartcanal://task/1")
	shot("task-review", "smartcanal://task/22")
	shot("task-lost", "smartcanal://task/4711")
	shot("meetings", "smartcanal://council/meetings")
	shot("meeting", "smartcanal://meeting/4")
	shot("meeting-planned", "smartcanal://meeting/5")
	shot("members", "smartcanal://council/members")
	shot("ranking", "smartcanal://council/ranking")
	shot("rules", "smartcanal://council/rules")
	shot("policies", "smartcanal://council/policies")
	shot("policy", "smartcanal://policy/1")
	shot("policy-draft", "smartcanal://policy/2")
	shot("policy-lost", "smartcanal://policy/4711")
	Shot(t, "council-tasks-dark", officeWidth, officeHeight, true, atArea(area(), "smartcanal://council"))
	Shot(t, "council-tasks-wide", wideWidth, wideHeight, false, atArea(area(), "smartcanal://council"))
	Shot(t, "council-task-wide", wideWidth, wideHeight, false, atArea(area(), "smartcanal://task/15"))
}

func TestCouncilAtWork(t *testing.T) {
	st := councilFile(t, demo.FillCouncil)
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "council-"+name, officeWidth, officeHeight, false, atArea(council.Area(st, "经办员"), link, steps...))
	}
	shot("file", "smartcanal://council", tapping(t, "立项…"))
	shot("file-wrong", "smartcanal://council", tapping(t, "立项…"), tapping(t, "立项"))
	shot("remind", "smartcanal://council", tapping(t, "批量催办…"))
	shot("report", "smartcanal://task/15", tapping(t, "填写反馈…"))
	shot("extend", "smartcanal://task/15", tapping(t, "延期…"))
	shot("decide", "smartcanal://task/11", tapping(t, "审批延期…"))
	shot("approve", "smartcanal://task/22", tapping(t, "审核通过…"))
	shot("more", "smartcanal://council", tapping(t, "更多 ▾"))
	shot("list-nothing-found", "smartcanal://council", enter(map[int]string{0: "没有这件"}))
	shot("minutes", "smartcanal://meeting/4", tapping(t, "会议纪要…"))
	shot("meeting-plan", "smartcanal://council/meetings", tapping(t, "筹备会议…"))
	shot("member-add", "smartcanal://council/members", tapping(t, "增加成员…"))
	ledger := filepath.Join(t.TempDir(), "督办台账.csv")
	content := "重点任务,牵头单位,配合单位,责任人,完成时限,进度,状态\n金丝小枣产品溯源,商务局、农业农村局,,张三,2026-12-31,30%,\n村级服务站宽带提速,农业农村局,科工局,,2026-11-10,70%,\n气象预警短信接入,气象局,,,12月底前,已完成,已销号\n多人负责的事,财政局,,张三、李四,2026-12-01,,\n"
	if err := os.WriteFile(ledger, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	shot("policy-issue", "smartcanal://policy/2", tapping(t, "印发…"))
	shot("policy-version", "smartcanal://policy/2", tapping(t, "新增稿本…"))
	shot("policy-ask", "smartcanal://policy/2", tapping(t, "征求意见…"))
	shot("ledger-empty", "smartcanal://council/ledger")
	shot("ledger", "smartcanal://council/ledger", dropFile(ledger))
	shot("conference", "smartcanal://council/members", tapping(t, "联席会议设置…"))
}

// TestCouncilFiles attaches files to a task, its last report, a topic and a meeting.
func TestCouncilFiles(t *testing.T) {
	st := councilFile(t, demo.FillCouncil)
	room := data.New(st)
	page, err := room.Page(t.Context(), 15)
	if err != nil {
		t.Fatal(err)
	}
	topics, err := room.Topics(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	for name, owner := range map[string]attachments.Owner{
		"金丝小枣专区建设方案.docx": data.TaskFiles(15), "京东专区合作协议（扫描件）.pdf": data.TaskFiles(15), "产品质检报告.pdf": data.ActFiles(page.Acts[0].ID),
		"年货节方案（送审稿）.docx": data.TopicFiles(topics[0].ID), "签到表.jpg": data.MeetingFiles(5),
	} {
		if _, err := room.Shelf("经办员", owner).Add(t.Context(), name, []byte("%PDF-1.4 "+name)); err != nil {
			t.Fatal(err)
		}
	}
	shot := func(name, link string, steps ...func(*shell.Shell, fyne.Window)) {
		Shot(t, "council-"+name, officeWidth, officeHeight, false, atArea(council.Area(st, "经办员"), link, steps...))
	}
	shot("task-files", "smartcanal://task/15")
	shot("meeting-files", "smartcanal://meeting/5")
	shot("topic-files", "smartcanal://meeting/5", tapping(t, "附件 1"))
	Shot(t, "council-task-files-dark", officeWidth, officeHeight, true, atArea(council.Area(st, "经办员"), "smartcanal://task/15"))
}

// TestCouncilContested saves a report of a task that a colleague revised and pushed on meanwhile.
func TestCouncilContested(t *testing.T) {
	st := councilFile(t, demo.FillCouncil)
	room := data.New(st)
	meanwhile := func(*shell.Shell, fyne.Window) {
		page, err := room.Page(t.Context(), 15)
		if err == nil {
			page.Task.Responsible, page.Task.Expected = "商务局赵科长", "专区上线，入驻合作社不少于 12 家，年内完成首批质检并形成可复制的上架流程"
			err = room.Revise(t.Context(), "同事", data.Filing{Task: page.Task, Supports: page.SupportIDs})
		}
		if err == nil {
			err = room.Report(t.Context(), "同事", data.Held{ID: 15, Version: page.Task.Version + 1}, data.Report{Progress: 55, Text: "又有两家合作社备齐材料", Trouble: "一家的检测报告过期"})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	Shot(t, "council-conflict", officeWidth, officeHeight, false, atArea(council.Area(st, "经办员"), "smartcanal://task/15",
		tapping(t, "填写反馈…"), enter(map[int]string{2: "质检报告已齐"}), meanwhile, tapping(t, "保存反馈")))
}

// TestCouncilTemplates has an office that changed one template and broke two.
func TestCouncilTemplates(t *testing.T) {
	st := councilFile(t)
	folder := papers.Folder(st.Path())
	if _, err := papers.WriteStandards(folder); err != nil {
		t.Fatal(err)
	}
	for kind, text := range map[string]string{"督办单": "我局督办单 {{编号}}：{{督办事项}}", "会议议程": "{{#议程}}{{内容}}", "催办通知": "请{{承办科室}}抓紧办理"} {
		docx, err := (&document.Paper{Body: []document.Block{document.Text{Text: text}}}).Bytes()
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, kind+".docx"), docx, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(folder, "采纳情况表.docx")); err != nil {
		t.Fatal(err)
	}
	link := "smartcanal://council/templates"
	Shot(t, "council-templates", officeWidth, officeHeight, false, atArea(council.Area(st, "经办员"), link))
	Shot(t, "council-templates-dark", officeWidth, officeHeight, true, atArea(council.Area(st, "经办员"), link))
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	Shot(t, "council-templates-english", officeWidth, officeHeight, false, atArea(council.Area(st, "Clerk"), link))
}

func TestCouncilInEnglish(t *testing.T) {
	st := councilFile(t, demo.FillCouncil)
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	for name, link := range map[string]string{"tasks": "smartcanal://council", "task": "smartcanal://task/15", "meetings": "smartcanal://council/meetings",
		"meeting": "smartcanal://meeting/4", "members": "smartcanal://council/members", "ranking": "smartcanal://council/ranking", "rules": "smartcanal://council/rules",
		"policies": "smartcanal://council/policies", "policy": "smartcanal://policy/1"} {
		Shot(t, "council-"+name+"-english", officeWidth, officeHeight, false, atArea(council.Area(st, "Clerk"), link))
	}
}

func TestCouncilEmptyAndFailed(t *testing.T) {
	empty := councilFile(t)
	for name, link := range map[string]string{"tasks": "smartcanal://council", "meetings": "smartcanal://council/meetings",
		"members": "smartcanal://council/members", "ranking": "smartcanal://council/ranking", "policies": "smartcanal://council/policies"} {
		Shot(t, "council-"+name+"-empty", officeWidth, officeHeight, false, atArea(council.Area(empty, "经办员"), link))
	}
	_ = empty.Close()
	Shot(t, "council-tasks-failed", officeWidth, officeHeight, false, atArea(council.Area(empty, "经办员"), "smartcanal://council"))
}
