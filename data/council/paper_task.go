package council

import (
	"context"
	"fmt"
	"strings"
	"time"

	"smartcanal/data/chinese"
	"smartcanal/data/document/papers"
	"smartcanal/data/problem"
	"smartcanal/data/workdays"
)

// Slip is the 督办单 of a task: what is to be done, by whom and until when, what was reported, and room for the opinions.
// Problem: council.no_task.
func (r *Room) Slip(ctx context.Context, taskID int64) (*papers.Slip, error) {
	page, err := r.Page(ctx, taskID)
	if err != nil {
		return nil, err
	}
	head, err := r.letterhead(ctx)
	if err != nil {
		return nil, err
	}
	t, row := page.Task, page.Row
	due := longDay(t.DueOn)
	if t.FirstDueOn != t.DueOn {
		due += chinese.Text("council.paper.first_due", "day", longDay(t.FirstDueOn))
	}
	return &papers.Slip{
		Title: head.conference + chinese.Text("council.paper.slip"), Number: t.Number, Issued: longDay(t.FiledOn), Due: due,
		Priority: chinese.Text("council.priority." + string(t.Priority)), Matter: t.Title, Basis: originOf(page), Lead: row.Lead,
		Support: orDash(strings.Join(row.Supports, "、")), Person: orDash(t.Responsible), Expected: orDash(t.Expected), Progress: progressOf(page),
		Review: lastText(page.Acts, Approved), Contact: orDash(head.sender),
	}, nil
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

// ReminderPaper is a reminder as a letter to its department (催办通知), its tasks as they are now. Problem: council.no_reminder.
func (r *Room) ReminderPaper(ctx context.Context, id int64) (*papers.Reminder, error) {
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
	paper := &papers.Reminder{
		Office: papers.Office{Name: head.sender, Number: fmt.Sprintf("督催〔%s〕%d号", one.OnDay[:4], one.Number), Dated: longDay(one.OnDay), Letter: true},
		Title:  chinese.Text("council.paper.reminder_title"), Addressee: one.Department,
	}
	calendar, err := workdays.Load(r.store.Read(ctx))
	if err != nil {
		return nil, err
	}
	paper.ReplyBy = longDay(calendar.Add(parsed(one.OnDay), replyDays).Format(time.DateOnly))
	paper.Items, err = r.remindedItems(ctx, one.ID)
	return paper, err
}

// replyDays is how many working days a department has for its answer to a reminder.
const replyDays = 3

func (r *Room) remindedItems(ctx context.Context, reminderID int64) ([]papers.ReminderItem, error) {
	var ids []int32
	err := r.store.Read(ctx).Raw(`SELECT task_id FROM reminder_tasks WHERE reminder_id = ? ORDER BY task_id`, reminderID).Scan(&ids).Error
	if err != nil {
		return nil, err
	}
	rows, err := r.Tasks(ctx, ids)
	items := make([]papers.ReminderItem, len(rows))
	for i, row := range rows {
		items[i] = papers.ReminderItem{Number: row.Number, Matter: row.Title, Due: row.DueOn, State: stateOf(row, r.Today()), Progress: fmt.Sprintf("%d%%", row.Progress)}
	}
	return items, err
}

// stateOf says how a task stands: 逾期 12 天, 落后序时进度 20 个百分点, 还剩 5 天.
func stateOf(row TaskRow, today string) string {
	left := between(today, row.DueOn)
	switch {
	case row.Step == Closed:
		return chinese.Text("council.step.closed")
	case left < 0:
		return chinese.Text("council.paper.state.late", "days", -left)
	case row.Behind() > 0 && (row.Lamp == Red || row.Lamp == Yellow):
		return chinese.Text("council.paper.state.behind", "points", row.Behind())
	}
	return chinese.Text("council.paper.state.left", "days", left)
}
