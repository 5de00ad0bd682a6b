package store

import (
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
)

// Undo takes back what one entry of the journal tells of, as a change with an entry of its own.
//
// Problems: journal.no_entry, journal.no_undo (bulk entries), record.changed, record.gone, record.taken
// (a value that must be one record's own is another's by now).
func (tx *Tx) Undo(entry int64) error {
	var e journal.Entry
	err := tx.First(&e, entry).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return problem.New("journal.no_entry", "entry", entry)
	}
	if err == nil {
		err = journal.Undo(tx.DB, e)
	}
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.New("record.taken", "table", e.Subject).Because(err)
	}
	return err
}
