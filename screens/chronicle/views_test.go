package chronicle

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/demo"
	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
)

// bench is a window on the demo's chronicle; it notes what pages ask of it.
type bench struct {
	t        *testing.T
	desk     *desk
	window   fyne.Window
	opened   []string
	problems []*problem.Problem
	memory   kit.Memory
}

func newBench(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(kit.Inline())
	t.Cleanup(grid.Inline())
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	for _, err := range []error{demo.FillCouncil(t.Context(), st), demo.FillChronicle(t.Context(), st)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b := &bench{t: t, desk: newDesk(st, "经办员"), memory: kit.NewMemory(), window: test.NewTempWindow(t, nil)}
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1166, 682))
	return b
}

func (b *bench) Window() fyne.Window        { return b.window }
func (b *bench) Back()                      {}
func (b *bench) Status(...string)           {}
func (b *bench) Changed()                   {}
func (b *bench) Memory() kit.Memory         { return b.memory }
func (b *bench) Problem(p *problem.Problem) { b.problems = append(b.problems, p) }
func (b *bench) Open(link string)           { b.opened = append(b.opened, link) }

func (b *bench) show(page kit.Page) {
	b.window.SetContent(page.Object())
	page.(kit.Shown).Shown()
}

// each visits what can be seen of the top dialog, or of the page where there is none.
func (b *bench) each(visit func(fyne.CanvasObject)) {
	root := b.window.Canvas().Content()
	if top := b.window.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		visit(o)
		children := []fyne.CanvasObject{}
		switch thing := o.(type) {
		case *fyne.Container:
			children = thing.Objects
		case fyne.Widget:
			children = test.WidgetRenderer(thing).Objects()
		}
		for _, child := range children {
			walk(child)
		}
	}
	walk(root)
}

func (b *bench) tap(label string) {
	b.t.Helper()
	var found fyne.Tappable
	b.each(func(o fyne.CanvasObject) {
		if named, is := o.(interface{ Label() string }); is && named.Label() == label && found == nil {
			found, _ = o.(fyne.Tappable)
		}
	})
	if found == nil {
		b.t.Fatalf("nothing is called %q", label)
	}
	found.Tapped(&fyne.PointEvent{})
}

func (b *bench) typed(text string) {
	for _, r := range text {
		b.window.Canvas().Focused().TypedRune(r)
	}
}

func (b *bench) shows(text string) bool {
	var words strings.Builder
	b.each(func(o fyne.CanvasObject) {
		if t, is := o.(*canvas.Text); is {
			words.WriteString(t.Text + "\n")
		}
	})
	return strings.Contains(words.String(), text)
}

// TestTwoPeopleAtOneEntrySeeBothVersions: what a colleague made of an entry meanwhile stands beside what was typed.
func TestTwoPeopleAtOneEntrySeeBothVersions(t *testing.T) {
	b := newBench(t)
	ctx := t.Context()
	b.show(NewEntryView(b, b.desk, 5))
	b.tap("编辑…")
	page, err := b.desk.room.Page(ctx, 5)
	if err != nil {
		t.Fatal(err)
	}
	theirs := page.Entry
	theirs.Text, theirs.Public = "区长、腾讯公司负责人出席。", false
	if err := b.desk.room.Edit(ctx, "同事", &theirs); err != nil {
		t.Fatal(err)
	}
	b.typed("运河区：")
	b.tap("保存")
	for _, text := range []string{"别人刚改过这条记录", "区长、腾讯公司负责人出席。", "运河区：", "公开范围", "否"} {
		if !b.shows(text) {
			t.Errorf("%s is not shown", text)
		}
	}
	b.tap("保留我的并保存")
	page, err = b.desk.room.Page(ctx, 5)
	if err != nil || !strings.HasPrefix(page.Title, "运河区：") || page.Text != theirs.Text || page.Public {
		t.Errorf("%+v %v", page.Entry, err)
	}
}

// TestASourceIsAddedAndTakenOff says where an entry comes from, on its page.
func TestASourceIsAddedAndTakenOff(t *testing.T) {
	b := newBench(t)
	v := NewEntryView(b, b.desk, 5)
	b.show(v)
	b.tap("添加来源…")
	b.typed("《沧州日报》2015年11月17日")
	b.tap("保存")
	if len(v.page.Sources) != 1 || !b.shows("《沧州日报》") {
		t.Fatalf("%+v", v.page.Sources)
	}
	b.tap("移除")
	if len(v.page.Sources) != 0 || len(b.problems) > 0 {
		t.Errorf("%+v %v", v.page.Sources, b.problems)
	}
}
