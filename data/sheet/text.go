package sheet

import (
	"bytes"
	"errors"
	"io"

	"smartcanal/data/problem"
)

const (
	sampleSize  = 1 << 20
	mostASCII   = 64 << 20 // read on this far for a character that tells the encoding
	sampleLines = 200
)

// form is how a text is laid out.
type form struct {
	delimiter byte
	carriage  bool // lines end in a carriage return alone, as old Macs wrote them
}

// text lists a source that is no container as a table of text, or says why it is none.
func (s *search) text(src source) error {
	head, telling, err := samples(src)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return err
	}
	encoding := encodingOf(telling)
	if encoding == "" {
		return problem.New("file.not_a_table")
	}
	plain, _ := io.ReadAll(decode(bytes.NewReader(head), encoding))
	if err := notATable(plain); err != nil {
		return err
	}
	s.add(Table{
		Name: src.name, Encoding: encoding, Kind: CSV, ModTime: src.modTime,
		rows: s.file.guarded(textRows(src, encoding, formOf(plain))),
	})
	return nil
}

// samples reads the beginning of the source and the stretch that tells its encoding: the same, or, when
// the beginning is all ASCII, the one that begins with the first byte that is not.
func samples(src source) (head, telling []byte, err error) {
	opened, err := src.open()
	if err != nil {
		return nil, nil, err
	}
	defer opened.Close()
	head, err = readUpTo(opened, sampleSize)
	telling = head
	for passed := len(head); err == nil && ascii(telling) && passed < mostASCII; passed += len(telling) {
		telling, err = readUpTo(opened, sampleSize)
	}
	if len(telling) == 0 {
		telling = head
	}
	return head, afterASCII(head, telling), err
}

func ascii(sample []byte) bool {
	for _, b := range sample {
		if b >= 0x80 || b == 0 {
			return false
		}
	}
	return true
}

// afterASCII cuts a later stretch at its first byte that is not ASCII, because it may begin anywhere.
func afterASCII(head, telling []byte) []byte {
	if len(telling) == 0 || &head[0] == &telling[0] {
		return telling
	}
	for i, b := range telling {
		if b >= 0x80 {
			return telling[i:]
		}
	}
	return telling
}

// readUpTo reads until the limit or the end; the error tells the end or a failure.
func readUpTo(reader io.Reader, limit int) ([]byte, error) {
	sample, err := io.ReadAll(io.LimitReader(reader, int64(limit)))
	if err == nil && len(sample) < limit {
		err = io.EOF
	}
	return sample, err
}

// notATable knows texts that hold no table.
func notATable(plain []byte) error {
	begin := bytes.ToLower(bytes.TrimSpace(plain[:min(len(plain), 64<<10)]))
	begin = bytes.TrimLeft(begin, "\x00\uFEFF")
	switch {
	case len(begin) == 0:
		return problem.New("file.empty")
	case begin[0] == '<':
		return markup(begin)
	case begin[0] == '{' && bytes.IndexByte(begin, '"') > 0 && bytes.IndexByte(begin, ':') > 0:
		return problem.New("file.not_a_table")
	}
	return nil
}

func markup(begin []byte) error {
	for _, tag := range []string{"<html", "<!doctype html", "<head", "<body", "<table", "<script", "<meta", "<div"} {
		if bytes.Contains(begin, []byte(tag)) {
			return problem.New("file.html")
		}
	}
	switch {
	case bytes.Contains(begin, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return problem.New("file.old_excel")
	case len(begin) > 1 && (begin[1] == '?' || begin[1] == '!' || begin[1] >= 'a' && begin[1] <= 'z'):
		return problem.New("file.not_a_table")
	}
	return nil
}

// formOf finds the delimiter: the comma, unless tabs that stand alone between cells are more. A tab beside a
// comma only keeps Excel from taking a long number for a number.
func formOf(plain []byte) form {
	f := form{delimiter: ','}
	end := byte('\n')
	if bytes.IndexByte(plain, '\n') < 0 && bytes.IndexByte(plain, '\r') >= 0 {
		f.carriage, end = true, '\r'
	}
	commas, tabs := 0, 0
	for range sampleLines {
		line, rest, more := bytes.Cut(plain, []byte{end})
		c, t := countDelimiters(line)
		commas, tabs = commas+c, tabs+t
		if plain = rest; !more {
			break
		}
	}
	if tabs > commas {
		f.delimiter = '\t'
	}
	return f
}

func countDelimiters(line []byte) (commas, tabs int) {
	line = bytes.TrimRight(line, "\r\t")
	quoted := false
	for i, b := range line {
		switch {
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == ',':
			commas++
		case b == '\t' && i > 0 && line[i-1] != ',' && line[i+1] != ',':
			tabs++
		}
	}
	return commas, tabs
}
