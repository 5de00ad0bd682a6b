package shell

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/kittest"
)

// words are all texts of an object that can be seen, in their order.
func words(o fyne.CanvasObject) string {
	var said []string
	kittest.Walk(o, func(o fyne.CanvasObject) {
		switch thing := o.(type) {
		case *kit.Text:
			said = append(said, thing.Content)
		case *kit.Button:
			said = append(said, thing.Label())
		}
	})
	return strings.Join(said, " | ")
}

// pressed presses the button that says label.
func pressed(t *testing.T, o fyne.CanvasObject, label string) {
	t.Helper()
	var found *kit.Button
	kittest.Walk(o, func(o fyne.CanvasObject) {
		if button, is := o.(*kit.Button); is && button.Label() == label {
			found = button
		}
	})
	if found == nil {
		t.Fatalf("no button says %q", label)
	}
	test.Tap(found)
}

func TestTheStatusLineTellsWhatRuns(t *testing.T) {
	f := start(t, nil)
	line := f.frame.status.running
	cancelled := false
	quick := kit.Announce("正在查找", nil)
	quick.Progress(1, 2, "")
	if line.Visible() {
		t.Error("what ends at once is not worth telling")
	}
	quick.End()
	index := kit.Announce("正在建立搜索索引", nil)
	backup := kit.Announce("正在备份", func() { cancelled = true })
	time.Sleep(400 * time.Millisecond)
	index.Progress(1, 4, "")
	backup.Progress(45, 100, "")
	if got := words(line); got != "正在备份，另有 1 项 | 45% | 取消" {
		t.Errorf("%q", got)
	}
	pressed(t, line, "取消")
	if !cancelled {
		t.Error("the work is not asked to stop")
	}
	backup.End()
	if got := words(line); got != "正在建立搜索索引 | 25%" {
		t.Errorf("%q: what cannot be stopped has nothing to press", got)
	}
	index.End()
	if line.Visible() {
		t.Error("nothing runs any more")
	}
}

// TestANoticeStaysWhicheverPageIsShown has a page with texts of its own: the notice stays and leads to what it is about.
func TestANoticeStaysWhicheverPageIsShown(t *testing.T) {
	f := start(t, func(h *fakeHost) {
		h.session.Standing = func(context.Context) (Standing, error) {
			return Standing{Saved: "最近保存：今天 10:20", Notices: []Notice{{Text: "软件绘图，显示较慢", Link: "smartcanal://sales"}}}, nil
		}
	})
	f.Status("本页自己的话")
	line := f.frame.status
	if got := words(line.row) + " | " + words(line.standing); got != "本页自己的话 | 软件绘图，显示较慢 | 最近保存：今天 10:20" {
		t.Errorf("%q", got)
	}
	pressed(t, line.standing, "软件绘图，显示较慢")
	if f.current.link != "smartcanal://sales" {
		t.Errorf("the notice leads to %q", f.current.link)
	}
}

func TestAnOldBackupStandsOut(t *testing.T) {
	now := Standing{Saved: "最近保存：今天 10:20", Backup: "上次备份：今天 08:30"}
	f := start(t, func(h *fakeHost) {
		h.session.Standing = func(context.Context) (Standing, error) { return now, nil }
	})
	line := f.frame.status.standing
	if got := words(line); got != "最近保存：今天 10:20 | 上次备份：今天 08:30" {
		t.Errorf("%q", got)
	}
	now.Backup, now.Late = "已 3 天未备份（上次 11-16 08:30）", true
	f.Changed()
	if got := words(line); !strings.Contains(got, "已 3 天未备份") || !strings.HasSuffix(got, "立即备份") {
		t.Errorf("%q: an old backup leads to a new one", got)
	}
	f.openBeside("smartcanal://sales")
	now.Saved = "最近保存：今天 10:21"
	f.Changed()
	if got := words(f.windows[1].frame.status.standing); !strings.Contains(got, "10:21") {
		t.Errorf("%q: every window tells the same", got)
	}
}
