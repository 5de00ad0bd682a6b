package statement

import (
	"context"
	"slices"

	"smartcanal/data/money"
	"smartcanal/data/problem"
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

// cell gives a cell as it stands, "" where the row or the table has none.
func (r *reading) cell(i int) string {
	if i < 0 || i >= len(r.current.Cells) {
		return ""
	}
	return r.current.Cells[i]
}

// text gives a cell cleaned.
func (r *reading) text(i int) string { return clean(r.cell(i)) }

// told is like text, and "" for what exports put where there is nothing.
func (r *reading) told(i int) string {
	if text := r.text(i); !blank(text) {
		return text
	}
	return ""
}

// amount reads an amount the line cannot do without.
func (r *reading) amount(i int) money.Fen {
	if blank(r.text(i)) {
		r.unreadable(i, "statement.blank")
		return 0
	}
	return r.optional(i)
}

// The largest amount one line may have: ten thousand million yuan. What is larger is damage, and a
// million such lines still add up without overflow.
const largest = 10_000_000_000 * money.Yuan

// optional reads an amount that is nothing where the cell is blank or the column is not there.
func (r *reading) optional(i int) money.Fen {
	text := r.text(i)
	if blank(text) {
		return 0
	}
	fen, err := money.Parse(text)
	if err != nil {
		r.refuse(i, err)
		return 0
	}
	if fen > largest || fen < -largest {
		r.unreadable(i, "statement.amount_too_large", "text", text)
		return 0
	}
	return fen
}

// positive is an amount that may not be below nothing.
func (r *reading) positive(i int) money.Fen {
	fen := r.amount(i)
	if fen < 0 {
		r.unreadable(i, "statement.negative_amount", "text", r.text(i))
	}
	return fen
}

// inYuan keeps a line in another currency aside: its amount is no number of fen.
func (r *reading) inYuan(i int) {
	switch currency := r.told(i); currency {
	case "", "CNY", "人民币", "RMB":
	default:
		r.unreadable(i, "statement.foreign_currency", "text", currency)
	}
}

// time reads a time the line cannot do without.
func (r *reading) time(i int) moment {
	if r.told(i) == "" {
		r.unreadable(i, "statement.blank")
		return moment{}
	}
	return r.maybeTime(i)
}

// maybeTime reads a time that may be blank.
func (r *reading) maybeTime(i int) moment {
	text := r.told(i)
	if text == "" {
		return moment{}
	}
	m, ok := parseTime(text)
	if !ok {
		r.unreadable(i, "statement.not_a_time", "text", text)
	}
	return m
}

// refuse words an error in a cell.
func (r *reading) refuse(i int, err error) {
	p := problem.Of(err)
	r.keepAside(i, Doubt{Code: p.Code, Args: p.Args})
}

// unreadable keeps the current row aside; the first reason is told.
func (r *reading) unreadable(i int, code string, args ...any) {
	r.keepAside(i, Doubt{Code: code, Args: problem.New(code, args...).Args})
}

func (r *reading) keepAside(i int, doubt Doubt) {
	if r.bad {
		return
	}
	r.bad = true
	r.result.Unreadable++
	doubt.Unreadable = true
	r.tell(i, doubt)
}

// doubt flags the current row, which goes on.
func (r *reading) doubt(i int, code string, args ...any) {
	r.result.Doubtful++
	r.tell(i, Doubt{Code: code, Args: problem.New(code, args...).Args})
}

func (r *reading) tell(i int, doubt Doubt) {
	doubt.Row, doubt.Raw, doubt.Column = r.current.Number, r.current.Raw, r.nameOf(i)
	if err := r.onDoubt(doubt); err != nil && r.err == nil {
		r.err = err
	}
}

func (r *reading) nameOf(i int) string {
	if i < 0 || i >= len(r.at.names) {
		return ""
	}
	return r.at.names[i]
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

// sale fills in whose sale a line is where the row does not tell.
func (r *reading) sale(account string) string {
	switch {
	case account != "":
		return account
	case r.AccountHint != "":
		return r.AccountHint
	}
	return r.Account
}
