// Package grams cuts text into the pieces an index is made of. What is written and what is looked for go
// through the same fold and the same cut, so that both agree.
package grams

import (
	"strings"
	"unicode"
)

// Fold makes texts comparable: letters small, full-width signs as their usual ones, blanks as one kind.
func Fold(text string) string {
	for i := range len(text) {
		if c := text[i]; c >= 0x80 || 'A' <= c && c <= 'Z' || c == '\t' {
			return strings.Map(folded, text)
		}
	}
	return text
}

// Full-width signs of Unicode's block FF00 stand in the order of ASCII.
const (
	firstWide = 0xFF01
	lastWide  = 0xFF5E
	wideShift = 0xFF01 - '!'
	wideBlank = 0x3000
)

func folded(r rune) rune {
	switch {
	case r >= firstWide && r <= lastWide:
		r -= wideShift
	case r == wideBlank || r == '\t' || r == 0xA0:
		return ' '
	}
	return unicode.ToLower(r)
}

// Join folds the parts and puts each on a line of its own: nothing a person types runs over a line's end.
func Join(parts ...string) string {
	var b strings.Builder
	for _, part := range parts {
		if part == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(strings.ReplaceAll(Fold(part), "\n", " "))
	}
	return b.String()
}

// Words are what a person typed, folded, word by word; all of them must be found.
func Words(text string) []string { return strings.Fields(Fold(text)) }

// Hold tells whether a folded text holds every word.
func Hold(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
