package chart

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

const (
	legendHeight float32 = 26
	footHeight   float32 = 24
	leastLeft    float32 = 40
	swatch       float32 = 10
)

// plot is the room of a chart that stands over labels between two axes.
type plot struct {
	*scene
	area
	scale scale
	step  float32
}

// drawPlot draws what bars, stacked bars and lines have in common, then themselves.
func (s *scene) drawPlot() {
	p := &plot{scene: s, scale: s.chart.scale()}
	ticks := p.scale.ticks()
	left := leastLeft
	for _, v := range ticks {
		left = max(left, s.small(tick(v)).Width+8)
	}
	p.area = area{left, legendHeight, s.size.Width - left - p.lastFigures(), s.size.Height - legendHeight - footHeight}
	if p.Width < 1 || p.Height < 1 {
		return
	}
	p.step = p.Width / float32(max(1, len(s.chart.Labels)))
	s.legend(0, s.size.Width)
	p.drawAxis(ticks)
	p.drawLabels()
	switch s.chart.Kind {
	case Stacked:
		p.drawStacks()
	case Line:
		p.drawLines()
	default:
		p.drawBars()
	}
}

// scale is the axis of a chart over labels.
func (c Chart) scale() scale {
	low, high := 0.0, 0.0
	if c.Kind == Stacked {
		for label := range c.Labels {
			up, down := c.stackOf(label)
			low, high = min(low, down), max(high, up)
		}
		return scaleOf(low, high)
	}
	for _, s := range c.Series {
		for _, v := range s.Values[:min(len(s.Values), len(c.Labels))] {
			low, high = min(low, c.Unit.of(v)), max(high, c.Unit.of(v))
		}
	}
	return scaleOf(low, high)
}

func (p *plot) y(v float64) float32 { return p.Y + p.Height - p.Height*p.scale.at(v) }

func (p *plot) drawAxis(ticks []float64) {
	for _, v := range ticks {
		y, t := p.y(v), kit.Grid
		if v == 0 {
			t = kit.Axis
		}
		p.draw(box{area: area{p.X, min(y, p.size.Height-1), p.Width, 1}, tone: t})
		text := tick(v)
		p.write(text, p.X-8, y-p.small(text).Height/2, fromRight, kit.SmallTextSize, false, kit.Secondary)
	}
}

// drawLabels writes the labels under the axis, every so many where there is no room for all.
func (p *plot) drawLabels() {
	widest := float32(0)
	for _, label := range p.chart.Labels {
		widest = max(widest, p.small(label).Width)
	}
	every := 1
	for float32(every)*p.step < widest+4 && every < len(p.chart.Labels) {
		every++
	}
	for i := 0; i < len(p.chart.Labels); i += every {
		text := p.fitting(p.chart.Labels[i], p.Width, kit.SmallTextSize, false)
		half := p.small(text).Width / 2
		middle := min(max(half, p.X+p.step*(float32(i)+0.5)), p.size.Width-half)
		p.write(text, middle, p.size.Height-footHeight+4, centred, kit.SmallTextSize, false, kit.Secondary)
	}
}

// figure writes a value over a mark, or under it where the value is below zero, inside the plot's width.
func (p *plot) figure(value int64, middle, y float32, t tone) {
	text := p.chart.Unit.Text(value)
	room := p.measure(text, kit.SmallTextSize, true)
	top := y - room.Height - 1
	if value < 0 {
		t, top = kit.RedText, y+1
	}
	middle = min(max(p.X+room.Width/2, middle), p.size.Width-room.Width/2)
	p.write(text, middle, top, centred, kit.SmallTextSize, true, t)
}

// legend names unit and series in one line from x on.
func (s *scene) legend(x, right float32) {
	if s.chart.Unit.Name != "" {
		x += s.write(s.chart.Unit.Name, x, 0, fromLeft, kit.SmallTextSize, false, kit.Secondary).Width + 16
	}
	for i, series := range s.chart.Series {
		name := s.fitting(series.Name, right-x-16, kit.SmallTextSize, false)
		if name == "" {
			continue
		}
		s.swatch(i, fyne.NewPos(x, 4))
		x += 16 + s.write(name, x+16, 0, fromLeft, kit.SmallTextSize, false, kit.Secondary).Width + 18
	}
}

// swatch is the sign of a series in the legend: its colour with its pattern, or the marker of its line.
func (s *scene) swatch(series int, at fyne.Position) {
	t, a := s.chart.toneOf(series, series), area{at.X, at.Y, swatch, swatch}
	if s.chart.Kind == Line {
		s.draw(box{area: area{a.X - 2, a.Y + swatch/2 - 1, swatch + 4, 2}, tone: t})
		s.marker(series, a.middle(), t)
		return
	}
	s.draw(box{area: a, tone: t, top: 2, bottom: 2})
	if s.chart.Kind == Stacked {
		s.hatch(a, series)
	}
}
