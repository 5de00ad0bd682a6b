package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

func TestMouseMarks(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.drag(s.cellAt(2, 1), s.cellAt(3, 2), s.cellAt(6, 4))
	s.marked(Range{2, 1, 6, 4})
	s.click(s.cellAt(8, 5), fyne.KeyModifierControl)
	s.marked(Range{2, 1, 6, 4}, Range{8, 5, 8, 5})
	s.click(s.cellAt(9, 6), fyne.KeyModifierShift)
	s.marked(Range{2, 1, 6, 4}, Range{8, 5, 9, 6})
	s.click(s.cellAt(1, 1), 0)
	s.marked(Range{1, 1, 1, 1})
	if s.window.Canvas().Focused() != s.Grid {
		t.Error("a click does not give the grid the keyboard")
	}
}

func TestDragBeyondTheEdgeScrolls(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	from := s.cellAt(2, 1)
	s.MouseDown(s.mouse(from, desktop.MouseButtonPrimary, 0))
	below := fyne.NewPos(from.X, testHeight+20)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: below}})
	s.pointer.scrolling() // the beats are given by hand here
	s.pointer.scrolling = func() {}
	for range 4 {
		s.keepDragging()
	}
	s.MouseUp(s.mouse(below, desktop.MouseButtonPrimary, 0))
	fits := s.Grid.window.fits
	s.marked(Range{2, 1, fits + 4, 1})
	if s.Grid.window.top != 5 {
		t.Errorf("scrolled to %d", s.Grid.window.top)
	}
}

func TestSelectRowsMarksWhole(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.SelectRows()
	s.drag(s.cellAt(2, 1), s.cellAt(4, 2))
	s.marked(Range{2, 0, 4, 8})
}

func TestHeadSorts(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	var asked []SortKey
	s.OnSort = func(keys []SortKey) { asked = keys }
	for _, c := range []struct {
		column   int
		modifier fyne.KeyModifier
		want     []SortKey
	}{
		{5, 0, []SortKey{{Column: "amount", Descending: false}}},
		{5, 0, []SortKey{{Column: "amount", Descending: true}}},
		{0, fyne.KeyModifierShift, []SortKey{{Column: "amount", Descending: true}, {Column: "time", Descending: false}}},
		{0, fyne.KeyModifierShift, []SortKey{{Column: "amount", Descending: true}, {Column: "time", Descending: true}}},
		{2, 0, []SortKey{{Column: "amount", Descending: true}, {Column: "time", Descending: true}}}, // cannot be sorted by
		{5, fyne.KeyModifierShift, []SortKey{{Column: "time", Descending: true}}},
		{1, 0, []SortKey{{Column: "shop", Descending: false}}},
	} {
		s.click(s.headAt(c.column), c.modifier)
		if len(asked) != len(c.want) {
			t.Fatalf("column %d: asked for %v, want %v", c.column, asked, c.want)
		}
		for i := range asked {
			if asked[i] != c.want[i] {
				t.Fatalf("column %d: asked for %v, want %v", c.column, asked, c.want)
			}
		}
	}
	if head := s.view.scrolled.headPens.texts.items[1].Text; head != "主体 ↑" {
		t.Errorf("the head reads %q", head)
	}
}

func TestDoubleClickOpensTheSameCellOnly(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	opened := []int{}
	s.OnOpen = func(row int, _ Row) { opened = append(opened, row) }
	s.doubleClick(s.cellAt(3, 3))
	s.click(s.cellAt(5, 3), 0)
	s.click(s.cellAt(6, 3), 0)
	s.DoubleTapped(&fyne.PointEvent{})
	if len(opened) != 1 || opened[0] != 3 {
		t.Errorf("opened %v", opened)
	}
}

func TestEdgeChangesOneWidth(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	before := map[string]float32{}
	for i, l := range s.lanes {
		before[s.ColumnAt(i).ID] = l.width
	}
	told := map[string]float32{}
	s.OnArranged = func(a Arrangement) {
		for _, c := range a.Columns {
			told[c.ID] = c.Width
		}
	}
	edge := s.edgeAt(1)
	s.drag(edge, edge.AddXY(10, 0), edge.AddXY(40, 0))
	if told["shop"] != before["shop"]+40 {
		t.Errorf("width %v, was %v", told["shop"], before["shop"])
	}
	for id, width := range before {
		if id != "shop" && told[id] != width {
			t.Errorf("%s went from %v to %v", id, width, told[id])
		}
	}
	s.doubleClick(s.edgeAt(3))
	if need := s.style.plain().width(number(1)) + 2*s.style.pad; told["number"] < need || told["number"] > need+4 {
		t.Errorf("fitted to %v, want %v", told["number"], need)
	}
	s.MouseMoved(s.mouse(s.edgeAt(3), 0, 0))
	if s.Cursor() != desktop.HResizeCursor {
		t.Error("the edge does not show it can be dragged")
	}
}

