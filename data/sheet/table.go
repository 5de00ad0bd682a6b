package sheet

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// The kinds of tables.
const (
	CSV  = "csv"  // text in lines, comma or tab between the cells
	XLSX = "xlsx" // a worksheet
)

// Table is one table of a file: a text file, or a worksheet.
type Table struct {
	Name     string    // "a.zip › b.csv", "x.xlsx › Sheet1" when there are more sheets than one, else the file's base name
	Encoding string    // of a text: one of the encodings of this package; "" for a worksheet
	Kind     string    // CSV or XLSX
	ModTime  time.Time // of the member where the container tells, else of the file
	Hidden   bool      // a worksheet the person does not see in Excel

	rows func(ctx context.Context, yield func(Row, error) bool) error
}

// Row is one row of a table. Number counts as a spreadsheet does, from 1, blank rows and all.
type Row struct {
	Number int
	Cells  []string // reused for the next row: copy the slice to keep it; the strings stay valid
	Raw    string   // the whole line as text (cells of a worksheet joined by tabs), to show and to keep aside
	Ticked bool     // a line of a WeChat bill: its cells began with backticks
}

// Rows walks through the table from its first row; blank rows are left out but counted. It can be called
// many times. An error ends the walk: a problem (file.…) with the row where it happened, or
// the context's error. The rows before it are whole and good.
//
// Cells hold what the file holds: a worksheet's numbers are unformatted (548.58000000000004) and its
// dates are serial numbers (see SerialTime); ="…", tabs and apostrophes are left in.
func (t Table) Rows(ctx context.Context) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		last, stopped := 0, false
		err := t.rows(ctx, func(row Row, err error) bool {
			last = row.Number
			stopped = !yield(row, err)
			return !stopped
		})
		if err != nil && !stopped {
			yield(Row{Number: last}, t.failed(ctx, err, last))
		}
	}
}

func (t Table) failed(ctx context.Context, err error, row int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	failure := saving.Trouble(err, t.Name)
	if p, ok := asProblem(failure); ok && p.Where.Row == 0 {
		p.Where.Row = row
	}
	return failure
}

// source is a stretch of bytes with a name: the file itself or a member of it.
type source struct {
	name    string // as the person knows it
	modTime time.Time
	packed  int64 // bytes it takes in its container, the measure of its ratio
	open    func() (io.ReadCloser, error)
}

func asProblem(err error) (*problem.Problem, bool) {
	var p *problem.Problem
	ok := errors.As(err, &p)
	return p, ok
}
