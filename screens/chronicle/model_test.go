package chronicle

import (
	"bytes"
	"image"
	"image/png"
	"path/filepath"
	"testing"
	"time"

	"smartcanal/data/chronicle"
	"smartcanal/data/demo"
	"smartcanal/data/store"
)

func newModel(t *testing.T) *Model {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	for _, fill := range []error{demo.FillCouncil(t.Context(), st), demo.FillChronicle(t.Context(), st)} {
		if fill != nil {
			t.Fatal(fill)
		}
	}
	return NewModel(newDesk(st, "经办员"))
}

func (m *Model) loaded(t *testing.T) Shown {
	t.Helper()
	s, err := m.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m.Filter.Year = s.Year
	return s
}

func TestTheTimelineBeginsWithTheLatestYear(t *testing.T) {
	m := newModel(t)
	s := m.loaded(t)
	if s.Year != "2026" || len(s.Proposals) != 3 || s.Total != len(s.IDs)+5 {
		t.Errorf("%s, %d proposals, %d in all", s.Year, len(s.Proposals), s.Total)
	}
	m.Filter.Year = "2015"
	s = m.loaded(t)
	months := s.Months()
	if len(months) != 3 || months[1].Month != "2015-10" || len(months[1].Entries) != 3 {
		t.Errorf("%+v", months)
	}
	signing := months[2].Entries[0].ID
	if len(s.Pictures[signing]) != 2 {
		t.Errorf("%d pictures of the signing", len(s.Pictures[signing]))
	}
	m.Latest = true
	if s = m.loaded(t); s.Entries[0].ID != signing {
		t.Error("the latest is not first")
	}
	m.SetPublic("no")
	if s = m.loaded(t); len(s.IDs) != 1 || !m.Filtered() {
		t.Errorf("%d internal entries of 2015", len(s.IDs))
	}
}

func TestTheListMayShowAllYears(t *testing.T) {
	m := newModel(t)
	m.Look = AsList
	if s := m.loaded(t); s.Year != "" || len(s.IDs) != s.Total || len(s.Entries) != 0 {
		t.Errorf("%q, %d of %d", s.Year, len(s.IDs), s.Total)
	}
	m.Filter.Year = "1999" // has gone meanwhile
	m.Look = AsTimeline
	if s := m.loaded(t); s.Year != "2026" {
		t.Errorf("%q", s.Year)
	}
}

// TestWhatIsProposedWhileThePageIsOpen: the page reads on in the journal each time it loads.
func TestWhatIsProposedWhileThePageIsOpen(t *testing.T) {
	m := newModel(t)
	before := len(m.loaded(t).Proposals)
	entry := chronicle.Entry{OnDay: "2026-11-23", Title: "新增", Kind: chronicle.Other}
	if err := m.desk.room.Add(t.Context(), "经办员", &entry); err != nil {
		t.Fatal(err)
	}
	if s := m.loaded(t); len(s.Proposals) != before || s.Entries[len(s.Entries)-1].Title != "新增" {
		t.Errorf("%d proposals, last %s", len(s.Proposals), s.Entries[len(s.Entries)-1].Title)
	}
}

func TestPicturesAreMadeSmall(t *testing.T) {
	for _, c := range []struct{ width, height, wide, high int }{{420, 250, 168, 100}, {1000, 10, 168, 1}, {10, 10, 10, 10}, {100, 4000, 2, 100}} {
		var out bytes.Buffer
		if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, c.width, c.height))); err != nil {
			t.Fatal(err)
		}
		if small := thumbnail(out.Bytes()); small.Bounds().Dx() != c.wide || small.Bounds().Dy() != c.high {
			t.Errorf("%v: %v", c, small.Bounds())
		}
	}
	if thumbnail([]byte("no picture")) != nil {
		t.Error("a text was drawn")
	}
}

func FuzzThumbnail(f *testing.F) {
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Add([]byte("\xff\xd8\xff"))
	f.Fuzz(func(_ *testing.T, content []byte) { thumbnail(content) })
}
