package council

import (
	"context"
	"fmt"
)

// DueComments is why a document stands on the page of the day: departments asked for comments have not answered.
const DueComments DueKind = "comments"

// dueComments gives the documents whose comments are due by a day and not all in; Department counts who is missing.
func (r *Room) dueComments(ctx context.Context, today, until string) ([]DueItem, error) {
	var rows []struct {
		ID                   int64
		Title, CommentsUntil string
		Missing              int
	}
	err := r.store.Read(ctx).Raw(`SELECT p.id, p.title, p.comments_until, COUNT(*) AS missing FROM policy_documents p
		JOIN policy_comments c ON c.policy_id = p.id AND c.deleted_at IS NULL AND c.state = 'asked'
		WHERE p.deleted_at IS NULL AND p.status = 'asking' AND p.comments_until <> '' AND p.comments_until <= ?
		GROUP BY p.id, p.title, p.comments_until ORDER BY p.comments_until, p.id`, until).Scan(&rows).Error
	items := make([]DueItem, len(rows))
	for i, row := range rows {
		items[i] = DueItem{Kind: DueComments, Title: row.Title, On: row.CommentsUntil, Missing: row.Missing,
			Days: between(today, row.CommentsUntil), Link: fmt.Sprintf("smartcanal://policy/%d", row.ID)}
	}
	return items, err
}

// CountDue counts the tasks of each kind Due gives, those beyond its limit too; of a person's own where one is named.
func (r *Room) CountDue(ctx context.Context, responsible string) (map[DueKind]int, error) {
	s, err := r.Settings(ctx)
	if err != nil {
		return nil, err
	}
	counts := map[DueKind]int{}
	for kind, filter := range s.dueFilters(r.Today()) {
		filter.Responsible = responsible
		if counts[kind], err = r.CountTasks(ctx, filter); err != nil {
			return nil, err
		}
	}
	return counts, nil
}

// dueFilters are the tasks of each kind, on a day.
func (s Settings) dueFilters(today string) map[DueKind]TaskFilter {
	return map[DueKind]TaskFilter{
		DueReview:    {Step: Reviewing},
		DueExtension: {Asked: true},
		DueOverdue:   {Lamp: Overdue},
		DueSoon:      {Open: true, DueFrom: today, DueUntil: after(today, s.SoonDays)},
		DueSilent:    {Silent: after(today, -s.SilentDays)},
	}
}
