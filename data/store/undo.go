package store

import (
	"context"
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
