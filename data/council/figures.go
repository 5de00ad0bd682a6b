package council

import (
	"context"
	"database/sql"
)

// Figures are what stands above the list of tasks.
type Figures struct {
	Open         int
	Lamps        map[Lamp]int
	OldestDays   int // by how many days the longest overdue one is late
	DueThisMonth int
	ToReview     int
	Asked        int // extensions that wait
	Closed       int // this year
	ClosedInTime int // of them by the day they were due
}

// Figures counts the open tasks by lamp and what waits, of today. Each lamp is a range of an index: 50,000 tasks take
// some milliseconds.
func (r *Room) Figures(ctx context.Context) (Figures, error) {
	today := r.Today()
	f := Figures{Lamps: map[Lamp]int{}}
	var oldest sql.NullString
	var red, yellow, soon int // so bad or worse
	const open = ` FROM supervised_tasks WHERE deleted_at IS NULL AND closed_on = ''`
	month := today[:7]
	for _, one := range []struct {
		query string
		args  []any
		into  []any
	}{
		{`SELECT COUNT(*)` + open + ` AND due_on > ''`, nil, []any{&f.Open}}, // all have a day: it names the index
		{`SELECT COUNT(*)` + open + ` AND overdue_on <= ?`, []any{today}, []any{&f.Closed}},
		{`SELECT COUNT(*)` + open + ` AND red_on <= ?`, []any{today}, []any{&red}},
		{`SELECT COUNT(*)` + open + ` AND yellow_on <= ?`, []any{today}, []any{&yellow}},
		{`SELECT COUNT(*)` + open + ` AND soon_on <= ?`, []any{today}, []any{&soon}},
		{`SELECT MIN(overdue_on)` + open, nil, []any{&oldest}},
		{`SELECT COUNT(*)` + open + ` AND due_on >= ? AND due_on <= ?`, []any{month + "-01", month + "-31"}, []any{&f.DueThisMonth}},
		{`SELECT COUNT(*) FROM supervised_tasks WHERE deleted_at IS NULL AND step = 'reviewing'`, nil, []any{&f.ToReview}},
		{`SELECT COUNT(*) FROM task_extensions e JOIN supervised_tasks t ON t.id = e.task_id WHERE e.state = 'asked' AND e.deleted_at IS NULL
			AND t.deleted_at IS NULL AND t.step IN ('undertaking', 'reporting')`, nil, []any{&f.Asked}},
	} {
		if err := r.store.SQL().QueryRowContext(ctx, one.query, one.args...).Scan(one.into...); err != nil {
			return Figures{}, err
		}
	}
	late := f.Closed
	f.Lamps[Overdue], f.Lamps[Red], f.Lamps[Yellow], f.Lamps[Blue], f.Lamps[Green] = late, red-late, yellow-red, soon-yellow, f.Open-soon
	if oldest.Valid && oldest.String <= today {
		f.OldestDays = between(oldest.String, today) + 1
	}
	err := r.store.SQL().QueryRowContext(ctx, `SELECT COUNT(*), COALESCE(SUM(CASE WHEN submitted_on <= due_on THEN 1 ELSE 0 END), 0) FROM supervised_tasks
		WHERE deleted_at IS NULL AND closed_on <> '' AND closed_on >= ? AND closed_on <= ?`, today[:4]+"-01-01", today[:4]+"-12-31").
		Scan(&f.Closed, &f.ClosedInTime)
	return f, err
}
