package store

import (
	"maps"
	"testing"

	"smartcanal/data/problem"
)

func TestSettingsOfTwoPeopleAreMerged(t *testing.T) {
	seen := map[string]int{"yellow": 10, "red": 30, "days": 7}
	for _, c := range []struct {
		what            string
		wanted, present map[string]int
		want            map[string]int // nil: contested
	}{
		{"one alone", map[string]int{"yellow": 12, "red": 30, "days": 7}, seen, map[string]int{"yellow": 12, "red": 30, "days": 7}},
		{"each another", map[string]int{"yellow": 12, "red": 30, "days": 7}, map[string]int{"yellow": 10, "red": 40, "days": 7}, map[string]int{"yellow": 12, "red": 40, "days": 7}},
		{"both the same", map[string]int{"yellow": 12, "red": 30, "days": 7}, map[string]int{"yellow": 12, "red": 30, "days": 7}, map[string]int{"yellow": 12, "red": 30, "days": 7}},
		{"both otherwise", map[string]int{"yellow": 12, "red": 30, "days": 7}, map[string]int{"yellow": 15, "red": 30, "days": 7}, nil},
	} {
		got, err := Merged(seen, c.wanted, c.present)
		if p := problem.Of(err); c.want == nil && (p == nil || p.Code != "settings.contested" || p.Where.Column != "yellow") || !maps.Equal(got, c.want) {
			t.Errorf("%s: %v %v", c.what, got, err)
		}
	}
}
