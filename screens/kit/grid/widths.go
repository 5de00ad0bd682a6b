package grid

// lane is where a column lies, from the left edge of all columns.
type lane struct{ at, width float32 }

// narrowest is how much of its width a growing column keeps where the columns do not fit.
const narrowest = 0.6

// lay gives the columns their lanes. Where stretch is set, room to spare goes to the growing columns,
// and they give some of theirs where that spares the person a scroll bar.
func lay(columns []Column, room float32, stretch bool) []lane {
	lanes := make([]lane, len(columns))
	total, weights := float32(0), float32(0)
	for i, c := range columns {
		lanes[i].width = c.width()
		total += lanes[i].width
		weights += c.Grow
	}
	switch spare := room - total; {
	case !stretch || len(columns) == 0:
	case spare > 0:
		share(lanes, columns, weights, spare)
	case spare < 0:
		squeeze(lanes, columns, -spare)
	}
	at := float32(0)
	for i := range lanes {
		lanes[i].at = at
		at += lanes[i].width
	}
	return lanes
}

// share hands out whole units; what rounding leaves goes to the last column that takes part.
func share(lanes []lane, columns []Column, weights, spare float32) {
	given, last := float32(0), 0
	for i, c := range columns {
		weight := c.Grow
		if weights == 0 {
			weight = 1
		}
		if weight == 0 {
			continue
		}
		all := weights
		if all == 0 {
			all = float32(len(columns))
		}
		part := float32(int(spare * weight / all))
		lanes[i].width += part
		given += part
		last = i
	}
	lanes[last].width += spare - given
}

// squeeze takes what is missing from the growing columns, each by the same part, if they can give it.
func squeeze(lanes []lane, columns []Column, missing float32) {
	give := float32(0)
	for i, c := range columns {
		if c.Grow > 0 {
			give += lanes[i].width * (1 - narrowest)
		}
	}
	if give < missing {
		return
	}
	for i, c := range columns {
		if c.Grow > 0 {
			lanes[i].width -= missing * lanes[i].width * (1 - narrowest) / give
		}
	}
}

func wide(lanes []lane) float32 {
	if len(lanes) == 0 {
		return 0
	}
	last := lanes[len(lanes)-1]
	return last.at + last.width
}

// laneAt is the column at x, -1 right of all.
func laneAt(lanes []lane, x float32) int {
	for i, l := range lanes {
		if x >= l.at && x < l.at+l.width {
			return i
		}
	}
	return -1
}

const grip = 4

// edgeAt is the column whose right edge is at x, near enough to take hold of, else -1.
func edgeAt(lanes []lane, x float32) int {
	for i, l := range lanes {
		if edge := l.at + l.width; x >= edge-grip && x <= edge+grip {
			return i
		}
	}
	return -1
}
