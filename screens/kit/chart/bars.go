package chart

import "smartcanal/screens/kit"

const (
	widestBar float32 = 18
	barGap    float32 = 1
)

// drawBars puts the series' bars side by side over each label. Every bar of the present series carries its
// figure where there is room, else the highest one alone.
func (p *plot) drawBars() {
	series := len(p.chart.Series)
	if series == 0 {
		return
	}
	width := min(widestBar, max(0.5, (p.step-8)/float32(series)))
	if series == 1 {
		width = min(2*widestBar, max(0.5, p.step*0.55))
	}
	labelled := p.figured()
	for label := range p.chart.Labels {
		left := p.X + float32(label)*p.step
		group := left + max(0, p.step-(width+barGap)*float32(series)+barGap)/2
		for n := range series {
			value, known := p.chart.value(n, label)
			if !known {
				continue
			}
			bar := p.bar(value, min(group+float32(n)*(width+barGap), p.size.Width-width), width)
			bar.tone = p.chart.toneOf(n, n)
			if value != 0 {
				p.draw(bar)
			}
			p.mark(n, label, value, bar.area, area{left + p.step*float32(n)/float32(series), p.Y, p.step / float32(series), p.Height})
			if labelled(n, label) {
				p.figure(value, bar.X+width/2, bar.end(value), textTone(bar.tone))
			}
		}
	}
}

// bar is a value's bar, up or down from zero; the corners at its end are rounded.
func (p *plot) bar(value int64, x, width float32) box {
	zero, end := p.y(0), p.y(p.chart.Unit.of(value))
	if value < 0 {
		return box{area: area{x, zero, width, max(1, end-zero)}, bottom: 2}
	}
	return box{area: area{x, min(end, zero-1), width, max(1, zero-end)}, top: 2}
}

// end is where a bar ends, away from zero.
func (b box) end(value int64) float32 {
	if value < 0 {
		return b.Y + b.Height
	}
	return b.Y
}

// figured says which bars carry their figure: those of the last series if all figures have room, else its
// highest.
func (p *plot) figured() func(series, label int) bool {
	last := len(p.chart.Series) - 1
	widest, best, highest := float32(0), -1, int64(0)
	for label := range p.chart.Labels {
		value, known := p.chart.value(last, label)
		if known {
			widest = max(widest, p.measure(p.chart.Unit.Text(value), kit.SmallTextSize, true).Width)
		}
		if value > highest {
			best, highest = label, value
		}
	}
	all := last == 0 && widest+6 <= p.step
	return func(series, label int) bool { return series == last && (all || label == best) }
}
