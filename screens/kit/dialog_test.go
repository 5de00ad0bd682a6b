package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestEscapeClosesTheTopDialogOnly(t *testing.T) {
	over := onWindow(t, 800, 600, NewLoading())
	Confirm(over.Canvas(), "一", "", "做", func() {})
	Confirm(over.Canvas(), "二", "", "做", func() { t.Error("Escape must not do it") })
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyEscape))
	if len(open) != 1 {
		t.Errorf("%d dialogs left", len(open))
	}
}
