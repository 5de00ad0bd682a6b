package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// held are the modifier keys that are down: TypedKey does not say. Mouse events tell them too.
type held struct{ shift bool }

const farther = 1 << 40 // beyond any row

// KeyDown sees the modifiers.
func (g *Grid) KeyDown(event *fyne.KeyEvent) { g.modifier(event.Name, true) }

// KeyUp sees the modifiers.
func (g *Grid) KeyUp(event *fyne.KeyEvent) { g.modifier(event.Name, false) }

func (g *Grid) modifier(name fyne.KeyName, down bool) {
	if name == desktop.KeyShiftLeft || name == desktop.KeyShiftRight {
		g.keys.shift = down
	}
}

// FocusGained shows the cursor; who comes by Tab finds it in the first cell shown.
func (g *Grid) FocusGained() {
	g.focused = true
	if g.marks.cursor.Row < 0 && g.window.rows > 0 && !g.pointer.down {
		g.GoTo(Place{g.window.top, 0})
		return
	}
	g.redraw()
}

// FocusLost greys the cursor.
func (g *Grid) FocusLost() {
	g.focused, g.keys = false, held{}
	g.redraw()
}

// TypedRune opens a cell that can be changed with what is typed, and passes on the rest: ? is the window's.
func (g *Grid) TypedRune(r rune) {
	if g.typed(r) {
		return
	}
	if c := g.canvas(); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey moves the cursor (with Shift: stretches the selection), opens, ticks, or passes on what is
// not for a list.
func (g *Grid) TypedKey(event *fyne.KeyEvent) {
	if g.moved(event.Name) || g.editKey(event.Name) {
		return
	}
	switch event.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		g.open()
	case fyne.KeySpace:
		g.space()
	case fyne.KeyEscape:
		switch {
		case g.dropHeld():
		case len(g.marks.ranges) > 0 && !g.marks.single():
			g.GoTo(g.marks.cursor)
		default: // closes what the list stands in
			g.passKey(event)
		}
	case desktop.KeyMenu:
		g.menuAtCursor()
	case fyne.KeyF10:
		if g.keys.shift {
			g.menuAtCursor()
		}
	default:
		g.passKey(event)
	}
}

func (g *Grid) moved(name fyne.KeyName) bool {
	steps := map[fyne.KeyName]Place{
		fyne.KeyUp: {Row: -1}, fyne.KeyDown: {Row: 1}, fyne.KeyLeft: {Column: -1}, fyne.KeyRight: {Column: 1},
		fyne.KeyPageUp: {Row: -g.window.fits}, fyne.KeyPageDown: {Row: g.window.fits},
		fyne.KeyHome: {Column: -len(g.columns)}, fyne.KeyEnd: {Column: len(g.columns)},
	}
	step, is := steps[name]
	if is {
		g.move(step, g.keys.shift)
	}
	return is
}

func (g *Grid) move(step Place, stretch bool) {
	to := g.marks.cursor
	if to.Row < 0 {
		to.Row = g.window.top
	} else {
		to = Place{to.Row + step.Row, to.Column + step.Column}
	}
	if stretch {
		g.marks.to(to)
	} else {
		g.marks.at(to)
	}
	g.reveal()
}

func (g *Grid) open() {
	row := g.marks.cursor.Row
	if shown, is := g.Row(row); is && g.OnOpen != nil {
		g.OnOpen(row, shown)
	}
}

// space marks the rows whole with Shift, ticks a box, or follows a link.
func (g *Grid) space() {
	if g.keys.shift {
		g.marks.wholeRows()
		g.reveal()
		return
	}
	g.act(g.marks.cursor)
}

// act does what a click on a cell does beyond marking it.
func (g *Grid) act(at Place) {
	row, is := g.Row(at.Row)
	if !is {
		return
	}
	switch cell := row.cell(g.ColumnAt(at.Column)); {
	case cell.Look == Tick && g.OnCheck != nil:
		g.OnCheck(at, !cell.Ticked)
	case cell.Look == Link && g.OnLink != nil:
		g.OnLink(at)
	}
}

// TypedShortcut takes what a list knows and passes on the rest, or the window's own shortcuts would
// stop working while the list has the keyboard.
func (g *Grid) TypedShortcut(shortcut fyne.Shortcut) {
	switch s := shortcut.(type) {
	case *fyne.ShortcutCopy:
		g.Copy(ForSpreadsheet)
	case *fyne.ShortcutSelectAll:
		g.marks.all()
		g.redraw()
		g.tellSelection()
	case *desktop.CustomShortcut:
		if !g.custom(s) && !g.opens(s) {
			g.passShortcut(shortcut)
		}
	default:
		if !g.changes(shortcut) {
			g.passShortcut(shortcut)
		}
	}
}

// changes takes the shortcuts that change cells.
func (g *Grid) changes(shortcut fyne.Shortcut) bool {
	if g.editing == nil {
		return false
	}
	switch s := shortcut.(type) {
	case *fyne.ShortcutPaste:
		return g.pasteShortcut(s)
	case *fyne.ShortcutUndo:
		g.Undo()
	case *fyne.ShortcutRedo:
		g.Redo()
	default:
		return false
	}
	return true
}

const command = fyne.KeyModifierControl | fyne.KeyModifierSuper

func (g *Grid) custom(s *desktop.CustomShortcut) bool {
	stretch := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&command == 0 || s.Modifier&fyne.KeyModifierAlt != 0 {
		return false
	}
	switch s.KeyName {
	case fyne.KeyHome:
		g.move(Place{-farther, -len(g.columns)}, stretch)
	case fyne.KeyEnd:
		g.move(Place{farther, len(g.columns)}, stretch)
	case fyne.KeyUp:
		g.move(Place{Row: -farther}, stretch)
	case fyne.KeyDown:
		g.move(Place{Row: farther}, stretch)
	case fyne.KeyLeft:
		g.move(Place{Column: -len(g.columns)}, stretch)
	case fyne.KeyRight:
		g.move(Place{Column: len(g.columns)}, stretch)
	case fyne.KeySpace:
		g.marks.wholeColumns()
		g.redraw()
		g.tellSelection()
	case fyne.KeyC:
		g.Copy(AsText)
	default:
		return false
	}
	return true
}

// opens takes the keys of what asks a person: the filter of the cursor's column, the export.
func (g *Grid) opens(s *desktop.CustomShortcut) bool {
	switch {
	case s.Modifier == fyne.KeyModifierAlt && s.KeyName == fyne.KeyDown:
		g.OpenFilter(g.marks.cursor.Column)
	case s.Modifier&command != 0 && s.Modifier&fyne.KeyModifierShift != 0 && s.KeyName == fyne.KeyE && g.exporter != nil:
		g.Export()
	case s.Modifier&command != 0 && s.KeyName == fyne.KeyD && g.editing != nil:
		g.FillDown()
	default:
		return false
	}
	return true
}

func (g *Grid) passKey(event *fyne.KeyEvent) {
	if c := g.canvas(); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(event)
	}
}

func (g *Grid) passShortcut(shortcut fyne.Shortcut) {
	passOn(g.canvas(), shortcut)
}

// passOn gives a shortcut to a window's canvas: those of the real drivers take them.
func passOn(canvas any, shortcut fyne.Shortcut) {
	if c, is := canvas.(fyne.Shortcutable); is {
		c.TypedShortcut(shortcut)
	}
}

func (g *Grid) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(g) }
