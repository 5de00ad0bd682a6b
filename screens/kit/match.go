package kit

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"smartcanal/data/pinyin"
)

// matchOf is the run of text that a person's query found: the query itself, or the characters it spells
// in pinyin. From and to count bytes; from is -1 where neither is in it.
func matchOf(text, query string) (from, to int) {
	query = strings.ToLower(strings.TrimSpace(query))
	if query == "" {
		return -1, -1
	}
	if at := strings.Index(strings.ToLower(text), query); at >= 0 && at+len(query) <= len(text) {
		return at, at + len(query)
	}
	for at := range text {
		for end := at; end < len(text); {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
			if pinyin.Spell(text[at:end]).Match(query) == 0 {
				return at, end
			}
		}
	}
	return -1, -1
}

// longestMarked is how many characters of a label fit beside its note whole. A longer one, a file's name
// mostly, is cut where it has to be, and not marked.
const longestMarked = 32

// marked is a label with the match in it in the accent.
func marked(label, query string) fyne.CanvasObject {
	if utf8.RuneCountInString(label) > longestMarked {
		return NewText(label).Short()
	}
	from, to := matchOf(label, query)
	if from < 0 {
		return NewText(label).Short()
	}
	return Row(0, NewText(label[:from]), NewStyled(label[from:to], Canal, TextSize, true), NewText(label[to:]))
}
