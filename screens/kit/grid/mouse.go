package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// part is what of the grid the mouse is on or has hold of.
type part int

const (
	nowhere part = iota
	onCell
	onLink // a cell that is a link, for the hand only
	onHead
	onEdge
	onThumb
	onTrack
	onAcross // the thumb of the horizontal bar
	onAcrossTrack
)

// pointer is what the mouse does.
type pointer struct {
	hovered   int // row, -1 if none
	over      part
	down      bool
	dragged   bool
	hold      part
	at        Place   // the cell, or the column of a head or an edge
	grabbed   float32 // where on the thumb or the edge it was taken hold of
	before    Place   // the cell of the click before, for double clicks
	last      fyne.Position
	scrolling func() // stops the scrolling at the edge of a drag
}

// hit says what is at a place of the grid.
func (g *Grid) hit(p fyne.Position) (part, Place) {
	v := g.view
	x := p.X - v.rows.X + g.left
	switch {
	case v.down.holds(p):
		if v.downThumb.holds(p) {
			return onThumb, Place{}
		}
		return onTrack, Place{}
	case v.across.holds(p):
		if v.acrossThumb.holds(p) {
			return onAcross, Place{}
		}
		return onAcrossTrack, Place{}
	case v.head.holds(p):
		if edge := edgeAt(g.lanes, x); edge >= 0 {
			return onEdge, Place{-1, edge}
		}
		if column := laneAt(g.lanes, x); column >= 0 {
			return onHead, Place{-1, column}
		}
	case v.rows.holds(p) && v.covered == nil:
		row := g.window.top + int((p.Y-v.rows.Y)/g.style.row)
		if column := laneAt(g.lanes, x); column >= 0 && row < g.window.rows {
			return onCell, Place{row, column}
		}
	}
	return nowhere, Place{-1, -1}
}

// MouseIn is Fyne's.
func (g *Grid) MouseIn(event *desktop.MouseEvent) { g.MouseMoved(event) }

// MouseMoved tints the row under the mouse.
func (g *Grid) MouseMoved(event *desktop.MouseEvent) {
	over, at := g.hit(event.Position)
	g.pointer.over = over
	if over == onCell {
		g.pointer.over = g.overCell(at)
		g.hover(at.Row)
		return
	}
	g.hover(-1)
}

// overCell tells a link from the other cells.
func (g *Grid) overCell(at Place) part {
	if row, is := g.Row(at.Row); is && row.cell(at.Column).Look == Link && g.OnLink != nil {
		return onLink
	}
	return onCell
}

// MouseOut is Fyne's.
func (g *Grid) MouseOut() {
	g.pointer.over = nowhere
	g.hover(-1)
}

func (g *Grid) hover(row int) {
	if g.pointer.hovered != row {
		g.pointer.hovered = row
		g.view.tintRows()
		g.view.paint()
	}
}

