package grid

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// layer is a part of the grid beyond whose edges nothing is drawn. It asks for no room, so that the
// window need not ask its texts for theirs.
type layer struct {
	widget.BaseWidget
	objects []fyne.CanvasObject
}

func newLayer() *layer {
	l := &layer{}
	l.ExtendBaseWidget(l)
	return l
}

// MinSize is none.
func (l *layer) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer is Fyne's.
func (l *layer) CreateRenderer() fyne.WidgetRenderer { return layerView{l} }

type layerView struct{ l *layer }

func (v layerView) Destroy()                     {}
func (v layerView) Layout(fyne.Size)             {}
func (v layerView) MinSize() fyne.Size           { return fyne.Size{} }
func (v layerView) Refresh()                     {}
func (v layerView) Objects() []fyne.CanvasObject { return v.l.objects }

// IsClip has Fyne cut off what lies beyond the edges.
func (v layerView) IsClip() {}

// area is a place and a size in the grid.
type area struct{ X, Y, Width, Height float32 }

func (a area) holds(p fyne.Position) bool {
	return p.X >= a.X && p.X < a.X+a.Width && p.Y >= a.Y && p.Y < a.Y+a.Height
}

// put moves and resizes and shows in one go.
func (a area) put(o fyne.CanvasObject) {
	o.Move(fyne.NewPos(a.X, a.Y))
	o.Resize(fyne.NewSize(a.Width, a.Height))
}

// stock holds objects of one sort, of which a draw uses as many as it needs: they are made once and
// used again and again.
type stock[T fyne.CanvasObject] struct {
	fresh func() T
	items []T
	used  int
	grown bool
}

func (s *stock[T]) begin() { s.used, s.grown = 0, false }

// take gives the next object, shown.
func (s *stock[T]) take() T {
	if s.used == len(s.items) {
		s.items, s.grown = append(s.items, s.fresh()), true
	}
	o := s.items[s.used]
	s.used++
	if !o.Visible() {
		o.Show()
	}
	return o
}

// end hides what was not used.
func (s *stock[T]) end() {
	for _, o := range s.items[s.used:] {
		if o.Visible() {
			o.Hide()
		}
	}
}

func (s *stock[T]) onto(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, o := range s.items {
		objects = append(objects, o)
	}
	return objects
}

// pens are the stocks a layer draws with, from the lowest to the topmost.
type pens struct {
	grounds stock[*canvas.Rectangle]
	texts   stock[*canvas.Text]
	strokes stock[*canvas.Line]
	lines   stock[*canvas.Rectangle]
	under   []fyne.CanvasObject // what lies below all of them
	stacked int                 // how many objects of under the layer has
}

func newPens() *pens {
	rectangle := func() *canvas.Rectangle { return &canvas.Rectangle{} }
	return &pens{
		grounds: stock[*canvas.Rectangle]{fresh: rectangle},
		texts:   stock[*canvas.Text]{fresh: func() *canvas.Text { return &canvas.Text{} }},
		strokes: stock[*canvas.Line]{fresh: func() *canvas.Line { return &canvas.Line{} }},
		lines:   stock[*canvas.Rectangle]{fresh: rectangle},
	}
}

func (p *pens) begin() {
	p.grounds.begin()
	p.texts.begin()
	p.strokes.begin()
	p.lines.begin()
}

// end hides what this draw did not need and gives the layer its objects anew where there are more.
func (p *pens) end(l *layer) {
	p.grounds.end()
	p.texts.end()
	p.strokes.end()
	p.lines.end()
	if p.grounds.grown || p.texts.grown || p.strokes.grown || p.lines.grown || p.stacked != len(p.under) {
		p.stacked = len(p.under)
		l.objects = p.lines.onto(p.strokes.onto(p.texts.onto(p.grounds.onto(slices.Clone(p.under)))))
	}
}

func (p *pens) fill(at area, colour color.Color, radius float32) *canvas.Rectangle {
	r := p.grounds.take()
	at.put(r)
	r.FillColor, r.CornerRadius, r.StrokeWidth = colour, radius, 0
	return r
}

func (p *pens) line(at area, colour color.Color) *canvas.Rectangle {
	r := p.lines.take()
	at.put(r)
	r.FillColor, r.StrokeWidth = colour, 0
	return r
}

func (p *pens) stroke(from, to fyne.Position, width float32, colour color.Color) {
	l := p.strokes.take()
	l.Position1, l.Position2, l.StrokeColor, l.StrokeWidth = from, to, colour, width
}
