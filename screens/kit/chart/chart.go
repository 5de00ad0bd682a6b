package chart

import (
	"math"

	"fyne.io/fyne/v2"
)

// Kind is how a chart shows its figures.
type Kind int

// The kinds. Bars, Stacked and Line stand over labels. Share, Funnel, Tiles and Spark show the first series.
// Gauge shows the first as a part of the second, with the third, if there, as what ought to be. Timeline shows
// events.
const (
	Bars Kind = iota
	Stacked
	Line
	Share
	Gauge
	Funnel
	Tiles
	Timeline
	Spark
)

// single tells whether a kind has one value a label.
func (k Kind) single() bool { return k >= Share }

// flows tells whether a kind's height follows from its width.
func (k Kind) flows() bool { return k == Share || k == Timeline || k == Gauge || k == Funnel }

// Series is a row of values over the labels. Values may end before the labels do: what is not known yet is no
// zero. Name stands in the legend, Short where a mark is named; without it that is Name too.
type Series struct {
	Name   string
	Short  string
	Values []int64
	Tone   fyne.ThemeColorName // "" takes the kind's own
}

func (s Series) called() string {
	if s.Short != "" {
		return s.Short
	}
	return s.Name
}

// Chart is what is drawn.
type Chart struct {
	Title  string // what it shows; drawn in pictures, on the screen a card has it
	Kind   Kind
	Unit   Unit
	Labels []string
	Series []Series
	Places []Place // of Tiles: where each label lies
	Events []Event // of a Timeline, which has no labels and no series
}

// Empty tells whether there is nothing to draw.
func (c Chart) Empty() bool {
	if c.Kind == Timeline {
		return len(c.Events) == 0
	}
	for _, s := range c.Series {
		if min(len(s.Values), len(c.Labels)) > 0 {
			return false
		}
	}
	return true
}

// value is a series' value at a label, and whether there is one.
func (c Chart) value(series, label int) (int64, bool) {
	if series < 0 || series >= len(c.Series) || label < 0 || label >= min(len(c.Labels), len(c.Series[series].Values)) {
		return 0, false
	}
	return c.Series[series].Values[label], true
}

// sum adds and stops at the largest amount instead of wrapping round.
func sum(values ...int64) int64 {
	total := int64(0)
	for _, v := range values {
		switch {
		case v > 0 && total > math.MaxInt64-v:
			total = math.MaxInt64
		case v < 0 && total < math.MinInt64-v:
			total = math.MinInt64
		default:
			total += v
		}
	}
	return total
}
