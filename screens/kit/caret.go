package kit

import "fyne.io/fyne/v2"

// caret is where the next character will stand, in the pixels of the window's content: what an input
// method needs to know to open its candidates beside it.
type caret struct {
	x, y   int // its upper end
	height int
	// The entry around it, which candidates must not cover.
	left, top, right, bottom int
}

// caretOn finds the caret of the entry that has the keyboard; false where none has.
func caretOn(over fyne.Canvas) (caret, bool) {
	focused, is := over.Focused().(interface {
		fyne.CanvasObject
		CursorPosition() fyne.Position
	})
	if !is {
		return caret{}, false
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(focused)
	size, inside := focused.Size(), focused.CursorPosition()
	// A long text is scrolled under the entry, and the place of its caret counts from the text's beginning.
	inside.X = max(0, min(inside.X, size.Width))
	inside.Y = max(0, min(inside.Y, size.Height-TextSize))
	var c caret
	c.x, c.y = over.PixelCoordinateForPosition(at.Add(inside))
	c.left, c.top = over.PixelCoordinateForPosition(at)
	c.right, c.bottom = over.PixelCoordinateForPosition(at.AddXY(size.Width, size.Height))
	_, foot := over.PixelCoordinateForPosition(at.Add(inside).AddXY(0, TextSize*1.4))
	c.height = foot - c.y
	return c, true
}
