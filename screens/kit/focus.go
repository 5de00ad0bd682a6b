package kit

import "fyne.io/fyne/v2"

// ReleaseFocus takes the keyboard from a widget that is not on the window any more: Return would press a
// button nobody sees. Call it once other content is shown.
func ReleaseFocus(over fyne.Canvas) {
	focused, is := over.Focused().(fyne.CanvasObject)
	// What is not on the window has no place; nothing that takes keys lies at the window's very corner.
	if is && fyne.CurrentApp().Driver().AbsolutePositionForObject(focused).IsZero() {
		over.Unfocus()
	}
}

// passKey gives the window a key that what has the keyboard does not take.
func passKey(over fyne.Canvas, event *fyne.KeyEvent) {
	if over != nil && over.OnTypedKey() != nil {
		over.OnTypedKey()(event)
	}
}

// functionKeys are the window's in an entry too: no text has them.
var functionKeys = map[fyne.KeyName]bool{fyne.KeyF1: true, fyne.KeyF5: true, fyne.KeyF9: true}
