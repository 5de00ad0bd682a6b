package chart

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"smartcanal/screens/kit"
)

// bench is a window with a chart in it; it notes what the chart opens.
type bench struct {
	*View
	window fyne.Window
	opened [][2]int
}

func newBench(t *testing.T, c Chart) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(kit.Inline())
	b := &bench{}
	b.View = New(c, func(series, label int) { b.opened = append(b.opened, [2]int{series, label}) })
	b.window = test.NewTempWindow(t, b.View)
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(440, 240))
	return b
}

func (b *bench) last() [2]int {
	if len(b.opened) == 0 {
		return [2]int{-1, -1}
	}
	return b.opened[len(b.opened)-1]
}

func (b *bench) keys(names ...fyne.KeyName) {
	for _, name := range names {
		b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (b *bench) hover(p fyne.Position) {
	b.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}})
}

// says tells whether the window shows a text now.
func (b *bench) says(text string) bool {
	for _, o := range test.WidgetRenderer(b.View).Objects() {
		if drawn, is := o.(*canvas.Text); is && drawn.Text == text {
			return true
		}
	}
	return false
}

// showing is a bench of a sample of a kind.
func showing(t *testing.T, kind Kind) *bench {
	t.Helper()
	c := sample(kind)
	var b *bench
	for i := range c.Events {
		c.Events[i].Open = func() { b.opened = append(b.opened, [2]int{0, i}) }
	}
	b = newBench(t, c)
	return b
}

// sample has two series over three labels; the last value of the second is not known yet.
func sample(kind Kind) Chart {
	if kind == Timeline {
		return Chart{Kind: kind, Events: []Event{
			{Kind: "导入", When: "11-23 09:12 · 经办员", Text: "微信服务商账单 11 月 1–22 日，归入本企业 1,204 笔"},
			{Kind: "申报", Tone: kit.Teal, When: "11-20 15:02 · 初审员", Text: "2026-017 初审通过"},
			{When: "11-18 09:40 · 受理员", Text: "收到申报材料 6 项"},
		}}
	}
	return Chart{Kind: kind, Unit: Unit{"万元", 1_000_000}, Labels: []string{"1月", "2月", "3月"}, Series: []Series{
		{Name: "2025 年 16.00", Short: "2025 年", Values: []int64{3_000_000, 5_500_000, 7_500_000}},
		{Name: "2026 年", Values: []int64{4_000_000, -1_250_000}},
	}}
}

// TestPointAndClick hovers and clicks every value of every kind where it shows.
func TestPointAndClick(t *testing.T) {
	for _, kind := range kinds() {
		b := showing(t, kind)
		marks := b.drawn().marks
		if len(marks) < 3 {
			t.Fatalf("kind %d has %d marks", kind, len(marks))
		}
		for _, m := range marks {
			b.hover(m.at.middle())
			if !b.says(m.name) || m.value != "" && !b.says(m.value) || b.Cursor() != desktop.PointerCursor {
				t.Errorf("kind %d: pointing at %s shows nothing of %s", kind, m.name, m.value)
			}
			test.TapAt(b.View, m.at.middle())
			if b.last() != [2]int{m.series, m.label} {
				t.Errorf("kind %d: a click on %s opened %v", kind, m.name, b.last())
			}
		}
		opened := len(b.opened)
		b.MouseOut()
		test.TapAt(b.View, fyne.NewPos(-3, 239))
		if len(b.opened) != opened || b.at() != nil || b.Cursor() != desktop.DefaultCursor {
			t.Errorf("kind %d: something is meant where nothing is", kind)
		}
	}
}

// TestKeysReachEveryValue walks by arrows alone.
func TestKeysReachEveryValue(t *testing.T) {
	for _, kind := range kinds() {
		b := showing(t, kind)
		b.window.Canvas().Focus(b.View)
		if b.at() == nil {
			t.Fatalf("kind %d: the keyboard is on nothing", kind)
		}
		seen := map[[2]int]bool{}
		for _, between := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyUp} {
			b.keys(between, fyne.KeyHome, fyne.KeyReturn)
			for range 3 {
				seen[b.last()] = true
				b.keys(fyne.KeyRight, fyne.KeySpace)
			}
			b.keys(fyne.KeyHome, fyne.KeyDown, fyne.KeySpace)
			seen[b.last()] = true
		}
		if len(seen) != len(b.drawn().marks) {
			t.Errorf("kind %d: the keys reached %v", kind, seen)
		}
		b.window.Canvas().Unfocus()
		if b.at() != nil {
			t.Error("a value is still meant without the keyboard")
		}
	}
}

