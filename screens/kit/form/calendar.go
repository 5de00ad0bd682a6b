package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// calendar is a month over the window to pick a day from. Arrows move by a day or a week, PgUp and PgDn by a month (with
// Shift by a year), Home and End to the ends of the month; Return picks, Escape closes.
type calendar struct {
	widget.BaseWidget
	today, chosen time.Time
	last          time.Time // the latest day to pick, zero for any
	at            time.Time // the day the keyboard is on; its month is shown
	hovered       spot
	shift         bool

	popup    *widget.PopUp
	onChosen func(time.Time)
}

func newCalendar(today, chosen, last time.Time) *calendar {
	c := &calendar{today: dayOf(today), chosen: chosen, last: last, hovered: nowhere}
	c.at = c.today
	if !chosen.IsZero() {
		c.at = chosen
	}
	c.at = c.allowed(c.at)
	c.ExtendBaseWidget(c)
	return c
}

// PickDay shows a calendar at a place of the window; chosen is the day it opens on, zero for today's.
func PickDay(over fyne.Canvas, at fyne.Position, chosen time.Time, onChosen func(day time.Time)) {
	c := newCalendar(time.Now(), chosen, time.Time{})
	c.onChosen = onChosen
	c.show(over, at, 0)
}

func dayOf(moment time.Time) time.Time {
	return time.Date(moment.Year(), moment.Month(), moment.Day(), 0, 0, 0, 0, moment.Location())
}

// open shows the calendar under an object, or over it where there is no room below.
func (c *calendar) open(over fyne.Canvas, under fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	c.show(over, at.AddXY(0, under.Size().Height+2), under.Size().Height+4)
}

// show shows the calendar at a place, or where there is no room below over what is so high there.
func (c *calendar) show(over fyne.Canvas, place fyne.Position, high float32) {
	c.popup = widget.NewPopUp(c, over)
	size, room := c.popup.MinSize(), over.Size()
	if above := place.Y - high - size.Height; place.Y+size.Height > room.Height && above > 0 {
		place.Y = above
	}
	place.X = max(0, min(place.X, room.Width-size.Width))
	c.popup.ShowAtPosition(place)
	over.Focus(c)
}

func (c *calendar) close() {
	if c.popup != nil {
		c.popup.Hide()
	}
}

// allowed is a day, or the last one that may be picked where it lies after.
func (c *calendar) allowed(day time.Time) time.Time {
	if !c.last.IsZero() && day.After(c.last) {
		return dayOf(c.last)
	}
	return day
}

func (c *calendar) goTo(day time.Time) {
	c.at = c.allowed(day)
	c.Refresh()
}

// byMonths goes to the same day of another month, or to its last one where it has no such day.
func (c *calendar) byMonths(n int) {
	first := c.at.AddDate(0, 0, 1-c.at.Day()).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1)
	c.goTo(first.AddDate(0, 0, min(c.at.Day(), last.Day())-1))
}

func (c *calendar) choose(day time.Time) {
	if day != c.allowed(day) {
		return
	}
	c.close()
	c.onChosen(day)
}

// TypedKey is the calendar by keyboard.
func (c *calendar) TypedKey(key *fyne.KeyEvent) {
	months := 1
	if c.shift {
		months = 12
	}
	switch key.Name {
	case fyne.KeyLeft:
		c.goTo(c.at.AddDate(0, 0, -1))
	case fyne.KeyRight:
		c.goTo(c.at.AddDate(0, 0, 1))
	case fyne.KeyUp:
		c.goTo(c.at.AddDate(0, 0, -7))
	case fyne.KeyDown:
		c.goTo(c.at.AddDate(0, 0, 7))
	case fyne.KeyPageUp:
		c.byMonths(-months)
	case fyne.KeyPageDown:
		c.byMonths(months)
	case fyne.KeyHome:
		c.goTo(c.at.AddDate(0, 0, 1-c.at.Day()))
	case fyne.KeyEnd:
		c.goTo(c.at.AddDate(0, 0, 1-c.at.Day()).AddDate(0, 1, -1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.choose(c.at)
	case fyne.KeyEscape, fyne.KeyF4:
		c.close()
	}
}

// KeyDown sees whether Shift is held: TypedKey does not say.
func (c *calendar) KeyDown(event *fyne.KeyEvent) {
	c.shift = c.shift || event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight
}

// KeyUp sees it let go.
func (c *calendar) KeyUp(event *fyne.KeyEvent) {
	c.shift = c.shift && event.Name != desktop.KeyShiftLeft && event.Name != desktop.KeyShiftRight
}

// TypedRune is Fyne's; a calendar takes no text.
func (c *calendar) TypedRune(rune) {}

// FocusGained is Fyne's.
func (c *calendar) FocusGained() { c.Refresh() }

// FocusLost is Fyne's.
func (c *calendar) FocusLost() {}

// AcceptsTab keeps the keyboard in the calendar: there is nothing beside it.
func (c *calendar) AcceptsTab() bool { return true }

// Tapped picks the day under the mouse or turns the page.
func (c *calendar) Tapped(event *fyne.PointEvent) {
	switch at := c.spotAt(event.Position); at.kind {
	case onDay:
		c.choose(at.day)
	case onArrow:
		c.byMonths(at.months)
	case onToday:
		c.choose(c.today)
	}
}

// Scrolled turns the page.
func (c *calendar) Scrolled(event *fyne.ScrollEvent) {
	switch {
	case event.Scrolled.DY > 0:
		c.byMonths(-1)
	case event.Scrolled.DY < 0:
		c.byMonths(1)
	}
}

// MouseIn is Fyne's.
func (c *calendar) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved marks what is under the mouse.
func (c *calendar) MouseMoved(event *desktop.MouseEvent) {
	if at := c.spotAt(event.Position); at != c.hovered {
		c.hovered = at
		c.Refresh()
	}
}

// MouseOut is Fyne's.
func (c *calendar) MouseOut() {
	c.hovered = nowhere
	c.Refresh()
}
