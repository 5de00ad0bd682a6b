package grid

import (
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/screens/wording"
)

// columnMenu is what can be done with a column that is shown.
func (g *Grid) columnMenu(shown int) []*fyne.MenuItem {
	c := g.ColumnAt(shown)
	var items []*fyne.MenuItem
	if c.Sortable {
		items = append(items,
			fyne.NewMenuItem(wording.Text("grid.column.ascending"), func() { g.sortNow([]SortKey{{Column: c.ID}}) }),
			fyne.NewMenuItem(wording.Text("grid.column.descending"), func() { g.sortNow([]SortKey{{Column: c.ID, Descending: true}}) }),
			fyne.NewMenuItemSeparator())
	}
	if g.filterable(c) {
		items = append(items, fyne.NewMenuItem(wording.Text("grid.column.filter"), func() { g.OpenFilter(shown) }))
		if g.isFiltered(c) {
			items = append(items, fyne.NewMenuItem(wording.Text("grid.column.unfilter"), func() { g.ClearFilter(c.ID) }))
		}
		items = append(items, fyne.NewMenuItemSeparator())
	}
	left := fyne.NewMenuItem(wording.Text("grid.column.left"), func() { g.MoveColumn(shown, shown-1) })
	right := fyne.NewMenuItem(wording.Text("grid.column.right"), func() { g.MoveColumn(shown, shown+2) })
	left.Disabled, right.Disabled = shown == 0, shown == len(g.columns)-1
	freeze := fyne.NewMenuItem(wording.Text("grid.column.freeze"), func() { g.Freeze(shown + 1) })
	freeze.Disabled = shown == len(g.columns)-1
	thaw := fyne.NewMenuItem(wording.Text("grid.column.thaw"), func() { g.Freeze(0) })
	thaw.Disabled = g.frozen == 0
	hide := fyne.NewMenuItem(wording.Text("grid.column.hide"), func() { g.HideColumn(c.ID) })
	hide.Disabled = len(g.columns) == 1
	columns := fyne.NewMenuItem(wording.Text("grid.column.columns"), nil)
	columns.ChildMenu = fyne.NewMenu("", g.columnTicks()...)
	return append(items,
		fyne.NewMenuItem(wording.Text("grid.column.mark"), func() { g.MarkColumn(shown) }),
		fyne.NewMenuItem(wording.Text("grid.column.fit"), func() { g.Fit(c.ID) }), left, right, freeze, thaw,
		fyne.NewMenuItemSeparator(), hide, columns, fyne.NewMenuItemSeparator(), g.densityItem())
}

// columnTicks lists all columns, those shown with a tick; choosing one shows or hides it.
func (g *Grid) columnTicks() []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, len(g.order))
	for i, s := range g.order {
		at := slices.IndexFunc(g.defined, func(c Column) bool { return c.ID == s.ID })
		items[i] = fyne.NewMenuItem(g.defined[at].Label, func() {
			if s.Hidden {
				g.ShowColumn(s.ID)
				return
			}
			g.HideColumn(s.ID)
		})
		items[i].Checked = !s.Hidden
	}
	return items
}

func (g *Grid) densityItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(wording.Text("grid.column.dense"), func() {
		other := Dense
		if g.style.density == Dense {
			other = Roomy
		}
		g.style = styleOf(other)
		g.arrangedByHand()
	})
	item.Checked = g.style.density == Dense
	return item
}

// dragHead shows between which columns the head that is held would come to stand.
func (g *Grid) dragHead(x float32) {
	at := g.along(x - g.view.rows.X)
	g.pointer.drop = len(g.lanes)
	for i, l := range g.lanes {
		if at < l.at+l.width/2 {
			g.pointer.drop = i
			break
		}
	}
	g.pace.redraw(g.redraw)
}

// dropHead moves the column that was held to where it was let go.
func (g *Grid) dropHead() {
	from, to := g.pointer.at.Column, g.pointer.drop
	g.pointer.drop = -1
	if to < 0 {
		return
	}
	g.keepWidths()
	g.MoveColumn(from, to)
	g.redraw()
}

// dropHeld gives up dragging a head; false where none is held.
func (g *Grid) dropHeld() bool {
	if !g.pointer.down || g.pointer.hold != onHead || !g.pointer.dragged {
		return false
	}
	g.pointer.down, g.pointer.drop = false, -1
	g.redraw()
	return true
}

// drawDrop marks where a head would come to stand.
func (v *view) drawDrop() {
	g := v.g
	v.drop.Hidden = !g.pointer.down || g.pointer.hold != onHead || !g.pointer.dragged || g.pointer.drop < 0
	if v.drop.Hidden {
		return
	}
	at := wide(g.lanes)
	if g.pointer.drop < len(g.lanes) {
		at = g.lanes[g.pointer.drop].at
	}
	if frozen, _ := g.frozenNow(); g.pointer.drop >= frozen {
		at -= g.left
	}
	v.drop.FillColor = v.colours.of(dropTint)
	v.drop.Move(fyne.NewPos(v.rows.X+at-1, v.head.Y))
	v.drop.Resize(fyne.NewSize(3, v.head.Height+v.rows.Height))
}
