// Package kittest has what tests of pages share: a frame in place of the program's window, and a walk through what can be
// seen in it.
package kittest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// Frame holds a page as the program's window does, with background work done at once; it notes what the page asks of it.
type Frame struct {
	Over     fyne.Window
	Opened   []string // links
	Problems []*problem.Problem
	t        *testing.T
	memory   kit.Memory
}

// NewFrame makes one as large as a page has it in a window of 1366 x 768.
func NewFrame(t *testing.T) *Frame {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(kit.Inline())
	f := &Frame{t: t, memory: kit.NewMemory(), Over: test.NewTempWindow(t, nil)}
	f.Over.SetPadded(false)
	f.Over.Resize(fyne.NewSize(1166, 682))
	return f
}

// Window is the page's, as are the methods up to Open.
func (f *Frame) Window() fyne.Window { return f.Over }

// Back goes nowhere.
func (f *Frame) Back() {}

// Status is not shown.
func (f *Frame) Status(...string) {}

// Changed reloads nothing.
func (f *Frame) Changed() {}

// Memory lasts as long as the frame.
func (f *Frame) Memory() kit.Memory { return f.memory }

// Problem notes what the page could not do.
func (f *Frame) Problem(p *problem.Problem) { f.Problems = append(f.Problems, p) }

// Open notes a link.
func (f *Frame) Open(link string) { f.Opened = append(f.Opened, link) }

// Last is the link opened last, "" for none.
func (f *Frame) Last() string {
	if len(f.Opened) == 0 {
		return ""
	}
	return f.Opened[len(f.Opened)-1]
}

// Show puts a page into the frame.
func (f *Frame) Show(page kit.Page) {
	f.Over.SetContent(page.Object())
	page.(kit.Shown).Shown()
}

// Each visits what can be seen of the top dialog, or of the page where there is none.
func (f *Frame) Each(visit func(fyne.CanvasObject)) {
	root := f.Over.Canvas().Content()
	if top := f.Over.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	Walk(root, visit)
}

// Tap presses the first thing with a label.
func (f *Frame) Tap(label string) {
	f.t.Helper()
	var found fyne.Tappable
	f.Each(func(o fyne.CanvasObject) {
		if named, is := o.(interface{ Label() string }); is && named.Label() == label && found == nil {
			found, _ = o.(fyne.Tappable)
		}
	})
	if found == nil {
		f.t.Fatalf("nothing is called %q", label)
	}
	found.Tapped(&fyne.PointEvent{})
}

// Type writes to what has the keyboard.
func (f *Frame) Type(text string) {
	for _, r := range text {
		f.Over.Canvas().Focused().TypedRune(r)
	}
}

// Key presses a key.
func (f *Frame) Key(name fyne.KeyName) {
	f.Over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// Shows tells whether a text can be read.
func (f *Frame) Shows(text string) bool {
	var words strings.Builder
	f.Each(func(o fyne.CanvasObject) { write(&words, o) })
	return strings.Contains(words.String(), text)
}

// Walk visits an object and all that can be seen in it.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch thing := o.(type) {
	case *fyne.Container:
		for _, child := range thing.Objects {
			Walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(thing).Objects() {
			Walk(child, visit)
		}
	}
}

// Text is what can be read of an object, a text a line.
func Text(o fyne.CanvasObject) string {
	var words strings.Builder
	Walk(o, func(o fyne.CanvasObject) { write(&words, o) })
	return words.String()
}

func write(words *strings.Builder, o fyne.CanvasObject) {
	if text, is := o.(*canvas.Text); is {
		words.WriteString(text.Text + "\n")
	}
}
