package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

func TestTheViewFollowsTheKeyboard(t *testing.T) {
	const count = 40
	rows := make([]fyne.CanvasObject, count)
	for i := range rows {
		rows[i] = NewPlain(fmt.Sprint("第 ", i+1, " 项"), func() {})
	}
	rows[count/2] = NewEntry("查找")
	inner := Down(0, []Track{Fixed(120)}, Scrolled(Column(4, rows...)))
	page := FollowsFocus(container.NewScroll(Column(300, NewText("页首"), inner, NewPlain("页尾", func() {}))))
	over := onWindow(t, 300, 260, Pad(page, 4, 4, 4, 4))
	size := over.Canvas().Size()
	for range count + 1 {
		over.Canvas().FocusNext()
		focused := over.Canvas().Focused().(fyne.CanvasObject)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(focused)
		if at.Y < 0 || at.Y+focused.Size().Height > size.Height {
			t.Fatalf("%v at %v lies outside the window of %v", focused, at, size)
		}
	}
	if focused, is := over.Canvas().Focused().(*Button); !is || focused.Label() != "页尾" {
		t.Errorf("the last one is %v", over.Canvas().Focused())
	}
}

func TestWhatDoesNothingTakesNoKeys(t *testing.T) {
	over := onWindow(t, 300, 100, Column(0, NewPressable(NewText("只是文字"), nil), NewPlain("导入", func() {})))
	over.Canvas().FocusNext()
	if focused, is := over.Canvas().Focused().(*Button); !is || focused.Label() != "导入" {
		t.Errorf("the keyboard stops at %T", over.Canvas().Focused())
	}
}
