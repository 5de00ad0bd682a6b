package grid

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
)

// showNumbered is a list whose rows have their numbers.
func showNumbered(t *testing.T, rows int) shown {
	s := show(t, kit.Light, &sales{rows: rows})
	s.Numbered().Refresh()
	return s
}

// numberAt is the middle of a row's number on the screen.
func (s shown) numberAt(row int) fyne.Position {
	return fyne.NewPos(s.view.numbers.area().Width/2, s.cellAt(row, 0).Y)
}

// numbers are those drawn beside the rows, from the first on the screen.
func (s shown) numbers() []string {
	var numbers []string
	y := float32(-1)
	for _, text := range s.view.numbers.pens.texts.items[:s.view.numbers.pens.texts.used] {
		if text.Position().Y != y {
			numbers, y = append(numbers, ""), text.Position().Y
		}
		numbers[len(numbers)-1] += text.Text
	}
	return numbers
}

func TestRowsAreMarkedByTheirNumbers(t *testing.T) {
	s := showNumbered(t, 500)
	s.click(s.numberAt(3), 0)
	s.marked(Range{3, 0, 3, 8})
	s.click(s.numberAt(6), fyne.KeyModifierShift)
	s.marked(Range{3, 0, 6, 8})
	s.click(s.numberAt(9), fyne.KeyModifierControl)
	s.marked(Range{3, 0, 6, 8}, Range{9, 0, 9, 8})
	s.drag(s.numberAt(1), s.numberAt(2), s.numberAt(5))
	s.marked(Range{1, 0, 5, 8})
	s.shifted(fyne.KeyDown)
	s.marked(Range{1, 0, 6, 8})
	s.choose(s.numberAt(2), "复制")
	s.marked(Range{1, 0, 6, 8})
	if got := clipboard(); strings.Count(got, "\r\n") != 5 {
		t.Errorf("copied %d lines", 1+strings.Count(got, "\r\n"))
	}
	s.choose(s.numberAt(9), "复制")
	s.marked(Range{9, 0, 9, 8})
	s.click(fyne.NewPos(8, 8), 0)
	s.marked(Range{0, 0, 499, 8})
	s.click(s.cellAt(2, 3), 0)
	s.shifted(fyne.KeyDown)
	s.marked(Range{2, 3, 3, 3})
}

// TestMarkingARowStaysWhereOneIs: the columns do not jump back to the first.
func TestMarkingARowStaysWhereOneIs(t *testing.T) {
	s := showNumbered(t, 500)
	s.window.Resize(fyne.NewSize(600, testHeight))
	s.click(s.cellAt(1, 0), 0)
	s.press(fyne.KeyEnd)
	before := s.left
	if before == 0 {
		t.Fatal("the last column is in view without scrolling")
	}
	s.click(s.numberAt(4), 0)
	if s.left != before {
		t.Errorf("scrolled across from %v to %v", before, s.left)
	}
}

func TestNumbersReachTheLastRow(t *testing.T) {
	s := showNumbered(t, 1_000_000)
	s.window.Canvas().Focus(s.Grid)
	s.control(fyne.KeyEnd, 0)
	texts := s.numbers()
	if got := texts[len(texts)-1]; got != "1000000" {
		t.Errorf("the last row is numbered %s", got)
	}
	if need := s.style.small().width("1000000"); s.view.numbers.area().Width < need+2*gutterPad {
		t.Errorf("%v wide, need %v", s.view.numbers.area().Width, need)
	}
	if words := s.words(3); words[len(words)-1] != number(999_999) {
		t.Errorf("the last row shows %s", words[len(words)-1])
	}
	s.ScrollTo(1003)
	if texts = s.numbers(); texts[0] != "1004" || texts[1] != "1005" {
		t.Errorf("numbered %v", texts)
	}
	s.SetModel(&sales{})
	if texts := s.numbers(); len(texts) != 0 {
		t.Errorf("an empty list is numbered %v", texts)
	}
}

func TestColumnsAreMarkedByTheirHeads(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.ScrollTo(100)
	s.click(s.headAt(3), fyne.KeyModifierControl)
	s.marked(Range{0, 3, 499, 3})
	if first, _ := s.Shown(); first != 100 || len(s.Sort()) != 0 {
		t.Errorf("the list went to row %d, sorted by %v", first, s.Sort())
	}
	s.click(s.headAt(5), fyne.KeyModifierControl|fyne.KeyModifierShift)
	s.marked(Range{0, 3, 499, 5})
	s.click(s.headAt(7), fyne.KeyModifierControl)
	s.marked(Range{0, 3, 499, 5}, Range{0, 7, 499, 7})
	s.choose(s.headAt(3), "选中此列")
	s.marked(Range{0, 3, 499, 3})
	s.TypedShortcut(&fyne.ShortcutCopy{})
	if lines := strings.Split(clipboard(), "\r\n"); len(lines) != 500 || !strings.Contains(lines[499], number(499)) {
		t.Errorf("copied %d lines", len(lines))
	}
	s.MouseDown(s.mouse(s.headAt(0), desktop.MouseButtonPrimary, fyne.KeyModifierControl))
	for _, column := range []int{1, 2, 1} {
		at := s.headAt(column)
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}})
	}
	s.MouseUp(s.mouse(s.headAt(1), desktop.MouseButtonPrimary, fyne.KeyModifierControl))
	s.DragEnd()
	if last := s.Selection().Ranges; last[len(last)-1] != (Range{0, 0, 499, 1}) || s.ids()[0] != "time" {
		t.Errorf("dragging marks %v in %v", last, s.ids())
	}
	marked := func(column int) bool {
		grounds := s.view.scrolled.headPens.grounds
		return slices.ContainsFunc(grounds.items[1:grounds.used], func(r *canvas.Rectangle) bool { return r.Position().X == s.across(column) })
	}
	if !marked(0) || !marked(1) || marked(2) {
		t.Error("the heads do not show which columns are marked")
	}
}

// TestBesideALinkOnlyMarks: a click on the words follows, one beside them is for marking and copying.
func TestBesideALinkOnlyMarks(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	acted := 0
	s.OnLink = func(Place) { acted++ }
	s.OnCheck = func(Place, bool) { acted++ }
	beside := fyne.NewPos(s.across(1)+s.lanes[1].width-8, s.cellAt(2, 1).Y)
	s.click(beside, 0)
	s.marked(Range{2, 1, 2, 1})
	s.MouseMoved(s.mouse(beside, 0, 0))
	if s.Cursor() != desktop.DefaultCursor {
		t.Error("the hand shows beside the words")
	}
	s.click(fyne.NewPos(s.across(8)+s.lanes[8].width-6, s.cellAt(2, 8).Y), 0)
	if acted != 0 {
		t.Errorf("acted %d times beside the words and the box", acted)
	}
	s.click(fyne.NewPos(s.across(1)+s.style.pad+4, beside.Y), 0)
	if acted != 1 {
		t.Error("a click on the words follows no link")
	}
}
