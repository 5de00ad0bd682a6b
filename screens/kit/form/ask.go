package form

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Question is a form over the window whose answer is written to the file.
type Question struct {
	Title, Verb string
	Form        *Form
	First       fyne.Focusable // has the keyboard first; nil: the form's first field
	Width       float32        // 0: as all dialogs
	// Work does what was asked, off the UI goroutine; Done runs on it once that went well.
	Work func(ctx context.Context) error
	Done func()
}

// Ask opens the form. What goes wrong after all is shown under the fields and the form stays, so that nothing typed is
// lost.
func (q Question) Ask(over fyne.Canvas) *kit.Dialog {
	var d *kit.Dialog
	var loader kit.Loader[struct{}]
	var verb *kit.Button
	submit := func() {
		if verb.Disabled() || !q.Form.Valid() { // disabled while the work of the first press runs
			return
		}
		verb.Disable()
		loader.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, q.Work(ctx) }, func(_ struct{}, p *problem.Problem) {
			verb.Enable()
			if p != nil {
				q.Form.ShowProblem(p)
				return
			}
			d.Close()
			q.Done()
		})
	}
	verb = kit.NewPrimary(q.Verb, submit)
	q.Form.OnReturn(submit)
	cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
	width, first := q.Width, q.First
	if width == 0 {
		width = dialogWidth
	}
	if first == nil {
		first = q.Form.first()
	}
	d = kit.NewDialog(over, width, q.Title, q.Form.Object(), cancel, verb)
	d.Show(first)
	return d
}
