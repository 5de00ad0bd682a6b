//go:build e2e

package e2e

import (
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"smartcanal/screens/e2e/person"
)

// hands send everything through the X server, so that the real driver's events and focus are proven.
type hands struct {
	*testing.T
	window fyne.Window
	id     string // X11's number of the window
	shots  int
}

func sitDown(t *testing.T, window fyne.Window) *person.Person {
	h := &hands{T: t, window: window}
	fyne.DoAndWait(func() {
		window.(driver.NativeWindow).RunNative(func(context any) {
			if x11, is := context.(driver.X11WindowContext); is {
				h.id = strconv.FormatUint(uint64(x11.WindowHandle), 10)
			}
		})
	})
	if h.id == "" {
		t.Fatal("the window is not on an X server")
	}
	h.xdotool("windowfocus", "--sync", h.id)
	return person.SitDown(t, window, h)
}

// Patience is how long a person waits for the screen to show something.
func (h *hands) Patience() time.Duration { return 20 * time.Second }

// Steady is false: a page may still be moving.
func (h *hands) Steady() bool { return false }

// Do goes to the UI goroutine.
func (h *hands) Do(f func()) { fyne.DoAndWait(f) }

// Press clicks.
func (h *hands) Press(at fyne.Position, times int) {
	h.Helper()
	h.moveTo(at)
	h.xdotool("click", "--repeat", strconv.Itoa(times), "--delay", "90", "1")
}

func (h *hands) moveTo(at fyne.Position) {
	h.Helper()
	var x, y int
	fyne.DoAndWait(func() { x, y = h.window.Canvas().PixelCoordinateForPosition(at) })
	h.xdotool("mousemove", "--window", h.id, strconv.Itoa(x), strconv.Itoa(y))
	time.Sleep(80 * time.Millisecond) // the widget under the mouse learns of it with the next frame
}

// notch is how far one turn of the wheel takes a list.
const notch = 25

// Scroll turns the wheel.
func (h *hands) Scroll(at fyne.Position, by float32) {
	h.Helper()
	h.moveTo(at)
	button := "5"
	if by < 0 {
		button = "4"
	}
	h.xdotool("click", "--repeat", strconv.Itoa(int(math.Ceil(math.Abs(float64(by))/notch))), "--delay", "20", button)
}

// Key presses a key.
func (h *hands) Key(name string) {
	h.Helper()
	h.xdotool("key", "--delay", "60", "--", name)
}

// Type writes; what a keyboard has no keys for is pasted.
func (h *hands) Type(text string) {
	h.Helper()
	if strings.IndexFunc(text, func(r rune) bool { return r > '~' || r < ' ' }) < 0 {
		h.xdotool("type", "--delay", "25", "--", text)
		return
	}
	fyne.DoAndWait(func() { fyne.CurrentApp().Clipboard().SetContent(text) })
	h.Key("ctrl+v")
}

func (h *hands) xdotool(args ...string) {
	h.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		h.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// Shot keeps a picture of the screen.
func (h *hands) Shot(name string) {
	h.shots++
	time.Sleep(250 * time.Millisecond) // the last frame
	path := filepath.Join(kept, fmt.Sprintf("%02d-%s.png", h.shots, name))
	if out, err := exec.Command("import", "-window", "root", path).CombinedOutput(); err != nil {
		h.Errorf("no picture: %v\n%s", err, out)
	}
}