func TestThumbDragsToTheLastRow(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1_000_000})
	thumb := fyne.NewPos(s.view.downThumb.X+5, s.view.downThumb.Y+5)
	s.drag(thumb, thumb.AddXY(0, 200), thumb.AddXY(0, 2000))
	if _, last := s.Shown(); last != 999_999 {
		t.Errorf("the thumb reaches row %d", last)
	}
	words := s.words(3)
	if got := words[len(words)-1]; got != number(999_999) {
		t.Errorf("the last row shows %s", got)
	}
	thumb = fyne.NewPos(s.view.downThumb.X+5, s.view.downThumb.Y+5)
	s.drag(thumb, thumb.AddXY(0, -5000))
	if first, _ := s.Shown(); first != 0 {
		t.Errorf("the thumb goes back to row %d", first)
	}
	s.click(fyne.NewPos(s.view.down.X+5, s.view.down.Y+s.view.down.Height-2), 0)
	if first, _ := s.Shown(); first != s.Grid.window.fits {
		t.Errorf("a click on the track goes to row %d", first)
	}
}

func TestWheelMoves(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1_000_000})
	at, first := s.cellAt(3, 3), 0
	s.OnScroll = func(top, _ int) { first = top }
	test.Scroll(s.window.Canvas(), at, 0, -2*notch)
	if first != 6 {
		t.Errorf("two notches move to row %d", first)
	}
	for range 10 {
		test.Scroll(s.window.Canvas(), at, 0, -8) // a touchpad: 80 units are two rows and a half
	}
	if first != 8 {
		t.Errorf("a touchpad moves to row %d", first)
	}
	test.Scroll(s.window.Canvas(), at, 0, 100*notch)
	if first != 0 {
		t.Errorf("back at row %d", first)
	}
}

func TestScrollAcross(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.window.Resize(fyne.NewSize(600, testHeight))
	test.Scroll(s.window.Canvas(), fyne.NewPos(200, 200), -9000, 0)
	if got := s.left; got != wide(s.lanes)-s.view.rows.Width {
		t.Errorf("scrolled across by %v", got)
	}
	s.click(s.cellAt(1, 8), 0)
	s.cursorIs(1, 8)
	s.press(fyne.KeyHome)
	if s.left != 0 {
		t.Errorf("the first column lies %v off", s.left)
	}
	thumb := fyne.NewPos(s.view.acrossThumb.X+5, s.view.acrossThumb.Y+5)
	s.drag(thumb, thumb.AddXY(2000, 0))
	if got := s.left; got != wide(s.lanes)-s.view.rows.Width {
		t.Errorf("the thumb scrolls across by %v", got)
	}
}

func TestLinkAndBoxAreClicked(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	var followed, ticked Place
	s.OnLink = func(at Place) { followed = at }
	s.OnCheck = func(at Place, now bool) {
		ticked = at
		if now {
			t.Error("row 3 is ticked already, so a click takes the tick away")
		}
	}
	s.click(s.cellAt(2, 1), 0)
	s.click(s.cellAt(3, 8), 0)
	if followed != (Place{2, 1}) || ticked != (Place{3, 8}) {
		t.Errorf("followed %v, ticked %v", followed, ticked)
	}
	s.MouseMoved(s.mouse(s.cellAt(2, 1), 0, 0))
	if s.Cursor() != desktop.PointerCursor {
		t.Error("a link does not show the hand")
	}
	s.MouseOut()
}

func TestRightClickKeepsASelectionItIsIn(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	var asked Place
	s.OnMenu = func(at Place) []*fyne.MenuItem {
		asked = at
		return []*fyne.MenuItem{fyne.NewMenuItem("打开", func() {})}
	}
	rightClick := func(at fyne.Position) {
		s.MouseDown(s.mouse(at, desktop.MouseButtonSecondary, 0))
		s.MouseUp(s.mouse(at, desktop.MouseButtonSecondary, 0))
		test.TapSecondaryAt(s.Grid, at)
	}
	s.drag(s.cellAt(2, 1), s.cellAt(6, 4))
	rightClick(s.cellAt(3, 2))
	s.marked(Range{2, 1, 6, 4})
	if asked != (Place{3, 2}) || s.window.Canvas().Overlays().Top() == nil {
		t.Errorf("menu of %v, shown %v", asked, s.window.Canvas().Overlays().Top() != nil)
	}
	s.window.Canvas().Overlays().Remove(s.window.Canvas().Overlays().Top())
	rightClick(s.cellAt(9, 5))
	s.marked(Range{9, 5, 9, 5})
}
