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
