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

// taskPanel shows one task beside a list: where it stands, whose it is, where it comes from, what was done, and what
// can be done now.
type taskPanel struct {
	context kit.Context
	desk    *desk
	loader  kit.Loader[*council.TaskPage]
	card    *kit.Panel
	task    *council.TaskPage
	changed func() // after a write
	files   *shelves
}

func newTaskPanel(c kit.Context, d *desk, changed func()) *taskPanel {
	p := &taskPanel{context: c, desk: d, changed: changed, files: &shelves{context: c, desk: d}}
	p.card = kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Space(0, 0))
	return p
}

// Object is the panel.
func (p *taskPanel) Object() fyne.CanvasObject { return p.card }

func (p *taskPanel) stop() { p.loader.Stop() }

func (p *taskPanel) clear() {
	p.task = nil
	p.card.SetContent(kit.Pad(kit.NewSecondary(wording.Text("council.task.choose")).Centered(), 24, 16, 0, 16))
}

func (p *taskPanel) load(id int64) {
	p.loader.Load(func(ctx context.Context) (*council.TaskPage, error) { return p.desk.room.Page(ctx, id) }, func(task *council.TaskPage, fault *problem.Problem) {
		if fault != nil {
			p.task = nil
			p.card.SetContent(kit.NewFailed(fault))
			return
		}
		p.show(task)
	})
}

func (p *taskPanel) show(task *council.TaskPage) {
	p.task = task
	today := p.desk.room.Today()
	title := kit.NewParagraph(task.Task.Title)
	title.Bold, title.Points = true, 16
	parts := []fyne.CanvasObject{
		kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, kit.NewSecondary(task.Task.Number+" · "+wording.Text("council.priority."+string(task.Task.Priority))).Short(),
			kit.NewBadge(lampText(task.Row, today), lampTint(task.Row.Lamp))),
		kit.NewPressable(title, func() { p.context.Open(taskLink(task.Task.ID)) }),
		stepperOf(task).Stacked(),
		factsOf(task, today, 44),
	}
	if source := p.source(task, today); source != nil {
		parts = append(parts, source)
	}
	for _, doubt := range task.Doubts {
		parts = append(parts, doubtNote(doubt))
	}
	acts := chart.NewTimeline(p.actEvents(task, today))
	scroll := kit.Scrolled(acts)
	acts.Follow(scroll)
	top := kit.Column(10, append(parts, kit.NewBold(wording.Text("council.task.record")))...)
	body := kit.Pad(kit.Down(6, []kit.Track{kit.Natural, kit.Share(1)}, top, scroll), 10, kit.CardPadding, 8, kit.CardPadding)
	foot := kit.Pad(kit.Row(kit.Gap, append([]fyne.CanvasObject{kit.Spring()}, p.buttons()...)...), 6, kit.CardPadding, 8, kit.CardPadding)
	p.card.SetContent(kit.Down(0, []kit.Track{kit.Share(1), kit.Natural, kit.Natural}, body, kit.Rule(), foot))
}

func stepperOf(task *council.TaskPage) *kit.Stepper {
	names := []string{wording.Text("council.step.filed")}
	present := 1
	for i, step := range council.Steps {
		names = append(names, stepName(step))
		if task.Task.Step == step {
			present = i + 1
		}
	}
	if task.Task.Step == council.Closed {
		present = len(names)
	}
	return kit.NewStepper(names, present)
}

// factsOf are whose the task is, until when, and how far.
func factsOf(task *council.TaskPage, today string, nameWidth float32) fyne.CanvasObject {
	row := task.Row
	lead := row.Lead
	if row.Responsible != "" {
		lead = wording.Text("council.task.lead_person", "lead", row.Lead, "person", row.Responsible)
	}
	properties := []kit.Property{
		{Name: wording.Text("council.task.lead"), Value: lead},
		{Name: wording.Text("council.task.supports"), Value: joinNames(row.Supports)},
		{Name: wording.Text("council.task.due"), Value: dueText(row, today)},
	}
	if row.Step != council.Closed {
		meter := kit.NewMeter(lampTone(row.Lamp), float64(row.Progress)/100).Marked(float64(row.Planned) / 100)
		words := kit.NewStyled(wording.Text("council.task.progress_text", "done", percent(row.Progress), "planned", percent(row.Planned)), kit.Ink, kit.DenseTextSize, false)
		properties = append(properties, kit.Property{Name: wording.Text("council.task.progress"), Object: kit.Across(10, []kit.Track{kit.Share(1), kit.Natural}, meter, words)})
	}
	return kit.NewPropertyList(nameWidth, properties...)
}

// dueText tells the day, the one before an extension, and how many days are left.
func dueText(row council.TaskRow, today string) string {
	text := shortDay(row.DueOn, today)
	if row.FirstDueOn != row.DueOn {
		text = wording.Text("council.task.extended", "first", shortDay(row.FirstDueOn, today), "due", text)
	}
	switch left := daysBetween(today, row.DueOn); {
	case row.Step == council.Closed:
		return text
	case left < 0:
		return wording.Text("council.task.late", "due", text, "days", -left)
	case left == 0:
		return wording.Text("council.task.due_today", "due", text)
	default:
		return wording.Text("council.task.left", "due", text, "days", left)
	}
}

// source is the decision the task came of, with a way to its meeting.
func (p *taskPanel) source(task *council.TaskPage, today string) fyne.CanvasObject {
	if task.Meeting == nil {
		return nil
	}
	id := task.Meeting.ID
	link := kit.NewSmallLink(wording.Text("council.task.meeting", "meeting", meetingName(task.Meeting), "on", shortDay(task.Meeting.HeldOn, today)),
		func() { p.context.Open(meetingLink(id)) })
	head := kit.Row(4, kit.NewSmall(wording.Text("council.task.from")), link, kit.NewSmall(wording.Text("council.task.decision", "n", task.Decision.Position)))
	text := kit.NewParagraph(task.Decision.Text)
	text.Points = kit.DenseTextSize
	return kit.NewPanel(kit.CanalSoft, "", kit.Radius, kit.Pad(kit.Column(2, head, text), 6, 10, 8, 10))
}

func doubtNote(doubt *problem.Problem) fyne.CanvasObject {
	note := kit.NewNote(worded(doubt))
	note.Colour = kit.AmberText
	return note
}

func meetingName(m *council.Meeting) string {
	return wording.Text("council.meeting_name."+string(m.Kind), "number", m.Number)
}

func joinNames(names []string) string {
	text := ""
	for i, name := range names {
		if i > 0 {
			text += wording.Text("council.page.comma")
		}
		text += name
	}
	return text
}
