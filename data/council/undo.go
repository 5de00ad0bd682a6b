package council

import (
	"smartcanal/data/journal"
	"smartcanal/data/store"
)

func init() {
	store.WhenUndone(Act{}.TableName(), store.Undoing{Kept: true})
	store.WhenUndone(SupervisedTask{}.TableName(), store.Undoing{Then: takeCourseBack})
}

// takeCourseBack puts the history of a task's colours back with a change of the task that was taken back, and says so in
// its record. An approval that was taken back has to be given again: the triggers of migration 0019 ask for a later one.
func takeCourseBack(tx *store.Tx, e journal.Entry) error {
	_, after, err := e.Fields()
	if err != nil {
		return err
	}
	version, counts := after["version"].(int64)
	var t SupervisedTask
	if err := tx.Unscoped().First(&t, e.RecordID).Error; err != nil || !counts || t.DeletedAt.Valid {
		return err
	}
	if err := note(tx, &t, t.Step, TakenBack, ""); err != nil {
		return err
	}
	last, err := lastCourse(tx, t.ID)
	if err != nil {
		return err
	}
	if last.Version == version {
		if err := tx.Exec(`DELETE FROM task_courses WHERE id = ?`, last.ID).Error; err != nil {
			return err
		}
		if last, err = lastCourse(tx, t.ID); err != nil {
			return err
		}
	}
	return followCourse(tx, &t, last)
}

// followCourse has lamp and history say what follows from a task's fields: the rules may have changed since.
func followCourse(tx *store.Tx, t *SupervisedTask, last keptCourse) error {
	s, err := settingsIn(tx)
	if err != nil {
		return err
	}
	if recourse(t, s) {
		err := tx.Exec(`UPDATE supervised_tasks SET soon_on = ?, yellow_on = ?, red_on = ?, overdue_on = ? WHERE id = ?`,
			t.SoonOn, t.YellowOn, t.RedOn, t.OverdueOn, t.ID).Error
		if err != nil {
			return err
		}
	}
	if last.Course == t.Course {
		return nil
	}
	return keepCourse(tx, t)
}

// keptCourse is a line of the history of courses.
type keptCourse struct {
	ID      int64
	Version int64 // the task's it was written with
	Course
}

func lastCourse(tx *store.Tx, taskID int64) (last keptCourse, err error) {
	err = tx.Raw(`SELECT id, version, soon_on, yellow_on, red_on, overdue_on FROM task_courses WHERE task_id = ? ORDER BY id DESC LIMIT 1`, taskID).Scan(&last).Error
	return last, err
}
