package grid

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// CopyForm says how the selection is put on the clipboard.
type CopyForm int

// ForSpreadsheet is what Ctrl+C does: a table Excel and WPS paste cell by cell, except that one cell
// alone is copied as it is, because it mostly goes into a search box. WithHead puts the labels of the
// columns above. AsText (Ctrl+Shift+C) leaves every cell as it is.
const (
	ForSpreadsheet CopyForm = iota
	WithHead
	AsText
)

// CopyLimit is how many cells one copy takes; more is for an export to a file.
const CopyLimit = 1_000_000

const copyChunk = 1000

// Copy puts the selection on the clipboard. Rows that are not here are fetched in the background.
func (g *Grid) Copy(form CopyForm) {
	ranges := slices.Clone(g.marks.ranges)
	if g.pages == nil || len(ranges) == 0 {
		return
	}
	c := copying{model: g.pages.model, columns: slices.Clone(g.columns), ranges: ranges, form: form}
	if cells := c.cells(); cells > CopyLimit {
		g.report(problem.New("grid.too_much_to_copy", "cells", cells, "limit", CopyLimit))
		return
	}
	g.copier.Load(c.text, func(text string, fault *problem.Problem) {
		if fault != nil {
			g.report(fault)
			return
		}
		fyne.CurrentApp().Clipboard().SetContent(text)
	})
}

func (g *Grid) report(fault *problem.Problem) {
	if g.OnProblem != nil {
		g.OnProblem(fault)
	}
}

// copying is a copy under way; it holds what the background needs.
type copying struct {
	model   Model
	columns []Column
	ranges  []Range
	form    CopyForm
}

// picked are the columns and the spans of rows that are copied. Several ranges give the table of all
// their rows and columns, with the cells outside of every range left empty.
func (c copying) picked() (columns []int, spans []Span) {
	marked := make([]bool, len(c.columns))
	for _, r := range c.ranges {
		for i := r.Left; i <= r.Right; i++ {
			marked[i] = true
		}
	}
	for i, is := range marked {
		if is {
			columns = append(columns, i)
		}
	}
	return columns, Selection{Ranges: c.ranges}.Spans()
}

func (c copying) cells() int {
	columns, _ := c.picked()
	return len(columns) * Selection{Ranges: c.ranges}.Rows()
}

func (c copying) text(ctx context.Context) (string, error) {
	columns, spans := c.picked()
	var out strings.Builder
	if c.form == WithHead {
		c.head(&out, columns)
	}
	if c.form == ForSpreadsheet && c.cells() == 1 {
		c.form = AsText
	}
	for _, span := range spans {
		for first := span.First; first <= span.Last; first += copyChunk {
			rows, err := c.model.Page(ctx, first, min(copyChunk, span.Last-first+1))
			if err != nil {
				return "", err
			}
			for i, row := range rows {
				c.line(&out, columns, first+i, row)
			}
		}
	}
	return strings.TrimSuffix(out.String(), "\r\n"), nil
}

func (c copying) head(out *strings.Builder, columns []int) {
	for i, column := range columns {
		if i > 0 {
			out.WriteByte('\t')
		}
		out.WriteString(flat(c.columns[column].Label))
	}
	out.WriteString("\r\n")
}

func (c copying) line(out *strings.Builder, columns []int, index int, row Row) {
	for i, column := range columns {
		if i > 0 {
			out.WriteByte('\t')
		}
		if len(c.ranges) > 1 && !(Selection{Ranges: c.ranges}).Holds(Place{index, column}) {
			continue
		}
		cell := row.cell(c.columns[column])
		if c.form == AsText {
			out.WriteString(flat(cell.plain()))
			continue
		}
		out.WriteString(forSpreadsheet(cell, c.columns[column].Kind))
	}
	out.WriteString("\r\n")
}

type copier = kit.Loader[string]