// Cursor shows where a width can be changed and what is a link.
func (g *Grid) Cursor() desktop.Cursor {
	switch {
	case g.pointer.over == onEdge, g.pointer.down && g.pointer.hold == onEdge:
		return desktop.HResizeCursor
	case g.pointer.over == onLink:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseDown marks, takes hold of an edge or a thumb, or turns a page.
func (g *Grid) MouseDown(event *desktop.MouseEvent) {
	g.keys.shift = event.Modifier&fyne.KeyModifierShift != 0
	hold, at := g.hit(event.Position)
	before := g.pointer.at
	if g.pointer.hold != onCell && g.pointer.hold != onEdge {
		before = Place{-2, -2}
	}
	g.pointer = pointer{hovered: g.pointer.hovered, over: g.pointer.over, down: true, hold: hold, at: at, before: before, last: event.Position}
	if c := g.canvas(); c != nil {
		c.Focus(g)
	}
	if event.Button == desktop.MouseButtonSecondary {
		g.markForMenu(hold, at)
		return
	}
	switch hold {
	case onCell:
		g.press(at, event.Modifier)
	case onEdge:
		g.pointer.grabbed = event.Position.X - (g.view.rows.X - g.left + g.lanes[at.Column].at + g.lanes[at.Column].width)
	case onThumb:
		g.pointer.grabbed = event.Position.Y - g.view.downThumb.Y
	case onAcross:
		g.pointer.grabbed = event.Position.X - g.view.acrossThumb.X
	case onTrack:
		g.turn(event.Position.Y < g.view.downThumb.Y)
	case onAcrossTrack:
		g.turnAcross(event.Position.X < g.view.acrossThumb.X)
	}
}

func (g *Grid) press(at Place, modifier fyne.KeyModifier) {
	switch {
	case modifier&fyne.KeyModifierShift != 0:
		g.marks.to(at)
	case modifier&command != 0:
		g.marks.also(at)
	default:
		g.marks.at(at)
	}
	g.reveal()
}

func (g *Grid) turn(up bool) {
	step := g.window.fits
	if up {
		step = -step
	}
	g.window.to(g.window.top + step)
	g.redraw()
}

func (g *Grid) turnAcross(left bool) {
	step := g.view.rows.Width
	if left {
		step = -step
	}
	g.left += step
	g.clampLeft()
	g.redraw()
}

// MouseUp ends what the button began; on a head it sorts, on a link or a box it acts.
func (g *Grid) MouseUp(event *desktop.MouseEvent) {
	p := g.pointer
	g.endDrag()
	if event.Button == desktop.MouseButtonSecondary || !p.down || p.dragged {
		return
	}
	hold, at := g.hit(event.Position)
	if hold != p.hold || at != p.at {
		return
	}
	switch {
	case hold == onHead:
		g.sortByHead(at.Column, event.Modifier&fyne.KeyModifierShift != 0)
	case hold == onCell && event.Modifier&(command|fyne.KeyModifierShift) == 0:
		g.act(at)
	}
}

func (g *Grid) sortByHead(column int, add bool) {
	if c := g.columns[column]; c.Sortable {
		g.SetSort(sortBy(g.sort, c.ID, add)...)
		if g.OnSort != nil {
			g.OnSort(g.sort)
		}
	}
}

// Dragged stretches the selection, changes a width or scrolls.
func (g *Grid) Dragged(event *fyne.DragEvent) {
	if !g.pointer.down {
		return
	}
	g.pointer.dragged, g.pointer.last = true, event.Position
	switch g.pointer.hold {
	case onCell:
		g.dragSelection()
	case onEdge:
		g.dragEdge(event.Position.X - g.pointer.grabbed)
	case onThumb:
		g.window.dragTo(float64(event.Position.Y-g.pointer.grabbed-g.view.down.Y), float64(g.view.down.Height))
		g.pace.redraw(g.redraw)
	case onAcross:
		v := g.view
		at := (event.Position.X - g.pointer.grabbed - v.across.X) / (v.across.Width - v.acrossThumb.Width)
		g.left = at * (wide(g.lanes) - v.rows.Width)
		g.clampLeft()
		g.pace.redraw(g.redraw)
	}
}

// DragEnd is Fyne's.
func (g *Grid) DragEnd() { g.endDrag() }

func (g *Grid) endDrag() {
	if g.pointer.scrolling != nil {
		g.pointer.scrolling()
		g.pointer.scrolling = nil
	}
	if g.pointer.hold == onEdge && g.pointer.dragged && g.OnWidths != nil && g.pointer.down {
		g.OnWidths(g.Widths())
	}
	g.pointer.down = false
}

// dragSelection stretches to the cell under the mouse. Beyond the rows it goes one row on, and goes on
// doing so while the mouse stays there.
func (g *Grid) dragSelection() {
	v, p := g.view, g.pointer.last
	row := g.window.top + int((p.Y-v.rows.Y)/g.style.row)
	outside := p.Y < v.rows.Y || p.Y >= v.rows.Y+v.rows.Height
	switch {
	case p.Y < v.rows.Y:
		row = g.window.top - 1
	case outside:
		row = g.window.top + g.window.fits
	}
	column := laneAt(g.lanes, p.X-v.rows.X+g.left)
	switch {
	case p.X < v.rows.X:
		column = laneAt(g.lanes, g.left) - 1
	case column < 0:
		column = len(g.lanes) - 1
	}
	if to := g.marks.inside(Place{row, column}); to != g.marks.cursor {
		g.marks.to(to)
		g.reveal()
	}
	g.scrollOn(outside)
}

const edgeBeat = 50 * time.Millisecond

func (g *Grid) scrollOn(outside bool) {
	switch {
	case !outside && g.pointer.scrolling != nil:
		g.pointer.scrolling()
		g.pointer.scrolling = nil
	case outside && g.pointer.scrolling == nil:
		ticker, done := time.NewTicker(edgeBeat), make(chan struct{})
		g.pointer.scrolling = func() { close(done) }
		go func() {
			defer ticker.Stop()
			for {
				select {
				case <-done:
					return
				case <-ticker.C:
					fyne.Do(g.keepDragging)
				}
			}
		}()
	}
}

func (g *Grid) keepDragging() {
	if g.pointer.down && g.pointer.scrolling != nil {
		g.dragSelection()
	}
}

// DoubleTapped opens the row, or fits a column to its content on the edge of its head.
func (g *Grid) DoubleTapped(*fyne.PointEvent) {
	if g.pointer.before != g.pointer.at {
		return
	}
	switch g.pointer.hold {
	case onCell:
		g.open()
	case onEdge:
		g.Fit(g.columns[g.pointer.at.Column].ID)
	}
}

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
