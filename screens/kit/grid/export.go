package grid

import (
	"context"
	"iter"
	"strconv"
	"strings"
	"time"

	"smartcanal/data/money"
	"smartcanal/data/sheet"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Format is what a list is written as.
type Format string

// A workbook has its numbers and dates as such and sums as formulas; csv comes in the two encodings that
// Chinese offices open.
const (
	Workbook Format = "xlsx"
	UTF8     Format = "csv-utf8"
	GBK      Format = "csv-gbk"
)

// Extension is what the file's name ends in.
func (f Format) Extension() string {
	if f == Workbook {
		return "xlsx"
	}
	return "csv"
}

const (
	exportChunk = 1000
	// rowsPerSheet leaves room for head and totals: a worksheet holds 1,048,576 rows.
	rowsPerSheet = 1_000_000
)

// export is a list on its way to a file: what is seen, in its order, with its columns.
type export struct {
	model   Model
	columns []Column
	spans   []Span // the rows
	title   string
	format  Format
}

func (e export) rows() int {
	n := 0
	for _, span := range e.spans {
		n += span.Last - span.First + 1
	}
	return n
}

// write writes the file whole or not at all; cancelled, it leaves none.
func (e export) write(ctx context.Context, path string, progress kit.Progress) error {
	columns, err := e.typed(ctx)
	if err != nil {
		return err
	}
	if e.format != Workbook {
		encoding := sheet.UTF8BOM
		if e.format == GBK {
			encoding = sheet.GB18030
		}
		return sheet.WriteCSV(path, encoding, columns, e.values(ctx, columns, progress))
	}
	book := sheet.NewBook()
	defer book.Discard()
	var page *sheet.Sheet
	written := 0
	for row, err := range e.values(ctx, columns, progress) {
		if err != nil {
			return err
		}
		if written%rowsPerSheet == 0 {
			if page != nil {
				page.Totals(wording.Text("grid.export.total"))
			}
			page = book.Sheet(e.title).Columns(columns)
		}
		page.AddRow(row...)
		written++
	}
	if page == nil {
		page = book.Sheet(e.title).Columns(columns)
	}
	page.Totals(wording.Text("grid.export.total"))
	return book.Save(path)
}

// values gives the rows as a file takes them, page by page of the model.
func (e export) values(ctx context.Context, columns []sheet.Column, progress kit.Progress) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		done, all := 0, e.rows()
		for rows, err := range e.chunks(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range rows {
				values := make([]any, len(columns))
				for i, column := range columns {
					values[i] = valueOf(row.cell(e.columns[i]), column.Kind)
				}
				if !yield(values, nil) {
					return
				}
			}
			done += len(rows)
			progress(int64(done), int64(all), wording.Text("grid.export.progress", "done", wording.Grouped(done), "all", wording.Grouped(all)))
		}
	}
}

func (e export) chunks(ctx context.Context) iter.Seq2[[]Row, error] {
	return func(yield func([]Row, error) bool) {
		for _, span := range e.spans {
			for first := span.First; first <= span.Last; first += exportChunk {
				rows, err := e.model.Page(ctx, first, min(exportChunk, span.Last-first+1))
				if err == nil {
					err = ctx.Err()
				}
				if !yield(rows, err) || err != nil {
					return
				}
			}
		}
	}
}

// typed tells from the first rows what the columns of numbers and times hold: amounts in yuan or whole
// numbers, days or moments.
func (e export) typed(ctx context.Context) ([]sheet.Column, error) {
	columns := make([]sheet.Column, len(e.columns))
	for i, c := range e.columns {
		columns[i] = sheet.Column{Head: c.Label, Width: float64(c.width()) / 8}
		switch c.Kind {
		case Number:
			columns[i].Kind, columns[i].Sum = sheet.Integer, true
		case Moment:
			columns[i].Kind = sheet.Date
		}
	}
	for rows, err := range e.chunks(ctx) {
		for _, row := range rows {
			for i, c := range e.columns {
				columns[i].Kind = finer(columns[i].Kind, row.cell(c).plain())
			}
		}
		return columns, err
	}
	return columns, nil
}

// finer is the kind that holds a text too: one amount among whole numbers makes amounts of them.
func finer(kind sheet.Kind, text string) sheet.Kind {
	switch {
	case kind == sheet.Integer && strings.Contains(text, "."):
		return sheet.Money
	case kind == sheet.Date && strings.Contains(text, ":"):
		return sheet.Moment
	}
	return kind
}

var china = time.FixedZone("UTC+8", 8*60*60)

// valueOf is a cell as a file takes it. What is no number or time, a dash for none, stays a text.
func valueOf(c Cell, kind sheet.Kind) any {
	text := c.plain()
	if text == "" {
		return nil
	}
	switch kind {
	case sheet.Money:
		if fen, err := money.Parse(withoutSeparators(text)); err == nil {
			return fen
		}
	case sheet.Integer:
		if n, err := strconv.ParseInt(withoutSeparators(text), 10, 64); err == nil {
			return n
		}
	case sheet.Date:
		if t, err := time.ParseInLocation(time.DateOnly, text, china); err == nil {
			return t
		}
	case sheet.Moment:
		if t, err := time.ParseInLocation(time.DateTime, text, china); err == nil {
			return t
		}
	}
	return text
}
