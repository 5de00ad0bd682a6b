package gallery

import (
	"testing"
	"time"

	"smartcanal/data/store"
	"smartcanal/screens/today"
	"smartcanal/screens/wording"
)

// todayFile is the demo's file on a working day of the demo's last month.
func todayFile(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), demoFile(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	return st
}

func TestToday(t *testing.T) {
	st := todayFile(t)
	const link = "smartcanal://today"
	for _, shot := range []struct {
		name          string
		width, height float32
		dark          bool
	}{
		{"today", officeWidth, officeHeight, false}, {"today-dark", officeWidth, officeHeight, true}, {"today-wide", wideWidth, wideHeight, false},
		{"today-large", officeWidth / 1.5, officeHeight / 1.5, false},
	} {
		Shot(t, shot.name, shot.width, shot.height, shot.dark, atArea(today.Area(st, "经办员"), link))
	}
	Shot(t, "today-own", officeWidth, officeHeight, false, atArea(today.Area(st, "经办员"), link, tapping(t, "我的")))
	Shot(t, "today-wanted-none", officeWidth, officeHeight, false, atArea(today.Area(st, "经办员"), link+"/wanted"))
	st.SetClock(func() time.Time { return time.Date(2027, 1, 11, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	Shot(t, "today-january", officeWidth, officeHeight, false, atArea(today.Area(st, "经办员"), link))
	Shot(t, "today-wanted", officeWidth, officeHeight, false, atArea(today.Area(st, "经办员"), link+"/wanted"))
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	Shot(t, "today-english", officeWidth, officeHeight, false, atArea(today.Area(st, "Clerk"), link))
}

func TestTodayEmptyAndFailed(t *testing.T) {
	empty := councilFile(t)
	Shot(t, "today-empty", officeWidth, officeHeight, false, atArea(today.Area(empty, "经办员"), "smartcanal://today"))
	_ = empty.Close()
	Shot(t, "today-failed", officeWidth, officeHeight, false, atArea(today.Area(empty, "经办员"), "smartcanal://today"))
}
