package chart

import (
	"math"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

const funnelRow float32 = 40

// drawFunnel shows how many of the first label's are left at each later one: names at the left, the funnel in
// the middle, figures with the share of the step before at the right.
func (s *scene) drawFunnel() {
	if len(s.chart.Series) == 0 {
		return
	}
	n := min(len(s.chart.Labels), len(s.chart.Series[0].Values))
	s.height = float32(n) * funnelRow
	if n == 0 {
		return
	}
	left, right, most := s.funnelColumns(n)
	room := max(1, s.size.Width-left-right)
	height := funnelRow
	if s.size.Height > s.height {
		height = min(64, s.size.Height/float32(n))
	}
	for label := range n {
		value, _ := s.chart.value(0, label)
		next, more := s.chart.value(0, label+1)
		if !more || next > value {
			next = value
		}
		at := area{left, float32(label) * height, room, height - 2}
		s.slope(at, s.part(value, most)*room, s.part(next, most)*room, label)
		line := at.Y + (at.Height-s.small("国").Height)/2
		s.write(s.fitting(s.chart.Labels[label], left-12, kit.DenseTextSize, false), 0, line-1, fromLeft, kit.DenseTextSize, false, kit.Ink)
		s.funnelFigure(label, value, line)
		s.mark(0, label, value, at, area{0, at.Y, s.size.Width, height})
		if share := s.chart.kept(label); share != "" {
			s.marks[len(s.marks)-1].value += " · " + share
		}
	}
}

func (s *scene) part(value int64, most float64) float32 {
	return float32(math.Max(0, float64(value)) / most)
}

// funnelColumns is what names and figures take at both sides, and the highest value.
func (s *scene) funnelColumns(n int) (left, right float32, most float64) {
	most = 1
	for label := range n {
		value, _ := s.chart.value(0, label)
		most = math.Max(most, float64(value))
		left = max(left, s.measure(s.chart.Labels[label], kit.DenseTextSize, false).Width+16)
		right = max(right, s.measure(s.chart.Unit.With(value), kit.DenseTextSize, true).Width+64)
	}
	return min(left, s.size.Width/3), min(right, s.size.Width/3), most
}

// slope is a step of the funnel, as wide above as its value and below as the next.
func (s *scene) slope(at area, above, below float32, label int) {
	above, below = max(2, above), max(2, below)
	middle, foot := at.X+at.Width/2, at.Y+at.Height
	s.draw(patch{corners: []fyne.Position{
		fyne.NewPos(middle-above/2, at.Y), fyne.NewPos(middle+above/2, at.Y),
		fyne.NewPos(middle+below/2, foot), fyne.NewPos(middle-below/2, foot),
	}, tone: s.chart.toneOf(0, 0)})
}

// kept is how much of the step before is left at a label.
func (c Chart) kept(label int) string {
	value, _ := c.value(0, label)
	if before, known := c.value(0, label-1); known && before > 0 {
		return percent(value, float64(before))
	}
	return ""
}

func (s *scene) funnelFigure(label int, value int64, y float32) {
	t := kit.Ink
	if value < 0 {
		t = kit.RedText
	}
	s.write(s.chart.Unit.With(value), s.size.Width-52, y-1, fromRight, kit.DenseTextSize, true, t)
	s.write(s.chart.kept(label), s.size.Width, y, fromRight, kit.SmallTextSize, false, kit.Secondary)
}
