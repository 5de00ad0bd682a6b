package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Leads says that Return leads to the record under the cursor, so that Ctrl+Return opens it beside.
func (g *Grid) Leads() bool { return g.OnOpen != nil && g.marks.cursor.Row >= 0 }

// openBeside opens a record in a window of its own, for the middle button.
func (g *Grid) openBeside(hold part, at Place) {
	if hold == onCell && g.OnOpen != nil {
		g.GoTo(at)
		kit.Beside(g.open)
	}
}

// markForMenu marks the cell under the mouse unless it is part of the selection already.
func (g *Grid) markForMenu(hold part, at Place) {
	switch {
	case hold == onCell && !(Selection{Ranges: g.marks.ranges}).Holds(at):
		g.marks.at(at)
	case hold == onNumber && !g.marks.holdsRow(at.Row):
		g.marks.begin(Place{Row: at.Row}, ofRows, true)
	default:
		return
	}
	g.reveal()
}

// TappedSecondary shows the menu of a cell or a head.
func (g *Grid) TappedSecondary(event *fyne.PointEvent) {
	switch hold, at := g.hit(event.Position); hold {
	case onCell:
		g.popUp(g.cellMenu(at), event.AbsolutePosition)
	case onNumber:
		g.popUp(g.cellMenu(Place{at.Row, g.marks.cursor.Column}), event.AbsolutePosition)
	case onHead, onEdge, onFilter:
		g.popUp(g.columnMenu(at.Column), event.AbsolutePosition)
	}
}

func (g *Grid) menuAtCursor() {
	at := g.marks.cursor
	if at.Row < 0 {
		return
	}
	g.reveal()
	g.popUp(g.cellMenu(at), g.below(at))
}

// cellMenu is what the page offers for a cell, how to copy it, and what can be done with its column: the
// keyboard's way to the menu of a head.
func (g *Grid) cellMenu(at Place) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if g.OnMenu != nil {
		items = g.OnMenu(at)
	}
	if g.OnOpen != nil {
		items = append(items, fyne.NewMenuItem(wording.Text("grid.beside"), func() { kit.Beside(g.open) }))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	column := fyne.NewMenuItem(wording.Text("grid.column", "column", g.ColumnAt(at.Column).Label), nil)
	column.ChildMenu = fyne.NewMenu("", g.columnMenu(at.Column)...)
	items = append(items,
		fyne.NewMenuItem(wording.Text("grid.copy"), func() { g.Copy(ForSpreadsheet) }),
		fyne.NewMenuItem(wording.Text("grid.copy_heads"), func() { g.Copy(WithHead) }))
	items = append(items, g.editItems(at)...)
	if g.exporter != nil {
		items = append(items, fyne.NewMenuItem(wording.Text("grid.export"), g.Export))
	}
	return append(items, fyne.NewMenuItemSeparator(), column)
}

func (g *Grid) popUp(items []*fyne.MenuItem, at fyne.Position) {
	if c := g.canvas(); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// editItems is what can be changed from a cell on.
func (g *Grid) editItems(at Place) []*fyne.MenuItem {
	if len(g.editable()) == 0 {
		return nil
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(wording.Text("grid.edit"), func() { g.Edit(at) }),
		fyne.NewMenuItem(wording.Text("grid.paste"), func() { g.Paste(fyne.CurrentApp().Clipboard().Content()) }),
		fyne.NewMenuItem(wording.Text("grid.bulk"), g.ChangeSelected),
		fyne.NewMenuItem(wording.Text("grid.undo"), g.Undo),
	}
	items[0].Disabled, items[3].Disabled = !g.CanEdit(at), len(g.editing.back) == 0
	return items
}
