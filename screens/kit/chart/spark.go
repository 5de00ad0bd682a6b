package chart

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// sparkMargin keeps the dot at the end inside.
const sparkMargin float32 = 3

// Sparkline is the way of values through a room of a size: a cell. The lowest stands at the foot, the highest
// at the head; where nothing changes the line lies in the middle. One value alone is a point.
func Sparkline(values []int64, size fyne.Size) []fyne.Position {
	if len(values) == 0 {
		return nil
	}
	low, high := values[0], values[0]
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	way := float64(high) - float64(low)
	wide, tall := max(0, size.Width-2*sparkMargin), max(0, size.Height-2*sparkMargin)
	points := make([]fyne.Position, len(values))
	for i, v := range values {
		up := float32(0.5)
		if way > 0 {
			up = float32((float64(v) - float64(low)) / way)
		}
		x := sparkMargin + wide
		if len(values) > 1 {
			x = sparkMargin + wide*float32(i)/float32(len(values)-1)
		}
		points[i] = fyne.NewPos(x, sparkMargin+tall*(1-up))
	}
	return points
}

// drawSpark draws the first series as a line alone, its last value a dot.
func (s *scene) drawSpark() {
	if len(s.chart.Series) == 0 {
		return
	}
	values := s.chart.Series[0].Values[:min(len(s.chart.Labels), len(s.chart.Series[0].Values))]
	points := Sparkline(values, s.size)
	t := s.chart.toneOf(0, 0)
	s.polyline(points, 1.5, t)
	for label, at := range points {
		if label == len(points)-1 {
			s.draw(disc{at: at, radius: sparkMargin - 0.5, tone: t})
		}
		step := s.size.Width / float32(len(points))
		s.mark(0, label, values[label], area{at.X, at.Y, 0, 0}.grown(sparkMargin), area{max(0, at.X-step/2), 0, step, s.size.Height})
	}
}

// leastSpark is the smallest a spark is readable at.
var leastSpark = fyne.NewSize(60, kit.DenseRowHeight)
