package council

import (
	"context"
	"database/sql"

	"smartcanal/data/store"
)

// recolour works the course of every open task out anew. Versions stay: no person's edit is crossed by it.
func recolour(tx *store.Tx, s Settings) error {
	var tasks []SupervisedTask
	if err := tx.Where("closed_on = ''").Find(&tasks).Error; err != nil {
		return err
	}
	var changed []*SupervisedTask
	for i := range tasks {
		if now := s.course(&tasks[i]); now != tasks[i].Course {
			tasks[i].Course = now
			changed = append(changed, &tasks[i])
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if err := tx.Bulk(func(conn *sql.Conn) error { return writeCourses(tx.Statement.Context, conn, changed, dayOf(tx.Now)) }); err != nil {
		return err
	}
	return tx.Note("supervised_tasks", map[string]any{"recoloured": len(changed)})
}

func writeCourses(ctx context.Context, conn *sql.Conn, tasks []*SupervisedTask, today string) error {
	update, err := conn.PrepareContext(ctx, `UPDATE supervised_tasks SET soon_on = ?, yellow_on = ?, red_on = ?, overdue_on = ? WHERE id = ?`)
	if err != nil {
		return err
	}
	defer update.Close()
	insert, err := conn.PrepareContext(ctx, `INSERT INTO task_courses (task_id, from_on, soon_on, yellow_on, red_on, overdue_on) VALUES (?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, t := range tasks {
		if _, err := update.ExecContext(ctx, t.SoonOn, t.YellowOn, t.RedOn, t.OverdueOn, t.ID); err != nil {
			return err
		}
		if _, err := insert.ExecContext(ctx, t.ID, today, t.SoonOn, t.YellowOn, t.RedOn, t.OverdueOn); err != nil {
			return err
		}
	}
	return nil
}
