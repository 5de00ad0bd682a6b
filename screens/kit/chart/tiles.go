package chart

import (
	"math"

	"smartcanal/screens/kit"
)

// Place is where a label's tile lies in a map of tiles, counted from the upper left. Cells are the places
// within, villages of a street: those that have what is asked for are filled, the others hollow.
type Place struct {
	Column, Row int
	Cells       []bool
}

const (
	tileGap   float32 = 4
	tileMost  float32 = 150 // a tile is no wider: an area's size would mean something then
	cellSize  float32 = 7
	cellPitch float32 = 10
)

// drawTiles draws a schematic map: a tile for each label, its ground by how high its value is, which it also
// says. It shows who lies beside whom, no boundaries.
func (s *scene) drawTiles() {
	if len(s.chart.Series) == 0 {
		return
	}
	n := min(len(s.chart.Labels), len(s.chart.Series[0].Values))
	places, columns, rows := s.chart.places(n)
	s.tileLegend()
	wide := min(tileMost, s.size.Width/float32(columns))
	high := max(1, min(tileMost*0.8, (s.size.Height-legendHeight)/float32(rows)))
	left := max(0, s.size.Width-wide*float32(columns)) / 2
	for label := range n {
		p := places[label]
		s.tile(label, area{
			left + float32(p.Column)*wide, legendHeight + float32(p.Row)*high,
			max(1, wide-tileGap), max(1, high-tileGap),
		}, p.Cells)
	}
}

// places are those of the chart, or rows as long as the columns are high where it has none.
func (c Chart) places(n int) (places []Place, columns, rows int) {
	places = make([]Place, n)
	square := max(1, int(math.Ceil(math.Sqrt(float64(n)))))
	columns, rows = 1, 1
	for i := range places {
		places[i] = Place{Column: i % square, Row: i / square}
		if i < len(c.Places) {
			places[i] = c.Places[i]
		}
		columns, rows = max(columns, places[i].Column+1), max(rows, places[i].Row+1)
	}
	return places, columns, rows
}

// grades are the grounds of tiles from nothing up, with the ink that reads on them.
var grades = []struct{ ground, ink tone }{
	{kit.Wash, kit.Secondary}, {kit.CanalSoft, kit.Ink}, {kit.CanalPale, kit.Ink}, {kit.Canal, kit.OnCanal},
}

// gradeStep is a round number of units, three of which reach the highest value of a map and two of which do
// not, so that the highest ground is never missing.
func (c Chart) gradeStep() float64 {
	most := 0.0
	for label := range c.Labels {
		value, _ := c.value(0, label)
		most = math.Max(most, c.Unit.of(value))
	}
	if most == 0 {
		return 0
	}
	power := math.Pow(10, math.Floor(math.Log10(most/3)))
	for _, step := range []float64{1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8} {
		if 3*step*power >= most {
			return step * power
		}
	}
	return 10 * power
}

func (c Chart) gradeOf(value int64, step float64) int {
	if value <= 0 || step == 0 {
		return 0
	}
	return min(3, max(1, int(math.Ceil(c.Unit.of(value)/step))))
}

func (s *scene) tile(label int, at area, cells []bool) {
	value, _ := s.chart.value(0, label)
	grade := grades[s.chart.gradeOf(value, s.chart.gradeStep())]
	if value < 0 {
		grade.ground, grade.ink = kit.RedSoft, kit.RedText
	}
	s.draw(box{area: at, tone: grade.ground, top: 6, bottom: 6})
	name := s.fitting(s.chart.Labels[label], at.Width-12, kit.DenseTextSize, false)
	y := at.Y + 6
	y += s.write(name, at.X+8, y, fromLeft, kit.DenseTextSize, false, grade.ink).Height
	figure := s.fitting(s.chart.Unit.Text(value), at.Width-12, kit.TextSize, true)
	if room := s.measure(figure, kit.TextSize, true); y+room.Height <= at.Y+at.Height {
		s.write(figure, at.X+8, y, fromLeft, kit.TextSize, true, grade.ink)
		y += room.Height
	}
	s.tileCells(at, y+4, cells, grade.ground, grade.ink)
	s.mark(0, label, value, at)
}

// tileCells draws the places within a tile as small squares, filled or hollow, as many as have room.
func (s *scene) tileCells(at area, y float32, cells []bool, ground, ink tone) {
	x := at.X + 8
	for _, filled := range cells {
		if x+cellSize > at.X+at.Width-6 {
			x, y = at.X+8, y+cellPitch
		}
		if y+cellSize > at.Y+at.Height-4 {
			return
		}
		cell := area{x, y, cellSize, cellSize}
		s.draw(box{area: cell, tone: ink, top: 1, bottom: 1})
		if !filled {
			s.draw(box{area: cell.grown(-1), tone: ground})
		}
		x += cellPitch
	}
}

// tileLegend says which ground stands for which values.
func (s *scene) tileLegend() {
	x := float32(0)
	if s.chart.Unit.Name != "" {
		x = s.write(s.chart.Unit.Name, 0, 0, fromLeft, kit.SmallTextSize, false, kit.Secondary).Width + 16
	}
	step := s.chart.gradeStep()
	for i, text := range []string{"0", "≤ " + tick(step), "≤ " + tick(2*step), "> " + tick(2*step)} {
		width := 18 + s.small(text).Width + 14
		if step == 0 && i > 0 || x+width > s.size.Width {
			return
		}
		s.draw(box{area: area{x, 3, 12, 12}, tone: kit.Axis, top: 2, bottom: 2})
		s.draw(box{area: area{x + 1, 4, 10, 10}, tone: grades[i].ground, top: 1, bottom: 1})
		s.write(text, x+18, 0, fromLeft, kit.SmallTextSize, false, kit.Secondary)
		x += width
	}
}

// towards is the tile nearest to another one in a direction, -1 for none.
func (s *scene) towards(from *mark, dx, dy float32) int {
	next, least, here := -1, float32(0), from.at.middle()
	for i, m := range s.marks {
		way := m.at.middle().Subtract(here)
		along, aside := way.X*dx+way.Y*dy, way.X*dy+way.Y*dx
		if far := along + 2*max(aside, -aside); along > 1 && max(aside, -aside) <= along && (next < 0 || far < least) {
			next, least = i, far
		}
	}
	return next
}
