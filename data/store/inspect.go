package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"regexp"
	"syscall"

	driver "github.com/glebarez/go-sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"smartcanal/data/problem"
)

var magic = []byte("SQLite format 3\x00")

// headerBytes is how long SQLite's header is; it has the schema's number at 60 and whose file it is at 68.
const headerBytes = 100

// headerOf reads a file's header, nil where it has none.
func headerOf(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	header := make([]byte, headerBytes)
	if _, err := io.ReadFull(file, header); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	return header, nil
}

func versionIn(header []byte) int { return int(binary.BigEndian.Uint32(header[60:])) }

// inspect looks at a file's header before SQLite opens it, so that a foreign or newer file stays
// untouched: opening it would already write beside it.
func inspect(path string) error {
	header, err := headerOf(path)
	if err != nil {
		return explain(err, path)
	}
	if header == nil || !bytes.HasPrefix(header, magic) || binary.BigEndian.Uint32(header[68:]) != applicationID {
		return problem.New("store.not_ours").In(path)
	}
	if version, known := versionIn(header), len(migrationNames()); version > known {
		return problem.New("store.newer", "file_version", version, "program_version", known).In(path)
	}
	return notTruncated(header, path)
}

// notTruncated compares the pages the header counts with the file's size. A journal not yet
// written back can make the file shorter, so it speaks only where there is none.
func notTruncated(header []byte, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return explain(err, path)
	}
	if wal, err := os.Stat(path + "-wal"); err == nil && wal.Size() > 0 {
		return nil
	}
	pageSize := int64(binary.BigEndian.Uint16(header[16:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	if pages := int64(binary.BigEndian.Uint32(header[28:])); info.Size() < pages*pageSize {
		return problem.New("store.damaged").In(path)
	}
	return nil
}

// A page of the file that cannot be read shows wherever its records are asked for.
func init() {
	problem.Teach(func(err error) *problem.Problem {
		var refused *driver.Error
		if !errors.As(err, &refused) {
			return nil
		}
		switch refused.Code() & 0xff {
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR:
			return problem.New("store.unreadable")
		}
		return nil
	})
}

// explain turns what the system or SQLite says into a problem a person can act on. An error that
// is a problem already, or that nobody can act on, stays what it is.
func explain(err error, path string) error {
	var known *problem.Problem
	var refused *driver.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case errors.As(err, &refused):
		return explainSQLite(refused, err, path)
	case errors.Is(err, fs.ErrNotExist):
		return problem.New("store.missing").In(path).Because(err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return problem.New("store.no_access").In(path).Because(err)
	case errors.Is(err, syscall.ENOSPC):
		return problem.New("store.disk_full").In(path).Because(err)
	}
	return err
}

// explainSQLite goes by SQLite's result codes, never by its English.
func explainSQLite(refused *driver.Error, err error, path string) error {
	codes := map[int]string{
		sqlite3.SQLITE_FULL:     "store.disk_full",
		sqlite3.SQLITE_READONLY: "store.no_access",
		sqlite3.SQLITE_CANTOPEN: "store.no_access",
		sqlite3.SQLITE_PERM:     "store.no_access",
		sqlite3.SQLITE_CORRUPT:  "store.damaged",
		sqlite3.SQLITE_NOTADB:   "store.damaged",
		sqlite3.SQLITE_BUSY:     "store.in_use",
		sqlite3.SQLITE_LOCKED:   "store.in_use",
	}
	if code, is := codes[refused.Code()&0xff]; is {
		return problem.New(code).In(path).Because(err)
	}
	if refused.Code()&0xff == sqlite3.SQLITE_IOERR {
		return problem.New("store.io").In(path).Because(err)
	}
	if code := refusal.FindString(refused.Error()); code != "" && refused.Code() == sqlite3.SQLITE_CONSTRAINT_TRIGGER {
		return problem.New(code).In(path).Because(err)
	}
	return err
}

// refusal is the code of a problem, which our own triggers raise where a rule holds for every way in.
var refusal = regexp.MustCompile(`\b[a-z]+\.[a-z_]+\b`)
