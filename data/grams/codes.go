package grams

import (
	"slices"
	"unicode/utf8"
)

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
		p := begin(text[i:])
		use(p.code)
		if p.edge != 0 {
			use(p.edge)
		}
		i += p.size
	}
}

// piece is what a text begins with.
type piece struct {
	code Code
	edge Code // of a run's last letter or digit: with the sign behind it, 0 elsewhere
	size int  // bytes to the next piece's beginning
	open bool // the text's end cut it short
}

func begin(text string) piece {
	if sign(text[0]) != 0 {
		p := run(text)
		if len(text) > 1 && sign(text[1]) == 0 {
			p.edge = edge(text)
		}
		return p
	}
	first, size := utf8.DecodeRuneInString(text)
	if size == len(text) {
		return piece{code: pair(first, 0), size: size, open: true}
	}
	next, _ := utf8.DecodeRuneInString(text[size:])
	if next == '\n' {
		next = 0
	}
	return piece{code: pair(first, next), size: size}
}

// run is the piece that begins a run of letters or digits; it is open where the text ends before the piece does.
func run(text string) piece {
	p, n := piece{size: 1}, 0
	for n < latin && n < len(text) && sign(text[n]) != 0 {
		p.code = p.code*signs + sign(text[n])
		n++
	}
	p.open = n < latin && n == len(text)
	for ; n < latin; n++ {
		p.code *= signs
	}
	return p
}

// edge is a letter or digit with the sign behind it, so that 2两 is not looked for in all that ends with
// 2; 0 before a blank or a line's end, which no word runs over.
func edge(text string) Code {
	next, _ := utf8.DecodeRuneInString(text[1:])
	if next == '\n' || next == ' ' {
		return 0
	}
	return pair(rune(text[0]), next)
}

func pair(first, next rune) Code { return character | Code(first)<<runeBits | Code(next) }

// Sought is what to look up for words: a text that holds them has All, and of each span at least one piece.
type Sought struct {
	All   []Code
	Spans []Span // of words too short for a whole piece
}

// Span is the pieces that begin alike: Least <= piece <= Most.
type Span struct{ Least, Most Code }

// Seek cuts words that a person typed; each must be folded and not empty.
func Seek(words []string) Sought {
	var s Sought
	for _, word := range words {
		whole := pieces(word)
		if len(whole) == 0 {
			s.Spans = append(s.Spans, span(word))
		}
		s.All = append(s.All, whole...)
	}
	slices.Sort(s.All)
	s.All = slices.Compact(s.All)
	return s
}

// pieces are those of a word that its end does not cut short.
func pieces(word string) []Code {
	var whole []Code
	for i := 0; i < len(word); {
		p := begin(word[i:])
		if !p.open {
			whole = append(whole, p.code)
		}
		if p.edge != 0 {
			whole = append(whole, p.edge)
		}
		i += p.size
	}
	return whole
}

// span is that of a word that is one piece cut short.
func span(word string) Span {
	code := begin(word).code
	if code >= character {
		return Span{code, code | (1<<runeBits - 1)}
	}
	others := Code(1)
	for range latin - len(word) {
		others *= signs
	}
	return Span{code, code + others - 1}
}
