package chart

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// rough measures texts without a font.
func rough(text string, size float32, bold bool) fyne.Size {
	width := float32(0)
	for _, r := range text {
		if r < 0x2000 {
			width += size * 0.55
		} else {
			width += size
		}
	}
	return fyne.NewSize(width, size*lineHeight)
}

func kinds() []Kind { return []Kind{Bars, Stacked, Line, Share, Gauge, Funnel, Tiles, Timeline, Spark} }

// anyChart draws charts of every kind with any values: none, one, the largest and the smallest there are.
func anyChart(t *rapid.T) Chart {
	c := Chart{Kind: rapid.SampledFrom([]Kind{Bars, Stacked, Line, Share, Gauge, Funnel, Tiles, Spark}).Draw(t, "kind"), Unit: Unit{Name: "万元", Size: rapid.SampledFrom([]int64{0, 1, 100, 1_000_000}).Draw(t, "size")}}
	c.Labels = rapid.SliceOfN(rapid.StringMatching(`[0-9月 一-十]{0,8}`), 0, 40).Draw(t, "labels")
	extremes := rapid.SampledFrom([]int64{0, 1, -1, math.MaxInt64, math.MinInt64})
	value := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-5_000_000, 90_000_000), extremes)
	for range rapid.IntRange(0, 5).Draw(t, "series") {
		c.Series = append(c.Series, Series{Name: rapid.StringMatching(`[0-9年]{0,6}`).Draw(t, "name"), Values: rapid.SliceOfN(value, 0, len(c.Labels)+2).Draw(t, "values")})
	}
	return c
}

func finite(values ...float32) bool {
	for _, v := range values {
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return false
		}
	}
	return true
}

// extent is the room a shape that stands for a value takes.
func extent(shape any) area {
	switch s := shape.(type) {
	case box:
		return s.area
	case stroke:
		return patch{corners: []fyne.Position{s.from, s.to}}.around()
	case patch:
		return s.around()
	case arc:
		return area{s.at.X - s.radius, s.at.Y - s.radius, 2 * s.radius, s.radius}
	case disc:
		return area{s.at.X, s.at.Y, 0, 0}.grown(s.radius)
	case words:
		return area{s.at.X, s.at.Y, 0, 0}
	}
	return area{}
}

func TestNoValueLeavesTheChart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyChart(t)
		size := fyne.NewSize(rapid.Float32Range(0, 900).Draw(t, "width"), rapid.Float32Range(0, 500).Draw(t, "height"))
		s := compose(c, size, rough)
		if c.Kind.flows() {
			size.Height = max(size.Height, s.height)
		}
		for _, shape := range s.shapes {
			a := extent(shape)
			if !finite(a.X, a.Y, a.Width, a.Height) || a.Width < 0 || a.Height < 0 {
				t.Fatalf("%#v", shape)
			}
			if _, text := shape.(words); text || size.Width < 200 || size.Height < 80 {
				continue // names may need more room than a chart too small to read has
			}
			if a.X < -0.1 || a.Y < -0.1 || a.X+a.Width > size.Width+5 || a.Y+a.Height > size.Height+1 {
				t.Fatalf("%#v lies outside %v", shape, size)
			}
		}
	})
}

func TestEveryKnownValueCanBePointedAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyChart(t)
		s := compose(c, fyne.NewSize(900, 400), rough)
		known := 0
		for series := range c.Series {
			if c.Kind.single() && series > 0 {
				break
			}
			known += min(len(c.Labels), len(c.Series[series].Values))
		}
		if len(s.marks) != known {
			t.Fatalf("%d marks for %d values", len(s.marks), known)
		}
		for _, m := range s.marks {
			value, _ := c.value(m.series, m.label)
			if len(m.hit) == 0 || m.value == "" || !finite(m.at.X, m.at.Y) || s.find(m.series, m.label) < 0 {
				t.Fatalf("%+v for %d", m, value)
			}
		}
	})
}

func TestTheAxisHoldsItsValues(t *testing.T) {
	for highest, want := range map[float64]float64{0: 1, 128.57: 150, 90: 100, 95: 150, 5: 6, 1900: 3000, 0.2: 0.3} {
		if got := niceTop(highest); got < want-1e-9 || got > want+1e-9 {
			t.Errorf("niceTop(%v) = %v, want %v", highest, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		low, high := float64(rapid.Int64().Draw(t, "low")), float64(rapid.Int64().Draw(t, "high"))
		s := scaleOf(low, high)
		ticks := s.ticks()
		if s.low > low || s.high < high || s.low > 0 || s.high < 0 || len(ticks) < 2 || len(ticks) > 12 {
			t.Fatalf("%v to %v on %+v with ticks %v", low, high, s, ticks)
		}
	})
}

func TestSumsStopAtTheLargest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "b")
		exact := float64(a) + float64(b)
		if got := float64(sum(a, b)); math.Abs(got-exact) > 4096 && math.Abs(exact) < math.MaxInt64 || exact > 0 && got < 0 || exact < 0 && got > 0 {
			t.Fatalf("%d + %d = %v", a, b, got)
		}
	})
}

func TestValuesAreWordedExactly(t *testing.T) {
	wan := Unit{"万元", 1_000_000}
	for value, want := range map[int64]string{0: "0.00 万元", 128_570_000: "128.57 万元", -5_000: "-0.01 万元", 123_456_789_012: "123,456.79 万元"} {
		if got := wan.With(value); got != want {
			t.Errorf("%d: %s, want %s", value, got, want)
		}
	}
	if got := Count("").With(-1_284_310); got != "-1,284,310" {
		t.Error(got)
	}
	for v, want := range map[float64]string{0: "0", 0.1 * 3: "0.3", 1500: "1,500", -2.5: "-2.5", -12000: "-12,000"} {
		if got := tick(v); got != want {
			t.Errorf("tick %v: %s, want %s", v, got, want)
		}
	}
	if percent(1, 3) != "33.3%" || percent(1, 0) != "0.0%" || percent(-2, 3) != "0.0%" {
		t.Error("shares of a whole")
	}
}

func TestHigherTilesHaveHigherGrounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Int64Range(0, math.MaxInt64), 1, 20).Draw(t, "values")
		slices.Sort(values)
		c := Chart{Kind: Tiles, Unit: Unit{Size: 1_000_000}, Labels: make([]string, len(values)), Series: []Series{{Values: values}}}
		before := 0
		for _, v := range values {
			grade := c.gradeOf(v, c.gradeStep())
			if grade < before || (v == 0) != (grade == 0) {
				t.Fatalf("%d of %v has grade %d after %d", v, values, grade, before)
			}
			before = grade
		}
		if highest := values[len(values)-1]; highest > 0 && before != len(grades)-1 {
			t.Fatalf("the highest, %d, has grade %d with steps of %v", highest, before, c.gradeStep())
		}
	})
}
