package form

import (
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Amount is an entry for money in yuan, typed with or without separators, in 万元 too (12.5万). It is shown as
// 1,234,567.89 once the keyboard leaves, and without separators while it is changed.
type Amount struct {
	kit.Entry
	// Negative lets amounts below nothing in.
	Negative bool
}

// NewAmount is an empty entry for an amount.
func NewAmount() *Amount {
	a := &Amount{}
	a.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	a.ActionItem = unit(wording.Text("form.amount.unit"))
	a.ExtendBaseWidget(a)
	return a
}

// Money is a field for an amount.
func Money(label string) (*Field, *Amount) {
	entry := NewAmount()
	return &Field{Label: label, Input: entry}, entry
}

// unit is what an entry's number counts, at its end.
func unit(name string) fyne.CanvasObject {
	return kit.Pad(kit.NewSecondary(name), 0, 10, 0, 4)
}

// Value is the amount without separators, or what was typed where that is none.
func (a *Amount) Value() string {
	if fen, is := a.Fen(); is {
		return fen.Plain()
	}
	return strings.TrimSpace(a.Text)
}

// SetValue shows what Value gave.
func (a *Amount) SetValue(text string) {
	a.SetText(text)
	if fen, is := a.Fen(); is {
		a.SetFen(fen)
	}
}

// Fen is the amount; false where nothing is typed, or nothing that is one.
func (a *Amount) Fen() (money.Fen, bool) {
	fen, typed, err := a.read()
	return fen, typed && err == nil
}

// SetFen shows an amount; OnChanged hears of it.
func (a *Amount) SetFen(fen money.Fen) { a.SetText(fen.String()) }

// Wrong is what is wrong with what was typed.
func (a *Amount) Wrong() *problem.Problem {
	_, _, err := a.read()
	return problem.Of(err)
}

func (a *Amount) read() (fen money.Fen, typed bool, err error) {
	if strings.TrimSpace(a.Text) == "" {
		return 0, false, nil
	}
	fen, err = money.ParseTyped(a.Text)
	if err == nil && fen < 0 && !a.Negative {
		err = problem.New("form.amount_negative")
	}
	return fen, true, err
}

// FocusGained takes the separators out: who adds a digit would put them wrong.
func (a *Amount) FocusGained() {
	if fen, is := a.Fen(); is && a.Text == fen.String() {
		a.SetText(strings.ReplaceAll(a.Text, ",", ""))
	}
	a.Entry.FocusGained()
}

// FocusLost shows the amount in full.
func (a *Amount) FocusLost() {
	if fen, is := a.Fen(); is && a.Text != fen.String() {
		a.SetFen(fen)
	}
	a.Entry.FocusLost()
}
