package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestNamesOfFilesMayHaveAnyCharacter(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "100% 电商 #1")
	path := filepath.Join(folder, "运河区 2026&a=b.db")
	s, err := Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, "甲")
	to := filepath.Join(folder, "备份 50%25.db")
	if err := errors.Join(s.Backup(t.Context(), to, nil), s.Close()); err != nil {
		t.Fatal(err)
	}
	kept, err := Restore(t.Context(), to, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, entry := range entries {
		left = append(left, filepath.Join(folder, entry.Name()))
	}
	want := []string{to, path, kept}
	slices.Sort(want)
	if slices.Sort(left); !slices.Equal(left, want) {
		t.Errorf("in the folder: %q\nwant %q", left, want)
	}
}

func TestSharesKeepTheirServer(t *testing.T) {
	if got := location("//server/电商/office.db"); got != "file:////server/%E7%94%B5%E5%95%86/office.db" {
		t.Error(got)
	}
}

func TestNothingIsCopiedOntoItself(t *testing.T) {
	s := created(t)
	is(t, s.Backup(t.Context(), s.Path(), nil), "store.onto_itself")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := Restore(t.Context(), s.Path(), s.Path(), nil)
	is(t, err, "store.onto_itself")
}

func TestAHalfBackupReplacesNothing(t *testing.T) {
	s := created(t)
	add(t, s, "甲")
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := errors.Join(s.Backup(t.Context(), to, nil), s.Close(), os.Truncate(to, 50_000)); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	_, err = Restore(t.Context(), to, s.Path(), nil)
	is(t, err, "store.damaged")
	if after, _ := os.ReadFile(s.Path()); !slices.Equal(before, after) {
		t.Error("the file was changed")
	}
}

func TestACopyMadeByHandComesBackWithItsJournal(t *testing.T) {
	s := created(t)
	add(t, s, "甲")
	copied := filepath.Join(t.TempDir(), "by-hand.db")
	for _, tail := range []string{"", "-wal"} {
		text, err := os.ReadFile(s.Path() + tail)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(copied+tail, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	to := filepath.Join(t.TempDir(), "office.db")
	if kept, err := Restore(t.Context(), copied, to, nil); err != nil || kept != "" {
		t.Fatal(kept, err)
	}
	again, err := Open(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got := names(t, again); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("got %v", got)
	}
}

func TestAFileCanBeLookedAtWhileItIsInUse(t *testing.T) {
	s := created(t)
	add(t, s, "甲")
	looking, err := OpenReadOnly(t.Context(), s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer looking.Close()
	add(t, s, "乙")
	if got := names(t, looking); !slices.Equal(got, []string{"甲", "乙"}) {
		t.Errorf("got %v", got)
	}
	is(t, looking.Write(t.Context(), "经办", "new", func(*Tx) error { return nil }), "store.only_reading")
}

func TestAFolderWithoutPermissionIsSaid(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("an administrator may write anywhere")
	}
	s := created(t)
	add(t, s, "甲")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(s.Path())
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
	_, err := Open(t.Context(), s.Path())
	is(t, err, "store.no_access")
	_, err = Create(t.Context(), filepath.Join(folder, "new.db"))
	is(t, err, "store.no_access")
	if err := os.Chmod(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(s.Path(), 0o400); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), s.Path())
	is(t, err, "store.no_access")
}
