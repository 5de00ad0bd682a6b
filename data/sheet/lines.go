package sheet

import (
	"bytes"
	"errors"
	"io"

	"smartcanal/data/problem"
)

const (
	firstBuffer = 256 << 10
	longestLine = 4 << 20 // no table has longer lines; a file without line ends is none
)

// lines cuts a stream of UTF-8 at its line feeds and can look ahead over several lines.
type lines struct {
	reader io.Reader
	buffer []byte
	start  int // of what is not consumed yet
	end    int
	err    error // of the reader, once it ended
}

func newLines(reader io.Reader) *lines {
	return &lines{reader: reader, buffer: make([]byte, firstBuffer)}
}

// lineEnd gives the place of the first line feed at or after from, both counted from the first byte
// not consumed. At the end of the stream it is the length of the rest; -1 when from lies behind it
// or the stream broke within the line.
func (l *lines) lineEnd(from int) (int, error) {
	seen := from
	for {
		if at := l.start + seen; at < l.end {
			if i := bytes.IndexByte(l.buffer[at:l.end], '\n'); i >= 0 {
				return seen + i, nil
			}
		}
		rest := l.end - l.start
		if l.err != nil {
			return l.lastLine(from, rest)
		}
		seen = max(seen, rest)
		if err := l.fill(); err != nil {
			return -1, err
		}
	}
}

// lastLine ends the last line where the stream ended well; half a line of a broken stream is none.
func (l *lines) lastLine(from, rest int) (int, error) {
	if !errors.Is(l.err, io.EOF) {
		return -1, l.err
	}
	if from >= rest {
		return -1, nil
	}
	return rest, nil
}

// fill reads more, making room first.
func (l *lines) fill() error {
	if l.start > 0 {
		copy(l.buffer, l.buffer[l.start:l.end])
		l.start, l.end = 0, l.end-l.start
	}
	if l.end == len(l.buffer) {
		if l.end >= longestLine {
			return problem.New("file.not_a_table")
		}
		l.buffer = append(l.buffer, make([]byte, len(l.buffer))...)
	}
	n, err := l.reader.Read(l.buffer[l.end:])
	l.end += n
	l.err = err
	return nil
}

// peek shows the first length bytes not consumed.
func (l *lines) peek(length int) []byte { return l.buffer[l.start : l.start+length] }

// consume passes over length bytes and the line feed behind them.
func (l *lines) consume(length int) { l.start = min(l.start+length+1, l.end) }
