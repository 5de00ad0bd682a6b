package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
)

// Organization is a table of the schema that the tests write to.
type Organization struct {
	Record
	Kind string
	Name string
}

func created(t *testing.T) *Store {
	t.Helper()
	s, err := Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func add(t *testing.T, s *Store, name string) Organization {
	t.Helper()
	o := Organization{Kind: "enterprise", Name: name}
	if err := s.Write(t.Context(), "经办", "new", func(tx *Tx) error { return tx.Create(&o).Error }); err != nil {
		t.Fatal(err)
	}
	return o
}

func names(t *testing.T, s *Store) []string {
	t.Helper()
	var found []string
	if err := s.Read(t.Context()).Model(&Organization{}).Order("id").Pluck("name", &found).Error; err != nil {
		t.Fatal(err)
	}
	return found
}

func is(t *testing.T, err error, code string) {
	t.Helper()
	if !errors.Is(err, problem.New(code)) {
		t.Fatalf("got %v, want problem %s", err, code)
	}
}

func TestAWriteHappensWholeOrNotAtAll(t *testing.T) {
	s := created(t)
	for name, fn := range map[string]func(tx *Tx) error{
		"an error": func(*Tx) error { return errors.New("no") },
		"a panic":  func(*Tx) error { panic("fault") },
	} {
		err := s.Write(t.Context(), "经办", "new", func(tx *Tx) error {
			if err := tx.Create(&Organization{Kind: "enterprise", Name: name}).Error; err != nil {
				return err
			}
			return fn(tx)
		})
		if err == nil {
			t.Errorf("%s went unnoticed", name)
		}
	}
	add(t, s, "甲")
	if got := names(t, s); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("got %v", got)
	}
}

