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
	var d *kit.Dialog
	var submit func()
	submit = func() {
		if !f.Valid() {
			return
		}
		if p := save(); p != nil {
			if !f.contest(over, p, submit) {
				f.ShowProblem(p)
			}
			return
		}
		if f.draft != nil {
			f.draft.Saved()
		}
		d.Close()
	}
	f.onSubmit = submit
	cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Leave() })
	d = kit.NewDialog(over, dialogWidth, title, f.Object(), cancel, kit.NewPrimary(verb, submit))
	if f.draft != nil {
		d.OnLeave(func(leave func()) bool { return f.draft.MayLeave(over, leave) })
	}
	d.Show(f.first())
	return d
}
