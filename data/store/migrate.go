package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"smartcanal/data/problem"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as ours ("SCMN" in the header at offset 68).
const applicationID = 0x53434D4E

// migrationNames are the numbered files in their order; the schema's number is how many there are.
func migrationNames() []string {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	return names
}

// migrate brings a file to this program's schema: each number in a transaction of its own, with
// the number recorded in it, a copy of the file before and the checks after.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	names := migrationNames()
	var version int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version > len(names) {
		return problem.New("store.newer", "file_version", version, "program_version", len(names)).In(path)
	}
	if version == len(names) {
		return nil
	}
	if version > 0 {
		if err := copyBefore(ctx, db, path, version); err != nil {
			return err
		}
	}
	if err := applyFrom(ctx, db, version+1, path); err != nil {
		return err
	}
	// The header carries the schema's number: inspect reads it without SQLite.
	_, err := db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

func copyBefore(ctx context.Context, db *sql.DB, path string, version int) error {
	folder := filepath.Join(filepath.Dir(path), "backups")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	name := fmt.Sprintf("%s.schema-%04d.%s.bak", filepath.Base(path), version, time.Now().Format("20060102-150405"))
	return backup(ctx, db, filepath.Join(folder, name), nil)
}

// applyFrom runs with references unenforced: SQLite changes a table by making it anew, and dropping the
// old one would empty the tables that refer to it. The check after each number makes up for it.
func applyFrom(ctx context.Context, db *sql.DB, first int, path string) (err error) {
	if _, err := db.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	defer func() {
		_, on := db.ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = ON")
		err = errors.Join(err, on)
	}()
	for number := first; number <= len(migrationNames()); number++ {
		if err := apply(ctx, db, number, path); err != nil {
			return fmt.Errorf("migration %04d: %w", number, err)
		}
	}
	return nil
}

func apply(ctx context.Context, db *sql.DB, number int, path string) error {
	text, err := migrations.ReadFile(migrationNames()[number-1])
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing after a commit
	if _, err := tx.ExecContext(ctx, string(text)); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", number, applicationID)); err != nil {
		return err
	}
	if err := soundAfter(ctx, tx, path); err != nil {
		return err
	}
	return tx.Commit()
}

// soundAfter checks what a migration made, before it is committed.
func soundAfter(ctx context.Context, tx *sql.Tx, path string) error {
	for _, check := range []string{"PRAGMA foreign_key_check", "PRAGMA integrity_check"} {
		found, err := firstComplaint(ctx, tx, check)
		if err != nil {
			return err
		}
		if found {
			return problem.New("store.migration_failed").In(path).Because(errors.New(check))
		}
	}
	return nil
}

// asker is a connection, a pool or a transaction.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// firstComplaint runs a check pragma and tells whether it found anything.
func firstComplaint(ctx context.Context, db asker, check string) (bool, error) {
	rows, err := db.QueryContext(ctx, check)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return false, err
	}
	for rows.Next() {
		cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return false, err
		}
		if cells[0].String != "ok" {
			return true, nil
		}
	}
	return false, rows.Err()
}
