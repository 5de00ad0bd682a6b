package chart

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// Event is one entry of a timeline: of what kind, when and who, what happened.
type Event struct {
	// Kind is a bold word before the time, in the dot's colour; may be empty.
	Kind string
	Tone fyne.ThemeColorName // "" is the accent
	// When holds time and person: "11-20 15:02 · 初审员".
	When string
	Text string
	// Open, if given, opens what the event is about.
	Open func()
}

// NewTimeline shows events one below the other along a line. It is as high as they need.
func NewTimeline(events []Event) *View { return New(Chart{Kind: Timeline, Events: events}, nil) }

const (
	eventLeft float32 = 20
	eventGap  float32 = 12
	dotRadius float32 = 5
)

func (s *scene) drawEvents() {
	y := float32(0)
	for i, e := range s.chart.Events {
		height := s.event(i, e, y)
		y += height + eventGap
	}
	s.height = max(0, y-eventGap)
}

// event draws one event from y on and gives its height; the line goes on to the next one.
func (s *scene) event(i int, e Event, y float32) float32 {
	t := e.Tone
	if t == "" {
		t = kit.Canal
	}
	x, top, first := eventLeft, y, len(s.shapes)
	if e.Kind != "" {
		x += s.write(e.Kind, x, y, fromLeft, kit.SmallTextSize, true, textTone(t)).Width + kit.Gap
	}
	when := s.fitting(e.When, s.size.Width-x, kit.SmallTextSize, false)
	y += s.write(when, x, y, fromLeft, kit.SmallTextSize, false, kit.Secondary).Height + 1
	if when == "" {
		y += s.small("国").Height
	}
	for _, line := range kit.BreakLines(e.Text, s.size.Width-eventLeft, s.width(kit.TextSize)) {
		y += max(s.write(line, eventLeft, y, fromLeft, kit.TextSize, false, kit.Ink).Height, s.measure("国", kit.TextSize, false).Height)
	}
	height := y - top
	line := area{dotRadius - 1, top + 9, 2, height + eventGap}
	if i == len(s.chart.Events)-1 {
		line.Height = max(0, height-9)
	}
	under := []any{box{area: line, tone: kit.CanalSoft}, disc{at: fyne.NewPos(dotRadius, top+4+dotRadius), radius: dotRadius, tone: t}}
	s.shapes = append(s.shapes[:first:first], append(under, s.shapes[first:]...)...)
	whole := area{eventLeft, top, s.size.Width - eventLeft, height}
	s.marks = append(s.marks, mark{label: i, name: e.When, at: whole, hit: []area{whole}})
	return height
}

func (s *scene) width(size float32) func(string) float32 {
	return func(text string) float32 { return s.measure(text, size, false).Width }
}
