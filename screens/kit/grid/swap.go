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
	before, marked, rows := g.keeper(), g.marks, g.window.rows
	g.take(model)
	if g.editing != nil {
		g.editing.settle()
	}
	after := g.keeper()
	if before == nil || after == nil || marked.cursor.Row < 0 {
		g.marks.fit(g.window.rows, len(g.columns))
	} else {
		g.follow(marked, before, after, rows)
	}
	g.Refresh()
	g.tellSelection()
}

// follow takes the selection to where its records went: all of it where they went together, else the cursor's cell;
// nothing is marked where the cursor's record is gone.
func (g *Grid) follow(marked marks, before, after Keeper, rows int) {
	row := after.Find(before.ID(marked.cursor.Row))
	ranges := followed(marked.ranges, before, after, rows, g.window.rows)
	g.marks = newMarks(g.window.rows, len(g.columns), marked.whole)
	if row < 0 {
		return
	}
	cursor := Place{row, marked.cursor.Column}
	g.marks.at(cursor)
	if last := len(ranges) - 1; last >= 0 && ranges[last].holds(cursor) {
		anchor := Place{max(0, after.Find(before.ID(marked.anchor.Row))), marked.anchor.Column}
		g.marks.ranges, g.marks.anchor, g.marks.reach = ranges, anchor, marked.reach
	}
	if row != marked.cursor.Row {
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
	g.failure, g.working, g.pages, g.window.rows = nil, nil, nil, 0
	if model == nil {
		return
	}
	g.window.rows = model.Rows()
	g.window.to(g.window.top)
	g.pages = newPages(model, g.redraw, func(fault *problem.Problem) { g.Fail(fault) })
}
