package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// press runs the command that has the keys, as the window does. The test's window takes no shortcuts itself.
func (f *fixture) press(t *testing.T, keys string) {
	t.Helper()
	for _, c := range f.Shell.commands() {
		if keysOf(c.Shortcut) == keys {
			run(c)
			return
		}
	}
	t.Fatalf("no command has %s", keys)
}

func TestTheWayGoesBackAndForward(t *testing.T) {
	f := start(t, nil)
	f.Open("smartcanal://sales")
	f.Open("smartcanal://organization/7")
	f.press(t, "Alt+←")
	f.press(t, "Alt+←")
	if f.page() != "register" {
		t.Fatal(f.page())
	}
	f.press(t, "Alt+→")
	f.press(t, "Alt+→")
	if f.page() != "organization 7" {
		t.Errorf("forward leads to %q", f.page())
	}
	f.press(t, "Alt+→")
	f.press(t, "Alt+←")
	f.Open("smartcanal://register")
	f.press(t, "Alt+→")
	if f.page() != "register" {
		t.Errorf("%q: whoever goes another way has nothing ahead", f.page())
	}
}

func TestEveryKeyIsListedOnce(t *testing.T) {
	f := start(t, nil)
	f.window.Canvas().OnTypedRune()('?')
	if f.window.Canvas().Overlays().Top() == nil {
		t.Fatal("? lists nothing")
	}
	kit.CloseTop()
	listed := map[string]string{}
	for _, group := range f.keyGroups() {
		inGroup := map[string]string{}
		for _, key := range group.keys {
			if before, is := inGroup[key.Keys]; is {
				t.Errorf("%s: %s is %q and %q", group.title, key.Keys, before, key.Words())
			}
			inGroup[key.Keys], listed[key.Words()] = key.Words(), key.Keys
		}
	}
	for _, c := range f.Shell.commands() {
		if keys := keysOf(c.Shortcut); listed[c.Label] != keys {
			t.Errorf("%s of %q is listed as %q", keys, c.Label, listed[c.Label])
		}
	}
}

func TestTheWindowComesBackAsItWasLeft(t *testing.T) {
	memory := kit.NewMemory()
	withMemory := func(h *fakeHost) { h.session.Memory = memory }
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	f := start(t, withMemory)
	f.Open("smartcanal://settings")
	f.choose(t, "English")
	f.choose(t, "dark")
	f.Open("smartcanal://organization/7")
	f.window.Resize(fyne.NewSize(1500, 900))
	f.Shell.closed()

	wording.SetLanguage(wording.Chinese)
	again := start(t, withMemory)
	if again.page() != "organization 7" || wording.Language() != wording.English || again.mode != kit.Dark {
		t.Errorf("page %q in %s, look %d", again.page(), wording.Language(), again.mode)
	}
	if size := again.window.Canvas().Size(); size != fyne.NewSize(1500, 900) {
		t.Errorf("%v", size)
	}
	if r, _, _, _ := kit.Color(kit.CardGround).RGBA(); r > 0x8000 {
		t.Error("the cards are not dark")
	}
}

func TestAPageThatIsGoneBeginsWithTheFirst(t *testing.T) {
	memory := kit.NewMemory()
	if err := memory.Keep(t.Context(), placeKey, `{"width":1366,"height":768,"link":"smartcanal://gone/1"}`); err != nil {
		t.Fatal(err)
	}
	if f := start(t, func(h *fakeHost) { h.session.Memory = memory }); f.page() != "register" {
		t.Errorf("%q", f.page())
	}
}

// choose presses the choice that says label on the page shown.
func (f *fixture) choose(t *testing.T, label string) {
	t.Helper()
	var press func(o fyne.CanvasObject) bool
	press = func(o fyne.CanvasObject) bool {
		if said, is := o.(interface {
			Label() string
			Tapped(*fyne.PointEvent)
		}); is && said.Label() == label {
			said.Tapped(&fyne.PointEvent{})
			return true
		}
		switch thing := o.(type) {
		case *fyne.Container:
			for _, child := range thing.Objects {
				if press(child) {
					return true
				}
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(thing).Objects() {
				if press(child) {
					return true
				}
			}
		}
		return false
	}
	if !press(f.current.page.Object()) {
		t.Fatalf("no choice says %q", label)
	}
}
