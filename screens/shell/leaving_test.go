package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

// Wants leaves every file to the window.
func (p *heldPage) Wants(fyne.Position, []string) bool { return false }

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

func TestFilesDroppedBesideAHeldPageWaitForTheAnswer(t *testing.T) {
	held := &heldPage{fakePage: newFakePage("form")}
	f := start(t, func(h *fakeHost) {
		h.session.Areas[1].Links["edit"] = func(kit.Context, string) kit.Page {
			return struct { // it takes no files
				kit.Page
				kit.Held
			}{held, held}
		}
	})
	f.Open("smartcanal://edit/42")
	f.Drop(fyne.Position{}, []string{"bill.csv"})
	if held.asked != 1 || len(f.imports.dropped) != 0 {
		t.Fatalf("asked %d times, %v", held.asked, f.imports.dropped)
	}
	if held.leave(); f.page() != "import" || len(f.imports.dropped) != 1 {
		t.Errorf("%q took %v", f.page(), f.imports.dropped)
	}
}

// pickyPage takes what lies at its left alone.
type pickyPage struct{ *fakePage }

func (p *pickyPage) Drop(paths []string)                     { p.dropped = paths }
func (p *pickyPage) Wants(at fyne.Position, _ []string) bool { return at.X < 100 }

func TestAPageLeavesToTheWindowWhatItDoesNotWant(t *testing.T) {
	picky := &pickyPage{newFakePage("picky")}
	f := start(t, func(h *fakeHost) {
		h.session.Areas[1].Links["picky"] = func(kit.Context, string) kit.Page { return picky }
	})
	f.Open("smartcanal://picky")
	if f.Drop(fyne.NewPos(50, 50), []string{"licence.jpg"}); len(picky.dropped) != 1 || len(f.imports.dropped) != 0 {
		t.Errorf("%v %v", picky.dropped, f.imports.dropped)
	}
	if f.Drop(fyne.NewPos(500, 50), []string{"bill.csv"}); f.page() != "import" || len(f.imports.dropped) != 1 {
		t.Errorf("%q took %v", f.page(), f.imports.dropped)
	}
}

func TestABackupIsDroppedOnTheFirstRun(t *testing.T) {
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyReturn, "旧电脑.bak"}, {fyne.KeyEscape, ""}} {
		f := start(t, func(h *fakeHost) { h.exists = false })
		f.Drop(fyne.Position{}, []string{"旧电脑.bak"})
		over := f.window.Canvas()
		if over.Overlays().Top() == nil {
			t.Fatal("it is asked what the file is")
		}
		over.Focused().TypedKey(&fyne.KeyEvent{Name: c.key})
		if got := strings.Join(f.host.opened, " "); got != c.want {
			t.Errorf("%v: opened %q, want %q", c.key, got, c.want)
		}
	}
	f := start(t, func(h *fakeHost) { h.exists = false })
	if f.Drop(fyne.Position{}, []string{"账单.csv"}); f.window.Canvas().Overlays().Top() == nil || len(f.host.opened) != 0 {
		t.Error("what is no file of data is said so")
	}
}
