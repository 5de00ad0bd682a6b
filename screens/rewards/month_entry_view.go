package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit/form"
)

// newMonthEntry is the entry of a month's amount. A block copied from a spreadsheet goes into the months
// below; arrows and Return move between the months.
func newMonthEntry(paste func(text string) bool, move func(by int)) *form.Amount {
	e := form.NewAmount()
	e.ActionItem = nil // the head says the unit
	e.OnPaste = paste
	e.OnKey = func(key *fyne.KeyEvent) bool {
		switch key.Name {
		case fyne.KeyUp:
			move(-1)
		case fyne.KeyDown:
			move(1)
		default:
			return false
		}
		return true
	}
	e.OnSubmitted = func(string) { move(1) }
	return e
}
