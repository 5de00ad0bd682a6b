package grid

// dragEdge makes the column whose edge is held end at x of the grid.
func (g *Grid) dragEdge(x float32) {
	column := g.pointer.at.Column
	g.keepWidths()
	width := g.along(x-g.view.rows.X) - g.lanes[column].at
	g.keepWidth(column, min(mostWidth, max(leastWidth, width)))
	g.view.arrange()
	g.pace.redraw(g.redraw)
}

// keepWidths makes the widths of now the columns' own, so that changing one moves no other's.
func (g *Grid) keepWidths() {
	if !g.fitted {
		return
	}
	g.fitted = false
	for i := range g.columns {
		g.keepWidth(i, g.lanes[i].width)
	}
}

// Fit makes a column as wide as its head and the rows that are here need.
func (g *Grid) Fit(id string) {
	column := g.shownAt(id)
	if column < 0 || column >= len(g.lanes) {
		return
	}
	s := g.style
	need := s.bold().width(g.columns[column].Label+arrow(g.sort, id)) + s.bold().of(' ')
	if g.pages != nil {
		g.pages.each(func(row Row) {
			need = max(need, s.need(row.cell(g.columns[column])))
		})
	}
	g.keepWidths()
	g.keepWidth(column, min(mostWidth, max(leastWidth, need+2*s.pad+2)))
	g.Refresh()
	g.tellArranged()
}
