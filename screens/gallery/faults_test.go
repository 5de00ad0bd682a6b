package gallery

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

// box is a rectangle in the window.
type box struct{ left, top, right, bottom float32 }

func boxOf(at fyne.Position, size fyne.Size) box {
	return box{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

// tolerance is what rounding may make, in units.
const tolerance float32 = 1.5

func (b box) within(other box, vertically bool) bool {
	sideways := b.left >= other.left-tolerance && b.right <= other.right+tolerance
	return sideways && (!vertically || b.top >= other.top-tolerance && b.bottom <= other.bottom+tolerance)
}

// faults names texts that are cut off and parts outside the window.
func faults(over fyne.Window) []string {
	c := over.Canvas()
	size := c.Size()
	in := inspector{window: box{0, 0, size.Width, size.Height}}
	in.walk(c.Content(), fyne.Position{}, in.window, false)
	for _, overlay := range c.Overlays().List() {
		in.walk(overlay, fyne.Position{}, in.window, false)
	}
	return in.found
}

type inspector struct {
	window box
	found  []string
}

func (in *inspector) walk(o fyne.CanvasObject, origin fyne.Position, parent box, scrolled bool) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	own := boxOf(at, o.Size())
	in.check(o, own, parent, scrolled)
	switch thing := o.(type) {
	case *fyne.Container:
		in.walkAll(thing.Objects, at, own, scrolled)
	case interface{ CursorPosition() fyne.Position }:
		// an entry scrolls its own text
	case fyne.Widget:
		_, scrolls := o.(fyne.Scrollable)
		in.walkAll(test.WidgetRenderer(thing).Objects(), at, own, scrolled || scrolls)
	}
}

func (in *inspector) walkAll(objects []fyne.CanvasObject, at fyne.Position, parent box, scrolled bool) {
	for _, child := range objects {
		in.walk(child, at, parent, scrolled)
	}
}

func (in *inspector) check(o fyne.CanvasObject, own, parent box, scrolled bool) {
	if text, ok := o.(*canvas.Text); ok {
		in.checkText(text, own, parent, scrolled)
		return
	}
	size := o.Size()
	if size.Width > 0 && size.Height > 0 && !own.within(in.window, !scrolled) {
		in.found = append(in.found, fmt.Sprintf("%T at %v lies outside the window", o, own))
	}
}

func (in *inspector) checkText(text *canvas.Text, own, parent box, scrolled bool) {
	if text.Text == "" {
		return
	}
	needs := text.MinSize()
	drawn := own
	switch slack := own.right - own.left - needs.Width; text.Alignment {
	case fyne.TextAlignTrailing:
		drawn.left += slack
	case fyne.TextAlignCenter:
		drawn.left, drawn.right = drawn.left+slack/2, drawn.right-slack/2
	default:
		drawn.right = drawn.left + needs.Width
	}
	if !drawn.within(parent, false) {
		in.found = append(in.found, fmt.Sprintf("text %q at %v is cut off by %v", text.Text, drawn, parent))
	}
	if !drawn.within(in.window, !scrolled) {
		in.found = append(in.found, fmt.Sprintf("text %q at %v leaves the window", text.Text, drawn))
	}
}

func TestFaultsAreFound(t *testing.T) {
	setTheme(false)
	over := test.NewTempWindow(t, nil)
	over.SetPadded(false)
	cut := kit.Across(0, []kit.Track{kit.Fixed(20), kit.Share(1)}, kit.NewText("运河区商务局"), kit.NewText("在"))
	over.SetContent(cut)
	over.Resize(fyne.NewSize(300, 40))
	if len(faults(over)) == 0 {
		t.Error("a text wider than its place must be found")
	}
	short := kit.Across(0, []kit.Track{kit.Fixed(50), kit.Share(1)}, kit.NewText("运河区商务局").Short(), kit.NewText("在"))
	over.SetContent(short)
	over.Resize(fyne.NewSize(300, 40))
	if found := faults(over); len(found) > 0 {
		t.Error(found)
	}
}
