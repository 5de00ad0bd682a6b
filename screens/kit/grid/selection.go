package grid

import "slices"

// Range is a block of cells, both ends included.
type Range struct{ Top, Left, Bottom, Right int }

// Span is a run of rows, both ends included.
type Span struct{ First, Last int }

// Place is one cell. A row of -1 is no cell.
type Place struct{ Row, Column int }

// Selection is what is marked: blocks of cells and the cell the cursor is in.
type Selection struct {
	Ranges []Range
	Cursor Place
}

func (r Range) holds(p Place) bool {
	return p.Row >= r.Top && p.Row <= r.Bottom && p.Column >= r.Left && p.Column <= r.Right
}

func block(a, b Place) Range {
	return Range{min(a.Row, b.Row), min(a.Column, b.Column), max(a.Row, b.Row), max(a.Column, b.Column)}
}

// Spans are the rows the selection touches: ascending, apart from each other, each row once.
func (s Selection) Spans() []Span {
	spans := make([]Span, 0, len(s.Ranges))
	for _, r := range s.Ranges {
		spans = append(spans, Span{r.Top, r.Bottom})
	}
	slices.SortFunc(spans, func(a, b Span) int { return a.First - b.First })
	joined := spans[:0]
	for _, span := range spans {
		if last := len(joined) - 1; last >= 0 && span.First <= joined[last].Last+1 {
			joined[last].Last = max(joined[last].Last, span.Last)
			continue
		}
		joined = append(joined, span)
	}
	return joined
}

// Rows is how many rows the selection touches.
func (s Selection) Rows() int {
	count := 0
	for _, span := range s.Spans() {
		count += span.Last - span.First + 1
	}
	return count
}

// Holds says whether a cell is marked.
func (s Selection) Holds(p Place) bool {
	return slices.ContainsFunc(s.Ranges, func(r Range) bool { return r.holds(p) })
}

// reach says what the last range is made of as it is stretched.
type reach int

const (
	ofCells reach = iota
	ofRows
	ofColumns
)

// marks is the selection as it grows: the last range runs from the anchor to the cursor.
type marks struct {
	ranges         []Range
	anchor, cursor Place
	rows, columns  int
	whole          bool // rows are always marked whole
	reach          reach
}

func newMarks(rows, columns int, whole bool) marks {
	return marks{anchor: Place{-1, 0}, cursor: Place{-1, 0}, rows: rows, columns: columns, whole: whole}
}

func (m *marks) selection() Selection {
	return Selection{slices.Clone(m.ranges), m.cursor}
}

func (m *marks) inside(p Place) Place {
	return Place{max(0, min(p.Row, m.rows-1)), max(0, min(p.Column, m.columns-1))}
}

func (m *marks) set(r Range) {
	if m.whole || m.reach == ofRows {
		r.Left, r.Right = 0, m.columns-1
	}
	if m.reach == ofColumns {
		r.Top, r.Bottom = 0, m.rows-1
	}
	if len(m.ranges) == 0 {
		m.ranges = append(m.ranges, r)
		return
	}
	m.ranges[len(m.ranges)-1] = r
}

// begin begins one more range at p, or with anew the first one.
func (m *marks) begin(p Place, of reach, anew bool) {
	if m.rows == 0 || m.columns == 0 {
		return
	}
	if anew || m.cursor.Row < 0 {
		m.ranges = m.ranges[:0]
	}
	m.cursor = m.inside(p)
	m.anchor, m.reach = m.cursor, of
	m.ranges = append(m.ranges, Range{})
	m.set(block(m.anchor, m.cursor))
}

// at begins anew with one cell.
func (m *marks) at(p Place) { m.begin(p, ofCells, true) }

// also begins one more range at p.
func (m *marks) also(p Place) { m.begin(p, ofCells, false) }

// to stretches the last range from its anchor to p.
func (m *marks) to(p Place) {
	if m.cursor.Row < 0 {
		m.at(p)
		return
	}
	m.cursor = m.inside(p)
	m.set(block(m.anchor, m.cursor))
}

// all marks everything and leaves the cursor where it is.
func (m *marks) all() {
	if m.rows == 0 || m.columns == 0 {
		return
	}
	m.cursor = m.inside(m.cursor)
	m.anchor, m.reach = m.cursor, ofCells
	m.ranges = []Range{{0, 0, m.rows - 1, m.columns - 1}}
}

// wholeRows widens every range to all columns.
func (m *marks) wholeRows() {
	for i := range m.ranges {
		m.ranges[i].Left, m.ranges[i].Right = 0, m.columns-1
	}
}

// wholeColumns lengthens every range to all rows.
func (m *marks) wholeColumns() {
	for i := range m.ranges {
		m.ranges[i].Top, m.ranges[i].Bottom = 0, m.rows-1
	}
}

// fit cuts the selection to a list that changed its size.
func (m *marks) fit(rows, columns int) {
	m.rows, m.columns = rows, columns
	m.ranges = slices.DeleteFunc(m.ranges, func(r Range) bool { return r.Top >= rows || r.Left >= columns })
	for i := range m.ranges {
		m.ranges[i].Bottom, m.ranges[i].Right = min(m.ranges[i].Bottom, rows-1), min(m.ranges[i].Right, columns-1)
	}
	if len(m.ranges) == 0 {
		*m = newMarks(rows, columns, m.whole)
		return
	}
	m.cursor, m.anchor = m.inside(m.cursor), m.inside(m.anchor)
	if last := m.ranges[len(m.ranges)-1]; !last.holds(m.cursor) {
		m.anchor, m.cursor = Place{last.Top, last.Left}, Place{last.Bottom, last.Right}
	}
}

// isWhole says whether a range covers its rows from end to end.
func (m *marks) isWhole(r Range) bool { return r.Left == 0 && r.Right == m.columns-1 }

// isTall says whether a range covers its columns from the first row to the last.
func (m *marks) isTall(r Range) bool { return r.Top == 0 && r.Bottom == m.rows-1 }

// holdsColumn says whether a column is marked from the first row to the last.
func (m *marks) holdsColumn(column int) bool {
	return slices.ContainsFunc(m.ranges, func(r Range) bool { return m.isTall(r) && column >= r.Left && column <= r.Right })
}

// holdsRow says whether any cell of a row is marked.
func (m *marks) holdsRow(row int) bool {
	return slices.ContainsFunc(m.ranges, func(r Range) bool { return row >= r.Top && row <= r.Bottom })
}

// single says whether one cell is all that is marked.
func (m *marks) single() bool {
	return len(m.ranges) == 1 && m.ranges[0] == block(m.cursor, m.cursor)
}
