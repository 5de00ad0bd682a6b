package grid

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
)

const (
	trendPart   = 0.45 // of a cell's width, so that the lines of a column stand below each other
	leastTrend  = 24
	trendIndent = 4
)

// trend draws the line of a cell's figures on the side its text does not stand on, if the text leaves that.
func (p *pane) trend(cell *Cell, c *Column, at area) {
	s := p.v.g.style
	wide := min(96, at.Width*trendPart)
	if wide < leastTrend || s.plain().width(cell.Text)+2*s.pad+wide > at.Width {
		return
	}
	from := fyne.NewPos(at.X+s.pad, at.Y+trendIndent)
	if c.alignment() != fyne.TextAlignTrailing {
		from.X = at.X + at.Width - s.pad - wide
	}
	points := chart.Sparkline(cell.Trend, fyne.NewSize(wide, at.Height-2*trendIndent))
	for i := 1; i < len(points); i++ {
		p.pens.stroke(from.Add(points[i-1]), from.Add(points[i]), 1.5, p.v.colours.of(kit.Canal))
	}
}
