package grid

import (
	"slices"

	"smartcanal/data/listing"
)

// Arrangement is how a person has a list: its columns from left to right, how many of them stay while the
// others scroll, how close rows stand, and what is asked for in which order. It can be kept as JSON.
type Arrangement struct {
	Columns []ColumnState `json:"columns,omitempty"`
	Frozen  int           `json:"frozen,omitempty"`
	Density Density       `json:"density,omitempty"`
	Query   listing.Query `json:"query"`
}

// ColumnState is how a person has one column. Width 0 is the column's own.
type ColumnState struct {
	ID     string  `json:"id"`
	Width  float32 `json:"width,omitempty"`
	Hidden bool    `json:"hidden,omitempty"`
}

// SetColumns gives the grid its columns. Cells of rows stand in their order; how a person arranged those
// that were there before stays. The selection goes.
func (g *Grid) SetColumns(columns ...Column) {
	g.defined = slices.Clone(columns)
	for i := range g.defined {
		g.defined[i].cell = i
	}
	g.order = arranged(g.order, g.defined)
	g.showColumns()
	g.marks = newMarks(g.window.rows, len(g.columns), g.marks.whole)
	g.left = 0
	g.Refresh()
}

// arranged is the order of columns a person had, made to fit the columns there are: those nobody knows
// any more go, and a new one comes after the one that is defined before it.
func arranged(order []ColumnState, defined []Column) []ColumnState {
	known := func(s ColumnState) bool {
		return slices.ContainsFunc(defined, func(c Column) bool { return c.ID == s.ID })
	}
	fits := make([]ColumnState, 0, len(defined))
	for _, s := range order {
		if known(s) && !slices.ContainsFunc(fits, func(t ColumnState) bool { return t.ID == s.ID }) {
			fits = append(fits, s)
		}
	}
	for i, c := range defined {
		if slices.ContainsFunc(fits, func(s ColumnState) bool { return s.ID == c.ID }) {
			continue
		}
		at := 0
		if i > 0 {
			at = 1 + slices.IndexFunc(fits, func(s ColumnState) bool { return s.ID == defined[i-1].ID })
		}
		fits = slices.Insert(fits, at, ColumnState{ID: c.ID})
	}
	return fits
}

// showColumns works out the columns shown from the definitions and the person's arrangement.
func (g *Grid) showColumns() {
	g.columns = g.columns[:0:0]
	g.fitted = true
	for _, s := range g.order {
		if s.Hidden {
			continue
		}
		c := g.defined[slices.IndexFunc(g.defined, func(c Column) bool { return c.ID == s.ID })]
		if s.Width > 0 {
			c.Width, g.fitted = s.Width, false
		}
		g.columns = append(g.columns, c)
	}
}

// ColumnAt is the column shown at a place from the left, as ranges and Place count.
func (g *Grid) ColumnAt(shown int) Column {
	if shown < 0 || shown >= len(g.columns) {
		return Column{}
	}
	return g.columns[shown]
}

// shownAt is where a column is shown, -1 where it is hidden.
func (g *Grid) shownAt(id string) int {
	return slices.IndexFunc(g.columns, func(c Column) bool { return c.ID == id })
}

// Arrangement is how the list is arranged and asked for now.
func (g *Grid) Arrangement() Arrangement {
	return Arrangement{Columns: slices.Clone(g.order), Frozen: g.frozen, Density: g.style.density, Query: listing.Query{Filters: g.Filters(), Order: slices.Clone(g.sort)}}
}

// SetArrangement arranges the columns as a person had them. Columns that are not there any more are passed
// over, and new ones are shown. Filters and order asked for are the page's to load: see Query.
func (g *Grid) SetArrangement(s Arrangement) {
	g.order = arranged(s.Columns, g.defined)
	if len(g.order) > 0 && !slices.ContainsFunc(g.order, func(c ColumnState) bool { return !c.Hidden }) {
		g.order[0].Hidden = false
	}
	g.frozen = max(0, s.Frozen)
	if s.Density != g.style.density {
		g.style = styleOf(s.Density)
	}
	g.rearrange()
}

// rearrange shows the columns anew; the cursor stays in its row and, where it is still shown, in its column.
func (g *Grid) rearrange() {
	row, id := g.marks.cursor.Row, g.ColumnAt(g.marks.cursor.Column).ID
	g.showColumns()
	g.marks = newMarks(g.window.rows, len(g.columns), g.marks.whole)
	if row >= 0 {
		g.marks.at(Place{row, max(0, g.shownAt(id))})
	}
	g.Refresh()
	g.tellSelection()
}

// arrangedByHand is called after a person changed how the list looks.
func (g *Grid) arrangedByHand() {
	g.rearrange()
	g.tellArranged()
}

func (g *Grid) tellArranged() {
	if g.OnArranged != nil {
		g.OnArranged(g.Arrangement())
	}
}

// HideColumn takes a column away; the last one stays.
func (g *Grid) HideColumn(id string) {
	if len(g.columns) > 1 {
		g.setHidden(id, true)
	}
}

// ShowColumn shows a column again, where it was.
func (g *Grid) ShowColumn(id string) { g.setHidden(id, false) }

func (g *Grid) setHidden(id string, hidden bool) {
	at := slices.IndexFunc(g.order, func(s ColumnState) bool { return s.ID == id })
	if at < 0 || g.order[at].Hidden == hidden {
		return
	}
	g.order[at].Hidden = hidden
	g.arrangedByHand()
}

// MoveColumn takes the column shown at from to stand before the one shown at to; len of the columns is the end.
func (g *Grid) MoveColumn(from, to int) {
	if from < 0 || from >= len(g.columns) || to < 0 || to > len(g.columns) || to == from || to == from+1 {
		return
	}
	id := g.columns[from].ID
	before := ""
	if to < len(g.columns) {
		before = g.columns[to].ID
	}
	is := func(id string) func(ColumnState) bool { return func(s ColumnState) bool { return s.ID == id } }
	at := slices.IndexFunc(g.order, is(id))
	moved := g.order[at]
	g.order = slices.Delete(g.order, at, at+1)
	target := len(g.order)
	if before != "" {
		target = slices.IndexFunc(g.order, is(before))
	}
	g.order = slices.Insert(g.order, target, moved)
	g.arrangedByHand()
}

// Freeze keeps the first columns where they are while the others scroll; 0 lets all of them scroll.
func (g *Grid) Freeze(columns int) {
	g.frozen = max(0, min(columns, len(g.columns)-1))
	g.left = 0
	g.arrangedByHand()
}

// mostFrozen is how much of the room columns that stay may take: beyond it nothing would be left to scroll.
const mostFrozen = 0.7

// frozenNow is how many columns stay, and how wide they are together.
func (g *Grid) frozenNow() (int, float32) {
	count := min(g.frozen, len(g.lanes)-1)
	for ; count > 0; count-- {
		if last := g.lanes[count-1]; last.at+last.width <= mostFrozen*g.view.rows.Width {
			return count, last.at + last.width
		}
	}
	return 0, 0
}

// along is how far from the left edge of all columns a place of the body lies.
func (g *Grid) along(x float32) float32 {
	if _, width := g.frozenNow(); x < width {
		return x
	}
	return x + g.left
}

// keepWidth makes a width the column's own from now on.
func (g *Grid) keepWidth(column int, width float32) {
	g.columns[column].Width = width
	id := g.columns[column].ID
	if at := slices.IndexFunc(g.order, func(s ColumnState) bool { return s.ID == id }); at >= 0 {
		g.order[at].Width = width
	}
}
