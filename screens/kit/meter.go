package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Meter is a thin bar filled to a part of its length: progress, a budget. A mark across it shows where
// it ought to be.
type Meter struct {
	widget.BaseWidget
	colour fyne.ThemeColorName
	value  float64
	mark   float64
}

// NewMeter makes a meter; value and mark are parts of 1, a mark below 0 is not drawn.
func NewMeter(colour fyne.ThemeColorName, value, mark float64) *Meter {
	m := &Meter{colour: colour, value: value, mark: mark}
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
	ground, fill, mark := &canvas.Rectangle{CornerRadius: 4}, &canvas.Rectangle{CornerRadius: 4}, &canvas.Rectangle{}
	layout := func(size fyne.Size) {
		top := (size.Height - meterHeight) / 2
		place(ground, 0, top, size.Width, meterHeight)
		place(fill, 0, top, size.Width*float32(min(1, max(0, m.value))), meterHeight)
		place(mark, size.Width*float32(min(1, m.mark))-1, top-3, 2, meterHeight+6)
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
		},
	}
}
