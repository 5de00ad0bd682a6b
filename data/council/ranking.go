package council

import (
	"context"
	"fmt"
	"slices"
)

// Standing is how a lead department did in a quarter.
type Standing struct {
	OrganizationID int64
	Department     string
	Due            int // tasks that were to be done by now: due in the quarter, or overdue from before it, or done ahead of their day
	InTime         int // of them given to review by the day they were due and closed or under review
	Late           int // done, but late
	Open           int // of them not done by the quarter's end, or by today
	Returned       int // reviews that sent a task back in the quarter
	Extended       int // extensions granted in the quarter
	Reminded       int // reminders of the quarter, by task
	Rank           int // 1 for the best; equals share one
}

// Rate is the share done in time in tenths of a percent, -1 where nothing was due.
func (s Standing) Rate() int {
	if s.Due == 0 {
		return -1
	}
	return s.InTime * 1000 / s.Due
}

// Quarter is the first and the last day of a quarter from 1 to 4.
func Quarter(year, quarter int) (first, last string) {
	return fmt.Sprintf("%04d-%02d-01", year, quarter*3-2), after(monthsAfter(fmt.Sprintf("%04d-%02d-01", year, quarter*3-2), 3), -1)
}

// Ranking puts the lead departments of a quarter into order: by the share done in time, then by what is open, then by
// reviews that sent a task back, then by reminders.
func (r *Room) Ranking(ctx context.Context, year, quarter int) ([]Standing, error) {
	first, last := Quarter(year, quarter)
	end := min(last, r.Today())
	var all []Standing
	err := r.store.Read(ctx).Raw(`WITH due AS (
			SELECT t.id, t.organization_id, t.due_on, t.submitted_on, t.step IN ('reviewing', 'archiving', 'closed') AND t.submitted_on <= @end AS done
			FROM supervised_tasks t WHERE t.deleted_at IS NULL AND (t.due_on <= @end OR t.due_on <= @last AND t.submitted_on <> '' AND t.step IN ('reviewing', 'archiving', 'closed'))
				AND (t.due_on >= @first OR t.submitted_on = '' OR t.submitted_on >= @first
				OR t.step IN ('assigning', 'undertaking', 'reporting'))),
		acted AS (
			SELECT t.organization_id, a.action FROM task_acts a JOIN supervised_tasks t ON t.id = a.task_id
			WHERE a.at >= @begin AND a.at < @over AND t.deleted_at IS NULL AND a.action IN ('returned', 'extension_granted', 'reminded'))
		SELECT o.id AS organization_id, COALESCE(NULLIF(o.short_name, ''), o.name) AS department,
			(SELECT COUNT(*) FROM due d WHERE d.organization_id = o.id) AS due,
			(SELECT COUNT(*) FROM due d WHERE d.organization_id = o.id AND d.done AND d.submitted_on <= d.due_on) AS in_time,
			(SELECT COUNT(*) FROM due d WHERE d.organization_id = o.id AND d.done AND d.submitted_on > d.due_on) AS late,
			(SELECT COUNT(*) FROM due d WHERE d.organization_id = o.id AND NOT d.done) AS open,
			(SELECT COUNT(*) FROM acted a WHERE a.organization_id = o.id AND a.action = 'returned') AS returned,
			(SELECT COUNT(*) FROM acted a WHERE a.organization_id = o.id AND a.action = 'extension_granted') AS extended,
			(SELECT COUNT(*) FROM acted a WHERE a.organization_id = o.id AND a.action = 'reminded') AS reminded
		FROM organizations o WHERE o.id IN (SELECT organization_id FROM due) OR o.id IN (SELECT organization_id FROM acted)`,
		map[string]any{"first": first, "last": last, "end": end, "begin": parsed(first), "over": parsed(after(last, 1))}).Scan(&all).Error
	if err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b Standing) int {
		if worse := a.compare(b); worse != 0 {
			return worse
		}
		return int(a.OrganizationID - b.OrganizationID)
	})
	for i := range all {
		all[i].Rank = i + 1
		if i > 0 && all[i].compare(all[i-1]) == 0 {
			all[i].Rank = all[i-1].Rank
		}
	}
	return all, nil
}

// compare is below 0 where s stands before other.
func (s Standing) compare(other Standing) int {
	for _, difference := range []int{other.Rate() - s.Rate(), s.Open - other.Open, s.Returned - other.Returned, s.Reminded - other.Reminded} {
		if difference != 0 {
			return difference
		}
	}
	return 0
}
