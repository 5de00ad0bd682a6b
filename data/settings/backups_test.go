package settings_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/settings"
	"smartcanal/data/store"
)

// office is a file of data whose clock the test sets.
type office struct {
	*store.Store
	now time.Time
}

func newOffice(t *testing.T) *office {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	o := &office{st, time.Date(2026, 11, 16, 8, 30, 0, 0, time.Local)}
	st.SetClock(func() time.Time { return o.now })
	return o
}

func TestABackupIsDueOnceADay(t *testing.T) {
	o := newOffice(t)
	b := settings.NewBackups(o.Store)
	due := func(want bool, when string) {
		t.Helper()
		if got, err := b.Due(t.Context()); got != want || err != nil {
			t.Errorf("%s: due %v, %v", when, got, err)
		}
	}
	due(true, "before the first")
	first, err := b.Make(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	due(false, "at once")
	o.now = o.now.Add(23 * time.Hour)
	due(false, "the next morning, early")
	o.now = o.now.Add(time.Hour)
	due(true, "a day later")
	if err := os.Remove(first); err != nil {
		t.Fatal(err)
	}
	o.now = o.now.Add(-24 * time.Hour)
	due(true, "when somebody threw the copy away")
}

func TestABackupOpensAndHoldsWhatWasThere(t *testing.T) {
	o := newOffice(t)
	err := o.Write(t.Context(), "经办", "test", func(tx *store.Tx) error { return tx.SetSetting(store.Office, "运河区商务局") })
	if err != nil {
		t.Fatal(err)
	}
	path, err := settings.NewBackups(o.Store).Make(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	copied, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	if name, err := copied.Setting(t.Context(), store.Office); name != "运河区商务局" || err != nil {
		t.Errorf("%q %v", name, err)
	}
}

func TestOnlyTheNewestBackupsAreKept(t *testing.T) {
	o := newOffice(t)
	b := settings.NewBackups(o.Store)
	if err := b.Keep(t.Context(), "经办", 3); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(b.Folder(), 0o755); err != nil {
		t.Fatal(err)
	}
	others := []string{"office.db.schema-0007.20260101-000000.bak", "another.db.daily.20200101-000000.bak", "office.db.daily.notes.bak", "office.db.daily.20200101-000000.bak.part"}
	for _, name := range others {
		if err := os.WriteFile(filepath.Join(b.Folder(), name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for range 5 {
		o.now = o.now.Add(24 * time.Hour)
		if _, err := b.Make(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	all, err := b.All()
	if err != nil || len(all) != 3 || !all[0].At.Equal(o.now) || !all[2].At.Equal(o.now.Add(-48*time.Hour)) {
		t.Errorf("%v %v", all, err)
	}
	for _, name := range others {
		if _, err := os.Stat(filepath.Join(b.Folder(), name)); err != nil {
			t.Errorf("%s is not the program's daily copy and is gone: %v", name, err)
		}
	}
}

func TestACopyMadeByHandCounts(t *testing.T) {
	o := newOffice(t)
	b := settings.NewBackups(o.Store)
	stick := filepath.Join(t.TempDir(), "stick.bak")
	if err := b.MakeAt(t.Context(), "经办", stick, nil); err != nil {
		t.Fatal(err)
	}
	if at, has, err := b.Last(t.Context()); !has || !at.Equal(o.now) || err != nil {
		t.Errorf("%v %v %v", at, has, err)
	}
	if all, _ := b.All(); len(all) != 0 {
		t.Errorf("%v: it lies elsewhere", all)
	}
}

func TestAStoppedBackupLeavesNothing(t *testing.T) {
	o := newOffice(t)
	b := settings.NewBackups(o.Store)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := b.Make(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if left, _ := os.ReadDir(b.Folder()); len(left) != 0 {
		t.Errorf("%v is left", left)
	}
}

func TestHowManyAreKept(t *testing.T) {
	o := newOffice(t)
	b := settings.NewBackups(o.Store)
	if kept, err := b.Kept(t.Context()); kept != 7 || err != nil {
		t.Errorf("%d %v", kept, err)
	}
	for kept, want := range map[int]string{0: "settings.backups_kept", 61: "settings.backups_kept", 1: "", 60: ""} {
		got := ""
		if err := b.Keep(t.Context(), "经办", kept); err != nil {
			got = problem.Of(err).Code
		}
		if got != want {
			t.Errorf("%d: %q, want %q", kept, got, want)
		}
	}
}
