package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// part is what of the grid the mouse is on or has hold of.
type part int

const (
	nowhere part = iota
	onCell
	onLink // the words of a cell that is a link
	onBox  // the box of a cell that is one
	onNumber
	onCorner // above the numbers of the rows
	onHead
	onColumn // a head that is held to mark columns
	onFilter // the sign at the right of a head
	onEdge
	onThumb
	onTrack
	onAcross // the thumb of the horizontal bar
	onAcrossTrack
)

// pointer is what the mouse does.
type pointer struct {
	hovered   Place // row and column are -1 if none
	over      part
	down      bool
	dragged   bool
	hold      part
	at        Place   // the cell, or the column of a head or an edge
	grabbed   float32 // where on the thumb or the edge it was taken hold of
	before    Place   // the cell of the click before, for double clicks
	last      fyne.Position
	drop      int    // before which column a head would come to stand, -1 for none
	scrolling func() // stops the scrolling at the edge of a drag
}

// hit says what is at a place of the grid.
func (g *Grid) hit(p fyne.Position) (part, Place) {
	v := g.view
	x := g.along(p.X - v.rows.X)
	switch {
	case v.down.holds(p) && v.covered == nil:
		if v.downThumb.holds(p) {
			return onThumb, Place{}
		}
		return onTrack, Place{}
	case v.across.holds(p) && v.covered == nil:
		if v.acrossThumb.holds(p) {
			return onAcross, Place{}
		}
		return onAcrossTrack, Place{}
	case v.numbers.holds(p):
		return v.numbers.hit(p)
	case v.head.holds(p):
		return g.hitHead(x)
	case v.rows.holds(p) && v.covered == nil:
		row := g.window.top + int((p.Y-v.rows.Y)/g.style.row)
		if column := laneAt(g.lanes, x); column >= 0 && row < g.window.rows {
			return onCell, Place{row, column}
		}
	}
	return nowhere, Place{-1, -1}
}

// hitHead says what of the heads is at x, which counts from the left edge of all columns.
func (g *Grid) hitHead(x float32) (part, Place) {
	if edge := edgeAt(g.lanes, x); edge >= 0 {
		return onEdge, Place{-1, edge}
	}
	column := laneAt(g.lanes, x)
	if column < 0 {
		return nowhere, Place{-1, -1}
	}
	if l := g.lanes[column]; g.filterable(g.columns[column]) && x >= l.at+l.width-filterSign {
		return onFilter, Place{-1, column}
	}
	return onHead, Place{-1, column}
}

// MouseIn is Fyne's.
func (g *Grid) MouseIn(event *desktop.MouseEvent) { g.MouseMoved(event) }

// MouseMoved tints the row under the mouse.
func (g *Grid) MouseMoved(event *desktop.MouseEvent) {
	over, at := g.hit(event.Position)
	g.pointer.over = over
	switch over {
	case onCell:
		g.pointer.over = g.overCell(at, event.Position.X)
		g.hover(at)
	case onNumber:
		g.hover(Place{at.Row, -1})
	default:
		g.hover(Place{-1, -1})
	}
}

// overCell tells the words of a link and a box from the rest of their cells: who clicks beside them only
// marks the cell.
func (g *Grid) overCell(at Place, x float32) part {
	row, is := g.Row(at.Row)
	if !is {
		return onCell
	}
	c := g.ColumnAt(at.Column)
	cell, room := row.cell(c), g.cellArea(at)
	wide := min(g.style.need(cell), room.Width-2*g.style.pad)
	from := room.X + g.style.pad + aligned(&c, room.Width-2*g.style.pad-wide)
	switch near := x >= from-grip && x <= from+wide+grip; {
	case near && cell.Look == Link && g.OnLink != nil:
		return onLink
	case near && cell.Look == Tick && g.OnCheck != nil:
		return onBox
	}
	return onCell
}

