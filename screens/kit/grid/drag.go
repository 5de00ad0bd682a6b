package grid

import (
	"time"

	"fyne.io/fyne/v2"
)

// Dragged stretches the selection, changes a width or scrolls.
func (g *Grid) Dragged(event *fyne.DragEvent) {
	if !g.pointer.down {
		return
	}
	g.pointer.dragged, g.pointer.last = true, event.Position
	switch g.pointer.hold {
	case onCell, onNumber:
		g.dragSelection()
	case onColumn:
		g.dragColumns(event.Position.X)
	case onHead:
		g.dragHead(event.Position.X)
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
	if g.pointer.dragged && g.pointer.down {
		switch g.pointer.hold {
		case onEdge:
			g.tellArranged()
		case onHead:
			g.dropHead()
		}
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
	column := laneAt(g.lanes, g.along(p.X-v.rows.X))
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

// dragColumns stretches the marked columns to the one at x.
func (g *Grid) dragColumns(x float32) {
	column := laneAt(g.lanes, g.along(x-g.view.rows.X))
	if column < 0 || column == g.marks.cursor.Column {
		return
	}
	g.marks.to(Place{g.marks.cursor.Row, column})
	g.reveal()
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
