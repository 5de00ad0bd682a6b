package council

import (
	"context"
	"slices"
	"strings"

	"smartcanal/data/grams"
	"smartcanal/data/listing"
	"smartcanal/data/search"
)

// TaskFilter says which tasks a list shows. Zero values ask for all.
type TaskFilter struct {
	Text     string // part of number, title or a department's name, or pinyin initials; all words must be found
	Open     bool   // not closed
	Closed   bool   // closed in ClosedYear, or ever
	Year     string // of closing, with Closed
	Lamp     Lamp
	LeadID   int64
	Step     Step
	Meeting  int64
	Decision int64
	DueFrom  string // due from this day on
	DueUntil string // due until this day
	Asked    bool   // more time is asked for and not decided
	Silent   string // no report since before this day, nor taken up since

	Responsible string // the person's name
}

// TaskColumn is what a list of tasks can be sorted by.
type TaskColumn string

// The columns of the list.
const (
	ByNumber   TaskColumn = "number"
	ByTitle    TaskColumn = "title"
	ByLead     TaskColumn = "lead"
	BySupports TaskColumn = "supports"
	ByDue      TaskColumn = "due"
	ByProgress TaskColumn = "progress"
	ByLamp     TaskColumn = "lamp"
	ByReported TaskColumn = "reported"
	ByStep     TaskColumn = "step"
	ByPriority TaskColumn = "priority"
	ByPerson   TaskColumn = "responsible"
)

// TaskRow is a task as a list shows it.
type TaskRow struct {
	ID          int64
	Version     int64
	Number      string
	Title       string
	LeadID      int64
	Lead        string
	Supports    []string `gorm:"-"` // the names, in their order
	Responsible string
	Priority    Priority
	FiledOn     string
	DueOn       string
	FirstDueOn  string
	Progress    int
	ReportedOn  string
	Step        Step
	ClosedOn    string
	Course      `gorm:"embedded"`
	Reminders   int // since the last report

	Planned int  `gorm:"-"` // planned progress of the day the list is of
	Lamp    Lamp `gorm:"-"`
}

// Behind is by how many points the progress is behind the plan, below 0 where it is ahead.
func (t *TaskRow) Behind() int { return t.Planned - t.Progress }

const tasksFrom = ` FROM supervised_tasks t WHERE t.deleted_at IS NULL`

const leadName = `(SELECT COALESCE(NULLIF(o.short_name, ''), o.name) FROM organizations o WHERE o.id = t.organization_id)`

// TaskIDs gives the ids of the tasks a filter lets through, in the order asked for; without one those due first come
// first. columns are what a person asked of single columns besides; problems: those of listing.Fields.Where.
func (r *Room) TaskIDs(ctx context.Context, filter TaskFilter, order []listing.Order, columns ...listing.Filter) ([]int32, error) {
	where, args, err := r.whereWith(filter, columns)
	if err != nil {
		return nil, err
	}
	return listing.IDs(ctx, r.store.SQL(), `SELECT t.id`+tasksFrom+where+` ORDER BY `+r.taskOrder(order, filter), args...)
}

// CountTasks counts the tasks a filter lets through.
func (r *Room) CountTasks(ctx context.Context, filter TaskFilter) (int, error) {
	where, args := filter.where(r.Today())
	var count int
	err := r.store.SQL().QueryRowContext(ctx, `SELECT COUNT(*)`+tasksFrom+where, args...).Scan(&count)
	return count, err
}

// Tasks fetches the rows of a page by their ids, in the order of the ids, with the lamps of today.
func (r *Room) Tasks(ctx context.Context, ids []int32) ([]TaskRow, error) {
	var rows []TaskRow
	err := r.store.Read(ctx).Raw(`SELECT t.id, t.version, t.number, t.title, t.organization_id AS lead_id, `+leadName+` AS lead,
		t.responsible, t.priority, t.filed_on, t.due_on, t.first_due_on, t.progress, t.reported_on, t.step, t.closed_on,
		t.soon_on, t.yellow_on, t.red_on, t.overdue_on,
		(SELECT COUNT(*) FROM task_acts a WHERE a.task_id = t.id AND a.action = 'reminded' AND a.id > (SELECT COALESCE(MAX(b.id), 0)
			FROM task_acts b WHERE b.task_id = t.id AND b.action IN ('reported', 'submitted'))) AS reminders`+
		tasksFrom+` AND t.id IN (?)`, ids).Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	today := r.Today()
	places := make(map[int64]int, len(ids))
	for i, id := range ids {
		places[int64(id)] = i
	}
	for i := range rows {
		rows[i].shine(today)
	}
	slices.SortFunc(rows, func(a, b TaskRow) int { return places[a.ID] - places[b.ID] })
	return rows, r.nameSupports(ctx, rows, ids)
}

