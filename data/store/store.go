// Package store is the file of data: it opens, migrates, reads, writes and backs it up. All writes
// go through one door, Store.Write; readers never wait for it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/glebarez/sqlite"
	"github.com/gofrs/flock"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
)

// Store is one open file of data. Close it to let another program have it.
type Store struct {
	path    string
	writer  *sql.DB // one connection
	records *gorm.DB
	reader  *gorm.DB
	readSQL *sql.DB
	lock    *flock.Flock
	now     func() time.Time
}

// readers is how many connections read at once: the page, its totals, the search, a check.
const readers = 4

// Create makes a new file of data. Problems: store.exists, store.no_access, store.disk_full.
func Create(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err == nil {
		return nil, problem.New("store.exists").In(path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, explain(err, path)
	}
	s, err := open(ctx, path, nil)
	if err != nil && !errors.Is(err, problem.New("store.in_use")) { // half a file would stand in the way of the next try
		for _, tail := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(path + tail)
		}
	}
	return s, err
}

// Open opens an existing file and brings it up to this program's schema, after a backup. Problems:
// store.missing, store.in_use, store.not_ours, store.damaged, store.newer, store.no_access, store.disk_full.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := writable(path); err != nil {
		return nil, explain(err, path)
	}
	return open(ctx, path, inspect)
}

// writable is asked before SQLite, which would open a protected file for reading and say so at the first write.
func writable(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

// open takes the lock first: whether a file is sound can only be told while nobody writes to it.
func open(ctx context.Context, path string, inspect func(path string) error) (*Store, error) {
	lock, err := lockFile(path)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, lock: lock, now: time.Now}
	if inspect != nil {
		err = inspect(path)
	}
	if err == nil {
		err = s.connect(ctx)
	}
	if err != nil {
		_ = s.Close()
		return nil, explain(err, path)
	}
	return s, nil
}

// connect opens the writer, migrates, and only then the readers.
func (s *Store) connect(ctx context.Context) error {
	var err error
	if s.writer, err = sql.Open("sqlite", dsn(s.path, "_txlock=immediate")); err != nil {
		return err
	}
	s.writer.SetMaxOpenConns(1)
	if err := migrate(ctx, s.writer, s.path); err != nil {
		return err
	}
	if s.records, err = overPool(s.writer); err != nil {
		return err
	}
	if err := s.records.Use(journal.Plugin{}); err != nil {
		return err
	}
	return s.connectReaders("_pragma=query_only(1)")
}

func (s *Store) connectReaders(how string) error {
	var err error
	if s.readSQL, err = sql.Open("sqlite", dsn(s.path, how)); err != nil {
		return err
	}
	s.readSQL.SetMaxOpenConns(readers)
	s.readSQL.SetMaxIdleConns(readers)
	s.reader, err = overPool(s.readSQL)
	return err
}

func overPool(pool *sql.DB) (*gorm.DB, error) {
	return gorm.Open(sqlite.Dialector{Conn: pool}, &gorm.Config{
		Logger:                 logger.Discard, // statements hold personal data
		TranslateError:         true,
		SkipDefaultTransaction: true, // the write door has one
	})
}

// lockFile makes sure that one program at a time has the file.
func lockFile(path string) (*flock.Flock, error) {
	lock := flock.New(path + ".lock")
	held, err := lock.TryLock()
	if err != nil {
		return nil, explain(err, path)
	}
	if !held {
		return nil, problem.New("store.in_use").In(path)
	}
	return lock, nil
}

// Path is where the file lies.
func (s *Store) Path() string { return s.path }

// SetClock replaces the time writes are made at, for tests and the demo.
func (s *Store) SetClock(now func() time.Time) { s.now = now }

// At does some work as if it were done at another moment: what the demo tells of earlier days.
func (s *Store) At(moment time.Time, work func() error) error {
	clock := s.now
	s.now = func() time.Time { return moment }
	defer func() { s.now = clock }()
	return work()
}

// Now is the time of the file's clock.
func (s *Store) Now() time.Time { return s.now() }

// Read is for records and forms; it cannot write. Times and deleted records are gorm's business.
func (s *Store) Read(ctx context.Context) *gorm.DB { return s.reader.WithContext(ctx) }

// SQL is for the million-row paths; it cannot write either.
func (s *Store) SQL() *sql.DB { return s.readSQL }

// Close closes the file. Nothing is lost that a Write has returned from.
func (s *Store) Close() error {
	var errs []error
	for _, pool := range []*sql.DB{s.readSQL, s.writer} {
		if pool != nil {
			errs = append(errs, pool.Close())
		}
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Unlock())
		_ = os.Remove(s.path + ".lock")
	}
	return errors.Join(errs...)
}

// Actor is who does something: a person's name, or the program's.
type Actor string

// Tx is one write: everything done with it happens or nothing does.
type Tx struct {
	*gorm.DB
	Now    time.Time // the one moment the whole write happens at
	Actor  string
	Reason string
	conn   *sql.Conn
}

// Write is the only way to change the file. One runs at a time, so fn must not call Write; its error, a
// panic in it or a cancelled ctx takes everything back. The reason names the command, for the journal.
func (s *Store) Write(ctx context.Context, actor Actor, reason string, fn func(tx *Tx) error) error {
	if s.writer == nil {
		return problem.New("store.only_reading").In(s.path)
	}
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return explain(err, s.path)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return explain(err, s.path)
	}
	done := false
	defer func() {
		if !done { // also where fn ended its goroutine; a full disk may have rolled back already
			_, _ = conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		}
	}()
	if err := guarded(s.transaction(ctx, conn, actor, reason), fn); err != nil {
		return explain(err, s.path)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := conn.ExecContext(context.WithoutCancel(ctx), "COMMIT"); err != nil {
		return explain(err, s.path)
	}
	done = true
	return nil
}

func (s *Store) transaction(ctx context.Context, conn *sql.Conn, actor Actor, reason string) *Tx {
	now := s.now().Truncate(time.Second)
	ctx = journal.With(ctx, journal.Write{Actor: string(actor), Reason: reason, At: now})
	db := s.records.Session(&gorm.Session{NewDB: true, Context: ctx, NowFunc: func() time.Time { return now }})
	db.Statement.ConnPool = conn
	return &Tx{DB: db.Session(&gorm.Session{}), Now: now, Actor: string(actor), Reason: reason, conn: conn}
}

// guarded turns a panic into an error, so that a fault in one write leaves the file as it was.
func guarded(tx *Tx, fn func(*Tx) error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = problem.New("unexpected").Because(fmt.Errorf("panic in write %q: %v\n%s", tx.Reason, fault, debug.Stack()))
		}
	}()
	return fn(tx)
}

// Bulk gives the connection itself, within the same transaction, to paths that write a million rows.
// They make no journal entries by themselves: Note the batch.
func (tx *Tx) Bulk(work func(conn *sql.Conn) error) error { return work(tx.conn) }

// Note writes the journal's one entry for a bulk path.
func (tx *Tx) Note(subject string, after any) error { return journal.Note(tx.DB, subject, after) }
