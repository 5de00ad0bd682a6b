package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// onWindow shows an object in a test window in the light look, with background work done at once.
func onWindow(t *testing.T, width, height float32, object fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	t.Cleanup(Inline())
	over := test.NewTempWindow(t, object)
	over.SetPadded(false)
	over.Resize(fyne.NewSize(width, height))
	t.Cleanup(func() { open = nil })
	return over
}

func keyed(key fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: key} }
