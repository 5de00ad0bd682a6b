package today

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartcanal/data/council"
	"smartcanal/data/demo"
	"smartcanal/data/people"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

// monday is a day of the demo's last month.
var monday = time.Date(2026, 11, 23, 9, 0, 0, 0, statement.China)

func emptyRoom(t *testing.T) *Room {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "today.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return monday })
	return New(st)
}

// demoRoom has the demo's statements, claims, tasks and chronicle.
func demoRoom(t *testing.T) *Room {
	t.Helper()
	r := emptyRoom(t)
	files, err := demo.Write(t.Context(), t.TempDir(), demo.Seed)
	if err == nil {
		_, err = demo.Fill(t.Context(), r.store, files, "经办员", nil)
	}
	if err == nil {
		_, err = demo.FillClaims(t.Context(), r.store)
	}
	if err == nil {
		err = demo.FillCouncil(t.Context(), r.store)
	}
	if err == nil {
		err = demo.FillChronicle(t.Context(), r.store)
	}
	if err != nil {
		t.Fatal(err)
	}
	r.store.SetClock(func() time.Time { return monday })
	return r
}

func TestGroups(t *testing.T) {
	for _, c := range []struct {
		on, today string
		want      Group
	}{
		{"", "2026-11-23", OfToday},
		{"2026-11-22", "2026-11-23", Late},
		{"2026-11-23", "2026-11-23", OfToday},
		{"2026-11-24", "2026-11-23", ThisWeek},
		{"2026-11-29", "2026-11-23", ThisWeek}, // Sunday
		{"2026-11-30", "2026-11-23", Later},
		{"2026-11-29", "2026-11-29", OfToday},
		{"2026-11-30", "2026-11-29", Later}, // on a Sunday the week is over
		{"2026-11-29", "2026-11-28", ThisWeek},
	} {
		if got := groupOf(c.on, c.today); got != c.want {
			t.Errorf("%q seen from %s: %s, want %s", c.on, c.today, got, c.want)
		}
	}
}

// TestArranged is what holds of every list: the groups in their order, the days within a group too, each record once.
func TestArranged(t *testing.T) {
	r := emptyRoom(t)
	rapid.Check(t, func(t *rapid.T) {
		var items []Item
		for range rapid.IntRange(0, 30).Draw(t, "items") {
			on := ""
			if days := rapid.IntRange(-20, 21).Draw(t, "days"); days < 21 {
				on = monday.AddDate(0, 0, days).Format(time.DateOnly)
			}
			items = append(items, Item{On: on, Link: fmt.Sprint("smartcanal://task/", rapid.IntRange(1, 12).Draw(t, "id"))})
		}
		links := map[string]bool{}
		for _, item := range items {
			links[item.Link] = true
		}
		arranged := r.Arrange(slices.Clone(items))
		if len(arranged) != len(links) {
			t.Fatalf("%d items of %d records", len(arranged), len(links))
		}
		for i := 1; i < len(arranged); i++ {
			before, after := slices.Index(Groups, arranged[i-1].Group), slices.Index(Groups, arranged[i].Group)
			if before > after || before == after && arranged[i-1].On > arranged[i].On {
				t.Fatalf("%+v stands before %+v", arranged[i-1], arranged[i])
			}
		}
	})
}

