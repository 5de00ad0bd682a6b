package chart

import "smartcanal/screens/kit"

// stackOf is how far a label's stack reaches up and, with what is below zero, down.
func (c Chart) stackOf(label int) (up, down float64) {
	for n := range c.Series {
		if value, _ := c.value(n, label); value > 0 {
			up += c.Unit.of(value)
		} else {
			down += c.Unit.of(value)
		}
	}
	return up, down
}

// drawStacks puts the series' values on top of each other, those below zero downwards, and writes the whole
// over the stack.
func (p *plot) drawStacks() {
	width := min(2*widestBar, max(0.5, p.step*0.55))
	written := p.totalsFit()
	for label := range p.chart.Labels {
		x := p.X + float32(label)*p.step + (p.step-width)/2
		up, down, any := 0.0, 0.0, false
		var all []int64
		for n := range p.chart.Series {
			value, known := p.chart.value(n, label)
			if !known {
				continue
			}
			from := &up
			if value < 0 {
				from = &down
			}
			low, high := p.y(*from), p.y(*from+p.chart.Unit.of(value))
			*from += p.chart.Unit.of(value)
			p.layer(n, label, value, area{x, min(low, high), width, max(low, high) - min(low, high)})
			all, any = append(all, value), true
		}
		if any && written {
			p.figure(sum(all...), p.X+(float32(label)+0.5)*p.step, p.edge(sum(all...), up, down), kit.Ink)
		}
	}
}

// edge is where the figure of a whole stands: beyond the stack on the side of its sign.
func (p *plot) edge(whole int64, up, down float64) float32 {
	if whole < 0 {
		return p.y(down)
	}
	return p.y(up)
}

// layer is one series' piece of a stack, parted from the next by a thin line.
func (p *plot) layer(series, label int, value int64, a area) {
	if a.Height > 2 {
		a.Y, a.Height = a.Y+1, a.Height-1
	}
	if value != 0 {
		a.Height = max(1, a.Height)
		p.draw(box{area: a, tone: p.chart.toneOf(series, series)})
		p.hatch(a, series)
	}
	hit := a
	hit.X, hit.Width = p.X+float32(label)*p.step, p.step
	p.mark(series, label, value, a, hit)
}

func (p *plot) totalsFit() bool {
	for label := range p.chart.Labels {
		var all []int64
		for n := range p.chart.Series {
			value, _ := p.chart.value(n, label)
			all = append(all, value)
		}
		if p.measure(p.chart.Unit.Text(sum(all...)), kit.SmallTextSize, true).Width+6 > p.step {
			return false
		}
	}
	return true
}
