package person

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
)

// The test driver's canvas takes shortcuts to be added and hands none out, so that a widget that passes Ctrl+K on to its
// window, as the real canvas lets it, would find nobody. These stand before app, driver, window and canvas and add that.
type (
	deskApp struct {
		fyne.App
		driver *deskDriver
	}
	deskDriver struct {
		fyne.Driver
		windows []*deskWindow
		home    string // the goroutine the test runs on, which is the window's

		mu      sync.Mutex
		waiting []func() // what other goroutines want done on it
	}
	deskWindow struct {
		fyne.Window
		canvas *deskCanvas
		menu   *fyne.MainMenu
	}
	deskCanvas struct {
		fyne.Canvas
		shortcuts fyne.ShortcutHandler
	}
)

// newApp begins a program without a screen that ends with the test, with background work done at once.
func newApp(t *testing.T) *deskApp {
	inner := test.NewTempApp(t)
	a := &deskApp{App: inner, driver: &deskDriver{Driver: inner.Driver(), home: goroutine()}}
	fyne.SetCurrentApp(a)
	t.Cleanup(func() { fyne.SetCurrentApp(inner) })
	a.Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(grid.Inline())
	return a
}

// Driver is Fyne's.
func (a *deskApp) Driver() fyne.Driver { return a.driver }

// NewWindow is Fyne's.
func (a *deskApp) NewWindow(title string) fyne.Window {
	w := a.App.NewWindow(title)
	made := &deskWindow{Window: w, canvas: &deskCanvas{Canvas: w.Canvas()}}
	a.driver.windows = append(a.driver.windows, made)
	return made
}

// DoFromGoroutine does what the window's goroutine asks for at once, and what others ask for when the window is looked at
// next, as the real driver does between two frames.
func (d *deskDriver) DoFromGoroutine(f func(), wait bool) {
	if goroutine() == d.home {
		f()
		return
	}
	done := make(chan struct{})
	d.mu.Lock()
	d.waiting = append(d.waiting, func() {
		f()
		close(done)
	})
	d.mu.Unlock()
	if wait {
		<-done
	}
}

// catchUp does what waits; it says whether there was something.
func (d *deskDriver) catchUp() bool {
	d.mu.Lock()
	waiting := d.waiting
	d.waiting = nil
	d.mu.Unlock()
	for _, f := range waiting {
		f()
	}
	return len(waiting) > 0
}

// goroutine names the goroutine this is: the first words of its stack.
func goroutine() string {
	stack := make([]byte, 64)
	name, _, _ := strings.Cut(string(stack[:runtime.Stack(stack, false)]), " [")
	return name
}

// CanvasForObject is Fyne's, which takes the last window for the one meant.
func (d *deskDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas {
	if len(d.windows) == 0 {
		return nil
	}
	return d.windows[len(d.windows)-1].canvas
}

// AllWindows is Fyne's.
func (d *deskDriver) AllWindows() []fyne.Window {
	all := make([]fyne.Window, len(d.windows))
	for i, w := range d.windows {
		all[i] = w
	}
	return all
}

// Canvas is Fyne's.
func (w *deskWindow) Canvas() fyne.Canvas { return w.canvas }

// SetMainMenu keeps the menu: its shortcuts come before all others.
func (w *deskWindow) SetMainMenu(menu *fyne.MainMenu) {
	w.menu = menu
	w.Window.SetMainMenu(menu)
}

// runs runs the menu's first item of a shortcut, as GLFW's driver does, false where there is none.
func (w *deskWindow) runs(shortcut fyne.Shortcut) bool {
	return w.menu != nil && slices.ContainsFunc(w.menu.Items, func(m *fyne.Menu) bool { return runsOf(m, shortcut) })
}

func runsOf(menu *fyne.Menu, shortcut fyne.Shortcut) bool {
	for _, item := range menu.Items {
		if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() && item.Action != nil {
			item.Action()
			return true
		}
		if item.ChildMenu != nil && runsOf(item.ChildMenu, shortcut) {
			return true
		}
	}
	return false
}

// Close is Fyne's.
func (w *deskWindow) Close() {
	w.Window.Close()
	driver := fyne.CurrentApp().Driver().(*deskDriver)
	driver.windows = slices.DeleteFunc(driver.windows, func(other *deskWindow) bool { return other == w })
}

// AddShortcut is Fyne's.
func (c *deskCanvas) AddShortcut(shortcut fyne.Shortcut, do func(fyne.Shortcut)) {
	c.shortcuts.AddShortcut(shortcut, do)
}

// RemoveShortcut is Fyne's.
func (c *deskCanvas) RemoveShortcut(shortcut fyne.Shortcut) { c.shortcuts.RemoveShortcut(shortcut) }

// TypedShortcut runs a shortcut of the window.
func (c *deskCanvas) TypedShortcut(shortcut fyne.Shortcut) { c.shortcuts.TypedShortcut(shortcut) }
