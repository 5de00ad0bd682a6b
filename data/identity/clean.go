// Package identity knows the numbers by which organisations and people are told apart: how they are
// written, how their check characters are computed and how they are masked.
package identity

import (
	"strings"
	"unicode"
)

// Clean brings a code or a number to its plain form: half-width, upper case, without blanks and without the
// marks (' and ="…") by which spreadsheets keep it as text.
func Clean(text string) string {
	text = strings.Map(plain, text)
	if inner, ok := strings.CutPrefix(text, `="`); ok {
		return strings.TrimSuffix(inner, `"`)
	}
	return strings.TrimPrefix(text, "'")
}

func plain(r rune) rune {
	switch {
	case '！' <= r && r <= '～':
		r -= '！' - '!'
	case r == '−' || r == '–' || r == '—':
		r = '-'
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return -1
	}
	return unicode.ToUpper(r)
}
