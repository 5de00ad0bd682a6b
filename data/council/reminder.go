package council

import (
	"context"
	"slices"

	"smartcanal/data/chinese"
	"smartcanal/data/register"
	"smartcanal/data/store"
)

// Level is to whom a reminder goes.
type Level string

// The levels, each above the one before.
const (
	ToLiaison  Level = "liaison"
	ToLeader   Level = "leader"
	ToConvener Level = "convener"
)

// Reminder is a 催办单: one department, one day, some tasks.
type Reminder struct {
	store.Record
	Number         int // 催办单 14 号, counted by year
	OnDay          string
	OrganizationID int64
	Level          Level
	Text           string // to paste into a chat
}

// TableName is the table of migration 0009.
func (Reminder) TableName() string { return "reminders" }

// BelongTo moves the reminder when two departments are merged.
func (r *Reminder) BelongTo(organizationID int64) { r.OrganizationID = organizationID }

func init() { register.AlsoMoves(register.Belongings[Reminder]("reminders")) }

// PlannedReminder is a reminder before it is sent: what the person sees is what Remind writes.
type PlannedReminder struct {
	OrganizationID int64
	Department     string
	Level          Level
	Tasks          []TaskRow
}

// PlanReminders puts open tasks together by their lead departments. The level of a department is the highest that any of
// its tasks has come to: by reminders sent since its last report (Settings), and to the leader at once for an overdue one.
func (r *Room) PlanReminders(ctx context.Context, taskIDs []int32) ([]PlannedReminder, error) {
	s, err := r.Settings(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := r.Tasks(ctx, taskIDs)
	if err != nil {
		return nil, err
	}
	var planned []PlannedReminder
	for _, row := range rows {
		if row.Step == Closed {
			continue
		}
		i := slices.IndexFunc(planned, func(p PlannedReminder) bool { return p.OrganizationID == row.LeadID })
		if i < 0 {
			i = len(planned)
			planned = append(planned, PlannedReminder{OrganizationID: row.LeadID, Department: row.Lead, Level: ToLiaison})
		}
		planned[i].Tasks = append(planned[i].Tasks, row)
		planned[i].Level = higher(planned[i].Level, s.level(row))
	}
	return planned, nil
}

// level is to whom the next reminder of a task goes.
func (s Settings) level(row TaskRow) Level {
	switch {
	case row.Reminders >= s.ConvenerAfter:
		return ToConvener
	case row.Reminders >= s.LeaderAfter || row.Lamp == Overdue:
		return ToLeader
	}
	return ToLiaison
}

func higher(a, b Level) Level {
	order := []Level{ToLiaison, ToLeader, ToConvener}
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}

// SentReminder is a reminder to write: the text is the one the person saw.
type SentReminder struct {
	OrganizationID int64
	Level          Level
	Text           string
	TaskIDs        []int64
}

// Remind writes reminders: each gets the next number of its year, and each of its tasks an act with the number.
// Tasks closed since are left out; a reminder left without tasks is not written. It gives those written.
func (r *Room) Remind(ctx context.Context, actor store.Actor, sent []SentReminder) ([]Reminder, error) {
	var written []Reminder
	err := r.write(ctx, actor, "remind", func(tx *store.Tx) error {
		written = nil
		for _, one := range sent {
			reminder, err := remind(tx, one)
			if err != nil {
				return err
			}
			if reminder != nil {
				written = append(written, *reminder)
			}
		}
		return nil
	})
	return written, err
}

func remind(tx *store.Tx, sent SentReminder) (*Reminder, error) {
	var tasks []SupervisedTask
	if err := tx.Where("id IN ? AND closed_on = ''", sent.TaskIDs).Order("id").Find(&tasks).Error; err != nil || len(tasks) == 0 {
		return nil, err
	}
	reminder := &Reminder{OnDay: dayOf(tx.Now), OrganizationID: sent.OrganizationID, Level: sent.Level, Text: sent.Text}
	err := tx.Raw(`SELECT COALESCE(MAX(number), 0) + 1 FROM reminders WHERE on_day >= ?`, reminder.OnDay[:4]+"-01-01").Scan(&reminder.Number).Error
	if err != nil {
		return nil, err
	}
	if err := tx.Create(reminder).Error; err != nil {
		return nil, err
	}
	for i := range tasks {
		if err := tx.Exec(`INSERT INTO reminder_tasks (reminder_id, task_id) VALUES (?, ?)`, reminder.ID, tasks[i].ID).Error; err != nil {
			return nil, err
		}
		if err := note(tx, &tasks[i], tasks[i].Step, Reminded, reminder.wording()); err != nil {
			return nil, err
		}
	}
	return reminder, nil
}

// wording is what the task's record says; the level's key is worded by the screen.
func (r *Reminder) wording() string { return chinese.Text("council.reminded", "number", r.Number) }

// ReminderRow is a reminder as lists show it.
type ReminderRow struct {
	Reminder
	Department string
	Tasks      int
}

// Reminders gives the reminders of a year, the latest first.
func (r *Room) Reminders(ctx context.Context, year string) ([]ReminderRow, error) {
	var rows []ReminderRow
	err := r.store.Read(ctx).Raw(`SELECT r.*, COALESCE(NULLIF(o.short_name, ''), o.name) AS department,
			(SELECT COUNT(*) FROM reminder_tasks x WHERE x.reminder_id = r.id) AS tasks
		FROM reminders r JOIN organizations o ON o.id = r.organization_id
		WHERE r.deleted_at IS NULL AND r.on_day LIKE ? ORDER BY r.number DESC`, year+"-%").Scan(&rows).Error
	return rows, err
}
