package sheet

import (
	"archive/zip"
	"context"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"smartcanal/data/problem"
	"smartcanal/data/saving"
)

// inMemory is how much of a worksheet is held; more goes to a temporary file.
const inMemory = 8 << 20

// office tells documents of office programs from archives of files.
func office(archive *zip.Reader) bool {
	return has(archive, "[Content_Types].xml") || has(archive, "mimetype") && has(archive, "content.xml")
}

func has(archive *zip.Reader, name string) bool { return part(archive, name) != nil }

func part(archive *zip.Reader, name string) *zip.File {
	for _, entry := range archive.File {
		if strings.EqualFold(strings.ReplaceAll(entry.Name, `\`, "/"), name) {
			return entry
		}
	}
	return nil
}

// workbook lists the worksheets.
func (s *search) workbook(src source, archive *zip.Reader, at io.ReaderAt, length int64, depth int) error {
	switch {
	case has(archive, "xl/workbook.bin"), has(archive, "mimetype"):
		return problem.New("file.old_excel")
	case !has(archive, "xl/workbook.xml"):
		return problem.New("file.not_a_table")
	case length > s.limits.memory:
		return problem.New("file.too_large", "limit", size(s.limits.memory))
	}
	outline, err := outlineOf(archive)
	if err != nil {
		return damaged(err)
	}
	if outline.Since1904 {
		return problem.New("file.dates_1904")
	}
	book, err := s.excelize(at, length, depth)
	if err != nil {
		return damaged(err)
	}
	s.file.inside = append(s.file.inside, book)
	s.worksheets(src, archive, book, outline)
	return nil
}

func (s *search) worksheets(src source, archive *zip.Reader, book *excelize.File, outline outline) {
	for _, sheet := range outline.sheets {
		name := src.name
		if len(outline.sheets) > 1 {
			name += " › " + sheet.Name
		}
		worksheet := &worksheet{book: book, name: sheet.Name, part: part(archive, sheet.path)}
		s.add(Table{
			Name: name, Kind: XLSX, ModTime: src.modTime, Hidden: sheet.State != "" && sheet.State != "visible",
			rows: s.file.guarded(worksheet.walk),
		})
	}
}

// excelize opens the workbook; from disk it is not read into memory whole.
func (s *search) excelize(at io.ReaderAt, length int64, depth int) (book *excelize.File, err error) {
	defer recovered(&err)
	options := excelize.Options{RawCellValue: true, UnzipSizeLimit: s.limits.unpacked, UnzipXMLSizeLimit: min(inMemory, s.limits.unpacked)}
	if depth == 0 {
		book, err = excelize.OpenFile(s.file.Path, options)
	} else {
		book, err = excelize.OpenReader(io.NewSectionReader(at, 0, length), options)
	}
	if err != nil && book != nil {
		_ = book.Close()
	}
	return book, err
}

// damaged words what nobody can tell more closely of a workbook that came whole out of its archive.
func damaged(err error) error {
	if code := saving.Code(err); code != "file.unreadable" {
		return err
	}
	return problem.New("file.damaged").Because(err)
}

// worksheet reads one sheet of a workbook.
type worksheet struct {
	book *excelize.File
	name string
	part *zip.File
}

func (w *worksheet) walk(ctx context.Context, yield func(Row, error) bool) error {
	rows, err := w.book.Rows(w.name)
	if err != nil {
		return damaged(err)
	}
	defer rows.Close()
	last, stopped := 0, false
	err = w.each(ctx, rows, func(row Row) bool {
		last = row.Number
		stopped = len(row.Cells) > 0 && !blank(row.Cells) && !yield(row, nil)
		return !stopped
	})
	if err != nil || stopped {
		return err
	}
	return w.complete(last)
}

// each goes through all rows, blank ones too.
func (w *worksheet) each(ctx context.Context, rows *excelize.Rows, visit func(Row) bool) error {
	for number := 1; ; number++ {
		if number%rowsPerCheck == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		cells, more, err := next(rows)
		if err != nil {
			return damaged(err)
		}
		if !more || !visit(Row{Number: number, Cells: cells, Raw: strings.Join(cells, "\t")}) {
			return nil
		}
	}
}

func next(rows *excelize.Rows) (cells []string, more bool, err error) {
	defer recovered(&err)
	if !rows.Next() {
		return nil, false, rows.Error()
	}
	cells, err = rows.Columns()
	return cells, true, err
}

var rowNumber = regexp.MustCompile(`<(?:\w+:)?row\s(?:[^>]*\s)?r="(\d+)"`)

// complete compares the last row read with the last one written. The library takes a character that XML
// forbids, which careless programs let through in product names, for the end of the sheet.
func (w *worksheet) complete(last int) error {
	if w.part == nil {
		return problem.New("file.damaged")
	}
	tail, err := tailOf(w.part)
	if err != nil {
		return err
	}
	found := rowNumber.FindAllSubmatch(tail, -1)
	if len(found) == 0 {
		return nil
	}
	written, err := strconv.Atoi(string(found[len(found)-1][1]))
	if err == nil && written > last {
		return problem.New("file.damaged").At(last+1, "")
	}
	return nil
}

const tailSize = 256 << 10

// tailOf unpacks a part and keeps its end.
func tailOf(part *zip.File) ([]byte, error) {
	opened, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	tail := make([]byte, 0, 2*tailSize)
	for {
		n, err := opened.Read(tail[len(tail):cap(tail)])
		tail = tail[:len(tail)+n]
		if err == io.EOF {
			return tail, nil
		}
		if err != nil {
			return nil, err
		}
		if len(tail) == cap(tail) {
			tail = append(tail[:0], tail[tailSize:]...)
		}
	}
}
