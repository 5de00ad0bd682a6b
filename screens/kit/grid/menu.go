package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// markForMenu marks the cell under the mouse unless it is part of the selection already.
func (g *Grid) markForMenu(hold part, at Place) {
	if hold == onCell && !(Selection{Ranges: g.marks.ranges}).Holds(at) {
		g.marks.at(at)
		g.reveal()
	}
}

// TappedSecondary shows the menu of a cell or a head.
func (g *Grid) TappedSecondary(event *fyne.PointEvent) {
	switch hold, at := g.hit(event.Position); {
	case hold == onCell && g.OnMenu != nil:
		g.popUp(g.OnMenu(at), event.AbsolutePosition)
	case (hold == onHead || hold == onEdge) && g.OnHeadMenu != nil:
		g.popUp(g.OnHeadMenu(g.columns[at.Column].ID), event.AbsolutePosition)
	}
}

func (g *Grid) menuAtCursor() {
	at := g.marks.cursor
	if at.Row < 0 || g.OnMenu == nil {
		return
	}
	g.reveal()
	v := g.view
	below := fyne.NewPos(v.rows.X+g.lanes[at.Column].at-g.left, v.rows.Y+float32(at.Row-g.window.top+1)*g.style.row)
	g.popUp(g.OnMenu(at), fyne.CurrentApp().Driver().AbsolutePositionForObject(g).Add(below))
}

func (g *Grid) popUp(items []*fyne.MenuItem, at fyne.Position) {
	if c := g.canvas(); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}
