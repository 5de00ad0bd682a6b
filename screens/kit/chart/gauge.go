package chart

import (
	"math"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

const (
	gaugeRow    float32 = 44
	gaugeBar    float32 = 8
	gaugeNeedle float32 = 2
	dialLeast   float32 = 140 // a lower chart shows its one value as a bar
	dialMost    float32 = 120
)

// drawGauge shows how far values are along a whole: the first series of the second, and where the third says
// they ought to be a mark across. One label in a high chart is a dial, several are bars.
func (s *scene) drawGauge() {
	if len(s.chart.Series) == 0 {
		return
	}
	if len(s.chart.Labels) == 1 && s.size.Height >= dialLeast {
		s.drawDial()
		return
	}
	for label := range s.chart.Labels {
		if g, known := s.chart.gaugeOf(label); known {
			s.gaugeBar(g, float32(label)*gaugeRow)
		}
	}
	s.height = float32(len(s.chart.Labels)) * gaugeRow
}

// gauge is one value on its way: parts of the whole, with their words.
type gauge struct {
	label         int
	value         int64
	part, due     float64 // due is below 0 where nothing says it
	share, amount string
}

func (c Chart) gaugeOf(label int) (gauge, bool) {
	value, known := c.value(0, label)
	whole, _ := c.value(1, label)
	g := gauge{label: label, value: value, due: -1, share: "—", amount: c.Unit.With(value)}
	if whole > 0 {
		g.part = math.Max(0, float64(value)/float64(whole))
		g.share = percent(value, float64(whole))
		g.amount = c.Unit.Text(value) + " / " + c.Unit.With(whole)
		if due, said := c.value(2, label); said {
			g.due = min(1, math.Max(0, float64(due)/float64(whole)))
		}
	}
	return g, known
}

func (s *scene) gaugeBar(g gauge, y float32) {
	width := s.size.Width
	share := s.measure(g.share, kit.DenseTextSize, true)
	s.write(g.share, width, y, fromRight, kit.DenseTextSize, true, kit.Ink)
	amount := s.fitting(g.amount, (width-share.Width)/2, kit.SmallTextSize, false)
	right := width - share.Width - 12
	used := s.write(amount, right, y+1, fromRight, kit.SmallTextSize, false, kit.Secondary)
	name := s.fitting(s.chart.Labels[g.label], right-used.Width-12, kit.DenseTextSize, false)
	s.write(name, 0, y, fromLeft, kit.DenseTextSize, false, kit.Ink)
	bar := area{0, y + share.Height + 6, width, gaugeBar}
	s.draw(box{area: bar, tone: kit.Grid, top: 4, bottom: 4})
	filled := bar
	filled.Width = width * float32(min(1, g.part))
	if filled.Width > 0 {
		s.draw(box{area: filled, tone: s.chart.toneOf(0, 0), top: 4, bottom: 4})
	}
	if g.due >= 0 {
		x := min(max(0, width*float32(g.due)-gaugeNeedle/2), max(0, width-gaugeNeedle))
		s.draw(box{area: area{x, bar.Y - 3, gaugeNeedle, gaugeBar + 6}, tone: kit.Ink})
	}
	s.markGauge(g, bar, area{0, y, width, gaugeRow})
}

// markGauge says at a gauge's mark how far it is and how far it ought to be.
func (s *scene) markGauge(g gauge, at area, hit ...area) {
	s.mark(0, g.label, g.value, at, hit...)
	m := &s.marks[len(s.marks)-1]
	m.value = g.amount + " · " + g.share
	if due := s.dueText(g); due != "" {
		m.value += " · " + due
	}
}

func (s *scene) dueText(g gauge) string {
	if g.due < 0 {
		return ""
	}
	return s.chart.Series[2].called() + " " + percent(int64(g.due*1e6), 1e6)
}

// drawDial draws half a ring filled as far as the value is, with its share in the middle.
func (s *scene) drawDial() {
	g, known := s.chart.gaugeOf(0)
	if !known {
		return
	}
	radius := max(0, min(dialMost, s.size.Width/2-2, s.size.Height-48))
	centre := fyne.NewPos(s.size.Width/2, radius+2)
	s.draw(arc{at: centre, radius: radius, part: 1, tone: kit.Grid})
	if g.part > 0 {
		s.draw(arc{at: centre, radius: radius, part: float32(min(1, g.part)), tone: s.chart.toneOf(0, 0)})
	}
	if g.due >= 0 {
		s.draw(stroke{from: onDial(centre, radius+2, float32(g.due)), to: onDial(centre, radius*dialInner-4, float32(g.due)), width: gaugeNeedle, tone: kit.Ink})
	}
	share := s.measure(g.share, 28, true)
	s.write(g.share, centre.X, centre.Y-share.Height+6, centred, 28, true, kit.Ink)
	below := centre.Y + 8
	below += s.write(s.fitting(g.amount, s.size.Width, kit.DenseTextSize, false), centre.X, below, centred, kit.DenseTextSize, false, kit.Ink).Height
	if due := s.dueText(g); due != "" {
		s.write(due, centre.X, below, centred, kit.SmallTextSize, false, kit.Secondary)
	}
	s.markGauge(g, area{centre.X - radius, centre.Y - radius, 2 * radius, radius})
}

const dialInner float32 = 0.74 // of the ring's outer radius

// onDial is a place on a dial, from 0 at the left end to 1 at the right.
func onDial(centre fyne.Position, radius, part float32) fyne.Position {
	sin, cos := math.Sincos(math.Pi * float64(1-part))
	return centre.AddXY(radius*float32(cos), -radius*float32(sin))
}
