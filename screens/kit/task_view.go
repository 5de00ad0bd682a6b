package kit

import (
	"strconv"

	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/wording"
)

// taskView is the progress of a task over the window.
type taskView struct {
	dialog *Dialog
	bar    *widget.ProgressBar
	idle   *widget.ProgressBarInfinite
	note   *Text
}

func newTaskView(t *Task) *taskView {
	v := &taskView{bar: widget.NewProgressBar(), idle: widget.NewProgressBarInfinite(), note: NewSecondary(" ").Short()}
	v.bar.TextFormatter = func() string { return strconv.Itoa(int(v.bar.Value*100)) + "%" }
	v.bar.Hide()
	var stop *Button
	stop = NewPlain(wording.Text("kit.dialog.cancel"), func() {
		stop.Disable()
		stop.SetLabel(wording.Text("kit.task.stopping"))
		t.Cancel()
	})
	content := Down(Gap, []Track{Fixed(18), Fixed(18), Natural}, v.bar, v.idle, v.note)
	v.dialog = NewDialog(t.over, 420, t.title, content, stop)
	v.dialog.OnClosed(t.Cancel)
	v.dialog.Show(stop)
	return v
}

func (v *taskView) update(done, total int64, note string) {
	if total > 0 {
		v.idle.Hide()
		v.bar.Show()
		v.bar.SetValue(float64(done) / float64(total))
	}
	v.note.SetText(note)
}
