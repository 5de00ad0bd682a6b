package grid

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

// months is a list with a line in the cell of its figure.
type months struct{ text string }

func (m months) Rows() int { return 1 }

func (m months) Page(context.Context, int, int) ([]Row, error) {
	return []Row{{Cells: []Cell{{Text: m.text, Trend: []int64{3, 1, -2, 4}}, Word("后一格")}}}, nil
}

// lines are those the grid draws now.
func lines(g *Grid) []*canvas.Line {
	var found []*canvas.Line
	for _, p := range g.view.panes() {
		for _, o := range test.WidgetRenderer(p.body).Objects() {
			if line, is := o.(*canvas.Line); is && line.Visible() {
				found = append(found, line)
			}
		}
	}
	return found
}

func TestATrendStandsBesideItsFigure(t *testing.T) {
	s := show(t, kit.Light, months{"12.34"})
	for _, c := range []struct {
		column     Column
		text       string
		lines      int
		left, wide float32
	}{
		{Column{ID: "sales", Label: "零售额", Width: 160, Kind: Number}, "12.34", 3, 0, 90},
		{Column{ID: "sales", Label: "零售额", Width: 160}, "12.34", 3, 70, 90},
		{Column{ID: "sales", Label: "零售额", Width: 160, Kind: Number}, "1,234,567,890.12", 0, 0, 0},
		{Column{ID: "sales", Label: "零售额", Width: 40, Kind: Number}, "1", 0, 0, 0},
	} {
		s.SetColumns(c.column, Column{ID: "next", Label: "后", Grow: 1})
		s.SetModel(months{c.text})
		drawn := lines(s.Grid)
		if len(drawn) != c.lines {
			t.Errorf("%q in %v: %d lines", c.text, c.column.Width, len(drawn))
		}
		for _, line := range drawn {
			for _, end := range []fyne.Position{line.Position1, line.Position2} {
				if end.X < c.left || end.X > c.left+c.wide || end.Y < 0 || end.Y > kit.RowHeight {
					t.Errorf("%q: the line reaches %v", c.text, end)
				}
			}
		}
	}
}
