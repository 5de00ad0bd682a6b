package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
)

func (s shown) cursorIs(row, column int) {
	s.t.Helper()
	if at := s.Selection().Cursor; at != (Place{row, column}) {
		s.t.Errorf("cursor at %v, want row %d column %d", at, row, column)
	}
}

func (s shown) marked(want ...Range) {
	s.t.Helper()
	got := s.Selection().Ranges
	if len(got) != len(want) {
		s.t.Fatalf("marked %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			s.t.Errorf("marked %v, want %v", got, want)
		}
	}
}

func TestKeysReachTheLastOfAMillion(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1_000_000})
	s.click(s.cellAt(2, 1), 0)
	s.control(fyne.KeyEnd, 0)
	s.cursorIs(999_999, 8)
	if first, last := s.Shown(); last != 999_999 || first != 1_000_000-s.Grid.window.fits {
		t.Errorf("rows %d to %d are shown", first, last)
	}
	words := s.words(3)
	if got := words[len(words)-1]; got != number(999_999) {
		t.Errorf("the last row shows %s", got)
	}
	s.press(fyne.KeyUp, fyne.KeyLeft)
	s.cursorIs(999_998, 7)
	s.control(fyne.KeyHome, 0)
	s.cursorIs(0, 0)
}

func TestKeysMove(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.click(s.cellAt(0, 0), 0)
	page := s.Grid.window.fits
	s.press(fyne.KeyPageDown)
	s.cursorIs(page, 0)
	s.press(fyne.KeyEnd, fyne.KeyDown)
	s.cursorIs(page+1, 8)
	s.press(fyne.KeyHome, fyne.KeyPageUp, fyne.KeyPageUp)
	s.cursorIs(0, 0)
	s.control(fyne.KeyDown, 0)
	s.cursorIs(499, 0)
}

func TestShiftStretches(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	var told Selection
	s.OnSelection = func(now Selection) { told = now }
	s.click(s.cellAt(3, 2), 0)
	s.shifted(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
	s.marked(Range{3, 2, 5, 3})
	if told.Rows() != 3 {
		t.Errorf("told of %d rows", told.Rows())
	}
	s.shifted(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft)
	s.marked(Range{2, 1, 3, 2})
	s.control(fyne.KeyEnd, fyne.KeyModifierShift)
	s.marked(Range{3, 2, 499, 8})
	s.press(fyne.KeyEscape)
	s.marked(Range{499, 8, 499, 8})
	s.shifted(fyne.KeyUp, fyne.KeySpace)
	s.marked(Range{498, 0, 499, 8})
	s.press(fyne.KeyEscape)
	s.control(fyne.KeySpace, 0)
	s.marked(Range{0, 8, 499, 8})
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.marked(Range{0, 0, 499, 8})
	if told.Rows() != 500 {
		t.Errorf("told of %d rows", told.Rows())
	}
}

func TestTabFindsTheCursorInTheFirstCellShown(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.ScrollTo(40)
	s.window.Canvas().FocusNext()
	s.cursorIs(40, 0)
}

func TestEnterOpensAndSpaceTicks(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	opened, ticked, followed := -1, Place{}, Place{}
	s.OnOpen = func(row int, shown Row) { opened = row }
	s.OnCheck = func(at Place, _ bool) { ticked = at }
	s.OnLink = func(at Place) { followed = at }
	s.click(s.cellAt(4, 7), 0)
	s.press(fyne.KeyReturn)
	if opened != 4 {
		t.Errorf("opened row %d", opened)
	}
	s.press(fyne.KeyRight, fyne.KeySpace)
	if ticked != (Place{4, 8}) {
		t.Errorf("ticked %v", ticked)
	}
	s.press(fyne.KeyHome, fyne.KeyRight, fyne.KeySpace)
	if followed != (Place{4, 1}) {
		t.Errorf("followed %v", followed)
	}
}

// TestOtherKeysArePassedOn: the window's shortcuts work while the grid has the keyboard. The canvas of
// the test driver takes no shortcuts, so that half is tried on Fyne's own handler.
func TestOtherKeysArePassedOn(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 5})
	searched, helped := false, false
	s.window.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { helped = true })
	s.click(s.cellAt(0, 0), 0)
	s.press(fyne.KeyF1)
	find := &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}
	handler := &fyne.ShortcutHandler{}
	handler.AddShortcut(find, func(fyne.Shortcut) { searched = true })
	s.TypedShortcut(find)
	if s.custom(find) {
		t.Error("the grid keeps Ctrl+K for itself")
	}
	passOn(handler, find)
	if !searched || !helped {
		t.Errorf("searched %v, helped %v", searched, helped)
	}
}
