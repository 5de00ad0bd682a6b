//go:build bench

package bench

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/council"
	"smartcanal/data/store"
)

const supervisedTasks = 50_000

// lampsRow counts the lamps of 50,000 open tasks and fetches the page of the overdue ones, as the list does; the peer
// reads every row and works each lamp out.
func lampsRow(t *testing.T, dir string) Row {
	path := filepath.Join(dir, "tasks.db")
	st, err := store.Create(t.Context(), path)
	must(t, err)
	defer st.Close()
	day := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	st.SetClock(func() time.Time { return day })
	fillTasks(t, st, day)
	room := council.New(st)
	_, err = room.Figures(t.Context()) // the file is read once by both
	must(t, err)
	var mine, theirs []float64
	for range 15 {
		settle(t)
		mine = append(mine, 1000*clock(func() {
			_, err := room.Figures(t.Context())
			must(t, err)
			ids, err := room.TaskIDs(t.Context(), council.TaskFilter{Lamp: council.Overdue}, nil)
			must(t, err)
			_, err = room.Tasks(t.Context(), ids[:100])
			must(t, err)
		}))
		theirs = append(theirs, 1000*clock(func() { lampsRowByRow(t, st, day) }))
	}
	return FasterAndUnder("lamps and overdue page of 50,000 tasks", median(mine), median(theirs), "ms", 20, 2)
}

// fillTasks writes the tasks in bulk: filed over the year before the day, due over the year around it.
func fillTasks(t *testing.T, st *store.Store, day time.Time) {
	must(t, st.Write(t.Context(), "bench", "bench.fill", func(tx *store.Tx) error {
		if err := tx.Exec(`INSERT INTO organizations (id, created_at, updated_at, kind, name) VALUES (1, ?, ?, 'department', '商务局')`, day, day).Error; err != nil {
			return err
		}
		for i := range supervisedTasks {
			filed, due := day.AddDate(0, 0, -i%300-1), day.AddDate(0, 0, i*7%400-40)
			on := func(days int) string { return filed.AddDate(0, 0, days).Format(time.DateOnly) }
			total := max(1, int(due.Sub(filed).Hours()/24))
			progress := i * 13 % 100
			overdue := due.AddDate(0, 0, 1).Format(time.DateOnly)
			red := min(overdue, on(total*(progress+30)/100+1))
			yellow := min(red, on((total*(progress+10)+99)/100))
			soon := min(yellow, due.AddDate(0, 0, -7).Format(time.DateOnly))
			if err := tx.Exec(`INSERT INTO supervised_tasks (created_at, updated_at, number, title, organization_id, priority, filed_on, due_on, first_due_on, progress, step, soon_on, yellow_on, red_on, overdue_on)
				VALUES (?, ?, ?, ?, 1, 'normal', ?, ?, ?, ?, 'reporting', ?, ?, ?, ?)`, day, day, fmt.Sprintf("2026-%05d", i), fmt.Sprintf("事项 %d", i),
				filed.Format(time.DateOnly), due.Format(time.DateOnly), due.Format(time.DateOnly), progress, soon, yellow, red, overdue).Error; err != nil {
				return err
			}
		}
		return nil
	}))
}

// lampsRowByRow is the peer: every open task read and looked at.
func lampsRowByRow(t *testing.T, st *store.Store, day time.Time) {
	rows, err := st.SQL().Query(`SELECT id, filed_on, due_on, progress FROM supervised_tasks WHERE deleted_at IS NULL AND closed_on = ''`)
	must(t, err)
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var id int64
		var filedOn, dueOn string
		var progress int
		must(t, rows.Scan(&id, &filedOn, &dueOn, &progress))
		filed, err := time.Parse(time.DateOnly, filedOn)
		must(t, err)
		due, err := time.Parse(time.DateOnly, dueOn)
		must(t, err)
		behind := day.Sub(filed).Hours()*100/max(24, due.Sub(filed).Hours()) - float64(progress)
		switch {
		case day.After(due.AddDate(0, 0, 1)):
			counts["overdue"]++
		case behind > 30:
			counts["red"]++
		case behind >= 10:
			counts["yellow"]++
		default:
			counts["green"]++
		}
	}
	must(t, rows.Err())
}
