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
}

// NewMeter makes a meter; value is a part of 1.
func NewMeter(colour fyne.ThemeColorName, value float64) *Meter {
	m := &Meter{colour: colour, value: value}
	m.ExtendBaseWidget(m)
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
	ground, fill := &canvas.Rectangle{CornerRadius: 4}, &canvas.Rectangle{CornerRadius: 4}
	layout := func(size fyne.Size) {
		top := (size.Height - meterHeight) / 2
		place(ground, 0, top, size.Width, meterHeight)
		place(fill, 0, top, size.Width*float32(min(1, max(0, m.value))), meterHeight)
	}
	paint := func() {
		ground.FillColor, fill.FillColor = Color(Grid), Color(m.colour)
	}
	paint()
	return &painter{
		objects: []fyne.CanvasObject{ground, fill},
		layout:  layout,
		min:     func() fyne.Size { return fyne.NewSize(60, meterHeight+6) },
		refresh: func() {
			paint()
			layout(m.BaseWidget.Size())
			ground.Refresh()
			fill.Refresh()
		},
	}
}
