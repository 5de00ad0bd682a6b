package sales

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTextsAreSortedByAllOfThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.StringMatching(`[0-9a-z运]{0,6}`).Draw(t, "start")
		texts := rapid.SliceOf(rapid.StringMatching(`[0-9a运河]{0,12}`)).Draw(t, "texts")
		for i := range texts {
			texts[i] = start + texts[i]
		}
		places := placesOf(texts)
		for i := range texts {
			for j := range texts {
				if cmp.Compare(places[i], places[j]) != strings.Compare(texts[i], texts[j]) {
					t.Fatalf("%q and %q have places %d and %d", texts[i], texts[j], places[i], places[j])
				}
			}
		}
	})
}

func TestPartsSortedSideBySideAreOne(t *testing.T) {
	for _, n := range []int{0, 1, 5, 1 << 16, 100_001} {
		rows := make([]keyed, n)
		for i := range rows {
			rows[i] = keyed{key: int64(i*7919%1013) - 500, row: int32(i)}
		}
		want := slices.Clone(rows)
		ties := func(a, b int32) int { return cmp.Compare(a, b) }
		slices.SortStableFunc(want, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
		if sortParallel(rows, ties); !slices.Equal(rows, want) {
			t.Errorf("%d rows are out of order", n)
		}
	}
}

func TestWordsAreSortedByPinyin(t *testing.T) {
	places := spoken(map[string]int64{"支付成功": 0, "REFUND": 1, "等待付款": 2, "全额退款": 3})
	order := []int64{0, 1, 2, 3}
	slices.SortFunc(order, func(a, b int64) int { return cmp.Compare(places[a], places[b]) })
	if !slices.Equal(order, []int64{2, 3, 1, 0}) {
		t.Errorf("order %v", order)
	}
}
