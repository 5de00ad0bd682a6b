package grams

import "unicode/utf8"

// Code is one piece of a text as a number below 1<<CodeBits: up to four letters or digits that stand
// together, or a character with the one behind it. Four, because order numbers are digits only, of which
// pairs would be in every line.
type Code uint64

// CodeBits is how many bits a Code takes.
const CodeBits = 43

const (
	latin     = 4  // letters or digits in a piece
	signs     = 37 // 36 of them, and 0 for the end of a run
	character = Code(1) << 42
	runeBits  = 21
)

// Latin is how many Codes pieces of letters and digits can have: 0 <= Code < Latin.
const Latin = signs * signs * signs * signs

// sign numbers a small letter or digit 1 to 36; 0 is anything else.
func sign(c byte) Code {
	switch {
	case '0' <= c && c <= '9':
		return Code(c-'0') + 1
	case 'a' <= c && c <= 'z':
		return Code(c-'a') + 11
	}
	return 0
}

// Codes gives each piece of a folded text to use, some more than once. A line's end is no piece's part.
func Codes(text string, use func(Code)) {
	for i := 0; i < len(text); {
		if text[i] == '\n' {
			i++
			continue
		}
		code, size, _ := piece(text[i:])
		use(code)
		i += size
	}
}

// piece is the piece that begins a text, how many bytes to go to the next one's beginning, and whether
// the text's end cut it short.
func piece(text string) (code Code, size int, open bool) {
	if sign(text[0]) != 0 {
		code, open = run(text)
		return code, 1, open
	}
	first, size := utf8.DecodeRuneInString(text)
	if size == len(text) {
		return pair(first, 0), size, true
	}
	next, _ := utf8.DecodeRuneInString(text[size:])
	if next == '\n' {
		next = 0
	}
	return pair(first, next), size, false
}

// run is the piece that begins a run of letters or digits; it is open where the text ends before the piece does.
func run(text string) (code Code, open bool) {
	n := 0
	for n < latin && n < len(text) && sign(text[n]) != 0 {
		code = code*signs + sign(text[n])
		n++
	}
	open = n < latin && n == len(text)
	for ; n < latin; n++ {
		code *= signs
	}
	return code, open
}

func pair(first, next rune) Code { return character | Code(first)<<runeBits | Code(next) }

// Sought is what to look up for words: a text that holds them has All, and where that is empty, at least
// one between Least and Most.
type Sought struct {
	All         []Code
	Least, Most Code
}

// Seek cuts words that a person typed; each must be folded and not empty.
func Seek(words []string) Sought {
	var s Sought
	has := map[Code]bool{}
	for _, word := range words {
		for i := 0; i < len(word); {
			code, size, open := piece(word[i:])
			switch {
			case !open && !has[code]:
				has[code] = true
				s.All = append(s.All, code)
			case open && s.Most == 0:
				s.Least, s.Most = code, last(word[i:], code)
			}
			i += size
		}
	}
	if len(s.All) > 0 {
		s.Least, s.Most = 0, 0
	}
	return s
}

// last is the greatest piece that begins as a piece cut short does.
func last(text string, code Code) Code {
	if code >= character {
		return code | (1<<runeBits - 1)
	}
	span := Code(1)
	for range latin - len(text) {
		span *= signs
	}
	return code + span - 1
}
