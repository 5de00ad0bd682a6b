//go:build bench

package grid

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/bench"
	"smartcanal/screens/kit"
)

const million = 1_000_000

// TestBench measures lists against their peers in one run and prints the table; whether the limits hold is for
// its reader.
func TestBench(t *testing.T) {
	rows := stepRows(t)
	rows = append(rows, allocationRow(t), copyRow(t))
	rows = append(rows, paintedRows(t)...)
	rows = append(rows, exportRows(t)...)
	build := filepath.Join("..", "..", "..", "build")
	if err := os.MkdirAll(build, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := bench.Add(filepath.Join(build, "bench.json"), rows); err != nil {
		t.Fatal(err)
	}
	if err := bench.Print(os.Stdout, rows); err != nil {
		t.Fatal(err)
	}
}

// benched is a list of a million lines in a window of an office screen's room, its pages fetched at once.
func benched(t *testing.T, rows int) *Grid {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(Inline())
	g := New(saleColumns()...).Numbered()
	w := test.NewTempWindow(t, g)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1126, 640))
	g.SetModel(&sales{rows: rows})
	return g
}

const steps = 2000

// stepRows measure one notch of the wheel, its pages fetched and its cells set, before painting: at both ends of the
// list, and the same of Fyne's own table.
func stepRows(t *testing.T) []bench.Row {
	g := benched(t, million)
	table := fyneTable(t)
	row := table.CreateCell().MinSize().Height + theme.Padding()
	var near, far, theirs []time.Duration
	for i := range steps { // each end after itself, because the other's pages are none of its caches'
		near = append(near, timed(func() { g.ScrollTo(100 + 3*i) }))
	}
	for i := range steps {
		far = append(far, timed(func() { g.ScrollTo(999_000 - 3*steps + 3*i) }))
	}
	for i := range steps {
		theirs = append(theirs, timed(func() { table.ScrollToOffset(fyne.NewPos(0, float32(1000+3*i)*row)) }))
	}
	ours := milliseconds(middle(append(slices.Clone(near), far...)))
	return []bench.Row{
		bench.AtMost("scroll step of the grid at row 999,000, peer: at row 100", milliseconds(middle(far)), milliseconds(middle(near)), "ms", 1.1),
		bench.FasterAndUnder("scroll step of the grid, peer: widget.Table", ours, milliseconds(middle(theirs)), "ms", 2, 20),
	}
}

// fyneTable is the peer: the same columns in the same room.
func fyneTable(t *testing.T) *widget.Table {
	t.Helper()
	rows, columns := make([]Row, 1000), saleColumns()
	for i := range rows {
		rows[i] = line(i)
	}
	table := widget.NewTable(func() (int, int) { return million, len(columns) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(at widget.TableCellID, o fyne.CanvasObject) {
			o.(*widget.Label).SetText(rows[at.Row%len(rows)].Cells[at.Col].Text)
		})
	for i, c := range columns {
		table.SetColumnWidth(i, c.width())
	}
	table.Resize(fyne.NewSize(1126, 640)) // before it is laid out, or it makes a million separators
	w := test.NewTempWindow(t, table)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1126, 640))
	return table
}

// allocationRow counts what a step allocates in a list of a million and in one of a thousand.
func allocationRow(t *testing.T) bench.Row {
	allocated := func(rows int) float64 {
		g := benched(t, rows)
		top := 0
		step := func() {
			top = (top + 3) % 600
			g.ScrollTo(top)
		}
		for range 300 { // every page and every width is known by then
			step()
		}
		return testing.AllocsPerRun(300, step)
	}
	return bench.AtMost("allocations of a scroll step in 1,000,000 rows, peer: in 1,000", allocated(million), max(1, allocated(1000)), "allocations", 1.05)
}

// copyRow puts 100,000 cells into the form for spreadsheets; the peer writes the same texts with Go's own csv writer.
func copyRow(t *testing.T) bench.Row {
	rows := make([]Row, 12_500)
	for i := range rows {
		rows[i] = line(i)
	}
	c := copying{model: Ready(rows), columns: defined(), ranges: []Range{{0, 0, len(rows) - 1, 7}}}
	var mine, theirs []time.Duration
	for range 15 {
		runtime.GC()
		mine = append(mine, timed(func() {
			if _, err := c.text(t.Context()); err != nil {
				t.Fatal(err)
			}
		}))
		runtime.GC()
		theirs = append(theirs, timed(func() {
			var out strings.Builder
			w := csv.NewWriter(&out)
			w.Comma = '\t'
			record := make([]string, 8)
			for _, row := range rows {
				for i := range record {
					record[i] = row.Cells[i].Text
				}
				if err := w.Write(record); err != nil {
					t.Fatal(err)
				}
			}
			w.Flush()
		}))
	}
	return bench.Under("copy of 100,000 cells, peer: encoding/csv", milliseconds(middle(mine)), milliseconds(middle(theirs)), "ms", 150)
}

func timed(work func()) time.Duration {
	started := time.Now()
	work()
	return time.Since(started)
}

func middle(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[len(sorted)/2]
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
