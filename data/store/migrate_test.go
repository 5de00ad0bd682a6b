package store

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
)

// older makes a file as a program with that schema left it, with one more statement run in it.
func older(t *testing.T, version int, statement string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "office.db")
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for number := 1; number <= version; number++ {
		if err := apply(t.Context(), db, number, path); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
	return path
}

func backups(t *testing.T, path string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func versionOf(t *testing.T, path string) int {
	t.Helper()
	header, err := headerOf(path)
	if err != nil || header == nil {
		t.Fatal(header, err)
	}
	return versionIn(header)
}

func TestAnOlderFileIsCopiedAndBroughtUpToDate(t *testing.T) {
	latest := len(migrationNames())
	for version := 1; version < latest; version++ {
		path := older(t, version, `INSERT INTO settings (key, value) VALUES ('district', '130903')`)
		_, err := OpenReadOnly(t.Context(), path)
		is(t, err, "store.older")
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.Setting(t.Context(), District); got != "130903" || err != nil {
			t.Errorf("from %d: district %q, %v", version, got, err)
		}
		if wrong, err := s.Check(t.Context()); err != nil || len(wrong) != 0 {
			t.Errorf("from %d: %v %v", version, wrong, err)
		}
		var enforced int
		if err := s.writer.QueryRowContext(t.Context(), "PRAGMA foreign_keys").Scan(&enforced); err != nil || enforced != 1 {
			t.Error("references are not enforced after a migration")
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if got := versionOf(t, path); got != latest {
			t.Errorf("from %d: schema %d, want %d", version, got, latest)
		}
		if copies := backups(t, path); len(copies) != 1 || versionOf(t, copies[0]) != version {
			t.Errorf("from %d: copies %v", version, copies)
		}
	}
}

func TestAMigrationThatFailsLeavesTheFileAtItsNumber(t *testing.T) {
	for name, statement := range map[string]string{
		"a table in the way":     `CREATE TABLE shops (id INTEGER)`, // 0002 makes organizations before it stumbles over this
		"a reference to nothing": `CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a_id INTEGER REFERENCES a (id)); PRAGMA foreign_keys = OFF; INSERT INTO b VALUES (7)`,
	} {
		path := older(t, 1, statement)
		if s, err := Open(t.Context(), path); err == nil {
			_ = s.Close()
			t.Errorf("%s went unnoticed", name)
		}
		db, err := sql.Open("sqlite", dsn(path))
		if err != nil {
			t.Fatal(err)
		}
		var version, made int
		err = db.QueryRowContext(t.Context(), `SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master WHERE name = 'organizations')`).Scan(&version, &made)
		if err != nil || version != 1 || made != 0 {
			t.Errorf("%s: schema %d, organizations made %d, %v", name, version, made, err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
		if len(backups(t, path)) != 1 {
			t.Errorf("%s: no copy from before", name)
		}
		if _, err := os.Stat(path + ".lock"); err == nil {
			t.Errorf("%s: the lock stayed", name)
		}
	}
}
