package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewWrap puts objects side by side and begins a new line where the room ends: chips, legends.
func NewWrap(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapLayout{gap: gap, lineGap: lineGap}, objects...)
}

type wrapLayout struct {
	gap, lineGap float32
	width        float32
}

// Layout is Fyne's.
func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) {
		place(o, x, y, s.Width, s.Height)
	})
}

// walk visits each object with its place and gives the height of all.
func (l *wrapLayout) walk(objects []fyne.CanvasObject, width float32, visit func(o fyne.CanvasObject, x, y float32, s fyne.Size)) float32 {
	x, y, lineHeight := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			x, y, lineHeight = 0, y+lineHeight+l.lineGap, 0
		}
		visit(o, x, y, size)
		x += size.Width + l.gap
		lineHeight = max(lineHeight, size.Height)
	}
	return y + lineHeight
}

// MinSize is Fyne's.
func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	width := l.width
	if width == 0 {
		width = 100000
	}
	return fyne.NewSize(widest, l.heightFor(objects, width))
}

func (l *wrapLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}
