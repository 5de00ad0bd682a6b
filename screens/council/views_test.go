package council

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/council"
	"smartcanal/data/demo"
	"smartcanal/data/document"
	"smartcanal/data/document/papers"
	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/kit/kittest"
)

// bench is a window on the demo's conference; it notes what pages ask of it.
type bench struct {
	*kittest.Frame
	t    *testing.T
	desk *desk
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b, _ := newBenchOn(t)
	return b
}

func newBenchOn(t *testing.T) (*bench, *store.Store) {
	t.Helper()
	frame := kittest.NewFrame(t)
	t.Cleanup(grid.Inline())
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, china) })
	if err := demo.FillCouncil(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	return &bench{Frame: frame, t: t, desk: newDesk(council.New(st), "经办员")}, st
}

// check ticks the box that says a text.
func (b *bench) check(text string) {
	b.t.Helper()
	var found *kit.Check
	b.Each(func(o fyne.CanvasObject) {
		box, is := o.(*kit.Check)
		if !is {
			return
		}
		kittest.Walk(box, func(part fyne.CanvasObject) {
			if drawn, is := part.(*canvas.Text); is && drawn.Text == text {
				found = box
			}
		})
	})
	if found == nil {
		b.t.Fatalf("no box says %q", text)
	}
	test.Tap(found)
}

func (b *bench) task(id int64) council.SupervisedTask {
	b.t.Helper()
	page, err := b.desk.room.Page(b.t.Context(), id)
	if err != nil {
		b.t.Fatal(err)
	}
	return page.Task
}

// TestTheListShowsTheTaskOfItsCursor goes down by the keyboard and opens a task by Enter.
func TestTheListShowsTheTaskOfItsCursor(t *testing.T) {
	b := newBench(t)
	v := NewTasksView(b, b.desk)
	b.Show(v)
	if v.beside.task == nil || v.beside.task.Task.Title != "村级服务站宽带提速" {
		t.Fatalf("%+v", v.beside.task)
	}
	b.Over.Canvas().Focus(v.grid)
	b.Key(fyne.KeyDown)
	if title := v.beside.task.Task.Title; title != "电商人才实训基地挂牌" {
		t.Errorf("beside stands %s", title)
	}
	b.Key(fyne.KeyReturn)
	if last := b.Opened[len(b.Opened)-1]; last != taskLink(v.beside.task.Task.ID) {
		t.Errorf("opened %s", last)
	}
}

func TestFiltersExcludeEachOther(t *testing.T) {
	b := newBench(t)
	v := NewTasksView(b, b.desk)
	b.Show(v)
	for _, c := range []struct {
		chip string
		n    int
	}{{"待审核 1", 1}, {"延期申请 1", 1}, {"本月到期 5", 5}, {"本月到期 5", 20}} {
		b.Tap(c.chip)
		if len(v.listing.IDs) != c.n {
			t.Errorf("%s: %d listed, want %d", c.chip, len(v.listing.IDs), c.n)
		}
	}
	v.model.SetSwitch(closed)
	v.load()
	if len(v.listing.IDs) != 6 {
		t.Errorf("closed: %d listed", len(v.listing.IDs))
	}
	v.model.SetLamp(string(council.Red))
	v.load()
	if len(v.listing.IDs) != 3 || !v.model.Filter.Open {
		t.Errorf("red: %d listed", len(v.listing.IDs))
	}
}

// TestAReportIsTyped opens the form, is told what is missing, types and saves.
func TestAReportIsTyped(t *testing.T) {
	b := newBench(t)
	b.Show(NewTaskView(b, b.desk, 15))
	b.Tap("填写反馈…")
	b.Tap("保存反馈")
	if entry, is := b.Over.Canvas().Focused().(*kit.Entry); !is || !entry.MultiLine || b.task(15).ReportedOn != "2026-11-20" {
		t.Fatal("a report without words was saved, or the keyboard is not where they are missing")
	}
	b.Type("又完成一家质检报告")
	b.Tap("保存反馈")
	task := b.task(15)
	if task.ReportedOn != "2026-11-23" || b.Over.Canvas().Overlays().Top() != nil {
		t.Errorf("%+v", task)
	}
}

