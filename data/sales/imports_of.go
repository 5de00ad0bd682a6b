package sales

import (
	"context"
	"time"
)

// OrganizationImport is a statement file that brought lines to an organisation.
type OrganizationImport struct {
	FileID   int64
	BatchID  int64
	Name     string // of the file
	Format   string
	Platform string
	At       time.Time // of the import
	Actor    string
	Lines    int   // of the organisation that stand as this file has them
	FirstAt  int64 // of these, seconds since 1970
	LastAt   int64
}

// ImportsOf lists the files whose lines count for an organisation, the latest first. It reads the lines of the
// organisation's accounts: tens of milliseconds for the largest.
func (r *Room) ImportsOf(ctx context.Context, organizationID int64) ([]OrganizationImport, error) {
	var found []OrganizationImport
	err := r.store.Read(ctx).Raw(`
		SELECT f.id AS file_id, f.batch_id, f.name, f.format, f.platform, b.created_at AS at, b.actor, s.lines, s.first_at, s.last_at
		FROM (SELECT t.file_id, COUNT(*) AS lines, MIN(t.at) AS first_at, MAX(t.at) AS last_at
			FROM transactions t WHERE t.account_id IN (SELECT id FROM payment_accounts WHERE organization_id = ?)
			GROUP BY t.file_id) s
		JOIN statement_files f ON f.id = s.file_id JOIN import_batches b ON b.id = f.batch_id
		ORDER BY b.id DESC, f.last_at DESC, f.id DESC`, organizationID).Scan(&found).Error
	return found, err
}
