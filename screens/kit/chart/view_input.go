package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
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

// TypedShortcut copies the picture by Ctrl+C.
func (v *View) TypedShortcut(shortcut fyne.Shortcut) {
	if _, copies := shortcut.(*fyne.ShortcutCopy); copies && !v.chart.Empty() {
		v.CopyPicture()
	}
}

// edge goes to the first or the last value of the series the keyboard is in, at first the last series.
func (v *View) edge(first bool) {
	marks, series := v.drawn().marks, 0
	for _, m := range marks {
		series = max(series, m.series)
	}
	if at := v.at(); at != nil {
		series = at.series
	}
	goal := -1
	for i, m := range marks {
		if m.series == series && (goal < 0 || !first) {
			goal = i
		}
	}
	v.goTo(goal)
}

func (v *View) goTo(mark int) {
	v.active = mark
	v.Refresh()
	v.reveal()
}

// Follow has a scroll that holds the chart go where the keyboard goes.
func (v *View) Follow(scroll *container.Scroll) { v.scroll = scroll }

func (v *View) reveal() {
	at := v.at()
	if at == nil || v.scroll == nil {
		return
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top := place(v).Y - place(v.scroll).Y + v.scroll.Offset.Y + at.at.Y
	offset := min(v.scroll.Offset.Y, top-ring)
	offset = max(offset, top+at.at.Height+ring-v.scroll.Size().Height)
	if offset != v.scroll.Offset.Y {
		v.scroll.ScrollToOffset(fyne.NewPos(v.scroll.Offset.X, max(0, offset)))
	}
}

// walk goes to the next mark some series and labels away; where a series ends it stays.
func (v *View) walk(series, label int) {
	at := v.at()
	if at == nil {
		v.edge(false)
		return
	}
	if v.chart.Kind == Tiles {
		if next := v.drawn().towards(at, float32(label), float32(series)); next >= 0 {
			v.goTo(next)
		}
		return
	}
	if v.chart.Kind == Stacked {
		series = -series // the first series lies lowest
	}
	if v.chart.oneByOne() && label == 0 {
		series, label = 0, series
	}
	if next := v.drawn().beyond(at, series, label); next >= 0 {
		v.goTo(next)
	}
}

// beyond is the mark nearest to another one some series or labels away, -1 for none. A series may end before
// the label: its last value is meant then.
func (s *scene) beyond(from *mark, series, label int) int {
	next, least := -1, 0
	for i, m := range s.marks {
		along, aside := (m.label-from.label)*label, m.series-from.series
		if series != 0 {
			along, aside = (m.series-from.series)*series, m.label-from.label
		}
		if far := along<<20 + max(aside, -aside); along > 0 && (aside == 0 || series != 0) && (next < 0 || far < least) {
			next, least = i, far
		}
	}
	return next
}

// oneByOne tells whether a chart has one value a label, so that every arrow walks along the labels.
func (c Chart) oneByOne() bool { return c.Kind.single() || len(c.Series) == 1 }
