package chart

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

const markerRadius float32 = 3.5

// drawLines draws a line for each series with a marker of its own form at each value; the last value of each
// carries its figure.
func (p *plot) drawLines() {
	var written []float32
	for n := range p.chart.Series {
		t := p.chart.toneOf(n, n)
		var points []fyne.Position
		for label := range p.chart.Labels {
			if value, known := p.chart.value(n, label); known {
				points = append(points, fyne.NewPos(p.X+(float32(label)+0.5)*p.step, p.y(p.chart.Unit.of(value))))
			}
		}
		p.polyline(points, 2, t)
		for label, at := range points {
			if p.step >= 3*markerRadius || len(points) == 1 {
				p.marker(n, at, t)
			}
			value, _ := p.chart.value(n, label)
			around := area{at.X, at.Y, 0, 0}.grown(markerRadius + 1)
			p.mark(n, label, value, around, area{at.X - p.step/2, at.Y - 10, p.step, 20})
		}
		if len(points) > 0 {
			written = p.lastFigure(n, points[len(points)-1], written)
		}
	}
}

const lastGap float32 = 8

// lastFigures is the room right of the lines that the last values' figures take.
func (p *plot) lastFigures() float32 {
	widest := float32(0)
	for n := range p.chart.Series {
		if value, known := p.chart.last(n); known && p.chart.Kind == Line {
			widest = max(widest, lastGap+p.measure(p.chart.Unit.Text(value), kit.SmallTextSize, true).Width)
		}
	}
	return min(widest, p.size.Width/3)
}

// last is the last value of a series.
func (c Chart) last(series int) (int64, bool) {
	return c.value(series, min(len(c.Labels), len(c.Series[series].Values))-1)
}

// lastFigure writes a line's last value beside its end, unless it would cover another one.
func (p *plot) lastFigure(series int, end fyne.Position, written []float32) []float32 {
	value, _ := p.chart.last(series)
	text, t := p.chart.Unit.Text(value), textTone(p.chart.toneOf(series, series))
	if value < 0 {
		t = kit.RedText
	}
	room := p.measure(text, kit.SmallTextSize, true)
	for _, y := range written {
		if end.Y-y < room.Height && y-end.Y < room.Height {
			return written
		}
	}
	if room.Width+lastGap <= p.size.Width-end.X {
		p.write(text, end.X+lastGap, end.Y-room.Height/2, fromLeft, kit.SmallTextSize, true, t)
	}
	return append(written, end.Y)
}

func (s *scene) polyline(points []fyne.Position, width float32, t tone) {
	for i := 1; i < len(points); i++ {
		s.draw(stroke{from: points[i-1], to: points[i], width: width, tone: t})
	}
}

// marker is the sign of a series on its line: a disc, a square, a diamond, a triangle.
func (s *scene) marker(series int, at fyne.Position, t tone) {
	const r = markerRadius
	corner := func(x, y float32) fyne.Position { return at.AddXY(x*r, y*r) }
	switch series % 4 {
	case 0:
		s.draw(disc{at: at, radius: r, tone: t})
	case 1:
		s.draw(box{area: area{at.X - r, at.Y - r, 2 * r, 2 * r}, tone: t})
	case 2:
		s.draw(patch{corners: []fyne.Position{corner(0, -1.4), corner(1.4, 0), corner(0, 1.4), corner(-1.4, 0)}, tone: t})
	default:
		s.draw(patch{corners: []fyne.Position{corner(0, -1.3), corner(1.3, 1), corner(-1.3, 1)}, tone: t})
	}
}
