package chart

import "math"

// scale is an axis of values: from low to high in steps of a round number, zero among them.
type scale struct {
	low, high, step float64
}

// scaleOf is the axis that values from low to high fit on, with room for the figure above the highest.
func scaleOf(low, high float64) scale {
	low, high = min(low, 0), max(high, 0)
	if low == high {
		return scale{high: 1, step: 1}
	}
	top := niceTop(max(high, -low))
	step := top / float64(stepsOf(top))
	s := scale{step: step}
	if high > 0 {
		s.high = step * max(1, math.Ceil(high*1.1/step-1e-9))
	}
	if low < 0 {
		s.low = -step * max(1, math.Ceil(-low*1.1/step-1e-9))
	}
	return s
}

// at is how far up a value stands, from 0 at the lower end to 1.
func (s scale) at(v float64) float32 {
	return float32(min(1, max(0, (v-s.low)/(s.high-s.low))))
}

func (s scale) ticks() []float64 {
	var ticks []float64
	for i := math.Round(s.low / s.step); i <= math.Round(s.high/s.step); i++ {
		ticks = append(ticks, i*s.step)
	}
	return ticks
}

// niceTop rounds up to a figure whose thirds or quarters read well.
func niceTop(highest float64) float64 {
	if highest <= 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(highest)))
	for _, step := range []float64{1.5, 2, 3, 4, 6, 8, 10, 15} {
		if highest*1.1 <= step*power {
			return step * power
		}
	}
	return 20 * power
}

func stepsOf(top float64) int {
	switch math.Round(top/math.Pow(10, math.Floor(math.Log10(top)))*10) / 10 {
	case 1.5, 3, 6:
		return 3
	}
	return 4
}
