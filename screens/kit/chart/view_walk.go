package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// edge goes to the first or the last value of the series the keyboard is in, at first the last series.
func (v *View) edge(first bool) {
	marks, series := v.drawn().marks, 0
	for _, m := range marks {
		series = max(series, m.series)
	}
	if at := v.at(); at != nil {
		series = at.series
	}
	goal := -1
	for i, m := range marks {
		if m.series == series && (goal < 0 || !first) {
			goal = i
		}
	}
	v.goTo(goal)
}

func (v *View) goTo(mark int) {
	v.active = mark
	v.Refresh()
	v.reveal()
}

// Follow has a scroll that holds the chart go where the keyboard goes.
func (v *View) Follow(scroll *container.Scroll) { v.scroll = scroll }

func (v *View) reveal() {
	at := v.at()
	if at == nil || v.scroll == nil {
		return
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := place(v).Y - place(v.scroll).Y + v.scroll.Offset.Y + at.at.Y
	offset := min(v.scroll.Offset.Y, top-ring)
	offset = max(offset, top+at.at.Height+ring-v.scroll.Size().Height)
	if offset != v.scroll.Offset.Y {
		v.scroll.ScrollToOffset(fyne.NewPos(v.scroll.Offset.X, max(0, offset)))
	}
}

// walk goes to the next mark some series and labels away; where a series ends it stays.
func (v *View) walk(series, label int) {
	at := v.at()
	if at == nil {
		v.edge(false)
		return
	}
	if v.chart.Kind == Tiles {
		if next := v.drawn().towards(at, float32(label), float32(series)); next >= 0 {
			v.goTo(next)
		}
		return
	}
	if v.chart.Kind == Stacked {
		series = -series // the first series lies lowest
	}
	if v.chart.oneByOne() && label == 0 {
		series, label = 0, series
	}
	if next := v.drawn().beyond(at, series, label); next >= 0 {
		v.goTo(next)
	}
}

// beyond is the mark nearest to another one some series or labels away, -1 for none. A series may end before
// the label: its last value is meant then.
func (s *scene) beyond(from *mark, series, label int) int {
	next, least := -1, 0
	for i, m := range s.marks {
		along, aside := (m.label-from.label)*label, m.series-from.series
		if series != 0 {
			along, aside = (m.series-from.series)*series, m.label-from.label
		}
		if far := along<<20 + max(aside, -aside); along > 0 && (aside == 0 || series != 0) && (next < 0 || far < least) {
			next, least = i, far
		}
	}
	return next
}

// oneByOne tells whether a chart has one value a label, so that every arrow walks along the labels.
func (c Chart) oneByOne() bool { return c.Kind.single() || len(c.Series) == 1 }
