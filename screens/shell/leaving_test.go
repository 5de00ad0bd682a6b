package shell

import (
	"testing"

	"smartcanal/screens/kit"
)

// heldPage has something unsaved until the person agreed to leave it.
type heldPage struct {
	*fakePage
	leave func()
	asked int
}

func (p *heldPage) MayLeave(leave func()) bool {
	p.asked++
	p.leave = leave
	return false
}

// holding opens a page with something unsaved after another one.
func holding(t *testing.T) (*fixture, *heldPage) {
	t.Helper()
	held := &heldPage{fakePage: newFakePage("form")}
	f := start(t, func(h *fakeHost) {
		h.session.Areas[1].Links["edit"] = func(kit.Context, string) kit.Page { return held }
	})
	f.Open("smartcanal://organization/42")
	f.Open("smartcanal://edit/42")
	return f, held
}

func TestAPageWithSomethingUnsavedIsAskedBeforeItIsLeft(t *testing.T) {
	for name, c := range map[string]struct {
		move func(*fixture)
		page string
	}{
		"another page": {func(f *fixture) { f.Open("smartcanal://sales") }, "sales"},
		"the way back": {func(f *fixture) { f.Back() }, "organization 42"},
	} {
		t.Run(name, func(t *testing.T) {
			f, held := holding(t)
			if c.move(f); f.page() != "" || held.left != 0 || held.asked != 1 {
				t.Fatalf("%q is shown, asked %d times", f.page(), held.asked)
			}
			if held.leave(); f.page() != c.page || held.left != 1 || held.asked != 1 {
				t.Errorf("%q is shown, asked %d times", f.page(), held.asked)
			}
		})
	}
}

func TestALinkOfTheHeldPageItselfAsksNothing(t *testing.T) {
	f, held := holding(t)
	if f.Open("smartcanal://edit/42"); held.asked != 0 || held.shown != 2 {
		t.Errorf("asked %d times, shown %d times", held.asked, held.shown)
	}
}
