package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/problem"
)

// Grid is the list. Make it with New, set what is called back, then give it a model; all on the UI
// goroutine.
type Grid struct {
	widget.BaseWidget

	// OnOpen is called by Enter and double click.
	OnOpen func(row int, shown Row)
	// OnMenu gives what a right click (or the menu key) offers for a cell; nothing shows no menu.
	OnMenu func(at Place) []*fyne.MenuItem
	// OnSort is called when a click on a head asked for another order; the page gives a new model.
	OnSort func(keys []SortKey)
	// OnSelection is called when the selection changed.
	OnSelection func(Selection)
	// OnScroll is called when other rows are on the screen: the first and the last whole one.
	OnScroll func(first, last int)
	// OnLink and OnCheck are clicks on a link and on a tick box (or the space bar on it).
	OnLink  func(at Place)
	OnCheck func(at Place, ticked bool)
	// OnArranged is called when a person changed how the list looks: widths, order of columns, density.
	OnArranged func(Arrangement)
	// OnProblem gets what went wrong in copying.
	OnProblem func(*problem.Problem)

	defined []Column      // as the page gave them
	order   []ColumnState // as the person arranged them, the hidden ones too
	columns []Column      // those shown, from left to right
	frozen  int           // how many of them stay while the others scroll
	lanes   []lane
	sort    []SortKey
	totals  []Cell
	empty   fyne.CanvasObject
	failure *problem.Problem
	working *working // how far the list is that is being made, nil where nobody said
	style   style
	bare    bool
	striped bool
	counted bool // rows have their numbers at the left

	pages  *pages
	window window
	marks  marks
	left   float32 // how far the columns are scrolled to the right
	fitted bool    // nobody changed a width yet: the columns fill the room

	filtering filtering
	copier    copier
	editing   *editing  // nil where the list can only be read
	figuring  *figuring // nil where nobody asks what the selection comes to
	exporter  *exporter // nil where the list is not for files
	pointer   pointer
	wheel     wheel
	pace      pace
	keys      held
	focused   bool
	view      *view
	told      [2]int // what OnScroll was last told
}

// New makes a grid that shows it is loading until it gets a model.
func New(columns ...Column) *Grid {
	g := &Grid{fitted: true, pointer: pointer{hovered: Place{-1, -1}}, told: [2]int{-1, -1}}
	g.style = styleOf(Roomy)
	g.view = newView(g)
	g.ExtendBaseWidget(g)
	g.SetColumns(columns...)
	return g
}

// Bare leaves the rounded frame out: for a grid inside a card.
func (g *Grid) Bare() *Grid {
	g.bare = true
	return g
}

// Striped tints every second row: for wide lists.
func (g *Grid) Striped() *Grid {
	g.striped = true
	return g
}

// Numbered puts the numbers of the rows at their left: a click there marks the row whole.
func (g *Grid) Numbered() *Grid {
	g.counted = true
	return g
}

// SetDensity sets how close rows stand.
func (g *Grid) SetDensity(d Density) {
	g.style = styleOf(d)
	g.Refresh()
}

// SelectRows makes every selection one of whole rows.
func (g *Grid) SelectRows() *Grid {
	g.marks.whole = true
	return g
}

// SetEmpty is what is shown in place of rows where the model has none: what it is and how to fill it.
func (g *Grid) SetEmpty(content fyne.CanvasObject) {
	g.empty = content
	g.Refresh()
}

// SetTotals fixes a row of totals at the foot; no cells take it away.
func (g *Grid) SetTotals(cells ...Cell) {
	g.totals = cells
	g.Refresh()
}

// SetSort shows by arrows how the model is sorted.
func (g *Grid) SetSort(keys ...SortKey) {
	g.sort = keys
	g.Refresh()
}

// Sort is the order shown by the arrows.
func (g *Grid) Sort() []SortKey { return g.sort }

// Row is what a row shows, if it is here: rows on the screen mostly are.
func (g *Grid) Row(index int) (Row, bool) {
	if g.pages == nil || index < 0 || index >= g.window.rows {
		return Row{}, false
	}
	return g.pages.row(index)
}

// Selection is what is marked now.
func (g *Grid) Selection() Selection { return g.marks.selection() }

// GoTo marks one cell and brings it into view.
func (g *Grid) GoTo(at Place) {
	g.marks.at(at)
	g.reveal()
}

// ScrollTo makes row the first one shown, as far as there are rows below it.
func (g *Grid) ScrollTo(row int) {
	g.window.to(row)
	g.redraw()
}

// Shown are the first and the last row that is on the screen as a whole; -1 and -1 if there is none.
func (g *Grid) Shown() (first, last int) {
	if g.window.rows == 0 {
		return -1, -1
	}
	return g.window.top, min(g.window.rows, g.window.top+g.window.fits) - 1
}

// MinSize is small: a grid takes what room there is.
func (g *Grid) MinSize() fyne.Size {
	g.ExtendBaseWidget(g)
	return fyne.NewSize(160, g.style.row*4)
}

// CreateRenderer is Fyne's.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return g.view }

// redraw shows the rows, the selection and the colours of now.
func (g *Grid) redraw() {
	g.view.draw()
	if first, last := g.Shown(); g.OnScroll != nil && g.told != [2]int{first, last} {
		g.told = [2]int{first, last}
		g.OnScroll(first, last)
	}
}

func (g *Grid) tellSelection() {
	g.figure()
	if g.OnSelection != nil {
		g.OnSelection(g.marks.selection())
	}
}

// reveal brings the cursor into view and tells of the selection.
func (g *Grid) reveal() {
	if g.marks.cursor.Row >= 0 {
		if g.marks.reach != ofColumns { // whose ends are nowhere to go to
			g.window.show(g.marks.cursor.Row)
		}
		if g.marks.reach != ofRows {
			g.revealColumn(g.marks.cursor.Column)
		}
	}
	g.redraw()
	g.tellSelection()
}

func (g *Grid) revealColumn(column int) {
	if column >= len(g.lanes) {
		return
	}
	frozen, covered := g.frozenNow()
	if column < frozen {
		return
	}
	l, room := g.lanes[column], g.view.rows.Width
	if l.at+l.width > g.left+room {
		g.left = l.at + l.width - room
	}
	if l.at < g.left+covered {
		g.left = l.at - covered
	}
	g.clampLeft()
}

func (g *Grid) clampLeft() {
	g.left = max(0, min(g.left, wide(g.lanes)-g.view.rows.Width))
}