// MouseOut is Fyne's.
func (g *Grid) MouseOut() {
	g.pointer.over = nowhere
	g.hover(Place{-1, -1})
}

func (g *Grid) hover(at Place) {
	before := g.pointer.hovered
	g.pointer.hovered = at
	if g.editing != nil && len(g.editing.held) > 0 && before != at {
		g.redraw() // why a text is wrong is shown where one points
		return
	}
	if before.Row != at.Row {
		for _, p := range g.view.panes() {
			p.tintRows()
		}
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
	if event.Button == desktop.MouseButtonTertiary {
		g.openBeside(g.hit(event.Position))
		return
	}
	g.keys.shift = event.Modifier&fyne.KeyModifierShift != 0
	hold, at := g.hit(event.Position)
	before := g.pointer.at
	if g.pointer.hold != onCell && g.pointer.hold != onEdge {
		before = Place{-2, -2}
	}
	g.pointer = pointer{hovered: g.pointer.hovered, over: g.pointer.over, down: true, hold: hold, at: at, before: before, last: event.Position, drop: -1}
	if c := g.canvas(); c != nil {
		c.Focus(g)
	}
	if event.Button == desktop.MouseButtonSecondary {
		g.markForMenu(hold, at)
		return
	}
	g.hold(hold, at, event)
}

// hold begins what the main button does at a part.
func (g *Grid) hold(hold part, at Place, event *desktop.MouseEvent) {
	switch hold {
	case onCell:
		g.press(at, event.Modifier)
	case onNumber:
		g.pressRow(at.Row, event.Modifier)
	case onCorner:
		g.marks.all()
		g.redraw()
		g.tellSelection()
	case onHead:
		if event.Modifier&command != 0 {
			g.pointer.hold = onColumn
			g.pressColumn(at.Column, event.Modifier)
		}
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

// pressRow marks a whole row; with Shift all from the one before, with Ctrl one more.
func (g *Grid) pressRow(row int, modifier fyne.KeyModifier) {
	if modifier&fyne.KeyModifierShift != 0 && g.marks.reach == ofRows {
		g.marks.to(Place{Row: row})
	} else {
		g.marks.begin(Place{Row: row}, ofRows, modifier&command == 0)
	}
	g.reveal()
}

// pressColumn marks a whole column: one more where columns are marked, with Shift all from the one before.
func (g *Grid) pressColumn(column int, modifier fyne.KeyModifier) {
	switch {
	case g.marks.reach != ofColumns:
		g.MarkColumn(column)
		return
	case modifier&fyne.KeyModifierShift != 0:
		g.marks.to(Place{g.marks.cursor.Row, column})
	default:
		g.marks.begin(Place{g.window.top, column}, ofColumns, false)
	}
	g.reveal()
}

// MarkColumn marks a column that is shown, and nothing else.
func (g *Grid) MarkColumn(column int) {
	g.marks.begin(Place{g.window.top, column}, ofColumns, true)
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
	if event.Button != desktop.MouseButtonPrimary || !p.down || p.dragged {
		return
	}
	hold, at := g.hit(event.Position)
	if hold != p.hold || at != p.at {
		return
	}
	switch {
	case hold == onHead:
		g.sortByHead(at.Column, event.Modifier&fyne.KeyModifierShift != 0)
	case hold == onFilter:
		g.OpenFilter(at.Column)
	case hold == onCell && event.Modifier&(command|fyne.KeyModifierShift) == 0 && g.overCell(at, event.Position.X) != onCell:
		g.act(at)
	}
}

func (g *Grid) sortByHead(column int, add bool) {
	if c := g.columns[column]; c.Sortable {
		g.sortNow(sortBy(g.sort, c.ID, add))
	}
}

// sortNow shows another order and has the page load it.
func (g *Grid) sortNow(keys []SortKey) {
	g.SetSort(keys...)
	if g.OnSort != nil {
		g.OnSort(g.sort)
	}
	g.tellArranged()
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
