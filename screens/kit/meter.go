package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Meter is a thin bar filled to a part of its length: how far work is. Figures on their way are a gauge of
// kit/chart.
type Meter struct {
	widget.BaseWidget
	colour fyne.ThemeColorName
	value  float64
	mark   float64 // where it should be, below 0 for none
}

// NewMeter makes a meter; value is a part of 1.
func NewMeter(colour fyne.ThemeColorName, value float64) *Meter {
	m := &Meter{colour: colour, value: value, mark: -1}
	m.ExtendBaseWidget(m)
	return m
}

// Marked puts a mark where the bar should be by now, a part of 1.
func (m *Meter) Marked(at float64) *Meter {
	m.mark = at
	return m
}

// SetValue fills the bar to another part.
func (m *Meter) SetValue(value float64) {
	m.value = value
	m.Refresh()
}

const meterHeight float32 = 8

// CreateRenderer is Fyne's.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	ground, fill, mark := &canvas.Rectangle{CornerRadius: 4}, &canvas.Rectangle{CornerRadius: 4}, &canvas.Rectangle{}
	layout := func(size fyne.Size) {
		top := (size.Height - meterHeight) / 2
		place(ground, 0, top, size.Width, meterHeight)
		place(fill, 0, top, size.Width*float32(min(1, max(0, m.value))), meterHeight)
		place(mark, (size.Width-2)*float32(min(1, max(0, m.mark))), top-3, 2, meterHeight+6)
		mark.Hidden = m.mark < 0
	}
	paint := func() {
		ground.FillColor, fill.FillColor, mark.FillColor = Color(Grid), Color(m.colour), Color(Ink)
	}
	paint()
	return &painter{
		objects: []fyne.CanvasObject{ground, fill, mark},
		layout:  layout,
		min:     func() fyne.Size { return fyne.NewSize(60, meterHeight+6) },
		refresh: func() {
			paint()
			layout(m.BaseWidget.Size())
			ground.Refresh()
			fill.Refresh()
			mark.Refresh()
		},
	}
}
