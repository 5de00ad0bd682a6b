package form

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

const dialogWidth float32 = 520

// Show opens a form over the window; save is called once every field is right and says what is wrong after all,
// which is then shown under the fields and the dialog stays.
func Show(over fyne.Canvas, title string, f *Form, verb string, save func() *problem.Problem) *kit.Dialog {
	b := &box{over: over, form: f}
	b.submit = func() {
		if f.Valid() {
			b.settle(save(), func() {})
		}
	}
	return b.show(title, kit.NewPrimary(verb, b.submit))
}

// box is a form in a dialog.
type box struct {
	over   fyne.Canvas
	form   *Form
	dialog *kit.Dialog
	submit func()
	first  fyne.Focusable // nil: the form's first field
	width  float32        // 0: dialogWidth
}

// settle ends a save: the dialog closes where it went well.
func (b *box) settle(p *problem.Problem, done func()) {
	if p != nil {
		if !b.form.contest(b.over, p, b.submit) {
			b.form.ShowProblem(p)
		}
		return
	}
	if b.form.draft != nil {
		b.form.draft.Saved()
	}
	b.dialog.Close()
	done()
}

func (b *box) show(title string, verb *kit.Button) *kit.Dialog {
	b.form.onSubmit = b.submit
	cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { b.dialog.Leave() })
	width, first := b.width, b.first
	if width == 0 {
		width = dialogWidth
	}
	if first == nil {
		first = b.form.first()
	}
	b.dialog = kit.NewDialog(b.over, width, title, b.form.Object(), cancel, verb)
	if b.form.draft != nil {
		b.dialog.OnLeave(func(leave func()) bool { return b.form.draft.MayLeave(b.over, leave) })
	}
	b.dialog.Show(first)
	return b.dialog
}

// relayout gives an object whose height changed its room on the page.
func relayout(o fyne.CanvasObject) {
	o.Refresh()
	over := fyne.CurrentApp().Driver().CanvasForObject(o)
	if over == nil || over.Content() == nil {
		return
	}
	over.Content().Refresh()
	for _, overlay := range over.Overlays().List() {
		overlay.Refresh()
	}
}
