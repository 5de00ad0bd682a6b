package form

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Ask opens a form whose answer is written: work runs off the UI goroutine once every field is right, done on it
// once that went well. What goes wrong after all is shown under the fields and the form stays, so that nothing typed
// is lost.
func Ask(over fyne.Canvas, title string, f *Form, verb string, work func(context.Context) error, done func()) *kit.Dialog {
	var d *kit.Dialog
	var saving kit.Loader[struct{}]
	var press *kit.Button
	submit := func() {
		if press.Disabled() || !f.Valid() { // disabled while the work of the first press runs
			return
		}
		press.Disable()
		saving.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(_ struct{}, p *problem.Problem) {
			press.Enable()
			if p != nil {
				f.ShowProblem(p)
				return
			}
			d.Close()
			done()
		})
	}
	press = kit.NewPrimary(verb, submit)
	f.onSubmit = submit
	cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
	d = kit.NewDialog(over, dialogWidth, title, f.Object(), cancel, press)
	d.Show(f.first())
	return d
}
