package sheet

import (
	"bytes"
	"context"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	tick = '`'
	// A cell in quotes may hold line breaks, but a quote somebody forgot to close must not
	// swallow the lines behind it.
	longestRecord = 64 << 10
	mostLines     = 100
	rowsPerCheck  = 256 // of the context
)

// textReader turns decoded text into rows.
type textReader struct {
	lines     *lines
	delimiter byte
	cells     []string
	number    int
}

// walk yields every row that is not blank.
func (r *textReader) walk(ctx context.Context, yield func(Row, error) bool) error {
	for {
		if r.number%rowsPerCheck == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		length, err := r.record()
		if err != nil || length < 0 {
			return err
		}
		r.number++
		row := r.row(text(r.lines.peek(length)))
		r.lines.consume(length)
		if !blank(row.Cells) && !yield(row, nil) {
			return nil
		}
	}
}

// text makes the line a valid string without what ends it. Zero bytes at its end are what a power cut
// leaves of a file that was being written.
func text(line []byte) string {
	line = bytes.TrimRight(line, "\r\x00")
	if utf8.Valid(line) {
		return string(line)
	}
	return strings.ToValidUTF8(string(line), string(utf8.RuneError))
}

// record gives the length of the next record: a line, or several where a cell in quotes goes on.
func (r *textReader) record() (int, error) {
	first, err := r.lines.lineEnd(0)
	if first < 0 || err != nil {
		return first, err
	}
	length := first
	for range mostLines {
		line := r.lines.peek(length)
		if len(line) > 0 && line[0] == tick {
			return first, nil
		}
		switch quoting(line, r.delimiter) {
		case closed:
			return length, nil
		case broken:
			return first, nil
		}
		length, err = r.lines.lineEnd(length + 1)
		if err != nil || length < 0 || length > longestRecord {
			return first, nil // an error of the stream comes back with the next line
		}
	}
	return first, nil
}

func (r *textReader) row(raw string) Row {
	row := Row{Number: r.number, Raw: raw}
	if strings.HasPrefix(raw, string(tick)) {
		row.Ticked = true
		r.cells = splitTicked(raw, r.delimiter, r.cells[:0])
	} else {
		r.cells = splitCSV(raw, r.delimiter, r.cells[:0])
	}
	row.Cells = r.cells
	return row
}

func blank(cells []string) bool {
	for _, cell := range cells {
		if cell != "" && strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// textRows opens the source and walks through it.
func textRows(src source, encoding string, form form) func(context.Context, func(Row, error) bool) error {
	return func(ctx context.Context, yield func(Row, error) bool) error {
		opened, err := src.open()
		if err != nil {
			return err
		}
		defer opened.Close()
		var decoded io.Reader = decode(opened, encoding)
		if form.carriage {
			decoded = &carriage{decoded}
		}
		reader := &textReader{lines: newLines(decoded), delimiter: form.delimiter}
		return reader.walk(ctx, yield)
	}
}

// carriage turns the line ends of old Macs into line feeds.
type carriage struct{ reader io.Reader }

func (c *carriage) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}
