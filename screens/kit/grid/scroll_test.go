package grid

import (
	"testing"

	"pgregory.net/rapid"
)

func drawWindow(t *rapid.T) window {
	w := window{rows: rapid.IntRange(0, 3_000_000).Draw(t, "rows"), fits: rapid.IntRange(1, 60).Draw(t, "fits")}
	w.to(rapid.IntRange(-10, 3_000_010).Draw(t, "top"))
	return w
}

// TestThumbReachesBothEnds: the ends of the track are the first and the last row exactly, and the thumb
// stays on the track.
func TestThumbReachesBothEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWindow(t)
		track := rapid.Float64Range(40, 2000).Draw(t, "track")
		at, length := w.thumb(track)
		if at < 0 || at+length > track+1e-6 {
			t.Fatalf("thumb %v+%v outside of %v", at, length, track)
		}
		if w.rows <= w.fits {
			return
		}
		w.dragTo(track-length, track)
		if w.top != w.rows-w.fits {
			t.Fatalf("the end of the track is row %d, want %d", w.top, w.rows-w.fits)
		}
		w.dragTo(0, track)
		if w.top != 0 {
			t.Fatalf("the start of the track is row %d", w.top)
		}
	})
}

// TestShowBringsIntoView: the row asked for is on the screen as a whole, and a row that was is not moved.
func TestShowBringsIntoView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWindow(t)
		if w.rows == 0 {
			return
		}
		row, before := rapid.IntRange(0, w.rows-1).Draw(t, "row"), w
		w.show(row)
		if row < w.top || row >= w.top+w.fits {
			t.Fatalf("row %d is not in %d+%d", row, w.top, w.fits)
		}
		if row >= before.top && row < before.top+before.fits && w.top != before.top {
			t.Fatalf("row %d was in view, yet it scrolled from %d to %d", row, before.top, w.top)
		}
		if w.top < 0 || w.top > w.last() {
			t.Fatalf("top %d of %d", w.top, w.last())
		}
	})
}

// TestWheelLosesNothing: however a movement is cut up, the rows moved differ from it by less than one.
func TestWheelLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var w wheel
		sum, moved := 0.0, 0
		for _, delta := range rapid.SliceOf(rapid.Float64Range(0.001, 4)).Draw(t, "deltas") {
			sum += delta
			moved += w.rows(delta)
		}
		if rest := sum - float64(moved); rest < -1e-6 || rest >= 1+1e-6 {
			t.Fatalf("moved %d of %v", moved, sum)
		}
	})
}
