package statement

import (
	"context"
	"slices"

	"smartcanal/data/sheet"
)

// parser makes lines of the rows of one format. It keeps what it needs from row to row.
type parser interface {
	columns(at *columns) // is told where the columns are, again for each header of the table
	row(r *reading)      // takes the current row
}

// ender is a parser that has something left to give after the last row.
type ender interface{ end(r *reading) }

// reading is the state of one walk through a table.
type reading struct {
	*Statement
	at       columns
	parser   parser
	result   Result
	onLine   func(Line) error
	onDoubt  func(Doubt) error
	err      error // of the two, or of the table
	current  sheet.Row
	bad      bool // the current row was found unreadable
	held     *sheet.Row
	narrow   bool // the row before was short as well
	stated   []statedItem
	heads    []string // names of a summary whose values come next
	repeated map[uint64]int
}

// Read walks through the table and gives its lines and doubts to the two functions, in the order of the
// rows (formats that spread an order over rows give it at the end). An error of either ends the walk. When
// the table breaks off, the lines before are given first and its problem is returned with what was found.
func (s *Statement) Read(ctx context.Context, onLine func(Line) error, onDoubt func(Doubt) error) (Result, error) {
	r := &reading{Statement: s, at: s.columns, parser: s.format.parser(), onLine: onLine, onDoubt: onDoubt, repeated: map[uint64]int{}}
	r.parser.columns(&r.at)
	var broken error
	for row, err := range s.Table.Rows(ctx) {
		if err != nil {
			broken = err
			break
		}
		if r.next(row); r.err != nil {
			return r.result, r.err
		}
	}
	if ctx.Err() != nil {
		return r.result, ctx.Err()
	}
	r.finish()
	if r.err != nil {
		return r.result, r.err
	}
	return r.result, broken
}

// next takes a row of the table. A text line that is too short is held until it is known whether it is the last.
func (r *reading) next(row sheet.Row) {
	if r.held != nil {
		held := *r.held
		r.held = nil
		r.take(held, false)
		r.narrow = true
	}
	if r.err != nil {
		return
	}
	if row.Number < r.HeaderRow {
		r.current = row
		r.note()
		return
	}
	if row.Number == r.HeaderRow {
		return
	}
	if r.short(row) {
		row.Cells = slices.Clone(row.Cells)
		r.held = &row
		return
	}
	r.take(row, false)
	r.narrow = false
}

func (r *reading) short(row sheet.Row) bool {
	return len(row.Cells) < len(r.at.names) && r.Table.Kind == sheet.CSV
}

func (r *reading) finish() {
	if r.held != nil {
		r.take(*r.held, true)
	}
	if last, is := r.parser.(ender); is && r.err == nil {
		last.end(r)
	}
	r.settleSummary()
}

// take reads one row; last says that it is the last one and shorter than it should be.
func (r *reading) take(row sheet.Row, last bool) {
	r.current, r.bad = row, false
	if r.special() {
		return
	}
	if len(row.Cells) <= r.at.last && r.Table.Kind == sheet.CSV || last && !r.narrow {
		r.unreadable(-1, "statement.truncated_line", "cells", len(row.Cells), "columns", len(r.at.names))
		return
	}
	r.parser.row(r)
}

// give hands on a line of the current row, unless something in the row could not be read.
func (r *reading) give(line *Line) {
	if r.bad {
		return
	}
	line.Row = r.current.Number
	r.send(line)
}

// send hands on a line whose row is known.
func (r *reading) send(line *Line) {
	if r.err != nil {
		return
	}
	if r.Met != nil && r.Evidence != Counted {
		if r.Met[line.Identity] {
			r.result.Repeated++
			return
		}
		r.Met[line.Identity] = true
	}
	r.result.count(line)
	r.err = r.onLine(*line)
}
