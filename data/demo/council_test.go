package demo

import (
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/chronicle"
	"smartcanal/data/council"
	"smartcanal/data/store"
)

// TestTheConferenceOfTheDemo has tasks under every lamp, one to review, one that asks for more time, and its story.
func TestTheConferenceOfTheDemo(t *testing.T) {
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "demo.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	if err := FillCouncil(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	if err := FillChronicle(t.Context(), st); err != nil {
		t.Fatal(err)
	}
	figures, err := council.New(st).Figures(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, lamp := range council.Lamps {
		if figures.Lamps[lamp] == 0 {
			t.Errorf("no task is %s", lamp)
		}
	}
	if figures.ToReview != 1 || figures.Asked != 1 || figures.Closed != 6 || figures.ClosedInTime != 5 || figures.Open != 20 {
		t.Errorf("%+v", figures)
	}
	room := chronicle.New(st)
	story, err := room.IDs(t.Context(), chronicle.Filter{Year: "2015"}, nil)
	if err != nil || len(story) != 5 {
		t.Errorf("%d entries of 2015: %v", len(story), err)
	}
	if proposals, err := room.Proposals(t.Context()); err != nil || len(proposals) != unread {
		t.Errorf("%d proposals: %v", len(proposals), err)
	}
	if st.Now().Year() != 2026 || st.Now().Month() != 11 || st.Now().Day() != 23 {
		t.Error("the clock is not put back")
	}
}