func TestAChartOfNothingOpensNothing(t *testing.T) {
	for _, kind := range kinds() {
		for _, c := range []Chart{{Kind: kind, Places: []Place{{1, 1, nil}}}, {Kind: kind, Labels: []string{"1月"}}, {Kind: kind, Series: []Series{{Values: []int64{1}}}}} {
			b := newBench(t, c)
			b.window.Canvas().Focus(b.View)
			b.keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyUp, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyEnter, fyne.KeySpace)
			test.TapAt(b.View, fyne.NewPos(200, 100))
			if len(b.opened) != 0 || !c.Empty() {
				t.Errorf("kind %d: opened %v", kind, b.opened)
			}
		}
	}
}

func TestTheKeyboardStaysOnItsValue(t *testing.T) {
	b := newBench(t, sample(Bars))
	b.window.Canvas().Focus(b.View)
	b.keys(fyne.KeyHome)
	next := sample(Bars)
	next.Series[1].Values[0] = 6_000_000
	b.SetChart(next)
	if !b.says("6.00 万元") {
		t.Error("the value under the keyboard is not the new one")
	}
	next.Labels = nil
	b.SetChart(next)
	b.keys(fyne.KeyReturn)
	if len(b.opened) != 0 {
		t.Errorf("opened %v of nothing", b.opened)
	}
}

func TestNegativeValuesAreSaid(t *testing.T) {
	for _, kind := range []Kind{Bars, Line} {
		c := Chart{Kind: kind, Unit: Unit{"万元", 1_000_000}, Labels: []string{"1月"}, Series: []Series{{Values: []int64{-2_350_000}}}}
		b := newBench(t, c)
		if !b.says("-2.35") {
			t.Errorf("kind %d hides the sign", kind)
		}
	}
}

func TestAnArrowFindsTheTileBeside(t *testing.T) {
	c := Chart{Kind: Tiles, Labels: []string{"北", "西", "中", "东", "南"}, Series: []Series{{Values: []int64{1, 2, 3, 4, 5}}},
		Places: []Place{{Column: 1}, {Row: 1}, {Column: 1, Row: 1}, {Column: 2, Row: 1}, {Column: 1, Row: 2}}}
	b := newBench(t, c)
	b.window.Canvas().Focus(b.View)
	b.keys(fyne.KeyHome)
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyUp, 0}, {fyne.KeyDown, 2}, {fyne.KeyLeft, 1}, {fyne.KeyLeft, 1}, {fyne.KeyRight, 2}, {fyne.KeyRight, 3}, {fyne.KeyLeft, 2}, {fyne.KeyDown, 4}} {
		b.keys(step.key, fyne.KeyReturn)
		if b.last() != [2]int{0, step.want} {
			t.Errorf("%s leads to %v, want %s", step.key, b.last(), c.Labels[step.want])
		}
	}
}

func TestEventsTakeTheHeightOfTheirTexts(t *testing.T) {
	b := showing(t, Timeline)
	if narrow, wide := b.HeightFor(120), b.HeightFor(600); narrow <= wide || wide != b.HeightFor(900) {
		t.Errorf("%v high in 120, %v in 600", narrow, wide)
	}
}

func TestAChartFollowsTheLook(t *testing.T) {
	for _, kind := range kinds() {
		b := showing(t, kind)
		fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark))
		b.Refresh()
		for _, o := range test.WidgetRenderer(b.View).Objects() {
			drawn, is := o.(*canvas.Text)
			if is && drawn.Color == kit.NewTheme(kit.Light).Color(kit.Secondary, theme.VariantLight) {
				t.Errorf("kind %d: %q is still in the colour of the light look", kind, drawn.Text)
			}
		}
	}
}
