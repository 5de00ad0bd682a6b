package chart

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// area is a place and a size in a chart.
type area struct{ X, Y, Width, Height float32 }

func (a area) holds(p fyne.Position) bool {
	return p.X >= a.X && p.X < a.X+a.Width && p.Y >= a.Y && p.Y < a.Y+a.Height
}

func (a area) middle() fyne.Position { return fyne.NewPos(a.X+a.Width/2, a.Y+a.Height/2) }

func (a area) grown(by float32) area {
	return area{a.X - by, a.Y - by, a.Width + 2*by, a.Height + 2*by}
}

type tone = fyne.ThemeColorName

// The shapes a scene is made of.
type (
	// box is a filled rectangle, its upper and lower corners rounded each by their own radius.
	box struct {
		area
		tone        tone
		top, bottom float32
	}
	// stroke is a straight line.
	stroke struct {
		from, to fyne.Position
		width    float32
		tone     tone
	}
	// patch is a filled shape of at most 16 corners: more a graphics card's program does not take.
	patch struct {
		corners []fyne.Position
		tone    tone
	}
	// disc is a filled circle.
	disc struct {
		at     fyne.Position
		radius float32
		tone   tone
	}
	// arc is the ring of a dial, from its left end over the top as far as a part of its way.
	arc struct {
		at           fyne.Position
		radius, part float32
		tone         tone
	}
	// words are one line of text; at is its upper left corner.
	words struct {
		text string
		at   fyne.Position
		size float32
		bold bool
		tone tone
	}
)

// mark is what one can point at: a value with its name. It shows at one place and may be hit at several, its
// entry in the legend too.
type mark struct {
	series, label int
	name, value   string // without a value nothing is said beside the mark: it is all there to read
	at            area
	hit           []area
}

// Measure tells how much room a line of text takes.
type Measure func(text string, size float32, bold bool) fyne.Size

// scene is a chart drawn to a size.
type scene struct {
	chart   Chart
	size    fyne.Size
	measure Measure
	shapes  []any
	marks   []mark
	height  float32 // what the content took, for the kinds whose height follows from their width
}

// compose draws a chart to a size.
func compose(c Chart, size fyne.Size, measure Measure) *scene {
	s := &scene{chart: c, size: size, measure: measure}
	switch c.Kind {
	case Bars, Stacked, Line:
		s.drawPlot()
	case Share:
		s.drawShare()
	case Gauge:
		s.drawGauge()
	case Funnel:
		s.drawFunnel()
	case Tiles:
		s.drawTiles()
	case Timeline:
		s.drawEvents()
	case Spark:
		s.drawSpark()
	}
	return s
}

func (s *scene) draw(shapes ...any) { s.shapes = append(s.shapes, shapes...) }

// mark adds what one can point at, hit where it shows if nothing else is said.
func (s *scene) mark(series, label int, value int64, at area, hit ...area) {
	if len(hit) == 0 {
		hit = []area{at}
	}
	s.marks = append(s.marks, mark{series: series, label: label, name: s.chart.nameOf(series, label), value: s.chart.Unit.With(value), at: at, hit: hit})
}

// nameOf names a mark: 2026 年 · 10月. A chart of one series needs no name for it.
func (c Chart) nameOf(series, label int) string {
	if called := c.Series[series].called(); called != "" && (len(c.Series) > 1 && !c.Kind.single()) {
		return called + " · " + c.Labels[label]
	}
	return c.Labels[label]
}

// write puts a line of text with its left end, its middle or its right end at x, and gives the room it takes.
func (s *scene) write(text string, x, y, align, size float32, bold bool, t tone) fyne.Size {
	room := s.measure(text, size, bold)
	s.draw(words{text: text, at: fyne.NewPos(x-room.Width*align, y), size: size, bold: bold, tone: t})
	return room
}

// Where write puts a text.
const (
	fromLeft  float32 = 0
	centred   float32 = 0.5
	fromRight float32 = 1
)

func (s *scene) small(text string) fyne.Size { return s.measure(text, kit.SmallTextSize, false) }

// fitting cuts a text to a width and ends it in … where it had to.
func (s *scene) fitting(text string, width, size float32, bold bool) string {
	if s.measure(text, size, bold).Width <= width {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 {
		runes = runes[:len(runes)-1]
		if s.measure(string(runes)+"…", size, bold).Width <= width {
			return string(runes) + "…"
		}
	}
	return ""
}
