package grams

import (
	"strings"
	"unicode"
)

// Pairs cuts a folded text into overlapping pairs of letters, digits and characters with a blank between:
// 运河茶 into 运河 河茶 茶. The last stands alone, so that each character begins a pair. Other signs
// separate.
func Pairs(text string) string {
	var b strings.Builder
	eachRun(text, func(run []rune) {
		for i := range run {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(string(run[i:min(i+2, len(run))]))
		}
	})
	return b.String()
}

// Match words what FTS5 has to look for so that a text whose Pairs are indexed may hold all the words; ""
// where no pair tells anything. What is found must be read again: pairs need not stand together.
func Match(words []string) string {
	var terms []string
	for _, word := range words {
		eachRun(word, func(run []rune) {
			if len(run) == 1 {
				terms = append(terms, `"`+string(run)+`" *`)
			}
			for i := range len(run) - 1 {
				terms = append(terms, `"`+string(run[i:i+2])+`"`)
			}
		})
	}
	return strings.Join(terms, " AND ")
}

// eachRun gives the runs of letters, digits and characters.
func eachRun(text string, use func(run []rune)) {
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		use([]rune(run))
	}
}
