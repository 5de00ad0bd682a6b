package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// Dialog is a page over the window: a title, content, and buttons at the lower right. Escape closes it.
type Dialog struct {
	popup    *widget.PopUp
	canvas   fyne.Canvas
	onClosed func()
	mayLeave func(leave func()) bool
}

// open holds the dialogs shown now, the top one last. Only the UI goroutine touches it.
var open []*Dialog

// NewDialog makes a dialog of a width; its height follows the content.
func NewDialog(over fyne.Canvas, width float32, title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) *Dialog {
	foot := Row(Gap, append([]fyne.CanvasObject{Spring()}, buttons...)...)
	body := Column(WideGap, NewStyled(title, Ink, 16, true).Short(), content, Space(0, 0), foot)
	d := &Dialog{canvas: over}
	d.popup = widget.NewModalPopUp(Pad(container.New(&columnOf{width}, body), 18, 20, 18, 20), over)
	return d
}

// columnOf keeps content at a width; its height follows.
type columnOf struct{ width float32 }

// Layout is Fyne's.
func (l *columnOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is Fyne's.
func (l *columnOf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(l.width, 0)
	for _, o := range objects {
		size = size.Max(fyne.NewSize(0, heightFor(o, l.width)))
	}
	return size
}

// Show opens the dialog and puts the keyboard on first, or on nothing.
func (d *Dialog) Show(first fyne.Focusable) {
	d.popup.Show()
	open = append(open, d)
	if first != nil {
		d.canvas.Focus(first)
	}
}

// Close takes the dialog away.
func (d *Dialog) Close() {
	for i, other := range open {
		if other == d {
			open = append(open[:i], open[i+1:]...)
			d.popup.Hide()
			if d.onClosed != nil {
				d.onClosed()
			}
			return
		}
	}
}

// OnLeave is asked before Escape or 取消 closes the dialog. It gives true, or false and calls leave once the person
// agreed to lose what is in the dialog.
func (d *Dialog) OnLeave(mayLeave func(leave func()) bool) { d.mayLeave = mayLeave }

// Leave closes the dialog as Escape does: not before it was asked, where something would be lost.
func (d *Dialog) Leave() {
	if d.mayLeave == nil || d.mayLeave(d.Close) {
		d.Close()
	}
}

// OnClosed is called once the dialog is gone, however it was closed.
func (d *Dialog) OnClosed(f func()) { d.onClosed = f }

// CloseTop closes the top dialog; false when there is none.
func CloseTop() bool {
	if len(open) == 0 {
		return false
	}
	open[len(open)-1].Leave()
	return true
}

// CloseTopOf closes a window's top dialog for an Escape no widget took; false when there is none.
func CloseTopOf(over fyne.Canvas) bool {
	for _, d := range slices.Backward(open) {
		if d.canvas == over {
			d.Leave()
			return true
		}
	}
	return false
}

// closeTopAround closes the top dialog of the window a widget is in.
func closeTopAround(widget fyne.CanvasObject) bool {
	return CloseTopOf(fyne.CurrentApp().Driver().CanvasForObject(widget))
}

// Confirm asks before something is done; verb is the button's word, never just 确定.
func Confirm(over fyne.Canvas, title, text, verb string, onYes func()) *Dialog {
	var d *Dialog
	cancel := NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
	yes := NewPrimary(verb, func() {
		d.Close()
		onYes()
	})
	d = NewDialog(over, 420, title, NewParagraph(text), cancel, yes)
	d.Show(yes)
	return d
}

// ShowProblem words a problem over the window: what happened, where, what to do.
func ShowProblem(over fyne.Canvas, p *problem.Problem) *Dialog {
	what, todo := wording.Problem(p)
	parts := []fyne.CanvasObject{}
	if where := wording.Where(p); where != "" {
		place := NewParagraph(where)
		place.Colour = Secondary
		parts = append(parts, place)
	}
	parts = append(parts, NewParagraph(todo))
	var d *Dialog
	closing := NewPrimary(wording.Text("kit.dialog.close"), func() { d.Close() })
	d = NewDialog(over, 460, what, Column(Gap, parts...), closing)
	d.Show(closing)
	return d
}
