package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Series is one row of bars: a year. Its name stands in the legend.
type Series struct {
	Name   string
	Values []float64
}

// BarChart shows up to two series side by side over the same labels; the last series is the present
// one and carries the accent. The highest present bar carries its figure.
type BarChart struct {
	widget.BaseWidget
	// Unit stands before the legend: 万元.
	Unit   string
	Labels []string
	Series []Series
	// OnBar opens what is behind a bar: which series, which label, both from 0.
	OnBar func(series, label int)
	// Format words a value; nil gives two decimals.
	Format func(float64) string

	// hovered is the label under the pointer or the keyboard, -1 for none; series the keyboard's.
	hovered int
	series  int
	focused bool
}

// NewBarChart makes a chart of series over labels.
func NewBarChart(unit string, labels []string, series []Series, onBar func(series, label int)) *BarChart {
	c := &BarChart{Unit: unit, Labels: labels, Series: series, OnBar: onBar, hovered: -1}
	c.ExtendBaseWidget(c)
	return c
}

const (
	chartLegend float32 = 26
	chartFoot   float32 = 24
	chartLeft   float32 = 40
	barWidth    float32 = 11
)

// Tapped opens the bar under the pointer: the column of its label, the nearer series.
func (c *BarChart) Tapped(event *fyne.PointEvent) {
	series, label := c.at(event.Position)
	if c.OnBar != nil && label >= 0 {
		c.OnBar(series, label)
	}
}

// FocusGained puts the keyboard on the last bar; arrows move, Return opens.
func (c *BarChart) FocusGained() {
	c.focused, c.hovered, c.series = true, len(c.Labels)-1, max(0, len(c.Series)-1)
	c.Refresh()
}

// FocusLost is Fyne's.
func (c *BarChart) FocusLost() {
	c.focused, c.hovered = false, -1
	c.Refresh()
}

// TypedRune is Fyne's; a chart takes no text.
func (c *BarChart) TypedRune(rune) {}

// TypedKey moves along the labels with left and right, between the years with up and down.
func (c *BarChart) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyLeft:
		c.hovered = max(0, c.hovered-1)
	case fyne.KeyRight:
		c.hovered = min(len(c.Labels)-1, c.hovered+1)
	case fyne.KeyUp:
		c.series = max(0, c.series-1)
	case fyne.KeyDown:
		c.series = min(len(c.Series)-1, c.series+1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.OnBar != nil && c.hovered >= 0 {
			c.OnBar(c.series, c.hovered)
		}
	}
	c.Refresh()
}

// MouseIn is Fyne's.
func (c *BarChart) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved shows which month a click would open.
func (c *BarChart) MouseMoved(event *desktop.MouseEvent) {
	series, label := c.at(event.Position)
	if label != c.hovered || series != c.series {
		c.hovered, c.series = label, series
		c.Refresh()
	}
}

// MouseOut is Fyne's.
func (c *BarChart) MouseOut() {
	c.hovered = -1
	c.Refresh()
}

// Cursor is a hand over a bar that opens.
func (c *BarChart) Cursor() desktop.Cursor {
	if c.OnBar != nil && c.hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (c *BarChart) step() float32 {
	return (c.BaseWidget.Size().Width - chartLeft) / float32(max(1, len(c.Labels)))
}

func (c *BarChart) at(p fyne.Position) (series, label int) {
	if p.X < chartLeft || p.Y < chartLegend || len(c.Labels) == 0 || len(c.Series) == 0 {
		return 0, -1
	}
	label = min(int((p.X-chartLeft)/c.step()), len(c.Labels)-1)
	inside := p.X - chartLeft - float32(label)*c.step()
	series = int(inside / (c.step() / float32(len(c.Series))))
	return min(series, len(c.Series)-1), label
}

// MinSize is the smallest a chart is readable at.
func (c *BarChart) MinSize() fyne.Size {
	return fyne.NewSize(chartLeft+float32(len(c.Labels))*(barWidth*float32(len(c.Series))+8), 150)
}

// CreateRenderer is Fyne's.
func (c *BarChart) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	r.layout = func(size fyne.Size) { r.objects = c.draw(size) }
	r.min = c.MinSize
	r.refresh = func() { r.objects = c.draw(c.BaseWidget.Size()) }
	return r
}
