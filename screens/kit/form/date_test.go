package form

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// aMonday is today in these tests.
func aMonday() time.Time { return time.Date(2026, 11, 16, 9, 30, 0, 0, time.Local) }

// dated is a form with a date on a window, and the date with the keyboard on it.
func dated(t *testing.T, value string) (*Form, *Field, *Date, fyne.Window) {
	t.Helper()
	field, day := Day("日期", value)
	day.Today = aMonday
	f := New(field)
	over := onWindow(t, 600, 500, f.Object())
	over.Canvas().Focus(day)
	return f, field, day, over
}

func press(over fyne.Window, keys ...fyne.KeyName) {
	for _, key := range keys {
		over.Canvas().Focused().TypedKey(keyed(key))
	}
}

func TestADayIsTypedAndShownInFullOnLeaving(t *testing.T) {
	for typed, want := range map[string]string{
		"20261116": "2026-11-16", "11-5": "2026-11-05", "昨天": "2026-11-15", "去年底": "2025-12-31", " ": " ", "2026-13-1": "2026-13-1",
	} {
		_, field, day, over := dated(t, "")
		test.Type(day, typed)
		if day.Text != typed {
			t.Errorf("%q became %q while it is typed", typed, day.Text)
		}
		over.Canvas().Unfocus()
		if day.Text != want {
			t.Errorf("%q is %q, want %q", typed, day.Text, want)
		}
		if wrong := field.note.Visible(); wrong != (typed == "2026-13-1") {
			t.Errorf("%q: %q", typed, field.note.Content)
		}
	}
}

func TestARequiredDayAndItsOwnCheck(t *testing.T) {
	f, field, day, _ := dated(t, "")
	field.Required = true
	field.Check = func() string {
		if day.Value() > "2026-11-16" {
			return "不能晚于今天"
		}
		return ""
	}
	if f.Valid() || field.note.Content != "请填写日期" {
		t.Errorf("%q", field.note.Content)
	}
	test.Type(day, "明天")
	if f.Valid() || field.note.Content != "不能晚于今天" {
		t.Errorf("%q", field.note.Content)
	}
	day.SetValue("昨天")
	if !f.Valid() || day.Value() != "2026-11-15" {
		t.Errorf("%q %q", field.note.Content, day.Value())
	}
}

func TestADayIsPickedByKeyboard(t *testing.T) {
	for _, c := range []struct {
		from string
		keys []fyne.KeyName
		want string
	}{
		{"", []fyne.KeyName{fyne.KeyReturn}, "2026-11-16"},
		{"2026-03-31", []fyne.KeyName{fyne.KeyPageUp, fyne.KeyReturn}, "2026-02-28"},
		{"2026-03-31", []fyne.KeyName{fyne.KeyPageDown, fyne.KeyRight, fyne.KeyEnter}, "2026-05-01"},
		{"2026-11-05", []fyne.KeyName{fyne.KeyUp, fyne.KeyLeft, fyne.KeyReturn}, "2026-10-28"},
		{"2026-11-05", []fyne.KeyName{fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeySpace}, "2026-12-01"},
		{"11-5", []fyne.KeyName{fyne.KeyRight, fyne.KeyEscape}, "11-5"},
	} {
		_, _, day, over := dated(t, c.from)
		over.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
		if over.Canvas().Overlays().Top() == nil {
			t.Fatal("Alt+↓ opens the calendar")
		}
		press(over, c.keys...)
		if over.Canvas().Overlays().Top() != nil || over.Canvas().Focused() != fyne.Focusable(day) {
			t.Error("the calendar is gone and the entry has the keyboard again")
		}
		if day.Text != c.want {
			t.Errorf("%s %v: %s, want %s", c.from, c.keys, day.Text, c.want)
		}
	}
}

func TestADayIsPickedByMouse(t *testing.T) {
	_, _, day, over := dated(t, "2026-11-05")
	at := func(column, row int) fyne.Position {
		return fyne.NewPos(calendarPad+(float32(column)+0.5)*cellWidth, calendarPad+headHeight+weekHeight+(float32(row)+0.5)*cellHeight)
	}
	tap := func(open bool, place fyne.Position) {
		if open {
			test.Tap(day.ActionItem.(*sign))
		}
		c := over.Canvas().Focused().(*calendar)
		c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: place}})
		test.TapAt(c, place)
	}
	if tap(true, at(0, 0)); day.Text != "2026-10-26" {
		t.Errorf("the first place of November is %s", day.Text)
	}
	tap(true, fyne.NewPos(calendarPad+7*cellWidth-1.5*arrowWidth, calendarPad+5)) // ›
	if tap(false, at(6, 5)); day.Text != "2026-12-06" {
		t.Errorf("the last place of the page after October is %s", day.Text)
	}
	if tap(true, fyne.NewPos(calendarPad+10, calendarPad+headHeight+weekHeight+weeks*cellHeight+10)); day.Text != "2026-11-16" {
		t.Errorf("today is %s", day.Text)
	}
}

func TestDaysAfterTheLastCannotBePicked(t *testing.T) {
	_, _, day, over := dated(t, "")
	day.Last = aMonday()
	press(over, fyne.KeyF4)
	press(over, fyne.KeyRight, fyne.KeyPageDown)
	c := over.Canvas().Focused().(*calendar)
	test.TapAt(c, fyne.NewPos(calendarPad+1.5*cellWidth, calendarPad+headHeight+weekHeight+3.5*cellHeight)) // the 17th
	if over.Canvas().Overlays().Top() == nil || day.Text != "" {
		t.Errorf("%q was picked", day.Text)
	}
	if press(over, fyne.KeyReturn); day.Text != "2026-11-16" {
		t.Errorf("%q: the keyboard stops at the last day", day.Text)
	}
}
