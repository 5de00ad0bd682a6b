package grid

import "smartcanal/data/problem"

// SetModel shows another list from its first row, with nothing selected; nil shows that it is loading.
func (g *Grid) SetModel(model Model) {
	had := len(g.marks.ranges) > 0
	g.take(model)
	g.window.top = 0
	g.marks = newMarks(g.window.rows, len(g.columns), g.marks.whole)
	g.Refresh()
	if had {
		g.tellSelection()
	}
}

// Update shows the same list with other data: the place stays, and the selection stays on its record
// where the model is a Keeper, else on its row.
func (g *Grid) Update(model Model) {
	before := g.keeper()
	record, cursor := int32(0), g.marks.cursor
	if before != nil && cursor.Row >= 0 {
		record = before.ID(cursor.Row)
	}
	g.take(model)
	if g.editing != nil {
		g.editing.settle()
	}
	g.marks.fit(g.window.rows, len(g.columns))
	if after := g.keeper(); after != nil && before != nil && cursor.Row >= 0 {
		g.follow(after.Find(record), cursor)
	}
	g.Refresh()
	g.tellSelection()
}

// follow takes the selection to where the cursor's record went.
func (g *Grid) follow(row int, cursor Place) {
	switch {
	case row < 0:
		g.marks = newMarks(g.window.rows, len(g.columns), g.marks.whole)
	case row != cursor.Row:
		g.marks.at(Place{row, cursor.Column})
		g.window.show(row)
	}
}

// Reload fetches the rows anew from the same model.
func (g *Grid) Reload() {
	if g.pages != nil {
		g.Update(g.pages.model)
	}
}

// Fail shows a problem in place of the rows, with a button that tries again by Reload where there was a
// model before.
func (g *Grid) Fail(err error) {
	g.failure = problem.Of(err)
	g.Refresh()
}

func (g *Grid) keeper() Keeper {
	if g.pages == nil {
		return nil
	}
	keeper, _ := g.pages.model.(Keeper)
	return keeper
}

func (g *Grid) take(model Model) {
	if g.pages != nil {
		g.pages.stop()
	}
	g.failure, g.pages, g.window.rows = nil, nil, 0
	if model == nil {
		return
	}
	g.window.rows = model.Rows()
	g.window.to(g.window.top)
	g.pages = newPages(model, g.redraw, func(fault *problem.Problem) { g.Fail(fault) })
}
