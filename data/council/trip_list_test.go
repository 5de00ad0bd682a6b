package council

import (
	"slices"
	"testing"

	"smartcanal/data/listing"
	"smartcanal/data/search"
)

// TestTripsAreListed filters and sorts two trips: one that is home, one that is only planned.
func TestTripsAreListed(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	home := o.back()
	_, err := o.PayAllowances(ctx, clerk, home)
	must(t, err)
	plan := &StudyTrip{Title: "赴江阴考察", Purpose: "学习产业带", Places: "江阴", FromOn: "2027-01-11", UntilOn: "2027-01-12"}
	must(t, o.SaveTrip(ctx, clerk, plan))
	for _, c := range []struct {
		filter TripFilter
		order  []listing.Order
		column []listing.Filter
		want   []int64
	}{
		{want: []int64{plan.ID, home}},
		{order: []listing.Order{{Column: string(TripByFrom)}}, want: []int64{home, plan.ID}},
		{order: []listing.Order{{Column: string(TripByState)}}, want: []int64{plan.ID, home}},
		{filter: TripFilter{Text: "江阴"}, want: []int64{plan.ID}},
		{filter: TripFilter{Text: "国际电商城"}, want: []int64{home}},
		{filter: TripFilter{Text: "yw"}, want: []int64{home}},
		{filter: TripFilter{State: TripDraft}, want: []int64{plan.ID}},
		{filter: TripFilter{Year: "2026"}, want: []int64{home}},
		{filter: TripFilter{Follow: "2026-12-16"}},
		{filter: TripFilter{Follow: "2026-12-17"}, want: []int64{home}},
		{column: []listing.Filter{{Column: string(TripByLeader), Contains: "王"}}, want: []int64{home}},
	} {
		ids, err := o.TripIDs(ctx, c.filter, c.order, c.column...)
		must(t, err)
		if !slices.EqualFunc(ids, c.want, func(a int32, b int64) bool { return int64(a) == b }) {
			t.Errorf("%+v %+v: %v, want %v", c.filter, c.order, ids, c.want)
		}
	}
	rows, err := o.Trips(ctx, []int32{int32(home), int32(plan.ID)})
	must(t, err)
	if r := rows[0]; len(rows) != 2 || r.ID != home || r.Leader != "王科长" || r.Team != 2 || r.Spent != 1_080_00 || r.Budget != 10_000_00 || r.Insights != 1 || r.Taken != 0 {
		t.Errorf("%+v", rows)
	}
	for column := range tripFields() {
		if _, err := o.TripIDs(ctx, TripFilter{}, []listing.Order{{Column: column}}, listing.Filter{Column: column, Contains: "x"}); err != nil {
			t.Errorf("%s: %v", column, err)
		}
		if values, err := o.TripValues(ctx, TripColumn(column), TripFilter{}, nil, 5); err != nil || len(values) == 0 {
			t.Errorf("%s: %v %v", column, values, err)
		}
	}
	o.on("2026-12-12")
	figures, err := o.TripFigures(ctx)
	must(t, err)
	if figures.All != 2 || figures.States[TripDraft] != 1 || figures.States[TripBack] != 1 || figures.Follow != 1 {
		t.Errorf("%+v", figures)
	}
}

// TestATripIsFound: by its places and by whom it visited, no more once it is in the bin, and by the names of its photographs.
func TestATripIsFound(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	plan := o.planned()
	stop := &TripStop{TripID: plan.ID, OnDay: "2026-09-17", Place: "遂昌", Host: "赶街网"}
	must(t, o.SaveTripPart(ctx, clerk, stop))
	o.attached(TripPhotos(stop.ID), "服务站.jpg")
	found := func(text string, want ...string) {
		t.Helper()
		hits, err := o.Find(ctx, text, 5)
		must(t, err)
		files, err := o.FindFiles(ctx, text, 5)
		must(t, err)
		var links []string
		for _, hit := range append(hits, files...) {
			links = append(links, hit.Link)
		}
		if !slices.Equal(links, want) {
			t.Errorf("%s: %v, want %v", text, links, want)
		}
	}
	const trip = "smartcanal://trip/1"
	found("遂昌", trip)
	found("赶街", trip)
	found("gjw", trip)
	found("服务站", trip)
	must(t, o.RemoveTripPart(ctx, clerk, stop))
	found("赶街")
	must(t, o.RestoreTripPart(ctx, clerk, stop))
	found("赶街", trip)
	must(t, o.WithdrawTrip(ctx, clerk, o.heldTrip(plan.ID)))
	found("遂昌")
	must(t, o.RestoreTrip(ctx, clerk, plan.ID))
	found("遂昌", trip)
	if wrong, err := search.New(o.store).Check(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
}

// TestATripKeepsTheDaysThatAreUsed: a plan is not moved away from a visit that stands in it.
func TestATripKeepsTheDaysThatAreUsed(t *testing.T) {
	o := newOffice(t)
	ctx := t.Context()
	plan := o.planned()
	must(t, o.SaveTripPart(ctx, clerk, &TripStop{TripID: plan.ID, OnDay: "2026-09-16", Place: "义乌", Host: "园区"}))
	moved := o.tripNow(plan.ID).Trip
	moved.FromOn = "2026-09-17"
	refused(t, o.SaveTrip(ctx, clerk, &moved), "council.trip_days_used")
	for code, change := range map[string]func(*StudyTrip){
		"council.trip_untitled":     func(s *StudyTrip) { s.Title = " " },
		"council.trip_no_places":    func(s *StudyTrip) { s.Places = "，" },
		"council.ends_before":       func(s *StudyTrip) { s.UntilOn = "2026-09-01" },
		"council.trip_too_long":     func(s *StudyTrip) { s.UntilOn = "2027-09-18" },
		"council.not_a_day":         func(s *StudyTrip) { s.FromOn = "2026-13-01" },
		"council.trip_budget_below": func(s *StudyTrip) { s.Budget = -1 },
	} {
		wrong := o.tripNow(plan.ID).Trip
		change(&wrong)
		refused(t, o.SaveTrip(ctx, clerk, &wrong), code)
	}
}