func TestEveryChangeLeavesItsEntry(t *testing.T) {
	s := created(t)
	o := add(t, s, "甲")
	steps := []func(tx *Tx) error{
		func(tx *Tx) error { o.Name = "乙"; return Update(tx, &o) },
		func(tx *Tx) error {
			return tx.Model(&Organization{}).Where("kind = ?", "enterprise").Update("kind", "farm").Error
		},
		func(tx *Tx) error { return tx.Remove(&o) },
		func(tx *Tx) error { return tx.Restore(&o) },
	}
	for i, step := range steps {
		if err := s.Write(t.Context(), "复核", "change", step); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	entries, err := journal.History(s.Read(t.Context()), "organizations", o.ID)
	if err != nil {
		t.Fatal(err)
	}
	var actions []string
	for _, e := range entries {
		actions = append(actions, e.Action)
	}
	if !slices.Equal(actions, []string{journal.Restore, journal.Delete, journal.Update, journal.Update, journal.Create}) {
		t.Errorf("got %v", actions)
	}
	if e := entries[3]; e.Actor != "复核" || e.Before == "" || e.After == "" || e.Before == e.After {
		t.Errorf("got %+v", e)
	}
	if err := journal.Verify(t.Context(), s.Read(t.Context())); err != nil {
		t.Error(err)
	}
}

func TestTamperingIsFoundAtItsEntry(t *testing.T) {
	s := created(t)
	for i := range 5 {
		add(t, s, fmt.Sprint("企业", i))
	}
	err := s.Write(t.Context(), "程序", "tamper", func(tx *Tx) error {
		return tx.Exec(`UPDATE journal SET actor = '别人' WHERE id = 3`).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	wrong, err := s.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(wrong) != 1 || wrong[0].Code != "journal.broken" || wrong[0].Args["entry"] != "3" {
		t.Errorf("got %v", wrong)
	}
}

func TestTheLaterOfTwoEditorsIsTold(t *testing.T) {
	s := created(t)
	o := add(t, s, "甲")
	mine, theirs := o, o
	save := func(o *Organization) error {
		return s.Write(t.Context(), "经办", "change", func(tx *Tx) error { return Update(tx, o) })
	}
	theirs.Name = "乙"
	if err := save(&theirs); err != nil {
		t.Fatal(err)
	}
	mine.Name = "丙"
	err := save(&mine)
	is(t, err, "record.changed")
	if p := problem.Of(err); p.Args["by"] != "经办" || p.Args["fields"] != "name" {
		t.Errorf("got %v", p)
	}
	var conflict *Conflict
	if !errors.As(err, &conflict) || len(conflict.Entries) != 1 {
		t.Fatalf("got %+v", conflict)
	}
	if _, after, err := conflict.Entries[0].Fields(); err != nil || after["name"] != "乙" {
		t.Errorf("theirs: %v, %v", after, err)
	}
	if got := names(t, s); !slices.Equal(got, []string{"乙"}) {
		t.Errorf("got %v", got)
	}
}

func TestASecondProgramIsTold(t *testing.T) {
	s := created(t)
	_, err := Open(t.Context(), s.Path())
	is(t, err, "store.in_use")
}

func TestFilesThatAreRefusedStayAsTheyAre(t *testing.T) {
	newer := created(t)
	if err := newer.Write(t.Context(), "程序", "newer", func(tx *Tx) error {
		return tx.Bulk(func(conn *sql.Conn) error {
			_, err := conn.ExecContext(t.Context(), "PRAGMA user_version = 9999")
			return err
		})
	}); err != nil {
		t.Fatal(err)
	}
	if err := newer.Close(); err != nil {
		t.Fatal(err)
	}
	half := created(t)
	for i := range 50 {
		add(t, half, fmt.Sprint(i))
	}
	if err := half.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(half.Path(), 40_000); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(t.TempDir(), "notes.db")
	if err := os.WriteFile(foreign, []byte("no database at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, code := range map[string]string{newer.Path(): "store.newer", half.Path(): "store.damaged", foreign: "store.not_ours", foreign + "x": "store.missing"} {
		before, _ := os.ReadFile(path)
		_, err := Open(t.Context(), path)
		is(t, err, code)
		if after, _ := os.ReadFile(path); !slices.Equal(before, after) {
			t.Errorf("%s: the file was changed", code)
		}
	}
}

func TestAFullDiskTakesTheWriteBack(t *testing.T) {
	s := created(t)
	add(t, s, "甲")
	if _, err := s.writer.ExecContext(t.Context(), "PRAGMA max_page_count = 60"); err != nil {
		t.Fatal(err)
	}
	err := s.Write(t.Context(), "经办", "fill", func(tx *Tx) error {
		for {
			if err := tx.Exec(`INSERT INTO organizations (created_at, updated_at, kind, name, note) VALUES ('', '', '', '', ?)`, string(make([]byte, 10_000))).Error; err != nil {
				return err
			}
		}
	})
	is(t, err, "store.disk_full")
	if got := names(t, s); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("%d records left", len(got))
	}
	add(t, s, "乙")
}

func TestABackupIsWholeAndComesBack(t *testing.T) {
	s := created(t)
	add(t, s, "甲")
	to := filepath.Join(t.TempDir(), "copy.db")
	steps := 0
	if err := s.Backup(t.Context(), to, func(done, total int) { steps++ }); err != nil {
		t.Fatal(err)
	}
	if steps == 0 {
		t.Error("no progress")
	}
	add(t, s, "乙")
	if _, err := Restore(t.Context(), to, s.Path(), nil); err == nil {
		t.Fatal("restored over an open file")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := Restore(t.Context(), to, s.Path(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string][]string{s.Path(): {"甲"}, kept: {"甲", "乙"}} {
		again, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if got := names(t, again); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestReadersDoNotWaitForAWriter(t *testing.T) {
	s := created(t)
	add(t, s, "甲")
	err := s.Write(t.Context(), "经办", "slow", func(tx *Tx) error {
		if err := tx.Create(&Organization{Kind: "farm", Name: "乙"}).Error; err != nil {
			return err
		}
		if got := names(t, s); !slices.Equal(got, []string{"甲"}) {
			t.Errorf("a reader saw %v in mid-write", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNothingIsWrittenPastTheDoor(t *testing.T) {
	s := created(t)
	if err := s.records.WithContext(t.Context()).Create(&Organization{Name: "甲"}).Error; err == nil {
		t.Error("the writer took a record outside Write")
	}
	if err := s.Read(t.Context()).Create(&Organization{Name: "乙"}).Error; err == nil {
		t.Error("a reader wrote")
	}
}

func TestLoadStoresWhatItIsFed(t *testing.T) {
	s := created(t)
	const n = 10_000
	rows := func(yield func([]any) bool) {
		for i := range n {
			if !yield([]any{int64(202601), int64(i), int64(1), int64(i), int64(2), int64(3), int64(0), int64(0), int64(0)}) {
				return
			}
		}
	}
	err := s.Write(t.Context(), "经办", "load", func(tx *Tx) error {
		return tx.Load(t.Context(), "sales_totals", "month, account_id, channel, payments, order_fen, settled_fen, refunds, refund_order_fen, refund_settled_fen", rows)
	})
	if err != nil {
		t.Fatal(err)
	}
	var count, sum int64
	if err := s.SQL().QueryRowContext(context.Background(), `SELECT COUNT(*), SUM(payments) FROM sales_totals`).Scan(&count, &sum); err != nil {
		t.Fatal(err)
	}
	if count != n || sum != n*(n-1)/2 {
		t.Errorf("got %d rows, sum %d", count, sum)
	}
}
