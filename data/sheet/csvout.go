package sheet

import (
	"bufio"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"

	"smartcanal/data/saving"
)

// longDigits is from where Excel shows a number in powers of ten; over fifteen it loses digits.
const longDigits = 12

// WriteCSV saves a table as csv in one of the encodings of this package, "" meaning UTF8BOM, which Excel
// and WPS open rightly. It is saved whole or not at all; problems are file.busy, file.no_access, file.disk_full
// and file.missing for a folder that is not there.
//
// A tab is put behind long numbers, as the platforms do, so that Excel does not destroy them, and before a
// text that Excel would take for a formula. The first error of rows ends the writing and comes back.
func WriteCSV(path, encoding string, columns []Column, rows iter.Seq2[[]any, error]) error {
	if encoding == "" {
		encoding = UTF8BOM
	}
	return saving.Whole(path, func(to io.Writer) error {
		encoded := transform.NewWriter(to, encoderOf(encoding))
		out := bufio.NewWriter(encoded)
		if err := writeCSV(out, columns, rows); err != nil {
			return err
		}
		if err := out.Flush(); err != nil { // keeps the first error of all writes
			return err
		}
		return encoded.Close()
	})
}

func encoderOf(name string) transform.Transformer {
	return encoding.ReplaceUnsupported(codec(name).NewEncoder())
}

func writeCSV(out *bufio.Writer, columns []Column, rows iter.Seq2[[]any, error]) error {
	heads := make([]string, len(columns))
	for i, column := range columns {
		heads[i] = column.Head
	}
	writeLine(out, heads)
	cells := make([]string, 0, len(columns))
	for row, err := range rows {
		if err != nil {
			return err
		}
		cells = cells[:0]
		for i, value := range row {
			cells = append(cells, csvCell(columns[min(i, len(columns)-1)], value))
		}
		writeLine(out, cells)
	}
	return nil
}

func csvCell(column Column, value any) string {
	text := column.plain(value)
	if _, isText := value.(string); !isText {
		return text
	}
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	switch {
	case text == "":
	case strings.ContainsRune("=+-@", rune(text[0])):
		return "\t" + text
	case len(text) >= longDigits && strings.Trim(text, "0123456789") == "":
		return text + "\t"
	}
	return text
}

func writeLine(out *bufio.Writer, cells []string) {
	for i, cell := range cells {
		if i > 0 {
			_ = out.WriteByte(',')
		}
		_, _ = out.WriteString(quote(cell))
	}
	_, _ = out.WriteString("\r\n")
}

// quote puts a cell in quotes where it needs them; one that begins with a backtick would look like a WeChat bill.
func quote(cell string) string {
	if !strings.ContainsAny(cell, ",\"\r\n`") {
		return cell
	}
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}