// TestAReportIsHandedInWithFiles saves a report, drops a file on the dialog that follows, and opens it from the record again.
func TestAReportIsHandedInWithFiles(t *testing.T) {
	b := newBench(t)
	v := NewTaskView(b, b.desk, 15)
	b.Show(v)
	report := filepath.Join(t.TempDir(), "质检报告.pdf")
	if err := os.WriteFile(report, []byte("%PDF-1.4 质检"), 0o600); err != nil {
		t.Fatal(err)
	}
	v.Drop([]string{report}) // on the page: the task's own
	b.Tap("填写反馈…")
	b.Over.Canvas().Focus(lastLines(b))
	b.Type("又完成一家质检报告")
	b.check("保存后添加附件")
	b.Tap("保存反馈")
	v.Drop([]string{report})
	b.Tap("完成")
	page, err := b.desk.room.Page(t.Context(), 15)
	if err != nil || page.ActFiles[page.Acts[0].ID] != 1 || page.Acts[0].Text != "又完成一家质检报告" {
		t.Fatalf("%v %+v %v", page.ActFiles, page.Acts[0], err)
	}
	own, err := b.desk.room.Shelf("经办员", council.TaskFiles(15)).Files(t.Context())
	if err != nil || len(own) != 1 {
		t.Errorf("%d files of the task: %v", len(own), err)
	}
	if found, err := b.desk.find(t.Context(), "zjbg", 5); err != nil || len(found) != 2 || found[0].Key != taskLink(15) {
		t.Errorf("%+v %v", found, err)
	}
}

// lastLines is the last entry of several lines of the dialog.
func lastLines(b *bench) (last *kit.Entry) {
	b.Each(func(o fyne.CanvasObject) {
		if e, is := o.(*kit.Entry); is && e.MultiLine {
			last = e
		}
	})
	return last
}

