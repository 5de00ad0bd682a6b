package grid

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// seen is a list with its views and what its page was asked to show.
type seen struct {
	shown
	*Views
	asked []View
}

func look(t *testing.T, memory kit.Memory, begin bool) *seen {
	t.Helper()
	s := &seen{shown: show(t, kit.Light, &sales{rows: 100})}
	s.Views = NewViews(s.Grid, memory, "sales.lines", View{Name: "未匹配", Page: "unmatched=1"})
	s.Page = func() string { return "platform=wechat" }
	s.OnView = func(v View) { s.asked = append(s.asked, v) }
	s.Views.OnProblem = func(p *problem.Problem) { t.Error(p) }
	s.window.SetContent(container.NewWithoutLayout(s.Chip(), s.Grid))
	s.Grid.Resize(fyne.NewSize(testWidth, testHeight))
	s.Chip().Resize(s.Chip().MinSize())
	s.Load(begin, func() {})
	return s
}

func TestAListComesBackAsItWasLeft(t *testing.T) {
	memory := kit.NewMemory()
	s := look(t, memory, true)
	s.MoveColumn(0, 2)
	s.HideColumn("status")
	s.click(s.headAt(1), 0)
	again := look(t, memory, true)
	if !slices.Equal(again.ids(), s.ids()) {
		t.Errorf("%v, want %v", again.ids(), s.ids())
	}
	if len(again.asked) != 1 || len(again.Sort()) != 1 || again.Sort()[0].Column != "time" {
		t.Errorf("sorted by %v, asked %d times", again.Sort(), len(again.asked))
	}
	if linked := look(t, memory, false); len(linked.asked) != 0 || !slices.Equal(linked.ids(), s.ids()) {
		t.Error("a link has its own filter and order, and the person's columns")
	}
}

// view opens the menu of views and chooses from it.
func (s *seen) view(entry string) {
	s.t.Helper()
	test.Tap(s.Chip())
	s.pick(entry)
}

func TestViewsAreSavedShownAndDeleted(t *testing.T) {
	memory := kit.NewMemory()
	s := look(t, memory, true)
	s.choose(s.headAt(2), "隐藏此列") // 平台
	s.view("保存为视图…")
	entry := s.window.Canvas().Focused().(*kit.Entry)
	test.Type(entry, "微信")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Chip().Label() != "视图：微信 ▾" {
		t.Fatal(s.Chip().Label())
	}
	s.view("未匹配")
	if last := s.asked[len(s.asked)-1]; last.Page != "unmatched=1" {
		t.Errorf("%+v", last)
	}
	s.choose(s.headAt(0), "显示的列", "平台")
	s.view("微信")
	if last := s.asked[len(s.asked)-1]; last.Page != "platform=wechat" || slices.Contains(s.ids(), "platform") {
		t.Errorf("%+v shows %v", last, s.ids())
	}
	s.choose(s.headAt(0), "紧凑行距")
	s.view("更新“微信”")
	s.view("打开时显示“微信”")
	again := look(t, memory, true)
	if len(again.asked) != 1 || again.asked[0].Name != "微信" || again.style.density != Dense {
		t.Errorf("begins with %+v, density %v", again.asked, again.style.density)
	}
	again.view("删除“微信”")
	again.view("恢复初始样式")
	if !slices.Contains(again.ids(), "platform") {
		t.Error("reset shows every column")
	}
	if last := look(t, memory, true); len(last.asked) != 0 || last.Chip().Label() != "视图：默认 ▾" {
		t.Errorf("%q after %+v", last.Chip().Label(), last.asked)
	}
}

func TestABuiltInViewCannotBeOverwritten(t *testing.T) {
	s := look(t, kit.NewMemory(), true)
	s.view("保存为视图…")
	entry := s.window.Canvas().Focused().(*kit.Entry)
	test.Type(entry, "未匹配")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Chip().Label() != "视图：默认 ▾" || s.window.Canvas().Overlays().Top() == nil {
		t.Error("a person's view took a built-in one's name")
	}
	kit.CloseTop()
}

func TestWhatCannotBeReadIsBegunAnew(t *testing.T) {
	memory := kit.NewMemory()
	if err := memory.Keep(context.Background(), "view/sales.lines", "{"); err != nil {
		t.Fatal(err)
	}
	if s := look(t, memory, true); len(s.ids()) != len(saleColumns()) {
		t.Error(s.ids())
	}
}

func TestTheMenuOfViewsNamesWhatItDoes(t *testing.T) {
	s := look(t, kit.NewMemory(), true)
	s.Save("本月退款")
	var labels []string
	for _, item := range s.menu() {
		labels = append(labels, item.Label)
	}
	want := []string{"未匹配", "本月退款", "", "保存为视图…", "更新“本月退款”", "打开时显示“本月退款”", "删除“本月退款”", "恢复初始样式"}
	if !slices.Equal(labels, want) {
		t.Errorf("%q", labels)
	}
}
