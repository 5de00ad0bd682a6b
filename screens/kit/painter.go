package kit

import "fyne.io/fyne/v2"

// painter is the renderer of a widget made of a few objects: what is drawn, how it is laid out, how
// small it may be, and how it takes up its state and the colours of now.
type painter struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()
}

func (p *painter) Destroy() {}

func (p *painter) Layout(size fyne.Size) {
	if p.layout != nil {
		p.layout(size)
	}
}

func (p *painter) MinSize() fyne.Size { return p.min() }

func (p *painter) Objects() []fyne.CanvasObject { return p.objects }

func (p *painter) Refresh() {
	if p.refresh != nil {
		p.refresh()
	}
}

// place moves and resizes in one go.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
