package gallery

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/data/people"
	"smartcanal/data/settings"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
)

// staffedHost is an office whose people are entered, with backups that the program made.
type staffedHost struct {
	officeHost
	session *shell.Session
}

func (h staffedHost) Open(context.Context, string) (*shell.Session, error) { return h.session, nil }

func newStaffedHost(t *testing.T, standing shell.Standing, names ...string) staffedHost {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "智慧运河.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	staff := people.New(st)
	for i, name := range names {
		roles := [][]people.Role{{people.Approver, people.Reviewer}, {people.Clerk}, {people.Clerk, people.Reviewer}, {people.Clerk}}[i%4]
		if err := staff.Save(t.Context(), clerk, &people.Person{Name: name, Roles: roles, Gone: i == 3}); err != nil {
			t.Fatal(err)
		}
	}
	backups := settings.NewBackups(st)
	for day := range 2 {
		st.SetClock(func() time.Time { return time.Date(2026, 11, 23+day, 8, 30, 0, 0, time.Local) })
		if _, err := backups.Make(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	session := officeSession()
	session.Staff, session.Backups, session.Memory = staff, backups, kit.NewMemory()
	session.As = func(string) ([]kit.Area, kit.Memory) { return session.Areas, session.Memory }
	session.Standing = func(context.Context) (shell.Standing, error) { return standing, nil }
	session.Status = func(context.Context) ([]string, error) {
		return []string{"数据文件：智慧运河.db · 1.2 GB", "单机模式"}, nil
	}
	return staffedHost{officeHost{exists: true}, session}
}

var (
	wellKept = shell.Standing{Saved: "最近保存：今天 10:20", Backup: "上次备份：今天 08:30"}
	leftOld  = shell.Standing{Saved: "最近保存：今天 10:20", Backup: "已 3 天未备份（上次 11-21 08:30）", Late: true}
)

// onOldGraphics is a window with what it tells whichever page is shown, all of it at once.
var onOldGraphics = shell.Standing{Saved: "最近保存：今天 10:20", Backup: "上次备份：今天 08:30", Notices: []shell.Notice{
	{Text: "数据文件在网络盘上"}, {Text: "软件绘图，显示较慢"}, {Text: "有新版本 0.2.0"},
}}

// inOffice shows a window on a host; then runs once it has begun.
func inOffice(host shell.Host, then func(*shell.Shell, fyne.Window)) func(fyne.Window) (fyne.CanvasObject, func()) {
	return func(over fyne.Window) (fyne.CanvasObject, func()) {
		s := shell.New(over, host)
		return over.Content(), func() {
			s.Start()
			if then != nil {
				then(s, over)
			}
		}
	}
}

// TestWindows draws what the window itself shows beside the pages.
func TestWindows(t *testing.T) {
	office := []string{"孙科长", "李静", "王敏", "赵离"}
	press := func(over fyne.Window) { over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	open := func(link string) func(*shell.Shell, fyne.Window) {
		return func(s *shell.Shell, _ fyne.Window) { s.Open(link) }
	}
	for _, dark := range []bool{false, true} {
		look := map[bool]string{false: "", true: "-dark"}[dark]
		Shot(t, "window-backup-old"+look, officeWidth, officeHeight, dark, inOffice(newStaffedHost(t, leftOld), nil))
		Shot(t, "window-settings"+look, officeWidth, officeHeight, dark, inOffice(newStaffedHost(t, wellKept, office...), func(s *shell.Shell, over fyne.Window) {
			press(over)
			s.Open("smartcanal://settings")
		}))
		Shot(t, "window-keys"+look, officeWidth, officeHeight, dark, inOffice(newStaffedHost(t, wellKept), func(s *shell.Shell, _ fyne.Window) { s.ShowKeys() }))
	}
	Shot(t, "window-notices", officeWidth, officeHeight, false, inOffice(newStaffedHost(t, onOldGraphics), func(s *shell.Shell, _ fyne.Window) {
		s.Status("列出 36 家（0 毫秒）", "点列头排序，双击打开，F2 或直接输入修改，选中两行可右键合并")
	}))
	Shot(t, "window-settings-alone", officeWidth, officeHeight, false, inOffice(newStaffedHost(t, wellKept), open("smartcanal://settings")))
	Shot(t, "window-sign-in", officeWidth, officeHeight, false, inOffice(newStaffedHost(t, wellKept, office...), nil))
	Shot(t, "window-switch-person", officeWidth, officeHeight, false, inOffice(newStaffedHost(t, wellKept, office...), func(_ *shell.Shell, over fyne.Window) {
		press(over)
		focusWords(over, "李静 ▾")
		press(over)
	}))
	Shot(t, "window-person", officeWidth, officeHeight, false, inOffice(newStaffedHost(t, wellKept, office...), func(s *shell.Shell, over fyne.Window) {
		press(over)
		s.Open("smartcanal://settings")
		focusWords(over, "李静")
		press(over)
	}))
	Shot(t, "window-running", officeWidth, officeHeight, false, inOffice(newStaffedHost(t, wellKept), func(*shell.Shell, fyne.Window) {
		running := kit.Announce("正在建立搜索索引", func() {})
		t.Cleanup(running.End)
		time.Sleep(400 * time.Millisecond)
		running.Progress(45, 100, "")
	}))
}

// focusWords puts the keyboard on the thing that says words, by Tab.
func focusWords(over fyne.Window, words string) {
	for range 200 {
		over.Canvas().FocusNext()
		if focused, is := over.Canvas().Focused().(fyne.Widget); is && says(focused, words) {
			return
		}
	}
}

// says looks for a text in what is drawn of an object.
func says(o fyne.CanvasObject, words string) bool {
	found := false
	visitAll(o, func(o fyne.CanvasObject) bool {
		text, is := o.(*canvas.Text)
		found = found || is && text.Text == words
		return !found
	})
	return found
}
