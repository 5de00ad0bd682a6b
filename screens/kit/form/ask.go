package form

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
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
	b := &box{over: over, form: q.Form, first: q.First, width: q.Width}
	var loader kit.Loader[struct{}]
	var verb *kit.Button
	b.submit = func() {
		if verb.Disabled() || !q.Form.Valid() { // disabled while the work of the first press runs
			return
		}
		verb.Disable()
		loader.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, q.Work(ctx) }, func(_ struct{}, p *problem.Problem) {
			verb.Enable()
			b.settle(p, q.Done)
		})
	}
	verb = kit.NewPrimary(q.Verb, b.submit)
	return b.show(q.Title, verb)
}
