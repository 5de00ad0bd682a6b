package council

import (
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// found reads a record into into as the person acting saw it. Problems: the code given where it is gone,
// record.changed (table) where it was changed since.
func found(db *gorm.DB, into store.Recorded, held Held, gone string) error {
	err := db.First(into, held.ID).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return problem.New(gone)
	}
	if err != nil {
		return err
	}
	return store.Unchanged(db, into, held.Version)
}
