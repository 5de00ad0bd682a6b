package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/date"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

func undoTitle() string { return wording.Text("grid.undo") }

// openCell is the entry over a cell that is being edited.
type openCell struct {
	grid  *Grid
	at    Place
	entry *cellEntry
	over  fyne.Canvas
}

// cellEntry keeps Tab for the list: it goes to the next cell, not to the next field of the page.
type cellEntry struct {
	kit.Entry
	shift bool
}

// AcceptsTab is Fyne's question.
func (e *cellEntry) AcceptsTab() bool { return true }

// KeyDown sees whether Shift is held: TypedKey does not say.
func (e *cellEntry) KeyDown(event *fyne.KeyEvent) {
	e.shift = e.shift || event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight
	e.Entry.KeyDown(event)
}

// KeyUp sees it let go.
func (e *cellEntry) KeyUp(event *fyne.KeyEvent) {
	e.shift = e.shift && event.Name != desktop.KeyShiftLeft && event.Name != desktop.KeyShiftRight
	e.Entry.KeyUp(event)
}

// openEntry puts an entry over a cell.
func (g *Grid) openEntry(over fyne.Canvas, at Place, text string) {
	g.closeEntry(true)
	entry := &cellEntry{}
	entry.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	entry.ExtendBaseWidget(entry)
	entry.SetText(text)
	entry.CursorColumn = len([]rune(text))
	o := &openCell{grid: g, at: at, entry: entry, over: over}
	entry.OnKey = o.key
	entry.OnLeave = func(string) { g.closeEntry(true) }
	g.editing.open = o
	g.view.editor.Objects = []fyne.CanvasObject{entry}
	g.redraw()
	over.Focus(entry)
}

// key moves on as spreadsheets do: Return and the arrows down and up, Tab right, Escape gives up.
func (o *openCell) key(event *fyne.KeyEvent) bool {
	steps := map[fyne.KeyName]Place{
		fyne.KeyReturn: {Row: 1}, fyne.KeyEnter: {Row: 1}, fyne.KeyDown: {Row: 1}, fyne.KeyUp: {Row: -1}, fyne.KeyTab: {Column: 1},
	}
	if event.Name == fyne.KeyF4 && o.grid.pickDay(o.at) {
		return true
	}
	step, moves := steps[event.Name]
	if !moves && event.Name != fyne.KeyEscape {
		return false
	}
	if o.entry.shift {
		step = Place{-step.Row, -step.Column}
	}
	o.grid.closeEntry(moves)
	o.over.Focus(o.grid)
	if moves {
		o.grid.GoTo(Place{o.at.Row + step.Row, o.at.Column + step.Column})
	}
	return true
}

// closeEntry takes the entry away and, where asked to, what was typed.
func (g *Grid) closeEntry(take bool) {
	if g.editing == nil || g.editing.open == nil {
		return
	}
	o := g.editing.open
	g.editing.open = nil // first: taking the entry away makes it lose the keyboard and come here again
	text := o.entry.Text
	g.view.editor.Objects = nil
	g.view.editor.Refresh()
	if take {
		g.commit(o.at, text)
	}
	g.redraw()
}

// choose offers what may stand in a cell, below it.
func (g *Grid) choose(over fyne.Canvas, at Place, choices []string) {
	items := make([]*fyne.MenuItem, len(choices))
	for i, choice := range choices {
		items[i] = fyne.NewMenuItem(choice, func() { g.commit(at, choice) })
		items[i].Checked = choice == g.textAt(at)
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), over)
	menu.ShowAtPosition(g.below(at))
}

// pickDay shows a calendar under a cell that takes a day, false for any other.
func (g *Grid) pickDay(at Place) bool {
	over := g.canvas()
	if over == nil || !g.CanEdit(at) || g.columns[at.Column].Kind != Moment {
		return false
	}
	text := g.textAt(at)
	if g.editing.open != nil {
		text = g.editing.open.entry.Text
	}
	g.closeEntry(false)
	over.Focus(g)
	chosen, err := date.Parse(text, time.Now())
	if err != nil {
		chosen = time.Time{}
	}
	form.PickDay(over, g.below(at), chosen, func(day time.Time) { g.commit(at, day.Format(date.Form)) })
	return true
}

// below is where the foot of a cell is in the window.
func (g *Grid) below(at Place) fyne.Position {
	cell := g.cellArea(at)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(g).AddXY(cell.X, cell.Y+cell.Height)
}

// cellArea is where a cell is in the grid.
func (g *Grid) cellArea(at Place) area {
	l, v := g.lanes[at.Column], g.view
	x := l.at
	if frozen, _ := g.frozenNow(); at.Column >= frozen {
		x -= g.left
	}
	return area{v.rows.X + x, v.rows.Y + float32(at.Row-g.window.top)*g.style.row, l.width, g.style.row}
}

// drawEditing lays the open entry over its cell, and says what is wrong with the cell under the cursor, or else under
// the mouse.
func (v *view) drawEditing() {
	e := v.g.editing
	if e == nil {
		return
	}
	if e.open != nil {
		at := v.g.cellArea(e.open.at)
		at.Height--
		at.put(v.editor)
		v.editor.Refresh()
	}
	v.hint.Hidden = true
	if e.open != nil {
		return
	}
	for _, at := range []Place{v.g.marks.cursor, v.g.pointer.hovered} {
		if held := v.g.heldAt(at); held != nil && held.why != nil {
			v.drawHint(at, whyText(held.why))
			return
		}
	}
}

// whyText says what is wrong and what to do.
func whyText(why *problem.Problem) string {
	what, do := wording.Problem(why)
	if do != "" {
		what += "　" + do
	}
	return what
}

// drawHint shows why the text of a cell is wrong, below it or, where there is no room, above.
func (v *view) drawHint(at Place, why string) {
	cell := v.g.cellArea(at)
	if cell.Y < v.rows.Y || cell.Y >= v.rows.Y+v.rows.Height {
		return
	}
	text := kit.NewStyled(why, kit.RedText, kit.DenseTextSize, false)
	size := text.MinSize().AddWidthHeight(2*kit.Gap, kit.Gap)
	ground := canvas.NewRectangle(v.colours.of(kit.CardGround))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = v.colours.of(kit.RedText), 1, 3
	v.hint.Objects = []fyne.CanvasObject{ground, kit.Pad(text, kit.Gap/2, kit.Gap, kit.Gap/2, kit.Gap)}
	x := max(0, min(cell.X, v.size.Width-size.Width))
	y := cell.Y + cell.Height
	if y+size.Height > v.rows.Y+v.rows.Height {
		y = cell.Y - size.Height
	}
	v.hint.Hidden = false
	area{x, y, size.Width, size.Height}.put(v.hint)
	v.hint.Refresh()
}

func newOverlay() *fyne.Container { return container.New(fill{}) }
