package grid

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestLanesFill: stretched columns fill the room to the unit and follow each other without a gap.
func TestLanesFill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Column {
			return Column{
				Width: float32(rapid.IntRange(0, 300).Draw(t, "width")),
				Grow:  float32(rapid.IntRange(0, 2).Draw(t, "grow")),
			}
		}), 1, 12).Draw(t, "columns")
		room := float32(rapid.IntRange(100, 3000).Draw(t, "room"))
		natural := wide(lay(columns, room, false))
		lanes := lay(columns, room, true)
		at := float32(0)
		for i, l := range lanes {
			if l.at != at || l.width < leastWidth*narrowest {
				t.Fatalf("lane %d is %v, want it at %v", i, l, at)
			}
			at += l.width
		}
		if total := wide(lanes); natural <= room && math.Abs(float64(total-room)) > 0.01 {
			t.Fatalf("columns of %v fill %v of %v", natural, total, room)
		} else if natural > room && (total > natural+0.01 || total < room-0.01) {
			t.Fatalf("columns of %v take %v of %v", natural, total, room)
		}
	})
}
