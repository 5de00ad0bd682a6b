package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
)

// Tapped opens the value under the pointer.
func (v *View) Tapped(event *fyne.PointEvent) {
	v.point(event.Position)
	v.open()
}

func (v *View) point(p fyne.Position) {
	if under := v.drawn().under(p); under != v.active || v.note != "" {
		v.active, v.note = under, ""
		v.Refresh()
	}
}

// MouseIn is Fyne's.
func (v *View) MouseIn(event *desktop.MouseEvent) { v.point(event.Position) }

// MouseMoved tells the value under the pointer.
func (v *View) MouseMoved(event *desktop.MouseEvent) { v.point(event.Position) }

// MouseOut is Fyne's.
func (v *View) MouseOut() { v.point(fyne.NewPos(-1, -1)) }

// Cursor is a hand over a value that opens.
func (v *View) Cursor() desktop.Cursor {
	if v.opens() != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained puts the keyboard on the last value of the last series: the newest one, which of events is the first.
func (v *View) FocusGained() {
	v.focused = true
	kit.Reveal(v)
	v.edge(v.chart.Kind == Timeline)
}

// FocusLost is Fyne's.
func (v *View) FocusLost() {
	v.focused, v.shift, v.active = false, false, -1
	v.Refresh()
}

// TypedRune is Fyne's; a chart takes no text.
func (v *View) TypedRune(rune) {}

// TypedKey walks along the labels and between the series, and opens.
func (v *View) TypedKey(event *fyne.KeyEvent) {
	v.note = ""
	switch event.Name {
	case fyne.KeyLeft:
		v.walk(0, -1)
	case fyne.KeyRight:
		v.walk(0, 1)
	case fyne.KeyUp:
		v.walk(-1, 0)
	case fyne.KeyDown:
		v.walk(1, 0)
	case fyne.KeyHome:
		v.edge(true)
	case fyne.KeyEnd:
		v.edge(false)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		v.open()
	case desktop.KeyMenu:
		v.menuHere()
	case fyne.KeyF10:
		if v.shift {
			v.menuHere()
		}
	}
}

// KeyDown notes Shift, for Shift+F10.
func (v *View) KeyDown(event *fyne.KeyEvent) { v.shifted(event, true) }

// KeyUp is Fyne's.
func (v *View) KeyUp(event *fyne.KeyEvent) { v.shifted(event, false) }

func (v *View) shifted(event *fyne.KeyEvent, down bool) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		v.shift = down
	}
}

// Leads says whether Return leads to the page behind the value the keyboard is on.
func (v *View) Leads() bool { return v.opens() != nil }

// TypedShortcut copies the picture by Ctrl+C.
func (v *View) TypedShortcut(shortcut fyne.Shortcut) {
	if _, copies := shortcut.(*fyne.ShortcutCopy); copies && !v.chart.Empty() {
		v.CopyPicture()
	}
}
