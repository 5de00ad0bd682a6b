package council

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/attachments"
	"smartcanal/data/problem"
	"smartcanal/data/workdays"
)

// TaskPage is all that the page of a task shows.
type TaskPage struct {
	Task       SupervisedTask
	Row        TaskRow // names, lamp, planned progress
	SupportIDs []int64
	Acts       []Act         // the latest first
	ActFiles   map[int64]int // how many files a line of the record has
	Extensions []Extension
	Colours    []Colour // the history of the lamp until today, or until it was closed
	Decision   *Decision
	Meeting    *Meeting
	Doubts     []*problem.Problem
}

// Page gives a task with all its page shows. Problem: council.no_task.
func (r *Room) Page(ctx context.Context, id int64) (*TaskPage, error) {
	db := r.store.Read(ctx)
	page := &TaskPage{}
	if err := db.First(&page.Task, id).Error; err != nil {
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return nil, problem.New("council.no_task")
		}
		return nil, err
	}
	rows, err := r.Tasks(ctx, []int32{int32(id)})
	if err != nil || len(rows) == 0 {
		return nil, errors.Join(err, problem.New("council.no_task"))
	}
	page.Row = rows[0]
	if page.Acts, err = r.Acts(ctx, id); err != nil {
		return nil, err
	}
	if page.ActFiles, err = attachments.Counted(db, Act{}.TableName(), "SELECT id FROM task_acts WHERE task_id = ?", id); err != nil {
		return nil, err
	}
	if page.Extensions, err = r.Extensions(ctx, id); err != nil {
		return nil, err
	}
	if err := db.Model(&Support{}).Where("task_id = ?", id).Order("position").Pluck("organization_id", &page.SupportIDs).Error; err != nil {
		return nil, err
	}
	if page.Colours, err = r.colours(ctx, &page.Task); err != nil {
		return nil, err
	}
	if err := page.origin(db); err != nil {
		return nil, err
	}
	page.Doubts, err = r.doubts(db, &page.Task)
	return page, err
}

// origin finds the decision a task came of, and its meeting; they may be in the bin.
func (p *TaskPage) origin(db *gorm.DB) error {
	if p.Task.DecisionID == nil {
		return nil
	}
	p.Decision, p.Meeting = &Decision{}, &Meeting{}
	if err := db.Unscoped().First(p.Decision, *p.Task.DecisionID).Error; err != nil {
		return err
	}
	return db.Unscoped().First(p.Meeting, p.Decision.MeetingID).Error
}

func (r *Room) colours(ctx context.Context, t *SupervisedTask) ([]Colour, error) {
	var courses []courseFrom
	err := r.store.Read(ctx).Raw(`SELECT from_on, soon_on, yellow_on, red_on, overdue_on FROM task_courses WHERE task_id = ? ORDER BY id`, t.ID).Scan(&courses).Error
	until := r.Today()
	if t.Step == Closed {
		until = t.ClosedOn
	}
	return coloursOf(courses, until), err
}

// doubts are what should be looked at before a task goes on: they hinder nothing.
// council.due_on_day_off (due), council.lead_left (name, on).
func (r *Room) doubts(db *gorm.DB, t *SupervisedTask) ([]*problem.Problem, error) {
	var doubts []*problem.Problem
	if t.Step == Closed {
		return nil, nil
	}
	calendar, err := workdays.Load(db)
	if err != nil {
		return nil, err
	}
	if !calendar.Is(parsed(t.DueOn)) {
		doubts = append(doubts, problem.New("council.due_on_day_off", "due", t.DueOn, "next", calendar.First(parsed(t.DueOn)).Format(time.DateOnly)))
	}
	var last []Member
	if err := db.Where("organization_id = ?", t.OrganizationID).Order("from_on DESC").Limit(1).Find(&last).Error; err != nil {
		return nil, err
	}
	if len(last) > 0 && last[0].UntilOn != "" && last[0].UntilOn < r.Today() {
		doubts = append(doubts, problem.New("council.lead_left", "name", nameOf(db, t.OrganizationID), "on", last[0].UntilOn))
	}
	return doubts, nil
}
