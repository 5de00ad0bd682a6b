package grid

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
)

// BenchmarkScrollStep is one notch of the wheel with its pages at hand: what a scroll step costs before
// painting. Its time must be the same at both ends of the list.
func BenchmarkScrollStep(b *testing.B) {
	for _, top := range []int{100, 999_000} {
		for name, density := range map[string]Density{"roomy": Roomy, "dense": Dense} {
			b.Run(fmt.Sprintf("%s/row=%d", name, top), func(b *testing.B) {
				g := benched(b)
				g.SetDensity(density)
				b.ReportAllocs()
				b.ResetTimer()
				for i := range b.N {
					g.window.to(top + i%60*3)
					g.redraw()
				}
			})
		}
	}
}

func benched(b *testing.B) *Grid {
	b.Helper()
	app := test.NewTempApp(b)
	app.Settings().SetTheme(kit.NewTheme(kit.Light))
	b.Cleanup(Inline())
	g := New(saleColumns()...)
	w := test.NewTempWindow(b, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1126, 640))
	g.SetModel(&sales{rows: 1_000_000})
	return g
}

// BenchmarkFyneTable is the same step of Fyne's own table, for comparison.
func BenchmarkFyneTable(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(kit.NewTheme(kit.Light))
	rows, columns := make([]Row, 1000), saleColumns()
	for i := range rows {
		rows[i] = line(i)
	}
	table := widget.NewTable(func() (int, int) { return 1_000_000, len(columns) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(at widget.TableCellID, o fyne.CanvasObject) {
			o.(*widget.Label).SetText(rows[at.Row%len(rows)].Cells[at.Col].Text)
		})
	for i, c := range columns {
		table.SetColumnWidth(i, c.width())
	}
	table.Resize(fyne.NewSize(1126, 640))
	w := test.NewTempWindow(b, table)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1126, 640))
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		table.ScrollTo(widget.TableCellID{Row: 1000 + i%60*3})
	}
}

// BenchmarkCopy is the text of 100,000 cells.
func BenchmarkCopy(b *testing.B) {
	rows := make([]Row, 12_500)
	for i := range rows {
		rows[i] = line(i)
	}
	c := copying{model: ready(rows), columns: saleColumns(), ranges: []Range{{0, 0, len(rows) - 1, 7}}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.text(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