// TestFiguresRestOnTheirLines compares each figure with the list it opens.
func TestFiguresRestOnTheirLines(t *testing.T) {
	r := demoRoom(t)
	f, err := r.Figures(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	lines := sales.LineFilter{Channel: statement.Online, Matched: true, From: 202601, To: 202612}
	ids, err := r.sales.LineIDs(t.Context(), lines, nil)
	if err != nil {
		t.Fatal(err)
	}
	sum, err := r.sales.SumLines(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	if len(ids) == 0 || sum.Net() != f.Trade.Net || sum.Payments != f.Trade.Payments {
		t.Errorf("the year is %v of %d payments, its %d lines are %v of %d", f.Trade.Net, f.Trade.Payments, len(ids), sum.Net(), sum.Payments)
	}
	organizations := map[int64]bool{}
	for some := range slices.Chunk(ids, 5000) {
		rows, err := r.sales.Lines(t.Context(), some)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			organizations[row.OrganizationID] = true
		}
	}
	if len(organizations) != f.Trade.Organizations {
		t.Errorf("%d organisations, the lines are of %d", f.Trade.Organizations, len(organizations))
	}
	for lamp, n := range f.Tasks.Lamps {
		tasks, err := r.council.TaskIDs(t.Context(), council.TaskFilter{Open: true, Lamp: lamp}, nil)
		if err != nil || len(tasks) != n {
			t.Errorf("%d tasks under %s, the list has %d (%v)", n, lamp, len(tasks), err)
		}
	}
	d, err := r.Data(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	unmatched, err := r.sales.LineIDs(t.Context(), sales.LineFilter{Unmatched: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := r.sales.Lines(t.Context(), unmatched)
	accounts, counted := map[int64]bool{}, 0
	for _, row := range rows {
		if row.Sides != 0 {
			accounts[row.AccountID] = true
		}
		counted += int(row.Sides&statement.Paid) + int(row.Sides&statement.Refunded)/2 // a line may be a payment and its refund
	}
	if err != nil || d.Unmatched != len(accounts) || d.UnmatchedLines != counted || counted == 0 {
		t.Errorf("%d unmatched lines of %d accounts, the list has %d of %d (%v)", d.UnmatchedLines, d.Unmatched, counted, len(accounts), err)
	}
	m, err := r.Months(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	total, platforms := f.Trade.Net, f.Trade.Net
	for _, month := range m.This {
		total -= month
	}
	for _, platform := range m.Platforms {
		platforms -= platform.Net
	}
	if total != 0 || platforms != 0 {
		t.Errorf("the months miss %v of the year, the platforms %v", total, platforms)
	}
}

// TestTheSameDaysOfTheYearBefore reads the lines of both years one by one.
func TestTheSameDaysOfTheYearBefore(t *testing.T) {
	r := demoRoom(t)
	f, err := r.Figures(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	until := f.Trade.Until
	if until.IsZero() || !f.Trade.Known {
		t.Fatalf("nothing to compare: %+v", f.Trade)
	}
	ids, err := r.sales.LineIDs(t.Context(), sales.LineFilter{Channel: statement.Online, Matched: true, From: 202501, To: 202512}, nil)
	if err != nil {
		t.Fatal(err)
	}
	end := time.Date(until.Year()-1, until.Month(), until.Day()+1, 0, 0, 0, 0, statement.China)
	want, all := f.Trade.Before, f.Trade.Before
	for some := range slices.Chunk(ids, 5000) {
		rows, err := r.sales.Lines(t.Context(), some)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if all -= row.Amount; row.At.Before(end) {
				want -= row.Amount
			}
		}
	}
	if want != 0 {
		t.Errorf("the same days miss %v", want)
	}
	if all == 0 {
		t.Error("the year before has nothing after these days: the test proves nothing")
	}
}

func TestOnesOwn(t *testing.T) {
	r := demoRoom(t)
	all, err := r.Due(t.Context(), "李经办", false)
	if err != nil || len(all.Items) == 0 {
		t.Fatal(len(all.Items), err)
	}
	alone, err := r.Due(t.Context(), "李经办", true)
	if err != nil || len(alone.Items) != len(all.Items) {
		t.Errorf("in an office of nobody all is one's own: %d of %d (%v)", len(alone.Items), len(all.Items), err)
	}
	for _, p := range []people.Person{{Name: "王主任", Roles: []people.Role{people.Approver}}, {Name: "李经办", Roles: []people.Role{people.Clerk}}} {
		if err := r.people.Save(t.Context(), "王主任", &p); err != nil {
			t.Fatal(err)
		}
	}
	clerk, err := r.Due(t.Context(), "李经办", true)
	if err != nil {
		t.Fatal(err)
	}
	head, err := r.Due(t.Context(), "王主任", true)
	if err != nil {
		t.Fatal(err)
	}
	has := func(d Due, kind council.DueKind) bool {
		return slices.ContainsFunc(d.Items, func(i Item) bool { return i.Kind == string(kind) })
	}
	if !has(head, council.DueReview) || !has(head, council.DueExtension) || has(clerk, council.DueReview) {
		t.Errorf("reviews are the approver's: %+v and %+v", head.Items, clerk.Items)
	}
	if len(clerk.Items) >= len(all.Items) || len(head.Items) >= len(all.Items) || len(clerk.Items) == 0 {
		t.Errorf("%d and %d of %d", len(clerk.Items), len(head.Items), len(all.Items))
	}
}

func TestAnEmptyFile(t *testing.T) {
	r := emptyRoom(t)
	f, err := r.Figures(t.Context())
	if err != nil || !f.Empty() {
		t.Errorf("%+v, %v", f, err)
	}
	m, err := r.Months(t.Context())
	if err != nil || !m.Nothing() {
		t.Errorf("%+v, %v", m, err)
	}
	d, err := r.Data(t.Context())
	if err != nil || !d.Late || d.Month != 202610 {
		t.Errorf("%+v, %v", d, err)
	}
	due, err := r.Due(t.Context(), "李经办", false)
	if err != nil || len(due.Items) != 0 {
		t.Errorf("%+v, %v", due, err)
	}
}

func TestChanges(t *testing.T) {
	r := demoRoom(t)
	p := people.Person{Name: "王主任", Roles: []people.Role{people.Approver}}
	if err := r.people.Save(t.Context(), "李经办", &p); err != nil {
		t.Fatal(err)
	}
	changes, last, err := r.Changes(t.Context(), 5)
	if err != nil || len(changes) != 5 {
		t.Fatal(changes, err)
	}
	if first := changes[0]; first.ID != last || first.Actor != "李经办" || first.Reason != "people.save" || first.Area() != "people" || !first.At.Equal(monday) {
		t.Errorf("%+v, last %d", first, last)
	}
	named := slices.ContainsFunc(changes, func(c Change) bool { return c.Title != "" && c.Link != "" })
	if !named {
		t.Errorf("none has a name: %+v", changes)
	}
}

func TestWantedStatements(t *testing.T) {
	r := demoRoom(t)
	before, err := r.sales.Wanted(t.Context(), 202610)
	if err != nil {
		t.Fatal(err)
	}
	later, err := r.sales.Wanted(t.Context(), 202612) // nothing of December came
	if err != nil || len(later) <= len(before) {
		t.Errorf("%d wanted of December, %d of October (%v)", len(later), len(before), err)
	}
	for _, account := range later {
		ids, err := r.sales.LineIDs(t.Context(), sales.LineFilter{AccountID: account.AccountID, From: 202612}, nil)
		if err != nil || len(ids) != 0 {
			t.Errorf("%+v has %d lines since (%v)", account, len(ids), err)
		}
	}
}
