package form

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/money"
)

func TestAnAmountIsTypedLooselyAndShownExactly(t *testing.T) {
	for _, c := range []struct {
		typed, shown string
		fen          money.Fen
		right        bool
	}{
		{"1234567.89", "1,234,567.89", 123_456_789, true},
		{"12.5万", "125,000.00", 12_500_000, true},
		{"１２．５万元", "125,000.00", 12_500_000, true},
		{"1,200", "1,200.00", 120_000, true},
		{"0.005", "0.005", 0, false},
		{"十万", "十万", 0, false},
		{"-3", "-3", -300, false},
		{"", "", 0, true},
	} {
		field, amount := Money("金额")
		over := onWindow(t, 500, 200, New(field).Object())
		over.Canvas().Focus(amount)
		test.Type(amount, c.typed)
		if amount.Text != c.typed {
			t.Errorf("%q became %q while it is typed", c.typed, amount.Text)
		}
		over.Canvas().Unfocus()
		fen, is := amount.Fen()
		if amount.Text != c.shown || is != (c.right && c.typed != "") || is && fen != c.fen {
			t.Errorf("%q: %q %d %v", c.typed, amount.Text, fen, is)
		}
		if field.note.Visible() == c.right {
			t.Errorf("%q: %q", c.typed, field.note.Content)
		}
	}
}

func TestAnAmountIsChangedWithoutItsSeparators(t *testing.T) {
	field, amount := Money("金额")
	amount.SetFen(123_450)
	over := onWindow(t, 500, 200, New(field).Object())
	over.Canvas().Focus(amount)
	amount.CursorColumn = len(amount.Text)
	for range 3 {
		press(over, fyne.KeyBackspace)
	}
	test.Type(amount, "5")
	over.Canvas().Unfocus()
	if amount.Text != "12,345.00" {
		t.Errorf("%q", amount.Text)
	}
}

func TestAnAmountMayBeLetBelowNothing(t *testing.T) {
	amount := NewAmount()
	amount.Negative = true
	amount.SetText("-1.5万")
	if fen, is := amount.Fen(); !is || fen != -1_500_000 {
		t.Errorf("%d %v", fen, is)
	}
}

func TestANumberLiesBetweenItsEnds(t *testing.T) {
	for typed, want := range map[string]string{"5": "5", "１２": "12", "1,000": "1000", "0": "", "1001": "", "5.5": "", "五": "", " 7 ": "7"} {
		field, number := Count("天数", 1, 1000, "天")
		field.Required = true
		f := New(field)
		over := onWindow(t, 500, 200, f.Object())
		over.Canvas().Focus(number)
		test.Type(number, typed)
		over.Canvas().Unfocus()
		if _, is := number.Whole(); is != (want != "") || f.Valid() != is || is && number.Text != want {
			t.Errorf("%q: %q %v, %q", typed, number.Text, is, field.note.Content)
		}
	}
}
