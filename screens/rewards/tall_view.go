package rewards

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
)

// What a card takes around its content, and the least a card that scrolls is useful at.
const (
	cardHead    float32 = 52
	leastRecord float32 = 220
	leastClause float32 = 110
	scrollBar   float32 = 14 // under columns that do not fit
)

// evidenceOver puts the evidence over the record: as high as its months, the record gets the rest, so that
// neither has empty room while the other scrolls. Where the window is large the months stand roomy.
type evidenceOver struct {
	grid  *grid.Grid
	rows  float32 // months with head and sum
	width float32 // of the columns, dense
	roomy bool
}

func newEvidenceOver(g *grid.Grid, months int, width float32, evidence, record fyne.CanvasObject) *fyne.Container {
	return container.New(&evidenceOver{grid: g, rows: float32(max(3, months) + 2), width: width}, evidence, record)
}

// Layout is Fyne's.
func (l *evidenceOver) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const larger = 1.25 // a roomy column to a dense one
	row := kit.DenseRowHeight
	roomy := cardHead+l.rows*kit.RowHeight+leastRecord <= size.Height && l.width*larger+2*kit.CardPadding <= size.Width
	if roomy {
		row = kit.RowHeight
	}
	if roomy != l.roomy {
		l.roomy = roomy
		l.grid.SetDensity(map[bool]grid.Density{true: grid.Roomy, false: grid.Dense}[roomy])
	}
	height := cardHead + l.rows*row
	if l.width > size.Width-2*kit.CardPadding {
		height += scrollBar
	}
	stack(size, objects, height)
}

// MinSize is Fyne's.
func (l *evidenceOver) MinSize(objects []fyne.CanvasObject) fyne.Size { return leastOf(objects) }

// traceOver puts the trace over the materials, each as high as its lines, and under them the clause where
// the window is tall enough to show it.
type traceOver struct {
	materials float32 // the height their lines take
}

func newTraceOver(materials int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&traceOver{cardHead + float32(max(1, materials))*kit.RowHeight}, objects...)
}

// Layout is Fyne's.
func (l *traceOver) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	trace, clause := objects[0].MinSize().Height, objects[2]
	clause.Hide()
	if trace+kit.Gap+l.materials+kit.Gap+leastClause > size.Height {
		stack(size, objects[:2], trace)
		return
	}
	clause.Show()
	stack(size, objects, trace, l.materials)
}

// MinSize is Fyne's.
func (l *traceOver) MinSize(objects []fyne.CanvasObject) fyne.Size { return leastOf(objects[:2]) }

// stack lays objects below each other, the first ones at the heights given, the last one over the rest.
func stack(size fyne.Size, objects []fyne.CanvasObject, heights ...float32) {
	top := float32(0)
	for i, o := range objects {
		height := size.Height - top
		if i < len(heights) {
			height = heights[i]
		}
		o.Move(fyne.NewPos(0, top))
		o.Resize(fyne.NewSize(size.Width, height))
		top += height + kit.Gap
	}
}

func leastOf(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(0, kit.Gap*float32(len(objects)-1))
	for _, o := range objects {
		size := o.MinSize()
		least = fyne.NewSize(max(least.Width, size.Width), least.Height+size.Height)
	}
	return least
}
