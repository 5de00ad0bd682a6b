package person

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// Desk has hands for a window of Fyne's test driver: events as the real driver hands them out, without a screen.
type Desk struct {
	*testing.T
	window *deskWindow
	kept   string // folder of pictures
	every  bool   // keep every picture, not only that of a failure
	shots  int
	laid   bool // laid out since something was done
}

// NewDesk begins a program with a window as large as an office's screen, and with hands for it. Pictures go to a folder:
// that of a failure, and all of them where PICTURES is set.
func NewDesk(t *testing.T, pictures string) *Desk {
	window := newApp(t).NewWindow("").(*deskWindow)
	window.Resize(fyne.NewSize(1366, 768))
	return &Desk{T: t, window: window, kept: pictures, every: os.Getenv("PICTURES") != ""}
}

// Window is where the program goes.
func (d *Desk) Window() fyne.Window { return d.window }

// Menu is the window's.
func (d *Desk) Menu() *fyne.MainMenu { return d.window.menu }

// Person sits down at the desk.
func (d *Desk) Person() *Person { return SitDown(d.T, d.window, d) }

// Patience is short: what is done is done at once, but for what waits for a moment on purpose.
func (d *Desk) Patience() time.Duration { return 500 * time.Millisecond }

// Steady says that nothing moves by itself.
func (d *Desk) Steady() bool { return true }

// Do runs f; before it the window is laid out as its next frame would be.
func (d *Desk) Do(f func()) {
	d.frame()
	f()
}

// frame lays the window out until texts over several lines have their heights, which the real driver does before it draws.
func (d *Desk) frame() {
	if fyne.CurrentApp().Driver().(*deskDriver).catchUp() {
		d.laid = false
	}
	if d.laid {
		return
	}
	size := d.window.Canvas().Size()
	for range 2 {
		d.window.Resize(size.AddWidthHeight(1, 0))
		d.window.Resize(size)
	}
	d.laid = true
}

// Press is the mouse's button as GLFW's driver takes it: down and up for what watches both, the keyboard away from what
// is not under it, then the tap or the double tap.
func (d *Desk) Press(at fyne.Position, times int) {
	d.frame()
	over := d.window.Canvas()
	test.MoveMouse(d.window.Window.Canvas(), at)
	s := look(over)
	hit, is := s.under(at)
	if !is {
		over.Unfocus()
		return
	}
	local := at.SubtractXY(hit.box.left, hit.box.top)
	tap := &fyne.PointEvent{Position: local, AbsolutePosition: at}
	for range times {
		d.button(s, hit, at, tap)
	}
	if double, is := hit.object.(fyne.DoubleTappable); is && times == 2 {
		double.DoubleTapped(tap)
	} else if tappable, is := hit.object.(fyne.Tappable); is {
		tappable.Tapped(tap)
	}
	d.laid = false
}

func (d *Desk) button(s *sight, hit thing, at fyne.Position, tap *fyne.PointEvent) {
	event := &desktop.MouseEvent{PointEvent: *tap, Button: desktop.MouseButtonPrimary}
	mouse, watches := hit.object.(desktop.Mouseable)
	if watches {
		mouse.MouseDown(event)
	}
	if over := d.window.Canvas(); !s.focusedAt(over.Focused(), at) {
		over.Unfocus()
	}
	if watches {
		mouse.MouseUp(event)
	}
}

// focusedAt says whether what has the keyboard lies under a place.
func (s *sight) focusedAt(focused fyne.Focusable, at fyne.Position) bool {
	object, is := focused.(fyne.CanvasObject)
	if !is {
		return false
	}
	for _, t := range s.things {
		if t.object == object && t.seen.holds(at) {
			return true
		}
	}
	return false
}

// Scroll turns the wheel.
func (d *Desk) Scroll(at fyne.Position, by float32) {
	test.Scroll(d.window.Window.Canvas(), at, 0, -by)
	d.laid = false
}

// xNames are the keys X11 and Fyne name differently.
var xNames = map[string]fyne.KeyName{"space": fyne.KeySpace, "Page_Down": fyne.KeyPageDown, "Page_Up": fyne.KeyPageUp}

