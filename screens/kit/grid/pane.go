package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// pane is a part of the grid side by side with the other: the columns that stay, and those that scroll.
// Each has layers of its own, beyond whose edges nothing is drawn.
type pane struct {
	v                        *view
	head, body, foot         *layer
	headPens, pens, footPens *pens
	tints                    []*canvas.Rectangle // one for each row shown, below all else
	first, last              int                 // its columns; last is the first of the next pane
	x, width                 float32             // where it lies in the body
}

func newPane(v *view) *pane {
	return &pane{
		v: v, head: newLayer(), body: newLayer(), foot: newLayer(),
		headPens: newPens(), pens: newPens(), footPens: newPens(),
	}
}

// arrange gives the pane its place between the edges of head, rows and foot.
func (p *pane) arrange(first, last int, x, width float32) {
	v := p.v
	p.first, p.last, p.x, p.width = first, last, x, width
	for l, row := range map[*layer]area{p.head: v.head, p.body: v.rows, p.foot: v.sums} {
		room := width
		if row.Width > v.rows.Width { // head and foot reach over the scroll bar
			room += row.Width - v.rows.Width
		}
		area{row.X + x, row.Y, max(0, room), row.Height}.put(l)
	}
	p.arrangeRows()
}

// arrangeRows has a tint for each row on the screen, the cut one at the foot included.
func (p *pane) arrangeRows() {
	shown := int(p.v.rows.Height/p.v.g.style.row) + 1
	for len(p.tints) < shown {
		tint := &canvas.Rectangle{}
		p.tints, p.pens.under = append(p.tints, tint), append(p.pens.under, tint)
	}
	for i, tint := range p.tints {
		area{0, float32(i) * p.v.g.style.row, p.width, p.v.g.style.row}.put(tint)
	}
}

// at is where in the pane a column begins.
func (p *pane) at(column int) float32 {
	x := p.v.g.lanes[column].at - p.x
	if p.scrolls() {
		x -= p.v.g.left
	}
	return x
}

func (p *pane) scrolls() bool { return p == p.v.scrolled }

// visible visits the columns on the screen with where they lie in the pane.
func (p *pane) visible(visit func(column int, x, width float32)) {
	for i := p.first; i < p.last; i++ {
		if x, width := p.at(i), p.v.g.lanes[i].width; x+width > 0 && x < p.width {
			visit(i, x, width)
		}
	}
}

// round rounds the corners of a ground at the upper or the lower edge of the card.
func (p *pane) round(ground *canvas.Rectangle, radius float32, upper bool) {
	left, right := p.x == 0 && p.v.numbers.width() == 0, p.last == len(p.v.g.lanes)
	ground.TopLeftCornerRadius, ground.TopRightCornerRadius = 0, 0
	ground.BottomLeftCornerRadius, ground.BottomRightCornerRadius = 0, 0
	if p.v.g.bare {
		return
	}
	switch {
	case upper && left:
		ground.TopLeftCornerRadius = radius
	case left:
		ground.BottomLeftCornerRadius = radius
	}
	switch {
	case upper && right:
		ground.TopRightCornerRadius = radius
	case right:
		ground.BottomRightCornerRadius = radius
	}
}

func (p *pane) objects() []fyne.CanvasObject { return []fyne.CanvasObject{p.body, p.head, p.foot} }
