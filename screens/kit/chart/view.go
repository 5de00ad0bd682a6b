package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// View shows a chart in a window. What the pointer or the keyboard is on says its value; a click, Return or
// the space bar opens what is behind it.
type View struct {
	widget.BaseWidget
	// OnOpen opens the lines behind a value: which series, which label, both from 0.
	OnOpen func(series, label int)

	scroll  *container.Scroll
	chart   Chart
	scene   *scene
	active  int // the mark under the pointer or the keyboard, -1 for none
	focused bool
	shift   bool
	note    string    // what was just done
	tall    fyne.Size // the height last asked for, with its width: layouts ask at every frame
}

// New makes a view of a chart. onOpen may be nil: the chart then only tells its values.
func New(c Chart, onOpen func(series, label int)) *View {
	v := &View{chart: c, OnOpen: onOpen, active: -1}
	v.ExtendBaseWidget(v)
	return v
}

// Chart is what is shown.
func (v *View) Chart() Chart { return v.chart }

// SetChart shows another chart; the keyboard stays on its value if that is still there.
func (v *View) SetChart(c Chart) {
	at := v.at()
	v.chart, v.scene, v.active, v.tall = c, nil, -1, fyne.Size{}
	if at != nil && v.focused {
		v.active = v.drawn().find(at.series, at.label)
	}
	v.Refresh()
}

// drawn is the scene at the size of now.
func (v *View) drawn() *scene {
	if size := v.BaseWidget.Size(); v.scene == nil || v.scene.size != size {
		v.scene = compose(v.chart, size, onScreen)
	}
	return v.scene
}

// at is the mark the pointer or the keyboard is on, nil for none.
func (v *View) at() *mark {
	if marks := v.drawn().marks; v.active >= 0 && v.active < len(marks) {
		return &marks[v.active]
	}
	return nil
}

func onScreen(text string, size float32, bold bool) fyne.Size {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold})
}

// find is the mark of a series and label, -1 for none.
func (s *scene) find(series, label int) int {
	for i, m := range s.marks {
		if m.series == series && m.label == label {
			return i
		}
	}
	return -1
}

// under is the mark at a position, -1 for none; of marks that lie over each other the one drawn last.
func (s *scene) under(p fyne.Position) int {
	for i := len(s.marks) - 1; i >= 0; i-- {
		for _, hit := range s.marks[i].hit {
			if hit.holds(p) {
				return i
			}
		}
	}
	return -1
}

// HeightFor is the height at a width, for the kinds that are as high as their content.
func (v *View) HeightFor(width float32) float32 {
	if !v.chart.Kind.flows() {
		return v.MinSize().Height
	}
	if v.tall.Width != width {
		v.tall = fyne.NewSize(width, compose(v.chart, fyne.NewSize(width, 0), onScreen).height)
	}
	return v.tall.Height
}

// MinSize is the smallest a chart is readable at.
func (v *View) MinSize() fyne.Size {
	switch {
	case v.chart.Kind == Spark:
		return leastSpark
	case v.chart.Kind == Tiles:
		return fyne.NewSize(160, 120)
	case v.chart.Kind.flows():
		return fyne.NewSize(60, v.HeightFor(max(60, v.BaseWidget.Size().Width)))
	}
	bars := float32(1)
	if v.chart.Kind == Bars {
		bars = float32(max(1, len(v.chart.Series)))
	}
	return fyne.NewSize(leastLeft+min(480, float32(len(v.chart.Labels))*(11*bars+8)), 150)
}

// opens is what opens behind the value the pointer or the keyboard is on, nil for nothing.
func (v *View) opens() func() {
	at := v.at()
	switch {
	case at == nil:
		return nil
	case v.chart.Kind == Timeline:
		return v.chart.Events[at.label].Open
	case v.OnOpen != nil:
		return func() { v.OnOpen(at.series, at.label) }
	}
	return nil
}

func (v *View) open() {
	if open := v.opens(); open != nil {
		open()
	}
}

// ring is how far around a mark the line stands that shows what is meant.
const ring = 2
