package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// The candidates of an input method open where this says, so it has to follow what is typed.
func TestTheCaretIsFoundWhereOneTypes(t *testing.T) {
	entry := NewEntry("")
	button := NewPlain("查询", func() {})
	window := test.NewTempWindow(t, container.NewVBox(button, entry))
	window.Resize(fyne.NewSize(400, 200))
	over := window.Canvas()
	if _, is := caretOn(over); is {
		t.Error("nobody types, and there is a caret")
	}
	over.Focus(entry)
	empty, _ := caretOn(over)
	test.Type(entry, "运河区")
	typed, is := caretOn(over)
	if !is || typed.x <= empty.x || typed.y != empty.y {
		t.Errorf("%+v after %+v: three characters move the caret to the right", typed, empty)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(entry)
	if float32(typed.top) < at.Y-1 || typed.y < typed.top || typed.y+typed.height > typed.bottom {
		t.Errorf("%+v: the caret lies in its entry at %v", typed, at)
	}
	test.Type(entry, strings.Repeat("电子商务", 40))
	if long, _ := caretOn(over); long.x > long.right {
		t.Errorf("%+v: a long text does not lead out of the entry", long)
	}
	over.Focus(button)
	if _, is := caretOn(over); is {
		t.Error("a button has no caret")
	}
}

func TestTheCaretCountsInPixels(t *testing.T) {
	entry := NewMultiLineEntry("", 4)
	window := test.NewTempWindow(t, entry)
	window.Resize(fyne.NewSize(400, 200))
	over := window.Canvas()
	over.Focus(entry)
	test.Type(entry, "一\n二")
	plain, _ := caretOn(over)
	over.(software.WindowlessCanvas).SetScale(2)
	if double, _ := caretOn(over); double.y != 2*plain.y || double.height < plain.height {
		t.Errorf("%+v at 200 %%, %+v at 100 %%", double, plain)
	}
}
