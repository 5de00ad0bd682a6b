package grid

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// gutter is where the numbers of the rows stand, left of all columns. It does not scroll across.
type gutter struct {
	v     *view
	layer *layer
	pens  *pens
}

func newGutter(v *view) *gutter { return &gutter{v, newLayer(), newPens()} }

const (
	gutterPad  = 5
	leastWide  = 28
	leastCount = 100 // so that a list that grows from nothing keeps its columns where they are
)

// width is room for the highest number; none where the rows have none.
func (n *gutter) width() float32 {
	if !n.v.g.counted {
		return 0
	}
	highest := strconv.Itoa(max(leastCount, n.v.g.window.rows))
	return max(leastWide, n.v.g.style.small().width(highest)+2*gutterPad)
}

// area is where the gutter lies in the grid.
func (n *gutter) area() area {
	at, size := n.layer.Position(), n.layer.Size()
	return area{at.X, at.Y, size.Width, size.Height}
}

func (n *gutter) holds(p fyne.Position) bool { return n.area().holds(p) }

// hit says which row's number is at a place.
func (n *gutter) hit(p fyne.Position) (part, Place) {
	v, g := n.v, n.v.g
	switch {
	case p.Y < v.rows.Y:
		return onCorner, Place{-1, 0}
	case p.Y < v.rows.Y+v.rows.Height && v.covered == nil:
		if row := g.window.top + int((p.Y-v.rows.Y)/g.style.row); row < g.window.rows {
			return onNumber, Place{row, 0}
		}
	}
	return nowhere, Place{-1, -1}
}

// draw shows the numbers of the rows on the screen, on a tint where something of the row is marked.
func (n *gutter) draw() {
	v, g, size := n.v, n.v.g, n.layer.Size()
	n.layer.Hidden = size.Width == 0
	if n.layer.Hidden {
		return
	}
	n.pens.begin()
	n.ground()
	first := v.rows.Y - n.layer.Position().Y
	if v.covered == nil {
		for i := range v.shownRows() {
			y := first + float32(i)*g.style.row
			if index := g.window.top + i; index < g.window.rows && y+g.style.row <= first+v.rows.Height+1 { // a cut row has none
				n.number(index, area{0, y, size.Width, g.style.row})
			}
		}
	}
	n.pens.line(area{0, first - 1, size.Width, 1}, v.colours.of(kit.Line))
	n.pens.line(area{size.Width - 1, 0, 1, size.Height}, v.colours.of(kit.Line))
	n.pens.end(n.layer)
}

func (n *gutter) ground() {
	wash := n.pens.fill(area{0, 0, n.layer.Size().Width, n.layer.Size().Height}, n.v.colours.of(kit.Wash), 0)
	wash.TopLeftCornerRadius, wash.BottomLeftCornerRadius = 0, 0
	if !n.v.g.bare {
		wash.TopLeftCornerRadius, wash.BottomLeftCornerRadius = kit.Radius-1, kit.Radius-1
	}
}

func (n *gutter) number(index int, at area) {
	v, g := n.v, n.v.g
	ink := kit.Secondary
	if g.marks.holdsRow(index) {
		tint := n.pens.fill(at, v.colours.of(kit.CanalSoft), 0)
		tint.TopLeftCornerRadius, tint.BottomLeftCornerRadius = 0, 0
		ink = kit.Ink
	}
	t := n.pens.texts.take()
	area{gutterPad, at.Y, at.Width - 2*gutterPad, g.style.row}.put(t)
	t.Text, t.TextSize, t.Alignment, t.Color = strconv.Itoa(index+1), g.style.badge, fyne.TextAlignTrailing, v.colours.of(ink)
}
