package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Radio is one of a few choices, all of them to be seen.
type Radio struct {
	widget.BaseWidget
	buttons   []*radioButton
	value     string
	onChanged func(value string)
	list      *fyne.Container
}

// NewRadio puts choices below each other.
func NewRadio(choices []Choice, value string, onChanged func(value string)) *Radio {
	r := &Radio{value: value, onChanged: onChanged, list: Column(4)}
	for _, choice := range choices {
		button := &radioButton{choice: choice, group: r}
		button.onPressed = func() { r.choose(choice.Value) }
		button.ExtendBaseWidget(button)
		r.buttons = append(r.buttons, button)
		r.list.Add(button)
	}
	r.ExtendBaseWidget(r)
	return r
}

// Abreast puts the choices side by side.
func (r *Radio) Abreast() *Radio {
	objects := r.list.Objects
	r.list = NewWrap(24, 4, objects...)
	return r
}

// Value is the chosen value.
func (r *Radio) Value() string { return r.value }

// SetValue chooses without telling.
func (r *Radio) SetValue(value string) {
	r.value = value
	for _, b := range r.buttons {
		b.Refresh()
	}
}

// LabelOf is what the choice of a value says, "" where there is none.
func (r *Radio) LabelOf(value string) string {
	for _, b := range r.buttons {
		if b.choice.Value == value {
			return b.choice.Label
		}
	}
	return ""
}

// WhenChanged has f called as well whenever a person chooses.
func (r *Radio) WhenChanged(f func()) {
	before := r.onChanged
	r.onChanged = func(value string) {
		if before != nil {
			before(value)
		}
		f()
	}
}

func (r *Radio) choose(value string) {
	r.SetValue(value)
	if r.onChanged != nil {
		r.onChanged(value)
	}
}

// CreateRenderer is Fyne's.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.list) }

type radioButton struct {
	press
	choice Choice
	group  *Radio
}

// Label is what the choice says.
func (b *radioButton) Label() string { return b.choice.Label }

// CreateRenderer is Fyne's.
func (b *radioButton) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	draw := func(size fyne.Size) {
		ring, middle := &canvas.Circle{StrokeWidth: 1.5}, size.Height/2
		ring.FillColor, ring.StrokeColor = Color(CardGround), Color(Edge)
		chosen := b.group.value == b.choice.Value
		if chosen || b.focused {
			ring.StrokeColor = Color(Canal)
		}
		if b.focused {
			ring.StrokeWidth = 3
		}
		place(ring, 1, middle-markSize/2, markSize, markSize)
		r.objects = append(r.objects[:0], ring)
		if chosen {
			dot := &canvas.Circle{FillColor: Color(Canal)}
			place(dot, 5, middle-4, 8, 8)
			r.objects = append(r.objects, dot)
		}
		r.objects = append(r.objects, markLabel(b.choice.Label, b.Disabled(), size.Height))
	}
	r.layout = draw
	r.min = func() fyne.Size { return markMinSize(b.choice.Label) }
	r.refresh = func() { draw(b.BaseWidget.Size()) }
	return r
}
