package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/wording"
)

// taskView is the progress of a task over the window.
type taskView struct {
	dialog  *Dialog
	idle    *widget.ProgressBarInfinite // while the total is not known
	bar     *Meter
	percent *Text
	note    *Text
	foot    *fyne.Container
}

func newTaskView(t *Task) *taskView {
	v := &taskView{idle: widget.NewProgressBarInfinite(), bar: NewMeter(Canal, 0), percent: NewSecondary(""), note: NewSecondary("").Short()}
	v.bar.Hide()
	var stop *Button
	stop = NewPlain(wording.Text("kit.dialog.cancel"), func() {
		stop.Disable()
		stop.SetLabel(wording.Text("kit.task.stopping"))
		t.Cancel()
	})
	v.foot = Row(Gap, v.note, Spring(), v.percent)
	content := Column(Gap, container.NewStack(Down(0, []Track{Fixed(8)}, v.idle), v.bar), v.foot)
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
		v.percent.SetText(strconv.FormatInt(done*100/total, 10) + "%")
	}
	v.note.SetText(note)
	v.foot.Refresh()
}
