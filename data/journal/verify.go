package journal

import (
	"context"

	"gorm.io/gorm"

	"smartcanal/data/problem"
)

// Verify walks the chain from its start. The first entry that does not fit is the problem
// journal.broken with its number; nil means that nothing was changed, removed or slipped in.
func Verify(ctx context.Context, db *gorm.DB) error {
	rows, err := db.WithContext(ctx).Model(&Entry{}).Order("id").Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	previous := ""
	for rows.Next() {
		var e Entry
		if err := db.ScanRows(rows, &e); err != nil {
			return err
		}
		kept, before := e.Hash, e.Previous
		if err := e.seal(previous); err != nil {
			return err
		}
		if before != previous || kept != e.Hash {
			return problem.New("journal.broken", "entry", e.ID)
		}
		previous = kept
	}
	return rows.Err()
}

// History gives the entries about one record, the newest first.
func History(db *gorm.DB, subject string, id int64) ([]Entry, error) {
	var entries []Entry
	err := db.Where("subject = ? AND record_id = ?", subject, id).Order("id DESC").Find(&entries).Error
	return entries, err
}

// Last gives the newest entry, nil where nothing was written yet.
func Last(db *gorm.DB) (*Entry, error) {
	var entries []Entry
	err := db.Order("id DESC").Limit(1).Find(&entries).Error
	if err != nil || len(entries) == 0 {
		return nil, err
	}
	return &entries[0], nil
}
