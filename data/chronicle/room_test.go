package chronicle

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"smartcanal/data/attachments"
	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/search"
	"smartcanal/data/store"
)

const clerk store.Actor = "经办员"

var china = time.FixedZone("UTC+8", 8*60*60)

func newRoom(t testing.TB) *Room {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, china) })
	return New(st)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t testing.TB, err error, code string) {
	t.Helper()
	if err == nil || problem.Of(err).Code != code {
		t.Fatalf("%v, want %s", err, code)
	}
}

func (r *Room) added(t testing.TB, day, title string, kind Kind) Held {
	t.Helper()
	e := &Entry{OnDay: day, Title: title, Kind: kind}
	must(t, r.Add(t.Context(), clerk, e))
	return Held{e.ID, e.Version}
}

func (r *Room) proposed(t testing.TB, title string) Held {
	t.Helper()
	e := &Entry{OnDay: "2026-11-20", Title: title, Kind: Meeting, Importance: Normal, State: Proposed, Rule: "test", Origin: title}
	must(t, r.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return tx.Create(e).Error }))
	return Held{e.ID, e.Version}
}

func (r *Room) titles(t testing.TB, filter Filter) []string {
	t.Helper()
	ids, err := r.IDs(t.Context(), filter, nil)
	must(t, err)
	rows, err := r.Entries(t.Context(), ids)
	must(t, err)
	var titles []string
	for _, row := range rows {
		titles = append(titles, row.Title)
	}
	return titles
}

// TestNothingIsKeptUnread tries the ways in that pass the room by.
func TestNothingIsKeptUnread(t *testing.T) {
	r := newRoom(t)
	p := r.proposed(t, "建议")
	for _, statement := range []string{
		`UPDATE chronicle_entries SET state = 'kept' WHERE id = ?`,
		`INSERT INTO chronicle_entries (created_at, updated_at, on_day, title, kind, importance, state) SELECT created_at, updated_at, on_day, title, kind, importance, 'kept' FROM chronicle_entries WHERE id = ?`,
	} {
		if err := r.store.Write(t.Context(), clerk, "test", func(tx *store.Tx) error { return tx.Exec(statement, p.ID).Error }); err == nil {
			t.Errorf("went through: %s", statement)
		}
	}
	if titles := r.titles(t, Filter{}); len(titles) != 0 {
		t.Errorf("%v", titles)
	}
	must(t, r.Accept(t.Context(), clerk, p))
	page, err := r.Page(t.Context(), p.ID)
	must(t, err)
	if page.State != Kept || page.ReadBy != string(clerk) {
		t.Errorf("%+v", page.Entry)
	}
}

func TestProposalsAreReadInOneWayOrAnother(t *testing.T) {
	r := newRoom(t)
	ctx := t.Context()
	accepted, dismissed, edited := r.proposed(t, "采纳"), r.proposed(t, "忽略"), r.proposed(t, "编辑")
	must(t, r.Accept(ctx, clerk, accepted))
	must(t, r.Dismiss(ctx, clerk, dismissed))
	refused(t, r.Accept(ctx, clerk, accepted), "record.changed")
	refused(t, r.Accept(ctx, clerk, Held{999, 1}), "chronicle.no_entry")
	page, err := r.Page(ctx, edited.ID)
	must(t, err)
	page.Title = "编辑过"
	must(t, r.Edit(ctx, clerk, &page.Entry))
	if titles := r.titles(t, Filter{}); !slices.Equal(titles, []string{"采纳", "编辑过"}) {
		t.Errorf("%v", titles)
	}
	page.Title = " "
	refused(t, r.Edit(ctx, clerk, &page.Entry), "chronicle.untitled")
	refused(t, r.Add(ctx, clerk, &Entry{OnDay: "2015年", Title: "x"}), "chronicle.not_a_day")
}

func TestSeveralBecomeOne(t *testing.T) {
	r := newRoom(t)
	ctx := t.Context()
	first, second := r.added(t, "2015-10-09", "再次到访", Talk), r.proposed(t, "洽谈项目")
	must(t, r.store.Write(ctx, clerk, "test", func(tx *store.Tx) error {
		if _, err := attachments.Add(tx, Owner(second.ID), "", "现场.txt", []byte("照片")); err != nil {
			return err
		}
		return addSources(tx, second.ID, []Source{{Label: "来源", Link: "smartcanal://meeting/1"}})
	}))
	refused(t, r.Merge(ctx, clerk, first, first), "chronicle.merge_one")
	refused(t, r.Merge(ctx, clerk, first), "chronicle.merge_one")
	must(t, r.Merge(ctx, clerk, first, second))
	page, err := r.Page(ctx, first.ID)
	must(t, err)
	if page.Text != "洽谈项目" || len(page.Sources) != 1 || len(page.Attachments) != 1 || len(page.Parts) != 1 || page.Files != 1 {
		t.Errorf("%+v", page)
	}
	if titles := r.titles(t, Filter{Attachments: true}); len(titles) != 1 {
		t.Errorf("%v", titles)
	}
}

func TestListsOfTheChronicle(t *testing.T) {
	r := newRoom(t)
	ctx := t.Context()
	story := r.added(t, "2015-11-16", "“智慧运河”项目签约", Signing)
	r.added(t, "2015-09-16", "腾讯来访", Visit)
	r.added(t, "2026-01-02", "新年", Other)
	must(t, r.SetPublic(ctx, clerk, true, story))
	for _, c := range []struct {
		filter Filter
		want   int
	}{
		{Filter{}, 3}, {Filter{Year: "2015"}, 2}, {Filter{Kind: Visit}, 1}, {Filter{Public: true}, 1}, {Filter{Internal: true}, 2},
		{Filter{Text: "zhyh"}, 1}, {Filter{Text: "腾讯"}, 1}, {Filter{Importance: Great}, 0}, {Filter{Text: "没有"}, 0},
	} {
		if got := r.titles(t, c.filter); len(got) != c.want {
			t.Errorf("%+v: %v", c.filter, got)
		}
	}
	if first := r.titles(t, Filter{Year: "2015"})[0]; first != "腾讯来访" {
		t.Errorf("%s is first", first)
	}
	years, err := r.Years(ctx)
	must(t, err)
	if len(years) != 2 || years[0] != (Year{"2026", 1, 0}) || years[1] != (Year{"2015", 2, 1}) {
		t.Errorf("%+v", years)
	}
	for column := range filterable {
		if _, err := r.IDs(ctx, Filter{}, []listing.Order{{Column: column, Descending: true}}, listing.Filter{Column: column, Contains: "x"}); err != nil {
			t.Errorf("%s: %v", column, err)
		}
	}
	values, err := r.Values(ctx, ByKind, Filter{}, nil, 9)
	must(t, err)
	if len(values) != 3 {
		t.Errorf("%+v", values)
	}
	if wrong, err := search.New(r.store).Check(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}

func TestFirstCrossings(t *testing.T) {
	for _, c := range []struct{ before, now, want money.Fen }{
		{0, 499, 0}, {0, 500, 500}, {0, 1084, 1000}, {431, 1084, 1000}, {500, 999, 0}, {1000, 5000, 5000}, {20000, 30000, 0}, {499, 12000, 10000},
	} {
		if got := crossed(marks, c.before*money.Wan, c.now*money.Wan); got != c.want*money.Wan {
			t.Errorf("%d to %d: %d", c.before, c.now, got/money.Wan)
		}
	}
}
