package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Stepper shows a way of several steps: those behind with a tick, the present one strong, those ahead
// pale. A present step after the last shows the whole way done.
type Stepper struct {
	widget.BaseWidget
	steps   []string
	present int
	stacked bool
}

// NewStepper makes a stepper; present counts from 0.
func NewStepper(steps []string, present int) *Stepper {
	s := &Stepper{steps: steps, present: present}
	s.ExtendBaseWidget(s)
	return s
}

// SetPresent moves to another step.
func (s *Stepper) SetPresent(present int) {
	s.present = present
	s.Refresh()
}

// Stacked puts the names under their circles, for a narrow place.
func (s *Stepper) Stacked() *Stepper {
	s.stacked = true
	return s
}

const (
	stepCircle float32 = 22
	stepHeight float32 = 28
)

// CreateRenderer is Fyne's.
func (s *Stepper) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	draw := func(size fyne.Size) {
		r.objects = r.objects[:0]
		if s.stacked {
			s.drawStacked(r, size.Width)
			return
		}
		gap := s.gap(size.Width)
		x := float32(0)
		for i := range s.steps {
			x = s.drawStep(r, i, x, size.Height, gap)
		}
	}
	r.layout = draw
	r.min = func() fyne.Size {
		if s.stacked {
			return s.stackedSize()
		}
		return fyne.NewSize(s.textWidth()+float32(len(s.steps)-1)*24, stepHeight)
	}
	r.refresh = func() { draw(s.BaseWidget.Size()) }
	return r
}

func (s *Stepper) textWidth() float32 {
	width := float32(0)
	for i, step := range s.steps {
		style := fyne.TextStyle{Bold: i == s.present}
		width += stepCircle + 8 + fyne.MeasureText(step, TextSize, style).Width
	}
	return width
}

// gap is the length between two steps: what is left, but not so long that the way falls apart.
func (s *Stepper) gap(width float32) float32 {
	between := float32(max(1, len(s.steps)-1))
	return min(76, max(24, (width-s.textWidth())/between))
}

func (s *Stepper) drawStep(r *painter, i int, x, height, gap float32) float32 {
	middle := height / 2
	s.drawCircle(r, i, x, middle)
	name := s.name(i, TextSize)
	size := name.MinSize()
	x += stepCircle + 8
	place(name, x, middle-size.Height/2, size.Width, size.Height)
	r.objects = append(r.objects, name)
	x += size.Width
	if i < len(s.steps)-1 {
		line := canvas.NewRectangle(Color(s.lineColour(i)))
		place(line, x+10, middle-1, gap-20, 2)
		r.objects = append(r.objects, line)
	}
	return x + gap
}

func (s *Stepper) drawCircle(r *painter, i int, x, middle float32) {
	circle := &canvas.Circle{FillColor: Color(s.circleColour(i))}
	place(circle, x, middle-stepCircle/2, stepCircle, stepCircle)
	r.objects = append(r.objects, circle)
	if i < s.present {
		r.objects = append(r.objects, tick(x+stepCircle/2, middle)...)
		return
	}
	number := drawnText(strconv.Itoa(i+1), s.numberColour(i), SmallTextSize)
	number.TextStyle.Bold = i == s.present
	size := number.MinSize()
	place(number, x+(stepCircle-size.Width)/2, middle-size.Height/2, size.Width, size.Height)
	r.objects = append(r.objects, number)
}

func (s *Stepper) name(i int, size float32) *canvas.Text {
	name := drawnText(s.steps[i], Ink, size)
	if i > s.present {
		name.Color = Color(Secondary)
	}
	name.TextStyle.Bold = i == s.present
	return name
}

func (s *Stepper) lineColour(i int) fyne.ThemeColorName {
	if i < s.present {
		return Green
	}
	return Line
}

func (s *Stepper) circleColour(i int) fyne.ThemeColorName {
	switch {
	case i < s.present:
		return Green
	case i == s.present:
		return Canal
	}
	return Wash
}

func (s *Stepper) numberColour(i int) fyne.ThemeColorName {
	if i == s.present {
		return OnCanal
	}
	return Secondary
}

// tick is drawn, not written: the font's ✓ sits too low in a circle.
func tick(x, y float32) []fyne.CanvasObject {
	short := &canvas.Line{StrokeColor: Color(CardGround), StrokeWidth: 2}
	short.Position1, short.Position2 = fyne.NewPos(x-4.5, y+0.5), fyne.NewPos(x-1.5, y+3.5)
	long := &canvas.Line{StrokeColor: Color(CardGround), StrokeWidth: 2}
	long.Position1, long.Position2 = fyne.NewPos(x-1.5, y+3.5), fyne.NewPos(x+4.5, y-3)
	return []fyne.CanvasObject{short, long}
}
