package chart

import (
	"math"
	"strconv"

	"smartcanal/screens/kit"
)

const (
	stripHeight  float32 = 16
	entryGap     float32 = 12
	entryHeight  float32 = 20
	sharePadding float32 = 10
)

// drawShare shows what a whole is made of, the first series' values: one strip and, under it, each part's
// name, figure and share. Parts below zero take no room in the strip; their figure says so.
func (s *scene) drawShare() {
	if len(s.chart.Series) == 0 {
		return
	}
	whole := 0.0
	for label := range s.chart.Labels {
		value, _ := s.chart.value(0, label)
		whole += math.Max(0, float64(value))
	}
	if whole == 0 {
		s.draw(box{area: area{0, 0, s.size.Width, stripHeight}, tone: kit.Wash})
	}
	x, entry := float32(0), area{0, stripHeight + sharePadding, 0, entryHeight}
	for label := range s.chart.Labels {
		value, known := s.chart.value(0, label)
		if !known {
			continue
		}
		part := area{x, 0, 0, stripHeight}
		if value > 0 {
			part.Width = s.size.Width * float32(float64(value)/whole)
			x += part.Width
			part.Width = max(1, part.Width-1)
			part.X = min(part.X, s.size.Width-1)
			s.draw(box{area: part, tone: s.chart.toneOf(0, label)})
			s.hatch(part, label)
		}
		entry = s.shareEntry(label, value, whole, entry)
		hit := []area{entry}
		if value > 0 {
			hit = append(hit, part)
		}
		s.mark(0, label, value, entry, hit...)
		s.marks[len(s.marks)-1].value += " · " + percent(value, whole)
	}
	s.height = entry.Y + entry.Height
}

// shareEntry writes a part's entry behind the one before, on a new line where there is no room.
func (s *scene) shareEntry(label int, value int64, whole float64, before area) area {
	share := percent(value, whole)
	shareWidth := s.small(share).Width
	name := s.fitting(s.chart.Labels[label]+" "+s.chart.Unit.Text(value), s.size.Width-shareWidth-24, kit.SmallTextSize, false)
	width := 16 + s.small(name).Width + 8 + shareWidth
	x, y := before.X+before.Width, before.Y
	if x > 0 {
		x += entryGap
	}
	if x > 0 && x+width > s.size.Width {
		x, y = 0, y+entryHeight
	}
	square := area{x, y + (entryHeight-swatch)/2, swatch, swatch}
	s.draw(box{area: square, tone: s.chart.toneOf(0, label), top: 2, bottom: 2})
	s.hatch(square, label)
	middle := y + (entryHeight-s.small(share).Height)/2
	t := kit.Ink
	if value < 0 {
		t = kit.RedText
	}
	used := s.write(name, x+16, middle, fromLeft, kit.SmallTextSize, false, t)
	s.write(share, x+16+used.Width+8, middle, fromLeft, kit.SmallTextSize, false, kit.Secondary)
	return area{x, y, width, entryHeight}
}

func percent(value int64, whole float64) string {
	if whole <= 0 || value <= 0 {
		return "0.0%"
	}
	return strconv.FormatFloat(100*float64(value)/whole, 'f', 1, 64) + "%"
}
