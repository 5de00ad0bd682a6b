package rewards

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/kittest"
)

// press clicks the button with a label, of the dialog on top where there is one.
func (w *window) press(t *testing.T, label string) {
	t.Helper()
	root := w.over.Content()
	if top := w.over.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	var found fyne.Tappable
	kittest.Walk(root, func(o fyne.CanvasObject) {
		if said, is := o.(interface{ Label() string }); is && said.Label() == label && found == nil && o.Visible() {
			found, _ = o.(fyne.Tappable)
		}
	})
	if found == nil {
		t.Fatalf("nothing says %q", label)
	}
	test.Tap(found)
}

// typing puts texts into the entries of the dialog on top, by their order, as a person leaves them.
func (w *window) typing(texts map[int]string) {
	n := 0
	kittest.Walk(w.over.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if entry, is := o.(*kit.Entry); is {
			if text, asked := texts[n]; asked {
				entry.SetText(text)
				entry.FocusLost()
			}
			n++
		}
	})
}

func (w *window) key(names ...fyne.KeyName) {
	for _, name := range names {
		w.over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}
