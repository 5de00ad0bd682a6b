package shell

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTheSearchBoxSaysThatLinesAreStillBeingIndexed(t *testing.T) {
	waiting := 12345
	f := start(t, func(h *fakeHost) {
		h.session.Areas[1].Behind = func(context.Context) (int, error) { return waiting, nil }
	})
	f.OpenSearch()
	said := func() bool {
		for _, found := range f.palette.list.Results() {
			if strings.Contains(found.Label, "12,345") {
				return true
			}
		}
		return false
	}
	test.Type(f.palette.list.Entry, "运河")
	if !said() {
		t.Error("nothing is said of the lines that wait")
	}
	f.palette.list.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	f.palette.list.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.palette == nil || !f.palette.popup.Visible() {
		t.Error("a word on the search itself opened something")
	}
	waiting = 0
	f.palette.list.Entry.SetText("运河茶")
	if said() {
		t.Error("lines are said to wait that do not")
	}
}
