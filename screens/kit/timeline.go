package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Event is one entry of a timeline: when and who, of what kind, what happened.
type Event struct {
	// Kind is a bold word before the time, in the dot's colour; may be empty.
	Kind   string
	Colour fyne.ThemeColorName
	// When holds time and person: "11-20 15:02 · 初审员".
	When string
	Text string
	// Open, if given, opens what the event is about.
	Open func()
}

// NewTimeline shows events one below the other along a line.
func NewTimeline(events []Event) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(events))
	for i, e := range events {
		rows[i] = newTimelineRow(e, i == len(events)-1)
	}
	return Column(0, rows...)
}

type timelineRow struct {
	widget.BaseWidget
	colour fyne.ThemeColorName
	last   bool
	body   fyne.CanvasObject
}

const (
	timelineLeft float32 = 20
	timelineGap  float32 = 12
)

func newTimelineRow(e Event, last bool) *timelineRow {
	colour := e.Colour
	if colour == "" {
		colour = Canal
	}
	head := []fyne.CanvasObject{NewSmall(e.When)}
	if e.Kind != "" {
		head = []fyne.CanvasObject{NewStyled(e.Kind, textOf(colour), SmallTextSize, true), NewSmall(e.When)}
	}
	var body fyne.CanvasObject = Column(1, Row(Gap, head...), NewParagraph(e.Text))
	if e.Open != nil {
		body = NewPressable(body, e.Open)
	}
	r := &timelineRow{colour: colour, last: last, body: body}
	r.ExtendBaseWidget(r)
	return r
}

// textOf is the readable text colour that belongs to a dot's.
func textOf(colour fyne.ThemeColorName) fyne.ThemeColorName {
	switch colour {
	case Teal:
		return TealText
	case Amber:
		return AmberText
	case Red:
		return RedText
	case Green:
		return GreenText
	}
	return colour
}

// HeightFor is the height at a width.
func (t *timelineRow) HeightFor(width float32) float32 {
	return heightFor(t.body, width-timelineLeft) + timelineGap
}

// CreateRenderer is Fyne's.
func (t *timelineRow) CreateRenderer() fyne.WidgetRenderer {
	line, dot := canvas.NewRectangle(Color(CanalSoft)), &canvas.Circle{FillColor: Color(t.colour)}
	return &painter{
		objects: []fyne.CanvasObject{line, dot, t.body},
		layout: func(size fyne.Size) {
			place(dot, 0, 4, 10, 10)
			place(line, 4, 9, 2, size.Height)
			if t.last {
				line.Resize(fyne.NewSize(2, max(0, size.Height-9-timelineGap)))
			}
			place(t.body, timelineLeft, 0, size.Width-timelineLeft, size.Height-timelineGap)
		},
		min: func() fyne.Size {
			return t.body.MinSize().AddWidthHeight(timelineLeft, timelineGap)
		},
		refresh: func() {
			line.FillColor, dot.FillColor = Color(CanalSoft), Color(t.colour)
			line.Refresh()
			dot.Refresh()
			t.body.Refresh()
		},
	}
}
