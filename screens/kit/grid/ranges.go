package grid

// followed are the ranges of a selection in a list read anew: those whose rows show the same records as before, side
// by side, go with them; the others are given up, because nobody marked the records that came between. A range of
// all rows stays one.
func followed(ranges []Range, before, after Keeper, rowsBefore, rowsAfter int) []Range {
	var kept []Range
	for _, r := range ranges {
		if r.Top == 0 && r.Bottom == rowsBefore-1 && rowsAfter > 0 {
			r.Bottom = rowsAfter - 1
			kept = append(kept, r)
			continue
		}
		top := after.Find(before.ID(r.Top))
		if top >= 0 && sameRecords(r, top, before, after) {
			kept = append(kept, Range{top, r.Left, top + r.Bottom - r.Top, r.Right})
		}
	}
	return kept
}

func sameRecords(r Range, top int, before, after Keeper) bool {
	for i := range r.Bottom - r.Top + 1 {
		if before.ID(r.Top+i) != after.ID(top+i) {
			return false
		}
	}
	return true
}
