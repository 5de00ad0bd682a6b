package rewards

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
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

// ask opens the form.
func (q question) ask(over fyne.Canvas) *kit.Dialog {
	return form.Question{Title: q.title, Verb: q.verb, Form: q.form, First: q.first, Work: q.work, Done: q.done}.Ask(over)
}
