package grid

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// Gauge is a bar filled to a part, with a mark where it should be, and the figure behind it: 40 of 100, 52 planned.
// Its tone is the bar's.
const Gauge Look = Tick + 1

// Progress is a Gauge: percent done and percent planned; below 0 it has no mark.
func Progress(text string, done, planned int, tone fyne.ThemeColorName) Cell {
	return Cell{Text: text, Look: Gauge, Tone: tone, Done: done, Planned: planned}
}

const (
	gaugeHeight float32 = 6
	gaugeText   float32 = 36 // room for 100%
	gaugeMark   float32 = 14
)

func (p *pane) gauge(cell *Cell, c *Column, at area) {
	s := p.v.g.style
	room := at.Width - 2*s.pad - gaugeText - 4
	if room < gaugeText {
		p.word(cell.Text, kit.Ink, c, at)
		return
	}
	bar := area{at.X + s.pad, at.Y + (at.Height-gaugeHeight)/2, room, gaugeHeight}
	p.pens.fill(bar, p.v.colours.of(kit.Grid), gaugeHeight/2)
	if cell.Done > 0 {
		bar.Width = max(gaugeHeight, room*float32(min(100, cell.Done))/100)
		p.pens.fill(bar, p.v.colours.of(cell.Tone), gaugeHeight/2)
	}
	if cell.Planned >= 0 {
		x := at.X + s.pad + (room-2)*float32(min(100, cell.Planned))/100
		p.pens.line(area{x, at.Y + (at.Height-gaugeMark)/2, 2, gaugeMark}, p.v.colours.of(kit.Ink))
	}
	p.word(cell.Text, kit.Ink, c, area{at.X + room + 4, at.Y, at.Width - room - 4, at.Height})
}
