package rewards

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// question is a form over the window whose answer is written to the file.
type question struct {
	title, verb string
	form        *form.Form
	first       fyne.Focusable
	// work does what was asked, off the UI goroutine; done runs on it once that went well.
	work func(ctx context.Context) error
	done func()
}

// ask opens the form. What goes wrong after all is shown under the fields and the form stays, so that
// nothing typed is lost.
func (q question) ask(over fyne.Canvas) *kit.Dialog {
	var d *kit.Dialog
	var loader kit.Loader[struct{}]
	var verb *kit.Button
	submit := func() {
		if verb.Disabled() || !q.form.Valid() { // disabled while the work of the first press runs
			return
		}
		verb.Disable()
		loader.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, q.work(ctx) }, func(_ struct{}, p *problem.Problem) {
			verb.Enable()
			if p != nil {
				q.form.ShowProblem(p)
				return
			}
			d.Close()
			q.done()
		})
	}
	verb = kit.NewPrimary(q.verb, submit)
	q.form.OnReturn(submit)
	cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
	d = kit.NewDialog(over, 520, q.title, q.form.Object(), cancel, verb)
	d.Show(q.first)
	return d
}
