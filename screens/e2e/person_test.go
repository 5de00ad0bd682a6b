//go:build e2e

package e2e

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// patience is how long a person waits for the screen to show something.
const patience = 20 * time.Second

// person works at the window: reads it, clicks, types. Everything goes through the X server, so that the
// real driver's events and focus are proven; only what is to be read comes from the widgets.
type person struct {
	*testing.T
	window fyne.Window
	id     string // X11's number of the window
	shots  int
}

func sitDown(t *testing.T, window fyne.Window) *person {
	p := &person{T: t, window: window}
	fyne.DoAndWait(func() {
		window.(driver.NativeWindow).RunNative(func(context any) {
			if x11, is := context.(driver.X11WindowContext); is {
				p.id = strconv.FormatUint(uint64(x11.WindowHandle), 10)
			}
		})
	})
	if p.id == "" {
		t.Fatal("the window is not on an X server")
	}
	p.xdotool("windowfocus", "--sync", p.id)
	return p
}

func (p *person) look() *sight {
	var s *sight
	fyne.DoAndWait(func() { s = look(p.window.Canvas()) })
	return s
}

// waitFor looks until there is what is waited for, at the same place twice: a page may still be moving.
func (p *person) waitFor(what string, find func(*sight) []box) []box {
	p.Helper()
	var before []box
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(60 * time.Millisecond) {
		found := find(p.look())
		if len(found) > 0 && len(found) == len(before) && found[0] == before[0] {
			return found
		}
		before = found
	}
	p.shot("failed")
	p.Fatalf("there is no %s; to be read: %s", what, p.look().text())
	return nil
}

// reads waits until texts are on the screen.
func (p *person) reads(texts ...string) {
	p.Helper()
	for _, text := range texts {
		p.waitFor("text "+text, func(s *sight) []box {
			if strings.Contains(s.text(), text) {
				return []box{{}}
			}
			return nil
		})
	}
}

// clicks presses what is called label; it must be there once.
func (p *person) clicks(label string) {
	p.Helper()
	found := p.waitFor(label, func(s *sight) []box { return s.find(label) })
	if len(found) > 1 {
		p.shot("failed")
		p.Fatalf("%q is on the screen %d times", label, len(found))
	}
	p.press(found[0].middle(), 1)
}

// opens double-clicks a row by one of its words.
func (p *person) opens(text string) {
	p.Helper()
	found := p.waitFor(text, func(s *sight) []box { return s.find(text) })
	p.press(found[0].middle(), 2)
}

// fills replaces the text in the input beside a label.
func (p *person) fills(label, text string) {
	p.Helper()
	p.goesTo(label)
	p.keys("ctrl+a")
	p.types(text)
}

// goesTo clicks the input beside a label.
func (p *person) goesTo(label string) {
	p.Helper()
	found := p.waitFor("input "+label, func(s *sight) []box { return s.beside(label) })
	p.press(found[0].middle(), 1)
}

func (p *person) press(at fyne.Position, times int) {
	p.Helper()
	var x, y int
	fyne.DoAndWait(func() { x, y = p.window.Canvas().PixelCoordinateForPosition(at) })
	p.xdotool("mousemove", "--window", p.id, strconv.Itoa(x), strconv.Itoa(y))
	time.Sleep(80 * time.Millisecond) // the widget under the mouse learns of it with the next frame
	p.xdotool("click", "--repeat", strconv.Itoa(times), "--delay", "90", "1")
}

// keys presses keys by X11's names: Return, ctrl+a.
func (p *person) keys(names ...string) {
	p.Helper()
	p.xdotool(append([]string{"key", "--delay", "60", "--"}, names...)...)
}

// types writes with the keyboard; what a keyboard has no keys for is pasted.
func (p *person) types(text string) {
	p.Helper()
	if strings.IndexFunc(text, func(r rune) bool { return r > '~' || r < ' ' }) < 0 {
		p.xdotool("type", "--delay", "25", "--", text)
		return
	}
	fyne.DoAndWait(func() { fyne.CurrentApp().Clipboard().SetContent(text) })
	p.keys("ctrl+v")
}

func (p *person) xdotool(args ...string) {
	p.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		p.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// shot keeps a picture of the screen.
func (p *person) shot(name string) {
	p.shots++
	time.Sleep(250 * time.Millisecond) // the last frame
	path := filepath.Join(kept, fmt.Sprintf("%02d-%s.png", p.shots, name))
	if out, err := exec.Command("import", "-window", "root", path).CombinedOutput(); err != nil {
		p.Errorf("no picture: %v\n%s", err, out)
	}
}
