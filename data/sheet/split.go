package sheet

import (
	"bytes"
	"strings"
)

// splitTicked cuts a line of a WeChat bill. It is no csv: every cell begins with a backtick, and commas
// and quotes inside a product's name mean nothing.
func splitTicked(line string, delimiter byte, cells []string) []string {
	if resaved(line, delimiter) {
		return untick(splitCSV(line, delimiter, cells))
	}
	from := 1
	for at := from; ; {
		i := strings.IndexByte(line[at:], tick)
		if i < 0 {
			break
		}
		at += i + 1
		if before := at - 2; before >= from && line[before] == delimiter {
			cells = append(cells, line[from:before])
			from = at
		}
	}
	// A spreadsheet that saved the bill fills short lines up with delimiters.
	return append(cells, strings.TrimRight(line[from:], string(delimiter)))
}

// resaved tells a bill that went through a spreadsheet, which puts cells with commas or quotes in quotes.
func resaved(line string, delimiter byte) bool {
	return strings.Contains(line, string([]byte{delimiter, '"', tick}))
}

func untick(cells []string) []string {
	for i, cell := range cells {
		cells[i] = strings.TrimPrefix(cell, string(tick))
	}
	return cells
}

// splitCSV cuts a record. A quote means something only where a cell begins with it and it is closed.
func splitCSV(record string, delimiter byte, cells []string) []string {
	if strings.IndexByte(record, '"') < 0 {
		return splitPlain(record, delimiter, cells)
	}
	for {
		cell, rest, more := cutCell(record, delimiter)
		cells = append(cells, cell)
		if !more {
			return cells
		}
		record = rest
	}
}

func splitPlain(record string, delimiter byte, cells []string) []string {
	for {
		i := strings.IndexByte(record, delimiter)
		if i < 0 {
			return append(cells, record)
		}
		cells = append(cells, record[:i])
		record = record[i+1:]
	}
}

// cutCell takes the first cell off; text between a closing quote and the delimiter belongs to the cell.
func cutCell(record string, delimiter byte) (cell, rest string, more bool) {
	quoted := ""
	if strings.HasPrefix(record, `"`) {
		if end, state := closing([]byte(record), 1, delimiter); state == closed {
			quoted = strings.ReplaceAll(record[1:end], `""`, `"`)
			record = record[end+1:]
		}
	}
	cell, rest, more = strings.Cut(record, string(delimiter))
	if quoted != "" {
		cell = quoted + cell
	}
	return cell, rest, more
}

// quotes says how the quotes of a record stand.
type quotes uint8

const (
	closed quotes = iota // every cell in quotes is closed
	unclosed
	broken // closed on a later line in the middle of something: the quote was only a character
)

// quoting goes through the cells of a record.
func quoting(record []byte, delimiter byte) quotes {
	if bytes.IndexByte(record, '"') < 0 {
		return closed
	}
	for {
		if len(record) > 0 && record[0] == '"' {
			end, state := closing(record, 1, delimiter)
			if state != closed {
				return state
			}
			record = record[end+1:]
		}
		i := bytes.IndexByte(record, delimiter)
		if i < 0 {
			return closed
		}
		record = record[i+1:]
	}
}

// closing finds the quote that closes a cell whose content begins at from.
func closing(record []byte, from int, delimiter byte) (int, quotes) {
	for at := from; ; {
		i := bytes.IndexByte(record[at:], '"')
		if i < 0 {
			return -1, unclosed
		}
		at += i
		if at+1 < len(record) && record[at+1] == '"' {
			at += 2
			continue
		}
		if bytes.IndexByte(record[from:at], '\n') >= 0 && !cellEnds(record[at+1:], delimiter) {
			return -1, broken
		}
		return at, closed
	}
}

func cellEnds(rest []byte, delimiter byte) bool {
	return len(rest) == 0 || rest[0] == delimiter || rest[0] == '\r' || rest[0] == '\n'
}
