package form

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"smartcanal/data/date"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// Date is an entry for a day, typed in any of the forms of date.Parse or picked from a calendar (Alt+↓, F4, or the sign
// at its end). What is typed becomes 2026-11-16 once the keyboard leaves: before, it may be half a word of an input method.
type Date struct {
	kit.Entry
	// Today is what words and days without a year count from.
	Today func() time.Time
	// Last is the latest day that may be picked, the zero time for any; a form's Check refuses those typed.
	Last time.Time

	calendar *calendar
}

// NewDate is an entry holding a day as 2026-11-16, or nothing.
func NewDate(value string) *Date {
	d := &Date{Today: time.Now}
	d.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	d.ActionItem = newSign(theme.CalendarIcon(), d.Pick)
	d.ExtendBaseWidget(d)
	d.SetText(value)
	return d
}

// Day is a field for a day.
func Day(label, value string) (*Field, *Date) {
	entry := NewDate(value)
	return &Field{Label: label, Input: entry}, entry
}

// Value is the day as 2026-11-16, "" for none; a text that is no day is given as it was typed.
func (d *Date) Value() string {
	day, typed, err := d.read()
	if !typed || err != nil {
		return strings.TrimSpace(d.Text)
	}
	return day.Format(date.Form)
}

// Day is the day, false where none or something else is typed.
func (d *Date) Day() (time.Time, bool) {
	day, typed, err := d.read()
	return day, typed && err == nil
}

// SetDay puts a day in; OnChanged hears of it.
func (d *Date) SetDay(day time.Time) { d.SetText(day.Format(date.Form)) }

// Wrong is what is wrong with what was typed.
func (d *Date) Wrong() *problem.Problem {
	_, _, err := d.read()
	return problem.Of(err)
}

func (d *Date) read() (day time.Time, typed bool, err error) {
	if strings.TrimSpace(d.Text) == "" {
		return day, false, nil
	}
	day, err = date.Parse(d.Text, d.Today())
	return day, true, err
}

// FocusLost shows the day in full.
func (d *Date) FocusLost() {
	if day, is := d.Day(); is && d.Text != day.Format(date.Form) {
		d.SetDay(day)
	}
	d.Entry.FocusLost()
}

// TypedKey opens the calendar with F4.
func (d *Date) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyF4 {
		d.Pick()
		return
	}
	d.Entry.TypedKey(key)
}

// TypedShortcut opens the calendar with Alt+↓.
func (d *Date) TypedShortcut(shortcut fyne.Shortcut) {
	if custom, is := shortcut.(*desktop.CustomShortcut); is && custom.KeyName == fyne.KeyDown && custom.Modifier == fyne.KeyModifierAlt {
		d.Pick()
		return
	}
	d.Entry.TypedShortcut(shortcut)
}

// Pick opens the calendar under the entry.
func (d *Date) Pick() {
	over := fyne.CurrentApp().Driver().CanvasForObject(d)
	if over == nil || d.Disabled() {
		return
	}
	over.Focus(d)
	chosen, is := d.Day()
	if !is {
		chosen = time.Time{}
	}
	d.calendar = newCalendar(d.Today(), chosen, d.Last)
	d.calendar.onChosen = func(day time.Time) {
		d.SetDay(day)
		d.CursorColumn = len(d.Text)
		d.Refresh()
	}
	d.calendar.open(over, d)
}
