package form

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// onWindow shows an object in a test window in the light look, with background work done at once.
func onWindow(t *testing.T, width, height float32, object fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(kit.Inline())
	over := test.NewTempWindow(t, object)
	over.SetPadded(false)
	over.Resize(fyne.NewSize(width, height))
	return over
}

func keyed(key fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: key} }

func TestFormSaysWhatIsWrongBesideTheField(t *testing.T) {
	name, nameEntry := Text("名称", "")
	name.Required = true
	code, codeEntry := Text("信用代码", "x")
	code.Check = func() string {
		if codeEntry.Text != "91" {
			return "不是信用代码"
		}
		return ""
	}
	f := New(name, code)
	over := onWindow(t, 600, 300, f.Object())
	if f.Valid() {
		t.Fatal("an empty required field must not pass")
	}
	if name.note.Content != "请填写名称" || code.note.Content != "不是信用代码" || !name.note.Visible() {
		t.Errorf("%q %q", name.note.Content, code.note.Content)
	}
	if over.Canvas().Focused() != fyne.Focusable(nameEntry) {
		t.Error("the keyboard goes to the first wrong field")
	}
	test.Type(nameEntry, "运河")
	nameEntry.FocusLost()
	if name.note.Visible() {
		t.Error("a mended field loses its note on leaving")
	}
	codeEntry.SetText("91")
	if !f.Valid() {
		t.Error("all fields are right now")
	}
}

func TestFormDialogStaysUntilItIsSaved(t *testing.T) {
	name, entry := Text("名称", "运河")
	over := onWindow(t, 800, 600, kit.NewLoading())
	refuse := true
	Show(over.Canvas(), "改名", New(name), "保存", func() *problem.Problem {
		if refuse {
			return problem.New("unexpected")
		}
		return nil
	})
	entry.TypedKey(keyed(fyne.KeyReturn))
	if over.Canvas().Overlays().Top() == nil {
		t.Fatal("a refused save must leave the dialog")
	}
	refuse = false
	entry.TypedKey(keyed(fyne.KeyReturn))
	if over.Canvas().Overlays().Top() != nil {
		t.Error("a saved form closes")
	}
}
