package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
)

// undoings are what areas do where an entry of one of their tables is taken back, by the table's name.
var undoings = map[string]Undoing{}

// Undoing is what an area does where an entry of a table is taken back: what follows from the record without having
// entries of its own.
type Undoing struct {
	// Kept is a record that is written once and cannot be taken back; taking back the write it belongs to leaves it.
	Kept bool
	// Then is called once the entry was taken back; may be nil.
	Then func(tx *Tx, e journal.Entry) error
}

// WhenUndone says what an area does for a table; rooms call it as the program starts.
func WhenUndone(table string, u Undoing) { undoings[table] = u }

// Undo takes back what one entry of the journal tells of, as a change with an entry of its own.
//
// Problems: journal.no_entry, journal.no_undo (bulk entries, and records that are written once), record.changed, record.gone, record.taken
// (a value that must be one record's own is another's by now).
func (tx *Tx) Undo(entry int64) error {
	var e journal.Entry
	err := tx.First(&e, entry).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return problem.New("journal.no_entry", "entry", entry)
	}
	if err == nil && undoings[e.Subject].Kept {
		return problem.New("journal.no_undo", "entry", entry)
	}
	if err == nil {
		err = journal.Undo(tx.DB, e)
	}
	if then := undoings[e.Subject].Then; err == nil && then != nil {
		err = then(tx, e)
	}
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return problem.New("record.taken", "table", e.Subject).Because(err)
	}
	return err
}

// kept tells whether an entry is of a record that is written once.
func (tx *Tx) kept(entry int64) (bool, error) {
	var subject string
	err := tx.Raw(`SELECT subject FROM journal WHERE id = ?`, entry).Scan(&subject).Error
	return undoings[subject].Kept, err
}

// Entries are the journal's entries that one write made, both ends included; Last is 0 where there are none.
type Entries struct{ First, Last int64 }

// Entries tells which entries of the journal work makes within a write.
func (tx *Tx) Entries(work func() error) (Entries, error) {
	last := func() (id int64, err error) {
		err = tx.Raw(`SELECT COALESCE(MAX(id), 0) FROM journal`).Scan(&id).Error
		return id, err
	}
	before, err := last()
	if err != nil {
		return Entries{}, err
	}
	if err := work(); err != nil {
		return Entries{}, err
	}
	after, err := last()
	if err != nil || after == before {
		return Entries{}, err
	}
	return Entries{before + 1, after}, nil
}

// TakeBack takes back what a write did, the last change first, in a write of its own; the entries it gives take that
// back again. Problems: those of Tx.Undo; then nothing is taken back.
func (s *Store) TakeBack(ctx context.Context, actor Actor, reason string, done Entries) (Entries, error) {
	var back Entries
	err := s.Write(ctx, actor, reason, func(tx *Tx) (err error) {
		back, err = tx.Entries(func() error {
			for id := done.Last; id >= done.First && id > 0; id-- {
				if kept, err := tx.kept(id); err != nil {
					return err
				} else if kept {
					continue
				}
				if err := tx.Undo(id); err != nil {
					return err
				}
			}
			return nil
		})
		return err
	})
	return back, err
}
