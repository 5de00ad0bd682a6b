package council

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/store"
)

// Action is what was done with a task.
type Action string

// The actions.
const (
	Filed            Action = "filed"
	Imported         Action = "imported"
	Assigned         Action = "assigned"
	Undertaken       Action = "undertaken"
	Reported         Action = "reported"
	Submitted        Action = "submitted"
	Approved         Action = "approved"
	Returned         Action = "returned"
	Archived         Action = "archived"
	ClosedOff        Action = "closed"
	Reminded         Action = "reminded"
	ExtensionAsked   Action = "extension_asked"
	ExtensionGranted Action = "extension_granted"
	ExtensionRefused Action = "extension_refused"
	Changed          Action = "changed"
	TakenBack        Action = "taken_back"
)

// Act is one line of the record of who did what (办理记录). It is written once; triggers keep it.
type Act struct {
	ID       int64 `gorm:"primaryKey"`
	TaskID   int64
	At       time.Time
	Actor    string
	Step     Step // at which it was done
	Action   Action
	Target   Step // where the task went
	Progress int
	Text     string
	Warning  string // code of what it was done in spite of, or ""
}

// TableName is the table of migration 0009.
func (Act) TableName() string { return "task_acts" }

// note writes what was done with a task in this write.
func note(tx *store.Tx, t *SupervisedTask, from Step, action Action, text string) error {
	return tx.Create(&Act{
		TaskID: t.ID, At: tx.Now, Actor: tx.Actor, Step: from, Action: action, Target: t.Step, Progress: t.Progress, Text: strings.TrimSpace(text),
	}).Error
}

// Acts gives the record of a task, the latest first.
func (r *Room) Acts(ctx context.Context, taskID int64) ([]Act, error) {
	acts, err := actsOf(r.store.Read(ctx), taskID)
	for i, j := 0, len(acts)-1; i < j; i, j = i+1, j-1 {
		acts[i], acts[j] = acts[j], acts[i]
	}
	return acts, err
}

// actsOf gives them as they were done.
func actsOf(db *gorm.DB, taskID int64) ([]Act, error) {
	var acts []Act
	err := db.Where("task_id = ?", taskID).Order("id").Find(&acts).Error
	return acts, err
}
