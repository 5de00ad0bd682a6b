package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Pad leaves room around content.
func Pad(content fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(&padLayout{top, right, bottom, left}, content)
}

type padLayout struct{ top, right, bottom, left float32 }

// Layout is Fyne's.
func (l *padLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, l.left, l.top, size.Width-l.left-l.right, size.Height-l.top-l.bottom)
	}
}

// MinSize is Fyne's.
func (l *padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l *padLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range objects {
		height = max(height, heightFor(o, width-l.left-l.right))
	}
	return height + l.top + l.bottom
}

// spring is the room a Row leaves between its parts.
type spring struct{ canvas.Rectangle }

// Spring takes the room that is left in a Row.
func Spring() fyne.CanvasObject { return &spring{} }

// Space is empty room of so many units, for rows and columns.
func Space(width, height float32) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(width, height))
	return room
}

// Rule is a thin line across.
func Rule() fyne.CanvasObject { return widget.NewSeparator() }

// Scrolled lets a column scroll up and down and gives it the heights its texts need at the width of
// the view.
func Scrolled(content fyne.CanvasObject) *container.Scroll {
	return FollowsFocus(container.NewVScroll(container.New(&scrolledLayout{}, content)))
}

// barRoom is what the bar of a scroll takes at the right.
const barRoom float32 = 10

// ScrolledClear is Scrolled with room for the bar, where that would stand over the content's right edge.
func ScrolledClear(content fyne.CanvasObject) *container.Scroll {
	return Scrolled(Pad(content, 0, barRoom, 0, 0))
}

// scrolledLayout remembers the width, so that texts over several lines count at their real height.
type scrolledLayout struct{ width float32 }

// Layout is Fyne's.
func (l *scrolledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range objects {
		place(o, 0, 0, size.Width, max(heightFor(o, size.Width), size.Height))
	}
}

// MinSize is Fyne's.
func (l *scrolledLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(fyne.NewSize(o.MinSize().Width, heightFor(o, l.width)))
	}
	return size
}
