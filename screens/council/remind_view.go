package council

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// reminderText words a reminder to paste into a chat: whose, what is due, how far it is, and by when to answer.
func reminderText(p council.PlannedReminder, today string) string {
	var b strings.Builder
	b.WriteString(wording.Text("council.remind.head", "department", p.Department, "level", wording.Text("council.level."+string(p.Level))))
	for i, task := range p.Tasks {
		key := "council.remind.line"
		if task.Lamp == council.Overdue {
			key = "council.remind.line_late"
		}
		b.WriteString("\n" + wording.Text(key, "n", i+1, "number", task.Number, "title", task.Title, "due", task.DueOn, "progress", percent(task.Progress),
			"planned", percent(task.Planned), "days", daysBetween(task.DueOn, today)))
	}
	return b.String() + "\n" + wording.Text("council.remind.foot")
}

// openReminders shows what would be sent, one for each department, and sends it.
func openReminders(c kit.Context, d *desk, ids []int32, done func()) {
	var loader kit.Loader[[]council.PlannedReminder]
	loader.Load(func(ctx context.Context) ([]council.PlannedReminder, error) { return d.room.PlanReminders(ctx, ids) }, func(planned []council.PlannedReminder, p *problem.Problem) {
		if p == nil && len(planned) == 0 {
			p = problem.New("council.nothing_to_remind")
		}
		if p != nil {
			c.Problem(p)
			return
		}
		showReminders(c, d, planned, done)
	})
}

// reminding is the dialog of reminders: the departments at the left, the text of the chosen one at the right.
type reminding struct {
	planned []council.PlannedReminder
	texts   []string
	entry   *kit.Entry
	list    *kit.Chosen
}

func newReminding(planned []council.PlannedReminder, today string) *reminding {
	r := &reminding{planned: planned, texts: make([]string, len(planned)), entry: kit.NewMultiLineEntry("", 12)}
	rows := make([]fyne.CanvasObject, len(planned))
	for i, one := range planned {
		r.texts[i] = reminderText(one, today)
		rows[i] = kit.Pad(kit.LineOf(one.Department, wording.Text("council.remind.to", "level", wording.Text("council.level."+string(one.Level)), "n", len(one.Tasks))), 2, 6, 2, 6)
	}
	r.list = kit.NewChosen(func(row int) { r.entry.SetText(r.texts[row]) }, rows...)
	r.entry.OnChanged = func(text string) {
		if row := r.list.Row(); row >= 0 {
			r.texts[row] = text
		}
	}
	r.list.Choose(0)
	return r
}

func (r *reminding) object() fyne.CanvasObject {
	note := kit.NewNote(wording.Text("council.remind.note"))
	body := kit.Across(kit.WideGap, []kit.Track{kit.Fixed(200), kit.Share(1)}, kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, r.list.Scroll), r.entry)
	return kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Fixed(300)}, note, body)
}

func (r *reminding) sent() []council.SentReminder {
	sent := make([]council.SentReminder, len(r.planned))
	for i, one := range r.planned {
		sent[i] = council.SentReminder{OrganizationID: one.OrganizationID, Level: one.Level, Text: r.texts[i]}
		for _, task := range one.Tasks {
			sent[i].TaskIDs = append(sent[i].TaskIDs, task.ID)
		}
	}
	return sent
}

func showReminders(c kit.Context, d *desk, planned []council.PlannedReminder, done func()) {
	r := newReminding(planned, d.room.Today())
	var dialog *kit.Dialog
	var writer kit.Loader[[]council.Reminder]
	var send *kit.Button
	send = kit.NewPrimary(wording.Text("council.remind.verb", "n", len(planned)), func() {
		if send.Disabled() {
			return
		}
		send.Disable()
		writer.Load(func(ctx context.Context) ([]council.Reminder, error) { return d.room.Remind(ctx, d.person, r.sent()) },
			func(sent []council.Reminder, p *problem.Problem) {
				send.Enable()
				if p != nil {
					c.Problem(p)
					return
				}
				dialog.Close()
				done()
				offerLetters(c, d, sent, planned)
			})
	})
	copied := func(text func() string) func() { return func() { fyne.CurrentApp().Clipboard().SetContent(text()) } }
	dialog = kit.NewDialog(c.Window().Canvas(), 760, wording.Text("council.remind.title"), r.object(),
		kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { dialog.Close() }),
		kit.NewPlain(wording.Text("council.remind.copy"), copied(func() string { return r.entry.Text })),
		kit.NewPlain(wording.Text("council.remind.copy_all"), copied(func() string { return strings.Join(r.texts, "\n\n") })), send)
	dialog.Show(r.entry)
}

// remind sends reminders for the tasks marked; where one cell alone is, for all that are overdue, red or yellow and listed.
func (v *TasksView) remind() {
	ids := v.selected()
	done := func() {
		v.context.Changed()
		v.load()
	}
	if len(ids) > 1 {
		openReminders(v.context, v.desk, ids, done)
		return
	}
	var loader kit.Loader[[]int32]
	loader.Load(v.desk.behind, func(ids []int32, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		openReminders(v.context, v.desk, ids, done)
	})
}

// behind are the tasks a reminder is due for: those behind, and those nobody reported of for long.
func (d *desk) behind(ctx context.Context) ([]int32, error) {
	var ids []int32
	for _, lamp := range []council.Lamp{council.Overdue, council.Red, council.Yellow} {
		some, err := d.room.TaskIDs(ctx, council.TaskFilter{Lamp: lamp}, nil)
		if err != nil {
			return nil, err
		}
		ids = append(ids, some...)
	}
	return ids, nil
}
