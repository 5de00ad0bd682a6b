package sheet

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// The encodings a text may come in. GB18030 includes GBK and GB 2312.
const (
	UTF8    = "UTF-8"
	UTF8BOM = "UTF-8 BOM"
	GB18030 = "GB18030"
	UTF16LE = "UTF-16 LE"
	UTF16BE = "UTF-16 BE"
)

const (
	utf8Mark    = "\xEF\xBB\xBF"
	utf16LEMark = "\xFF\xFE"
	utf16BEMark = "\xFE\xFF"
)

// encodingOf decides by the bytes. The sample may end within a character. It is "" for what is no text.
func encodingOf(sample []byte) string {
	switch {
	case bytes.HasPrefix(sample, []byte(utf8Mark)):
		return UTF8BOM
	case bytes.HasPrefix(sample, []byte(utf16LEMark)):
		return UTF16LE
	case bytes.HasPrefix(sample, []byte(utf16BEMark)):
		return UTF16BE
	}
	sample = bytes.TrimRight(sample, "\x00")
	if bytes.IndexByte(sample, 0) >= 0 {
		return wideEncodingOf(sample)
	}
	if unprintable(sample) {
		return ""
	}
	return narrowEncodingOf(sample)
}

// wideEncodingOf tells UTF-16 without a mark, and which half of a character comes first, by what the characters
// are in both readings.
func wideEncodingOf(sample []byte) string {
	usual := map[string]int{}
	for i := 0; i+1 < len(sample); i += 2 {
		if familiar(rune(sample[i]) | rune(sample[i+1])<<8) {
			usual[UTF16LE]++
		}
		if familiar(rune(sample[i])<<8 | rune(sample[i+1])) {
			usual[UTF16BE]++
		}
	}
	name := UTF16LE
	if usual[UTF16BE] > usual[UTF16LE] {
		name = UTF16BE
	}
	if usual[name]*10 < len(sample)/2*9 {
		return ""
	}
	return name
}

// familiar tells what nearly every character of a Chinese table is: ASCII, Chinese, or a sign of full width.
func familiar(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r >= 0x2000:
		return r <= 0x206F || r >= 0x3000 && r <= 0x303F || r >= 0x4E00 && r <= 0x9FFF || r >= 0xFF00 && r <= 0xFFEF
	}
	return r < 0x100
}

// unprintable tells bytes that no text has: more than one control character in five hundred.
func unprintable(sample []byte) bool {
	controls := 0
	for _, b := range sample {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' || b == 0x7F {
			controls++
		}
	}
	return controls*500 > len(sample)
}

// narrowEncodingOf weighs UTF-8 against GB18030. A text cut within a character here and there, as
// product names are by careless programs, is still what the rest of it is.
func narrowEncodingOf(sample []byte) string {
	wide, gb := weighUTF8(sample), weighGB(sample)
	likely := wide
	name := UTF8
	if wide.bad > 0 && gb.bad*wide.good <= wide.bad*gb.good || wide.bad == 0 && wide.foreign() && gb.bad == 0 {
		likely, name = gb, GB18030
	}
	if likely.bad*5 > likely.good {
		return ""
	}
	return name
}

// weight counts the characters of a sample that are not ASCII.
type weight struct {
	good     int
	doubtful int // of the good ones: letters of alphabets that no Chinese bill is written in
	bad      int
}

// foreign tells a sample whose every character is of such an alphabet: most likely it is no UTF-8.
func (w weight) foreign() bool { return w.good > 0 && w.doubtful == w.good }

func weighUTF8(sample []byte) weight {
	var w weight
	for i := 0; i < len(sample); {
		if sample[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(sample[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			w.good++
			if r >= 0x100 && r < 0x800 {
				w.doubtful++ // two bytes, which are a Chinese character in GBK
			}
		case !utf8.FullRune(sample[i:]): // the sample ends here, not the text
		default:
			w.bad++
		}
		i += size
	}
	return w
}

func weighGB(sample []byte) weight {
	var w weight
	for i := 0; i < len(sample); {
		size := gbSize(sample[i:])
		switch {
		case size > 1:
			w.good++
		case size < 1 && i+4 > len(sample): // the sample ends within a character
			return w
		case size < 1:
			w.bad++
			size = 1
		}
		i += size
	}
	return w
}

// gbSize is the length of the character the bytes begin with, 0 when they begin with none.
func gbSize(b []byte) int {
	switch {
	case b[0] < 0x80:
		return 1
	case b[0] == 0x80 || b[0] == 0xFF || len(b) < 2:
		return 0
	case b[1] >= 0x40 && b[1] != 0x7F && b[1] != 0xFF:
		return 2
	case len(b) >= 4 && digit(b[1]) && b[2] >= 0x81 && b[2] != 0xFF && digit(b[3]):
		return 4
	}
	return 0
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

func codec(name string) encoding.Encoding {
	switch name {
	case GB18030:
		return simplifiedchinese.GB18030
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case UTF8BOM:
		return unicode.UTF8BOM
	}
	return encoding.Nop
}

// decode reads UTF-8 without a mark out of any encoding.
func decode(reader io.Reader, name string) io.Reader {
	switch name {
	case UTF8:
		return reader
	case UTF8BOM:
		return &unmarked{reader: reader}
	}
	return codec(name).NewDecoder().Reader(reader)
}

// unmarked passes over the mark of UTF-8, several times faster than a decoder that looks at every byte.
type unmarked struct {
	reader io.Reader
	past   bool
}

func (u *unmarked) Read(p []byte) (int, error) {
	if !u.past {
		u.past = true
		if _, err := io.CopyN(io.Discard, u.reader, int64(len(utf8Mark))); err != nil {
			return 0, err
		}
	}
	return u.reader.Read(p)
}

// memberName reads a name of a zip, which Chinese programs write in GBK and do not say so.
func memberName(raw string) string {
	if encodingOf([]byte(raw)) != GB18030 {
		return raw
	}
	name, err := simplifiedchinese.GB18030.NewDecoder().String(raw)
	if err != nil {
		return raw
	}
	return name
}
