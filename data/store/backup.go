package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"time"

	"modernc.org/sqlite"

	"smartcanal/data/problem"
)

// backuper is modernc's connection as far as a backup needs it.
type backuper interface {
	NewBackup(dest string) (*sqlite.Backup, error)
}

// pagesAtOnce keeps a step of the backup short, so that it can be cancelled.
const pagesAtOnce = 256

// Backup copies the file while it is in use; progress tells pages done and in all and may be nil. The
// copy lies under its name only once it is complete and was checked. Problems: store.onto_itself,
// store.no_access, store.disk_full.
func (s *Store) Backup(ctx context.Context, to string, progress func(done, total int)) error {
	if sameFile(s.path, to) {
		return problem.New("store.onto_itself").In(to)
	}
	return explain(backup(ctx, s.readSQL, to, progress), to)
}

func backup(ctx context.Context, db *sql.DB, to string, progress func(done, total int)) error {
	part := to + ".part"
	_ = os.Remove(part)
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	err = conn.Raw(func(raw any) error {
		from, is := raw.(backuper)
		if !is {
			return errors.New("store: the driver has no backup")
		}
		return copyPages(ctx, from, part, progress)
	})
	if err == nil {
		err = sound(ctx, part)
	}
	if err != nil {
		_ = os.Remove(part)
		return err
	}
	return os.Rename(part, to)
}

func copyPages(ctx context.Context, from backuper, to string, progress func(done, total int)) error {
	b, err := from.NewBackup(location(to))
	if err != nil {
		return err
	}
	for {
		more, err := b.Step(pagesAtOnce)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return errors.Join(err, b.Finish())
		}
		if progress != nil {
			progress(b.PageCount()-b.Remaining(), b.PageCount())
		}
		if !more {
			return b.Finish()
		}
	}
}

// sound opens a copy by itself and checks it.
func sound(ctx context.Context, path string) error {
	if err := inspect(path); err != nil {
		return err
	}
	db, err := openCopy(path)
	if err != nil {
		return err
	}
	defer db.Close()
	wrong, err := firstComplaint(ctx, db, "PRAGMA quick_check")
	if err != nil {
		return explain(err, path)
	}
	if wrong {
		return problem.New("store.damaged").In(path)
	}
	return nil
}

// openCopy opens a file to read it whole, leaving nothing beside it. A copy made by hand may still have
// its journal with it: then that belongs to the data.
func openCopy(path string) (*sql.DB, error) {
	how := "?mode=ro&immutable=1"
	if wal, err := os.Stat(path + "-wal"); err == nil && wal.Size() > 0 {
		how = "?mode=rw"
	}
	return sql.Open("sqlite", location(path)+how)
}

// Restore puts a checked backup in the place of the file at to, which must not be open. What was there
// stays beside it, under the name returned ("" if there was nothing). Progress tells pages done and in all.
func Restore(ctx context.Context, from, to string, progress func(done, total int)) (kept string, err error) {
	lock, err := lockFile(to)
	if err != nil {
		return "", err
	}
	defer func() {
		_ = lock.Unlock()
		_ = os.Remove(to + ".lock")
	}()
	if sameFile(from, to) {
		return "", problem.New("store.onto_itself").In(to)
	}
	if err := sound(ctx, from); err != nil {
		return "", explain(err, from)
	}
	db, err := openCopy(from)
	if err != nil {
		return "", explain(err, from)
	}
	defer db.Close()
	fetched := to + ".restored"
	if err := backup(ctx, db, fetched, progress); err != nil {
		return "", explain(err, to)
	}
	if _, err := os.Stat(to); err == nil {
		kept = to + ".before-restore." + time.Now().Format("20060102-150405")
		if err := moveAside(to, kept); err != nil {
			return "", explain(err, to)
		}
	}
	return kept, explain(os.Rename(fetched, to), to)
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// moveAside moves the file together with the journal that belongs to it.
func moveAside(path, to string) error {
	for _, tail := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(path + tail); err == nil {
			if err := os.Rename(path+tail, to+tail); err != nil {
				return err
			}
		}
	}
	return os.Rename(path, to)
}
