// Package store is the file of data: it opens, migrates, reads, writes and backs it up. All writes
// go through one door, Store.Write; readers never wait for it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
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
	return open(ctx, path, nil)
}

// Open opens an existing file and brings it up to this program's schema, after a backup. Problems:
// store.missing, store.in_use, store.not_ours, store.damaged, store.newer, store.no_access, store.disk_full.
func Open(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, explain(err, path)
	}
	return open(ctx, path, inspect)
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
	if s.readSQL, err = sql.Open("sqlite", dsn(s.path, "_pragma=query_only(1)")); err != nil {
		return err
	}
	s.readSQL.SetMaxOpenConns(readers)
	s.readSQL.SetMaxIdleConns(readers)
	s.reader, err = overPool(s.readSQL)
	return err
}

// dsn names a connection. Pragmas belong here and not in an Exec, which would reach one connection of a pool only.
func dsn(path string, more ...string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	text := u.String() + "?_time_format=sqlite" +
		"&_pragma=page_size(16384)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)" +
		"&_pragma=cache_size(-65536)&_pragma=temp_store(MEMORY)&_pragma=foreign_keys(ON)&_pragma=busy_timeout(5000)"
	for _, part := range more {
		text += "&" + part
	}
	return text
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
	errs = append(errs, s.lock.Unlock())
	_ = os.Remove(s.path + ".lock")
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

// Write is the only way to change the file. One runs at a time; fn's error, a panic in it or a
// cancelled ctx takes everything back. The reason names the command, for the journal.
func (s *Store) Write(ctx context.Context, actor Actor, reason string, fn func(tx *Tx) error) error {
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return explain(err, s.path)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return explain(err, s.path)
	}
	tx := s.transaction(ctx, conn, actor, reason)
	if err := guarded(tx, fn); err != nil {
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") // a full disk has ended it already
		return explain(err, s.path)
	}
	if _, err := conn.ExecContext(context.WithoutCancel(ctx), "COMMIT"); err != nil {
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		return explain(err, s.path)
	}
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
			err = problem.New("unexpected").Because(fmt.Errorf("panic in write %q: %v", tx.Reason, fault))
		}
	}()
	return fn(tx)
}

// Bulk gives the connection itself, within the same transaction, to paths that write a million rows.
// They make no journal entries by themselves: Note the batch.
func (tx *Tx) Bulk(work func(conn *sql.Conn) error) error { return work(tx.conn) }

// Note writes the journal's one entry for a bulk path.
func (tx *Tx) Note(subject string, after any) error { return journal.Note(tx.DB, subject, after) }
