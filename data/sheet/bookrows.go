package sheet

import (
	"fmt"
	"iter"
	"time"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

const (
	titleHeight = 36
	headHeight  = 24
	lineHeight  = 20
)

// Sheet is one worksheet of a Book, written from top to bottom: Title, Columns, rows, Totals, Note.
type Sheet struct {
	book    *Book
	name    string
	stream  *excelize.StreamWriter
	columns []Column
	titles  []line
	sums    []sum
	head    int // row of the column heads
	row     int // last row written
	height  float64
}

// line is a text across all columns.
type line struct {
	text   string
	place  place
	height float64
}

// sum is what a column adds up to.
type sum struct {
	fen   money.Fen
	count int64
}

// Title puts a title above the columns, and under it lines such as the period and the unit.
func (s *Sheet) Title(title string, lines ...string) *Sheet {
	s.titles = append(s.titles, line{title, inTitle, titleHeight})
	for _, text := range lines {
		s.titles = append(s.titles, line{text, inSubtitle, lineHeight})
	}
	return s
}

// Columns writes the heads, sets the widths and freezes everything above the rows.
func (s *Sheet) Columns(columns []Column) *Sheet {
	s.columns, s.sums = columns, make([]sum, len(columns))
	s.head = len(s.titles) + 1
	for i, column := range columns {
		s.try(func() error { return s.stream.SetColWidth(i+1, i+1, min(column.width(), excelize.MaxColumnWidth)) })
	}
	s.try(func() error { return s.stream.SetPanes(s.frozen()) })
	for _, title := range s.titles {
		s.across(title)
	}
	cells := make([]any, len(columns))
	for i, column := range columns {
		cells[i] = excelize.Cell{StyleID: s.book.style(look{place: inHead}), Value: column.Head}
	}
	s.write(cells, headHeight)
	s.PrintSetup(Landscape)
	return s
}

func (s *Sheet) frozen() *excelize.Panes {
	return &excelize.Panes{
		Freeze: true, YSplit: s.head, TopLeftCell: fmt.Sprintf("A%d", s.head+1), ActivePane: "bottomLeft",
	}
}

// Rows adds a row for each list of values; see Kind for the values of a column.
func (s *Sheet) Rows(rows iter.Seq[[]any]) *Sheet {
	for values := range rows {
		if s.AddRow(values...); s.book.err != nil {
			break
		}
	}
	return s
}

// AddRow adds a row; columns without a value stay empty.
func (s *Sheet) AddRow(values ...any) *Sheet {
	cells := make([]any, len(s.columns))
	for i, column := range s.columns {
		cell := excelize.Cell{StyleID: s.book.style(look{inRow, column.Kind})}
		if i < len(values) {
			cell.Value = s.value(i, values[i])
		}
		cells[i] = cell
	}
	s.write(cells, s.height)
	return s
}

// RowHeight sets the height of the rows and totals that follow, in points; 0, as at first, leaves it to the
// program that opens the workbook, which gives a single line 13 to 15.
func (s *Sheet) RowHeight(points float64) *Sheet {
	s.height = points
	return s
}

// value gives what the library writes for a value and adds it to its column's sum.
func (s *Sheet) value(column int, value any) any {
	switch v := value.(type) {
	case money.Fen:
		s.sums[column].fen += v
		return yuan(v)
	case int:
		s.sums[column].count += int64(v)
	case int64:
		s.sums[column].count += v
	case time.Time:
		if v.IsZero() {
			return nil
		}
		return v.In(china)
	}
	return value
}

// yuan is exact: a float64 keeps fifteen digits, and the library writes the shortest text that gives it back.
func yuan(fen money.Fen) float64 { return float64(fen) / 100 }

// Totals adds a row with the label in the first column and a SUM formula, its result with it, under every
// column that has Sum.
func (s *Sheet) Totals(label string) *Sheet {
	first, last := s.head+1, s.row
	cells := make([]any, len(s.columns))
	for i, column := range s.columns {
		cell := excelize.Cell{StyleID: s.book.style(look{inTotals, column.Kind})}
		if column.Sum {
			cell.Value = s.total(i)
			if last >= first {
				cell.Formula = sumFormula(i+1, first, last)
			}
		}
		cells[i] = cell
	}
	if len(cells) > 0 && !s.columns[0].Sum {
		cells[0] = excelize.Cell{StyleID: s.book.style(look{inTotals, Text}), Value: label}
	}
	s.write(cells, s.height)
	return s
}

func (s *Sheet) total(column int) any {
	if s.columns[column].Kind == Money {
		return yuan(s.sums[column].fen)
	}
	return s.sums[column].count
}

func sumFormula(column, first, last int) string {
	name, _ := excelize.ColumnNumberToName(column)
	return fmt.Sprintf("SUM(%s%d:%s%d)", name, first, name, last)
}

// Note adds lines across all columns: capitals of the total, who made the table, seal and date.
func (s *Sheet) Note(lines ...string) *Sheet {
	for _, text := range lines {
		s.across(line{text, inNote, lineHeight})
	}
	return s
}

// Signature adds lines at the right: the office and the date.
func (s *Sheet) Signature(lines ...string) *Sheet {
	for _, text := range lines {
		s.across(line{text, inSignature, lineHeight})
	}
	return s
}

func (s *Sheet) across(l line) {
	s.write([]any{excelize.Cell{StyleID: s.book.style(look{place: l.place}), Value: l.text}}, l.height)
	if len(s.columns) < 2 {
		return
	}
	last, _ := excelize.CoordinatesToCellName(len(s.columns), s.row)
	s.try(func() error { return s.stream.MergeCell(fmt.Sprintf("A%d", s.row), last) })
}

func (s *Sheet) write(cells []any, height float64) {
	s.row++
	if s.row > excelize.TotalRows && s.book.err == nil {
		s.book.err = problem.New("file.too_many_rows", "limit", excelize.TotalRows)
	}
	s.try(func() error {
		return s.stream.SetRow(fmt.Sprintf("A%d", s.row), cells, excelize.RowOpts{Height: height})
	})
}

// try does a step unless one before it failed.
func (s *Sheet) try(step func() error) {
	if s.book.err == nil {
		s.book.err = step()
	}
}

func (s *Sheet) finish() { s.try(s.stream.Flush) }
