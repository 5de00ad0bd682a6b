package council

import (
	"context"
	"fmt"
	"strings"

	"smartcanal/data/chinese"
	"smartcanal/data/document"
	"smartcanal/data/problem"
)

// Slip is the 督办单 of a task: a form of boxes with what is to be done, by whom and until when, what was reported, and
// room for the opinions. Problem: council.no_task.
func (r *Room) Slip(ctx context.Context, taskID int64) (*document.Paper, error) {
	page, err := r.Page(ctx, taskID)
	if err != nil {
		return nil, err
	}
	head, err := r.letterhead(ctx)
	if err != nil {
		return nil, err
	}
	return &document.Paper{
		Form: document.Plain, Title: chinese.Text("council.paper.slip"), Subtitle: chinese.Text("council.paper.slip_number", "number", page.Task.Number),
		Body:      []document.Block{document.Boxes{Widths: []float64{1.1, 2, 1.1, 2}, Rows: slipRows(page)}},
		Signature: document.Signature{Offices: []string{head.sender}, Date: parsed(r.Today())},
	}, nil
}

func slipRows(page *TaskPage) []document.BoxRow {
	t, row := page.Task, page.Row
	label := func(key string) document.Box {
		return document.Box{Text: chinese.Text("council.paper.box." + key), Label: true}
	}
	wide := func(key, text string, height float64) document.BoxRow {
		return document.BoxRow{Height: height, Boxes: []document.Box{label(key), {Text: text, Span: 3}}}
	}
	pair := func(key, text, other, more string) document.BoxRow {
		return document.BoxRow{Height: 11, Boxes: []document.Box{label(key), {Text: text}, label(other), {Text: more}}}
	}
	due := longDay(t.DueOn)
	if t.FirstDueOn != t.DueOn {
		due += chinese.Text("council.paper.first_due", "day", longDay(t.FirstDueOn))
	}
	return []document.BoxRow{
		wide("title", t.Title, 11),
		pair("lead", row.Lead, "supports", orDash(strings.Join(row.Supports, "、"))),
		pair("responsible", orDash(t.Responsible), "priority", chinese.Text("council.priority."+string(t.Priority))),
		pair("filed", longDay(t.FiledOn), "due", due),
		wide("source", originOf(page), 12),
		wide("expected", orDash(t.Expected), 12),
		wide("progress", progressOf(page), 22),
		wide("opinion", "", 15),
		wide("review", lastText(page.Acts, Approved), 15),
	}
}

// originOf words the decision a task came of.
func originOf(page *TaskPage) string {
	if page.Meeting == nil {
		return orDash(page.Task.Content)
	}
	return chinese.Text("council.paper.origin", "meeting", page.Meeting.Name(), "n", page.Decision.Position, "text", page.Decision.Text)
}

// progressOf is how far a task is and what was reported of it last.
func progressOf(page *TaskPage) string {
	lines := []string{chinese.Text("council.paper.progress", "done", page.Task.Progress, "planned", page.Row.Planned)}
	for _, act := range page.Acts {
		if act.Action == Reported || act.Action == Submitted {
			lines = append(lines, dayOf(act.At)+" "+act.Text)
			break
		}
	}
	if page.Task.Trouble != "" {
		lines = append(lines, chinese.Text("council.paper.trouble", "text", page.Task.Trouble))
	}
	if page.Task.NextStep != "" {
		lines = append(lines, chinese.Text("council.paper.next", "text", page.Task.NextStep))
	}
	return strings.Join(lines, "\n")
}

func lastText(acts []Act, action Action) string {
	for _, act := range acts {
		if act.Action == action {
			return act.Text + "\n" + act.Actor + " " + dayOf(act.At)
		}
	}
	return ""
}

// ReminderPaper is a reminder as a letter to its department (催办通知). Problem: council.no_reminder.
func (r *Room) ReminderPaper(ctx context.Context, id int64) (*document.Paper, error) {
	var reminders []ReminderRow
	err := r.store.Read(ctx).Raw(`SELECT r.*, o.name AS department FROM reminders r JOIN organizations o ON o.id = r.organization_id
		WHERE r.id = ? AND r.deleted_at IS NULL`, id).Scan(&reminders).Error
	if err != nil {
		return nil, err
	}
	if len(reminders) == 0 {
		return nil, problem.New("council.no_reminder")
	}
	head, err := r.letterhead(ctx)
	if err != nil {
		return nil, err
	}
	one := reminders[0]
	table, err := r.remindedTable(ctx, one.ID)
	if err != nil {
		return nil, err
	}
	return &document.Paper{
		Form: document.Letter, Issuers: []string{head.sender}, Number: fmt.Sprintf("督催〔%s〕%d号", one.OnDay[:4], one.Number),
		Title: chinese.Text("council.paper.reminder_title"), Addressee: one.Department,
		Body:      []document.Block{document.Text{Text: chinese.Text("council.paper.reminder_opening")}, table, document.Text{Text: chinese.Text("council.paper.reminder_closing")}},
		Signature: document.Signature{Offices: []string{head.sender}, Date: parsed(one.OnDay)},
	}, nil
}

// remindedTable lists the tasks of a reminder as they are now.
func (r *Room) remindedTable(ctx context.Context, reminderID int64) (document.Table, error) {
	table := document.Table{Columns: []document.Column{
		{Head: chinese.Text("council.column.number"), Width: 1.3, Align: document.Centre}, {Head: chinese.Text("council.column.title"), Width: 4},
		{Head: chinese.Text("council.column.due"), Width: 1.6, Align: document.Centre}, {Head: chinese.Text("council.column.progress"), Width: 1, Align: document.Centre},
	}}
	var ids []int32
	err := r.store.Read(ctx).Raw(`SELECT task_id FROM reminder_tasks WHERE reminder_id = ? ORDER BY task_id`, reminderID).Scan(&ids).Error
	if err != nil {
		return table, err
	}
	rows, err := r.Tasks(ctx, ids)
	for _, row := range rows {
		table.Rows = append(table.Rows, []string{row.Number, row.Title, row.DueOn, fmt.Sprintf("%d%%", row.Progress)})
	}
	return table, err
}
