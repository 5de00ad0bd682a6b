package grid

import (
	"slices"
	"strconv"

	"smartcanal/data/listing"
)

// SortKey is one step of an order; its column is an ID.
type SortKey = listing.Order

// sortBy is what a click on a head does. A click sorts by that column alone, a second one turns the
// order; with add (Shift) the column joins the others: ascending, then descending, then not at all.
func sortBy(keys []SortKey, column string, add bool) []SortKey {
	at := slices.IndexFunc(keys, func(k SortKey) bool { return k.Column == column })
	if !add {
		return []SortKey{{Column: column, Descending: at >= 0 && len(keys) == 1 && !keys[at].Descending}}
	}
	keys = slices.Clone(keys)
	switch {
	case at < 0:
		return append(keys, SortKey{Column: column})
	case !keys[at].Descending:
		keys[at].Descending = true
		return keys
	}
	return slices.Delete(keys, at, at+1)
}

// arrow is what a head shows of the order: ↑ or ↓, numbered where several columns take part.
func arrow(keys []SortKey, column string) string {
	for i, k := range keys {
		if k.Column != column {
			continue
		}
		sign := "↑"
		if k.Descending {
			sign = "↓"
		}
		if len(keys) > 1 {
			sign += strconv.Itoa(i + 1)
		}
		return sign
	}
	return ""
}
