package sales

import (
	"context"
	"time"
)

// FlawedFile is a file that was imported though some of its lines cannot be read, or its own summary says otherwise
// than its lines.
type FlawedFile struct {
	ID         int64
	Name       string
	At         time.Time // of the import
	Actor      string
	Unreadable int
	Differs    bool
}

// Flawed gives the flawed files imported since a moment and not taken back, the latest first.
func (r *Room) Flawed(ctx context.Context, since time.Time) ([]FlawedFile, error) {
	var files []FlawedFile
	err := r.store.Read(ctx).Raw(`SELECT f.id, f.name, b.created_at AS at, b.actor, f.unreadable, f.summary = 'differs' AS differs
		FROM statement_files f JOIN import_batches b ON b.id = f.batch_id
		WHERE b.deleted_at IS NULL AND b.created_at >= ? AND (f.unreadable > 0 OR f.summary = 'differs') ORDER BY f.id DESC`, since).Scan(&files).Error
	return files, err
}