// TestATopicsPapersAreLaidBeforeTheMeeting opens a topic's files from the agenda and drops one there.
func TestATopicsPapersAreLaidBeforeTheMeeting(t *testing.T) {
	b := newBench(t)
	v := NewMeetingView(b, b.desk, 5)
	b.Show(v)
	plan := filepath.Join(t.TempDir(), "方案.docx")
	if err := os.WriteFile(plan, []byte("方案"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Tap("附件…") // of the first topic
	v.Drop([]string{plan})
	b.Tap("完成")
	v.Drop([]string{plan})
	page, err := b.desk.room.Meeting(t.Context(), 5)
	if err != nil || len(page.Topics) != 1 || page.Topics[0].Files != 1 || !b.Shows("附件 1") {
		t.Errorf("%+v %v", page.Topics, err)
	}
	if own, err := b.desk.room.Shelf("经办员", council.MeetingFiles(5)).Files(t.Context()); err != nil || len(own) != 1 {
		t.Errorf("%d files of the meeting: %v", len(own), err)
	}
}

// TestNothingIsClosedFromTheWindowUnapproved: the window offers no such button, and its model is refused.
func TestNothingIsClosedFromTheWindowUnapproved(t *testing.T) {
	b := newBench(t)
	v := NewTaskView(b, b.desk, 22)
	b.Show(v)
	for _, d := range v.acting.deeds() {
		if d.key == "close" {
			t.Error("a task under review can be closed")
		}
	}
	v.acting.askClose() // as if the button were there
	b.Tap("销号")
	if b.task(22).Step != council.Reviewing || !b.Shows("事项未经审核通过") {
		t.Error("closed, or nobody was told why not")
	}
	b.Key(fyne.KeyEscape)
	b.Over.Canvas().Overlays().Remove(b.Over.Canvas().Overlays().Top())
	b.Tap("审核通过…")
	b.Tap("审核通过")
	b.Tap("销号…")
	b.Tap("销号")
	if task := b.task(22); task.Step != council.Closed {
		t.Errorf("at %s", task.Step)
	}
}

// TestAnOfficeChangesATemplate writes the templates out, changes one, is told of a fault in it, and gets its own paper.
func TestAnOfficeChangesATemplate(t *testing.T) {
	b := newBench(t)
	opened := ""
	before := openFolder
	openFolder = func(path string) *problem.Problem { opened = path; return nil }
	t.Cleanup(func() { openFolder = before })
	v := NewTemplatesView(b, b.desk)
	b.Show(v)
	b.Tap("打开模板文件夹")
	if len(b.Problems) != 1 || b.Problems[0].Code != "council.no_templates" {
		t.Fatalf("%v", b.Problems)
	}
	b.Tap("写出默认模板")
	folder := b.desk.room.Templates()
	if opened != folder || !b.Shows("未修改") {
		t.Fatalf("opened %q", opened)
	}
	change := func(text string) {
		docx, err := (&document.Paper{Body: []document.Block{document.Text{Text: text}}}).Bytes()
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, "督办单.docx"), docx, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	slip := func() error {
		facts, err := b.desk.room.Slip(t.Context(), 15)
		if err != nil {
			t.Fatal(err)
		}
		return papers.Save(t.Context(), facts, folder, filepath.Join(t.TempDir(), "督办单 2026-015.docx"))
	}
	change("我局督办单：{{承办科室}}")
	b.Tap("重新检查")
	if !b.Shows("模板有误") || !b.Shows("承办科室") || slip() == nil {
		t.Error("the fault is not told, or was passed over")
	}
	change("我局督办单：{{编号}}")
	b.Tap("重新检查")
	if !b.Shows("使用本单位模板") || b.Shows("模板有误") || slip() != nil {
		t.Error("the office's own is not taken")
	}
}

func TestRemindersGoToTheDepartments(t *testing.T) {
	b := newBench(t)
	b.Show(NewTasksView(b, b.desk))
	b.Tap("批量催办…")
	b.Tap("全部复制")
	if text := fyne.CurrentApp().Clipboard().Content(); strings.Count(text, "【催办】") != 8 || !strings.Contains(text, "已逾期 13 天") {
		t.Errorf("copied %q", text)
	}
	b.Tap("登记催办 8 份")
	sent, err := b.desk.room.Reminders(t.Context(), "2026")
	if err != nil || len(sent) != 9 {
		t.Errorf("%d sent: %v", len(sent), err)
	}
}

// TestMinutesBecomeTasks pastes minutes into a meeting that has none and takes in what is offered.
func TestMinutesBecomeTasks(t *testing.T) {
	b := newBench(t)
	ctx := t.Context()
	m := &council.Meeting{Kind: council.AdHoc, HeldOn: "2026-11-23"}
	if err := b.desk.room.CreateMeeting(ctx, "经办员", m); err != nil {
		t.Fatal(err)
	}
	v := NewMeetingView(b, b.desk, m.ID)
	b.Show(v)
	b.Tap("登记已召开…")
	b.Tap("登记")
	b.Tap("会议纪要…")
	fyne.CurrentApp().Clipboard().SetContent("会议议定以下事项：\n一、由商务局牵头，于12月底前办好年货节。\n二、请各单位支持。")
	b.Over.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	b.Tap("保存并拆分")
	if !b.Shows("第 2 项") {
		t.Fatal("the matters are not offered")
	}
	b.Tap("写入并立项")
	page, err := b.desk.room.Meeting(ctx, m.ID)
	if err != nil || len(page.Decisions) != 2 || page.Decisions[0].Tasks != 1 || page.Decisions[1].Tasks != 0 {
		t.Errorf("%+v %v", page.Decisions, err)
	}
	if len(b.Problems) > 0 {
		t.Errorf("%v", b.Problems)
	}
}

// TestALedgerIsLookedAtAndTakenIn drops a ledger on the page.
func TestALedgerIsLookedAtAndTakenIn(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "台账.csv")
	if err := os.WriteFile(path, []byte("任务,牵头单位\n新台账里的事,商务局\n村级服务站宽带提速,农业农村局\n没有牵头,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	v := NewLedgerView(b, b.desk)
	b.Over.SetContent(v.Object())
	v.Drop([]string{path})
	if v.plan.Count(council.Added) != 1 || v.plan.Count(council.Unchanged) != 1 || v.plan.Count(council.Rejected) != 1 {
		t.Fatalf("%+v", v.plan)
	}
	b.Tap("导入 1 条")
	ids, err := b.desk.room.TaskIDs(t.Context(), council.TaskFilter{Text: "新台账里的事"}, nil)
	if err != nil || len(ids) != 1 || b.Opened[len(b.Opened)-1] != tasksLink {
		t.Errorf("%v %v %v", ids, err, b.Opened)
	}
}

// TestABreakdownIsDroppedOnItsDocument files its lines and shows them.
func TestABreakdownIsDroppedOnItsDocument(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "分解表.csv")
	if err := os.WriteFile(path, []byte("任务,牵头,时限\n年货节备货,商务局,2026-12-31\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	v := NewPolicyView(b, b.desk, 2)
	b.Show(v)
	v.Drop([]string{path})
	b.Tap("导入并立项")
	if page := v.shown.page; len(page.Breakdown) != 1 || page.Breakdown[0].Title != "年货节备货" || len(b.Problems) > 0 {
		t.Errorf("%+v %v", page.Breakdown, b.Problems)
	}
}
