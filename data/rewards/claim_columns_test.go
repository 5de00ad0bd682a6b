package rewards

import (
	"testing"

	"smartcanal/data/listing"
)

func TestColumnsOfClaimsFilter(t *testing.T) {
	room := newOffice(t)
	claim := room.claim(t)
	for _, c := range []struct {
		filter listing.Filter
		found  int
	}{
		{listing.Filter{Column: string(ByStage), Values: []string{string(claim.Stage)}}, 1},
		{listing.Filter{Column: string(ByStage), Values: []string{string(Completed)}}, 0},
		{listing.Filter{Column: string(ByAmount), Least: "0.01", Most: "100,000,000"}, 1},
		{listing.Filter{Column: string(ByYear), Most: "2000"}, 0},
	} {
		if ids, err := room.ClaimIDs(t.Context(), ClaimFilter{}, nil, c.filter); err != nil || len(ids) != c.found {
			t.Errorf("%+v: %v %v, want %d", c.filter, ids, err, c.found)
		}
	}
	for column, field := range filterable {
		filters := []listing.Filter{{Column: column, Filled: true}}
		if field.Kind == listing.Text {
			filters = append(filters, listing.Filter{Column: column, Contains: "a"})
		} else {
			filters = append(filters, listing.Filter{Column: column, Least: "1"})
		}
		if _, err := room.ClaimIDs(t.Context(), ClaimFilter{}, nil, filters...); err != nil {
			t.Errorf("%s: %v", column, err)
		}
		if _, err := room.ClaimValues(t.Context(), ClaimColumn(column), ClaimFilter{Year: 2026}, filters, 5); err != nil {
			t.Errorf("%s: %v", column, err)
		}
	}
}