var modifiers = map[string]fyne.KeyModifier{"ctrl": fyne.KeyModifierControl, "shift": fyne.KeyModifierShift, "alt": fyne.KeyModifierAlt}

// Key presses a key: what has the keyboard sees the modifiers, then a shortcut or the key comes to it, or to the window.
func (d *Desk) Key(name string) {
	d.frame()
	parts := strings.Split(name, "+")
	held := fyne.KeyModifier(0)
	for _, part := range parts[:len(parts)-1] {
		held |= modifiers[part]
	}
	key, named := xNames[parts[len(parts)-1]]
	if !named {
		key = fyne.KeyName(parts[len(parts)-1])
		if len(key) == 1 {
			key = fyne.KeyName(strings.ToUpper(string(key)))
		}
	}
	if held&fyne.KeyModifierShift != 0 {
		d.hold(desktop.KeyShiftLeft, true)
	}
	d.typed(key, held)
	if held&fyne.KeyModifierShift != 0 {
		d.hold(desktop.KeyShiftLeft, false)
	}
	d.laid = false
}

func (d *Desk) hold(key fyne.KeyName, down bool) {
	keyable, is := d.window.Canvas().Focused().(desktop.Keyable)
	switch {
	case !is:
	case down:
		keyable.KeyDown(&fyne.KeyEvent{Name: key})
	default:
		keyable.KeyUp(&fyne.KeyEvent{Name: key})
	}
}

func (d *Desk) typed(key fyne.KeyName, held fyne.KeyModifier) {
	over := d.window.Canvas()
	focused := over.Focused()
	if key == fyne.KeyTab && held&^fyne.KeyModifierShift == 0 {
		if keeps, is := focused.(fyne.Tabbable); !is || !keeps.AcceptsTab() {
			d.tab(held)
			return
		}
	}
	switch shortcut := shortcutOf(key, held); {
	case shortcut != nil && d.window.runs(shortcut):
	case shortcut != nil:
		if takes, is := focused.(fyne.Shortcutable); is {
			takes.TypedShortcut(shortcut)
		} else {
			d.window.canvas.TypedShortcut(shortcut)
		}
	case focused != nil:
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	case over.OnTypedKey() != nil:
		over.OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
}

func (d *Desk) tab(held fyne.KeyModifier) {
	if held&fyne.KeyModifierShift != 0 {
		d.window.Canvas().FocusPrevious()
	} else {
		d.window.Canvas().FocusNext()
	}
}

// shortcutOf is what the driver makes of a key with Ctrl or Alt, nil for a key by itself.
func shortcutOf(key fyne.KeyName, held fyne.KeyModifier) fyne.Shortcut {
	if held&^fyne.KeyModifierShift == 0 {
		return nil
	}
	clipboard := fyne.CurrentApp().Clipboard()
	if held == fyne.KeyModifierControl {
		switch key {
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{Clipboard: clipboard}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: clipboard}
		case fyne.KeyX:
			return &fyne.ShortcutCut{Clipboard: clipboard}
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		}
	}
	if held&fyne.KeyModifierControl != 0 { // what the program asks for as the system's: ⌘ on a Mac
		held = held&^fyne.KeyModifierControl | fyne.KeyModifierShortcutDefault
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: held}
}

// Type writes, rune by rune, to what has the keyboard.
func (d *Desk) Type(text string) {
	d.frame()
	for _, r := range text {
		over := d.window.Canvas()
		if focused := over.Focused(); focused != nil {
			focused.TypedRune(r)
		} else if over.OnTypedRune() != nil {
			over.OnTypedRune()(r)
		}
	}
	d.laid = false
}

// Shot keeps a picture.
func (d *Desk) Shot(name string) {
	if !d.every && name != "failed" {
		return
	}
	d.frame()
	d.shots++
	path := filepath.Join(d.kept, fmt.Sprintf("%03d-%s.png", d.shots, name))
	if err := os.MkdirAll(d.kept, 0o755); err != nil {
		d.Error(err)
		return
	}
	file, err := os.Create(path)
	if err != nil {
		d.Error(err)
		return
	}
	defer file.Close()
	if err := png.Encode(file, d.window.Canvas().Capture()); err != nil {
		d.Error(err)
	}
}
