package workbench

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"smartcanal/data/settings"
	"smartcanal/data/store"
)

// TestTheFileIsCopiedByItself opens a file three times in two days.
func TestTheFileIsCopiedByItself(t *testing.T) {
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	now := time.Date(2026, 11, 16, 8, 30, 0, 0, time.Local)
	st.SetClock(func() time.Time { return now })
	open := func() *backing {
		made := make(chan struct{}, 1)
		b := startBacking(st, 0, func() { made <- struct{}{} })
		select {
		case <-made:
		case <-time.After(200 * time.Millisecond): // nothing was due
		}
		b.Stop()
		return b
	}
	count := func(want int) {
		t.Helper()
		if all, err := settings.NewBackups(st).All(); len(all) != want || err != nil {
			t.Errorf("%v: %d copies, want %d: %v", now, len(all), want, err)
		}
	}
	says := func(b *backing, words string, late bool) {
		t.Helper()
		got, err := standing(t.Context(), st, b)
		if err != nil || !strings.Contains(got.Backup, words) || got.Late != late {
			t.Errorf("%v: %+v %v, want %q", now, got, err, words)
		}
	}
	says(&backing{}, "还没有备份", true)
	b := open()
	count(1)
	says(b, "今天 08:30", false)
	now = now.Add(3 * time.Hour)
	open()
	count(1)
	now = now.Add(3 * 24 * time.Hour)
	says(b, "已 3 天未备份（上次 11-16 08:30）", true)
	open()
	count(2)
}
