package council

import (
	"context"
	"fmt"
	"slices"
)

// DueKind is why something stands on the page of the day.
type DueKind string

// The reasons, in the order a page lists them.
const (
	DueReview    DueKind = "review"    // a task waits to be reviewed
	DueExtension DueKind = "extension" // more time is asked for
	DueOverdue   DueKind = "overdue"   // a task is overdue
	DueSoon      DueKind = "soon"      // a task is due within the days of Settings
	DueSilent    DueKind = "silent"    // a department has not reported for long
	DueMeeting   DueKind = "meeting"   // a meeting comes, or its topics are to be collected
	DueMinutes   DueKind = "minutes"   // a meeting was held and has no minutes yet

	DueTripReport DueKind = "trip_report" // a team is back from its trip and has not reported
	DueFollowUp   DueKind = "follow_up"   // what became of a trip is to be looked at
)

// DueItem is one thing to be done, for the page of the day.
type DueItem struct {
	Kind       DueKind
	Title      string
	Number     string // of a task
	Department string
	On         string // the day it is about
	Days       int    // from today, below 0 where it has passed
	Person     string // who is responsible for a task
	Missing    int    // departments that have not answered
	Link       string // smartcanal://task/42
}

// Due gives what is to be done on the day of the file's clock: of each kind the most pressing, at most limit.
func (r *Room) Due(ctx context.Context, limit int) ([]DueItem, error) { return r.DueOf(ctx, "", limit) }

// DueOf is Due with the tasks of one person who is responsible alone.
func (r *Room) DueOf(ctx context.Context, responsible string, limit int) ([]DueItem, error) {
	s, err := r.Settings(ctx)
	if err != nil {
		return nil, err
	}
	today := r.Today()
	var items []DueItem
	filters := s.dueFilters(today)
	for _, kind := range []DueKind{DueReview, DueExtension, DueOverdue, DueSoon, DueSilent} {
		filter := filters[kind]
		filter.Responsible = responsible
		some, err := r.dueTasks(ctx, kind, filter, limit)
		if err != nil {
			return nil, err
		}
		items = append(items, some...)
	}
	until := after(today, s.SoonDays)
	comments, err := r.dueComments(ctx, today, until)
	if err != nil {
		return nil, err
	}
	meetings, err := r.dueMeetings(ctx, today, until)
	if err != nil {
		return nil, err
	}
	trips, err := r.dueTrips(ctx, today, until)
	return slices.Concat(items, comments, meetings, trips), err
}

func (r *Room) dueTasks(ctx context.Context, kind DueKind, filter TaskFilter, limit int) ([]DueItem, error) {
	ids, err := r.TaskIDs(ctx, filter, nil)
	if err != nil {
		return nil, err
	}
	rows, err := r.Tasks(ctx, ids[:min(limit, len(ids))])
	items := make([]DueItem, len(rows))
	for i, row := range rows {
		items[i] = DueItem{
			Kind: kind, Title: row.Title, Number: row.Number, Department: row.Lead, Person: row.Responsible, On: row.DueOn,
			Days: between(r.Today(), row.DueOn), Link: fmt.Sprintf("smartcanal://task/%d", row.ID),
		}
	}
	return items, err
}

func (r *Room) dueMeetings(ctx context.Context, today, until string) ([]DueItem, error) {
	var meetings []Meeting
	err := r.store.Read(ctx).Where("state = 'planned' AND held_on <= ? OR state = 'held' AND minutes = '' AND held_on <= ?", until, today).
		Order("held_on").Find(&meetings).Error
	items := make([]DueItem, len(meetings))
	for i, m := range meetings {
		kind := DueMeeting
		if m.State == Happened {
			kind = DueMinutes
		}
		items[i] = DueItem{
			Kind: kind, Title: m.Name(), On: m.HeldOn, Days: between(today, m.HeldOn), Link: fmt.Sprintf("smartcanal://meeting/%d", m.ID),
		}
	}
	return items, err
}
