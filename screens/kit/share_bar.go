package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Part is a piece of a whole, with its figure as words.
type Part struct {
	Name  string
	Value float64
	Words string
}

var partColours = []fyne.ThemeColorName{Canal, Teal, Amber, Green, CanalPale, Secondary, Red}

// NewShareBar shows what a whole is made of: one bar and, under it, each part's name, figure and
// share. onPart, if given, opens the lines behind a part.
func NewShareBar(parts []Part, onPart func(part int)) fyne.CanvasObject {
	total := 0.0
	for _, p := range parts {
		total += max(0, p.Value)
	}
	legend := make([]fyne.CanvasObject, len(parts))
	for i, p := range parts {
		legend[i] = legendEntry(p, i, total, onPart)
	}
	return Column(10, newShareStrip(parts), NewWrap(12, 4, legend...))
}

func legendEntry(p Part, i int, total float64, onPart func(int)) fyne.CanvasObject {
	name := NewStyled(p.Name+" "+p.Words, Ink, SmallTextSize, false)
	share := NewStyled(percent(p.Value, total), Secondary, SmallTextSize, false)
	entry := Row(6, Dot(partColour(i)), name, share)
	if onPart == nil {
		return entry
	}
	return NewPressable(entry, func() { onPart(i) })
}

func partColour(i int) fyne.ThemeColorName { return partColours[i%len(partColours)] }

func percent(value, total float64) string {
	if total <= 0 {
		return "0.0%"
	}
	return strconv.FormatFloat(100*max(0, value)/total, 'f', 1, 64) + "%"
}

type shareStrip struct {
	widget.BaseWidget
	parts []Part
}

func newShareStrip(parts []Part) *shareStrip {
	s := &shareStrip{parts: parts}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is Fyne's.
func (s *shareStrip) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	draw := func(size fyne.Size) {
		r.objects = r.objects[:0]
		total, x := 0.0, float32(0)
		for _, p := range s.parts {
			total += max(0, p.Value)
		}
		for i, p := range s.parts {
			if p.Value <= 0 {
				continue
			}
			width := size.Width * float32(p.Value/total)
			bar := canvas.NewRectangle(Color(partColour(i)))
			place(bar, x, 0, max(1, width-1), size.Height)
			r.objects = append(r.objects, bar)
			x += width
		}
		if total == 0 {
			empty := canvas.NewRectangle(Color(Wash))
			empty.Resize(size)
			r.objects = append(r.objects, empty)
		}
	}
	r.layout = draw
	r.min = func() fyne.Size { return fyne.NewSize(60, 16) }
	r.refresh = func() { draw(s.BaseWidget.Size()) }
	return r
}
