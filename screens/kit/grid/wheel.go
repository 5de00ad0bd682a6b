package grid

import (
	"math"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

const (
	notch        = 25 // what Fyne gives for one notch of a wheel
	rowsPerNotch = 3
	frame        = 16 * time.Millisecond
)

// pace holds redraws to one a frame: a wheel sends many events between two frames, and each screenful
// nobody sees would still cost its texts. The zero value redraws at once and then waits out a frame.
type pace struct {
	waiting, again bool
}

// atOnce draws without waiting for a frame.
var atOnce = false

// Inline makes pages load and redraws happen at once, for tests; it gives back what ends that.
func Inline() (restore func()) {
	before, load := atOnce, kit.Inline()
	atOnce = true
	return func() {
		atOnce = before
		load()
	}
}

// redraw runs draw now, or at the end of the frame if one was drawn just before.
func (p *pace) redraw(draw func()) {
	if p.waiting {
		p.again = true
		return
	}
	draw()
	if atOnce {
		return
	}
	p.waiting = true
	time.AfterFunc(frame, func() { fyne.Do(func() { p.frameOver(draw) }) })
}

func (p *pace) frameOver(draw func()) {
	p.waiting = false
	if p.again {
		p.again = false
		p.redraw(draw)
	}
}

// Scrolled moves by whole rows: three a notch of a wheel, and a touchpad by as much as the fingers
// moved. With Shift, or sideways, it moves across the columns.
func (g *Grid) Scrolled(event *fyne.ScrollEvent) {
	dx, dy := event.Scrolled.DX, event.Scrolled.DY
	if g.keys.shift && dx == 0 {
		dx, dy = dy, 0
	}
	if dx != 0 {
		before := g.left
		g.left -= dx
		g.clampLeft()
		if g.left != before {
			g.pace.redraw(g.redraw)
		}
	}
	if step := g.wheel.rows(-g.rowsOf(dy)); step != 0 {
		before := g.window.top
		g.window.to(g.window.top + step)
		if g.window.top != before {
			g.pace.redraw(g.redraw)
		}
	}
}

func (g *Grid) rowsOf(dy float32) float64 {
	notches := float64(dy) / notch
	if notches == math.Trunc(notches) {
		return notches * rowsPerNotch
	}
	return float64(dy / g.style.row)
}
