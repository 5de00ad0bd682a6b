package grid

import (
	"testing"

	"pgregory.net/rapid"
)

// TestMarksStayInside: whatever is done, the selection lies in the list, the cursor in the selection,
// and the spans are ascending, apart and cover just the rows of the ranges.
func TestMarksStayInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 40).Draw(t, "rows"), rapid.IntRange(1, 8).Draw(t, "columns")
		m := newMarks(rows, columns, rapid.Bool().Draw(t, "whole"))
		place := rapid.Custom(func(t *rapid.T) Place {
			return Place{rapid.IntRange(-60, 60).Draw(t, "row"), rapid.IntRange(-10, 10).Draw(t, "column")}
		})
		t.Repeat(map[string]func(*rapid.T){
			"at":      func(t *rapid.T) { m.at(place.Draw(t, "place")) },
			"to":      func(t *rapid.T) { m.to(place.Draw(t, "place")) },
			"also":    func(t *rapid.T) { m.also(place.Draw(t, "place")) },
			"all":     func(*rapid.T) { m.all() },
			"rows":    func(*rapid.T) { m.wholeRows() },
			"columns": func(*rapid.T) { m.wholeColumns() },
			"row":     func(t *rapid.T) { m.begin(place.Draw(t, "place"), ofRows, rapid.Bool().Draw(t, "anew")) },
			"column":  func(t *rapid.T) { m.begin(place.Draw(t, "place"), ofColumns, rapid.Bool().Draw(t, "anew")) },
			"fit": func(t *rapid.T) {
				m.fit(rapid.IntRange(0, 40).Draw(t, "rows"), m.columns)
			},
			"": func(t *rapid.T) { checkMarks(t, &m) },
		})
	})
}

func checkMarks(t *rapid.T, m *marks) {
	covered := make([]bool, m.rows)
	for _, r := range m.ranges {
		if r.Top < 0 || r.Left < 0 || r.Bottom >= m.rows || r.Right >= m.columns || r.Top > r.Bottom || r.Left > r.Right {
			t.Fatalf("range %v in a list of %d x %d", r, m.rows, m.columns)
		}
		if m.whole && !m.isWhole(r) {
			t.Fatalf("range %v is not of whole rows", r)
		}
		for row := r.Top; row <= r.Bottom; row++ {
			covered[row] = true
		}
	}
	s, count, last := m.selection(), 0, -2
	for _, span := range s.Spans() {
		if span.First <= last+1 {
			t.Fatalf("span %v touches the one before it, which ends at %d", span, last)
		}
		last = span.Last
		for row := span.First; row <= span.Last; row++ {
			if !covered[row] {
				t.Fatalf("row %d is in a span and in no range", row)
			}
			count++
		}
	}
	for _, is := range covered {
		if is {
			count--
		}
	}
	if count != 0 {
		t.Fatalf("spans and ranges differ by %d rows", count)
	}
	if len(m.ranges) > 0 && !s.Holds(m.cursor) {
		t.Fatalf("cursor %v lies outside of %v", m.cursor, m.ranges)
	}
}
