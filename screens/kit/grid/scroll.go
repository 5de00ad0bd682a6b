package grid

import "math"

// window is which rows are on the screen: the first one and how many fit as a whole.
type window struct {
	rows, top, fits int
}

func (w *window) last() int { return max(0, w.rows-w.fits) }

// to makes row the first one as far as there are rows below it.
func (w *window) to(row int) { w.top = max(0, min(row, w.last())) }

// show moves by as little as brings row into view.
func (w *window) show(row int) {
	switch {
	case row < w.top:
		w.to(row)
	case row >= w.top+w.fits:
		w.to(row - w.fits + 1)
	}
}

const leastThumb = 28

// thumb is where on a track of so many units the thumb lies and how long it is. In float64: a million
// rows on 600 units leave no room for rounding.
func (w *window) thumb(track float64) (at, length float64) {
	if w.rows == 0 || w.fits >= w.rows {
		return 0, track
	}
	length = min(track, max(leastThumb, track*float64(w.fits)/float64(w.rows)))
	return (track - length) * float64(w.top) / float64(w.last()), length
}

// dragTo takes the thumb to a place on the track: its ends are the first and the last row exactly.
func (w *window) dragTo(at, track float64) {
	_, length := w.thumb(track)
	if track <= length {
		return
	}
	w.to(int(math.Round(min(1, max(0, at/(track-length))) * float64(w.last()))))
}

// wheel collects movements smaller than a row.
type wheel struct{ rest float64 }

// rows is by how many rows to move now; what is left over counts the next time. Turning back forgets
// what was left over, so that the first turn back already moves.
func (w *wheel) rows(delta float64) int {
	if w.rest*delta < 0 {
		w.rest = 0
	}
	whole, rest := math.Modf(w.rest + delta)
	w.rest = rest
	return int(whole)
}
