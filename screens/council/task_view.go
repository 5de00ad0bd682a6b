package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// TaskView is the page of one task.
type TaskView struct {
	context kit.Context
	id      int64
	loader  kit.Loader[*council.TaskPage]
	states  *kit.States
	acting  *taskPanel // its forms
}

// NewTaskView makes the page; it loads when it is shown.
func NewTaskView(c kit.Context, d *desk, id int64) *TaskView {
	v := &TaskView{context: c, id: id, states: kit.NewStates()}
	v.acting = newTaskPanel(c, d, v.load)
	return v
}

// Object is the page.
func (v *TaskView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the task anew.
func (v *TaskView) Shown() { v.load() }

// Left stops reading.
func (v *TaskView) Left() {
	v.loader.Stop()
	v.acting.stop()
	v.acting.files.left()
}

// Drop attaches files dropped on the page.
func (v *TaskView) Drop(paths []string) { v.acting.files.Drop(paths) }

func (v *TaskView) load() {
	v.loader.Load(func(ctx context.Context) (*council.TaskPage, error) { return v.acting.desk.room.Page(ctx, v.id) }, func(task *council.TaskPage, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.to_list"), func() { v.context.Open(tasksLink) }))
			return
		}
		v.show(task)
	})
}

func (v *TaskView) show(task *council.TaskPage) {
	v.acting.task = task
	today := v.acting.desk.room.Today()
	stepper := kit.NewPlainCard(stepperOf(task))
	right := kit.Down(kit.WideGap, []kit.Track{kit.Share(3), kit.Share(2)}, v.record(task, today), v.acting.files.card(council.TaskFiles(v.id)))
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(3), kit.Share(2)}, v.left(task, today), right)
	v.states.Show(kit.NewPage(v.header(task, today), kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, stepper, columns)))
	v.context.Status(wording.Text("council.list.lamps_of", "on", today), wording.Text("council.list.approved_only"))
}

func (v *TaskView) header(task *council.TaskPage, today string) kit.Header {
	actions := v.acting.buttons()
	if len(v.acting.deeds()) == 0 {
		actions = nil
	}
	actions = append([]fyne.CanvasObject{kit.NewPlain(wording.Text("council.papers.slip"), v.acting.slip)}, actions...)
	return kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }}},
		Title:   task.Task.Title,
		Badges:  []fyne.CanvasObject{kit.NewBadge(task.Task.Number, kit.Blue), kit.NewBadge(lampText(task.Row, today), lampTint(task.Row.Lamp))},
		Actions: actions,
	}
}

func (v *TaskView) left(task *council.TaskPage, today string) fyne.CanvasObject {
	parts := []fyne.CanvasObject{factsOf(task, today, 80), v.more(task)}
	if source := v.acting.source(task, today); source != nil {
		parts = append(parts, source)
	}
	for _, doubt := range task.Doubts {
		parts = append(parts, doubtNote(doubt))
	}
	facts := kit.NewCard(wording.Text("council.task.facts"), kit.Scrolled(kit.Column(10, parts...)))
	colours := kit.NewCard(wording.Text("council.task.colours"), newColourBar(task.Colours, today), kit.NewSmall(wording.Text("council.task.colours_note")))
	return kit.Down(kit.WideGap, []kit.Track{kit.Share(1), kit.Natural}, facts, colours)
}

// more is what the panel beside the list leaves out.
func (v *TaskView) more(task *council.TaskPage) fyne.CanvasObject {
	t := task.Task
	return kit.NewPropertyList(80,
		kit.Property{Name: wording.Text("council.field.priority"), Value: wording.Text("council.priority." + string(t.Priority))},
		kit.Property{Name: wording.Text("council.field.filed"), Value: t.FiledOn},
		kit.Property{Name: wording.Text("council.field.expected"), Value: t.Expected},
		kit.Property{Name: wording.Text("council.field.trouble"), Value: t.Trouble},
		kit.Property{Name: wording.Text("council.field.next"), Value: t.NextStep},
	)
}

func (v *TaskView) record(task *council.TaskPage, today string) fyne.CanvasObject {
	acts := chart.NewTimeline(v.acting.actEvents(task, today))
	scroll := kit.Scrolled(acts)
	acts.Follow(scroll)
	return kit.NewCard(wording.Text("council.task.record"), scroll, kit.NewSecondary(wording.Text("council.task.acts", "n", len(task.Acts))))
}