func (r *Room) nameSupports(ctx context.Context, rows []TaskRow, ids []int32) error {
	var supports []struct {
		TaskID int64
		Name   string
	}
	err := r.store.Read(ctx).Raw(`SELECT s.task_id, COALESCE(NULLIF(o.short_name, ''), o.name) AS name FROM task_supports s
		JOIN organizations o ON o.id = s.organization_id WHERE s.task_id IN (?) AND s.deleted_at IS NULL ORDER BY s.position`, ids).Scan(&supports).Error
	named := map[int64][]string{}
	for _, one := range supports {
		named[one.TaskID] = append(named[one.TaskID], one.Name)
	}
	for i := range rows {
		rows[i].Supports = named[rows[i].ID]
	}
	return err
}

// shine sets what depends on the day.
func (t *TaskRow) shine(today string) {
	t.Planned, t.Lamp = PlannedProgress(t.FiledOn, t.DueOn, today), t.LampOn(today)
	if t.Step == Closed {
		t.Lamp = NoLamp
	}
}

func (f TaskFilter) where(today string) (string, []any) {
	var b strings.Builder
	var args []any
	need := func(is bool, condition string, values ...any) {
		if is {
			b.WriteString(" AND " + condition)
			args = append(args, values...)
		}
	}
	need(f.Open || f.Lamp != NoLamp || f.Silent != "", "t.closed_on = ''")
	need(f.Closed, "t.closed_on <> ''")
	need(f.Closed && f.Year != "", "t.closed_on >= ? AND t.closed_on <= ?", f.Year+"-01-01", f.Year+"-12-31")
	need(f.LeadID != 0, "t.organization_id = ?", f.LeadID)
	need(f.Step != "", "t.step = ?", f.Step)
	need(f.Responsible != "", "t.responsible = ?", f.Responsible)
	need(f.Decision != 0, "t.decision_id = ?", f.Decision)
	need(f.Meeting != 0, "t.decision_id IN (SELECT id FROM decisions WHERE meeting_id = ? AND deleted_at IS NULL)", f.Meeting)
	need(f.DueFrom != "", "t.due_on >= ?", f.DueFrom)
	need(f.DueUntil != "", "t.due_on <= ?", f.DueUntil)
	need(f.Asked, "t.step IN ('undertaking', 'reporting') AND t.id IN (SELECT task_id FROM task_extensions WHERE state = 'asked' AND deleted_at IS NULL)")
	need(f.Silent != "", "t.step IN ('undertaking', 'reporting') AND (CASE WHEN t.reported_on <> '' THEN t.reported_on WHEN t.begun_on <> '' THEN t.begun_on ELSE t.filed_on END) < ?", f.Silent)
	if condition, values := lampIs(f.Lamp, today); condition != "" {
		need(true, condition, values...)
	}
	for _, word := range grams.Words(f.Text) {
		task, values := search.Holding(search.Task, []string{word})
		department, more := search.Holding(search.Organization, []string{word})
		need(true, "(t.id IN "+task+" OR t.organization_id IN "+department+")", append(values, more...)...)
	}
	return b.String(), args
}

// lampIs is the condition for a lamp of a day: a range of the index of its day.
func lampIs(lamp Lamp, today string) (string, []any) {
	switch lamp {
	case Overdue:
		return "t.overdue_on <= ?", []any{today}
	case Red:
		return "t.red_on <= ? AND t.overdue_on > ?", []any{today, today}
	case Yellow:
		return "t.yellow_on <= ? AND t.red_on > ?", []any{today, today}
	case Blue:
		return "t.soon_on <= ? AND t.yellow_on > ?", []any{today, today}
	case Green:
		return "t.soon_on > ?", []any{today}
	}
	return "", nil
}

// byDay orders by the day a task is due. Of one lamp the range of the lamp's index is far smaller than the index of the
// days, which SQLite would go through for the order's sake.
func (f TaskFilter) byDay() string {
	if f.Lamp == Overdue || f.Lamp == Red || f.Lamp == Yellow {
		return "t.due_on || ''"
	}
	return "t.due_on"
}

func (r *Room) taskOrder(order []listing.Order, filter TaskFilter) string {
	keys := map[TaskColumn]string{
		ByNumber: "t.number", ByTitle: "t.title", ByLead: leadName, ByDue: filter.byDay(), ByProgress: "t.progress", ByLamp: lampPlaces(r.Today()),
		ByReported: "t.reported_on", ByStep: listing.Places("t.step", Steps), ByPriority: "t.priority", ByPerson: "t.responsible",
	}
	return listing.OrderBy(order, func(column string) string { return keys[TaskColumn(column)] }, filter.byDay(), "t.id")
}

// lampPlaces orders by lamp from the best to the worst; today is a day this room wrote.
func lampPlaces(today string) string {
	day := "'" + today + "'"
	return "CASE WHEN t.closed_on <> '' THEN 0 WHEN t.overdue_on <= " + day + " THEN 5 WHEN t.red_on <= " + day +
		" THEN 4 WHEN t.yellow_on <= " + day + " THEN 3 WHEN t.soon_on <= " + day + " THEN 2 ELSE 1 END"
}
