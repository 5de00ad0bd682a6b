package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Check is a box to tick with words beside it.
type Check struct {
	press
	label   string
	checked bool
}

// NewCheck makes a box; the words may be empty.
func NewCheck(label string, checked bool, onChanged func(bool)) *Check {
	c := &Check{label: label, checked: checked}
	c.onPressed = func() {
		c.SetChecked(!c.checked)
		if onChanged != nil {
			onChanged(c.checked)
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// Checked says whether the box is ticked.
func (c *Check) Checked() bool { return c.checked }

// Value is "1" for a ticked box and "" for one that is not.
func (c *Check) Value() string {
	if c.checked {
		return "1"
	}
	return ""
}

// SetValue ticks by Value, without telling.
func (c *Check) SetValue(value string) { c.SetChecked(value != "") }

// WhenChanged has f called as well whenever a person ticks or unticks.
func (c *Check) WhenChanged(f func()) {
	before := c.onPressed
	c.onPressed = func() {
		before()
		f()
	}
}

// SetChecked ticks the box without telling.
func (c *Check) SetChecked(checked bool) {
	c.checked = checked
	c.Refresh()
}

const markSize float32 = 16

// CreateRenderer is Fyne's.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	draw := func(size fyne.Size) {
		box, middle := &canvas.Rectangle{CornerRadius: 3, StrokeWidth: 1}, size.Height/2
		box.FillColor, box.StrokeColor = Color(CardGround), Color(Edge)
		switch {
		case c.Disabled():
			box.FillColor, box.StrokeColor = Color(Wash), Color(Line)
		case c.checked:
			box.FillColor, box.StrokeColor = Color(Canal), Color(Canal)
		}
		if c.focused {
			box.StrokeWidth, box.StrokeColor = 2, Color(Ink)
		}
		place(box, 1, middle-markSize/2, markSize, markSize)
		r.objects = append(r.objects[:0], box)
		if c.checked {
			r.objects = append(r.objects, tick(1+markSize/2, middle)...)
		}
		r.objects = append(r.objects, markLabel(c.label, c.Disabled(), size.Height))
	}
	r.layout = draw
	r.min = func() fyne.Size { return markMinSize(c.label) }
	r.refresh = func() { draw(c.BaseWidget.Size()) }
	return r
}

// markLabel is the words beside a box or a circle.
func markLabel(label string, disabled bool, height float32) *canvas.Text {
	text := drawnText(label, Ink, TextSize)
	if disabled {
		text.Color = Color(theme.ColorNameDisabled)
	}
	size := text.MinSize()
	place(text, markSize+9, (height-size.Height)/2, size.Width, size.Height)
	return text
}

func markMinSize(label string) fyne.Size {
	width := markSize + 2
	if label != "" {
		width += 7 + fyne.MeasureText(label, TextSize, fyne.TextStyle{}).Width
	}
	return fyne.NewSize(width, 24)
}
