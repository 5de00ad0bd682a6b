package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/problem"
)

func TestFormSaysWhatIsWrongBesideTheField(t *testing.T) {
	name, nameEntry := TextField("名称", "")
	name.Required = true
	code, codeEntry := TextField("信用代码", "x")
	code.Check = func() string {
		if codeEntry.Text != "91" {
			return "不是信用代码"
		}
		return ""
	}
	form := NewForm(name, code)
	over := onWindow(t, 600, 300, form.Object())
	if form.Valid() {
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
	if !form.Valid() {
		t.Error("all fields are right now")
	}
}

func TestFormDialogStaysUntilItIsSaved(t *testing.T) {
	name, entry := TextField("名称", "运河")
	over := onWindow(t, 800, 600, NewLoading())
	refuse := true
	ShowForm(over.Canvas(), "改名", NewForm(name), "保存", func() *problem.Problem {
		if refuse {
			return problem.New("unexpected")
		}
		return nil
	})
	entry.TypedKey(keyed(fyne.KeyReturn))
	if len(open) != 1 {
		t.Fatal("a refused save must leave the dialog")
	}
	refuse = false
	entry.TypedKey(keyed(fyne.KeyReturn))
	if len(open) != 0 {
		t.Error("a saved form closes")
	}
}

func TestEscapeClosesTheTopDialogOnly(t *testing.T) {
	over := onWindow(t, 800, 600, NewLoading())
	Confirm(over.Canvas(), "一", "", "做", func() {})
	Confirm(over.Canvas(), "二", "", "做", func() { t.Error("Escape must not do it") })
	over.Canvas().Focused().TypedKey(keyed(fyne.KeyEscape))
	if len(open) != 1 {
		t.Errorf("%d dialogs left", len(open))
	}
}
