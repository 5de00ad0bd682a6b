package pinyin

import "strings"

// Word is a text made ready to be compared with what a person types.
type Word struct {
	syllables [][]string // readings of each character that has one
}

// Spell makes a Word of text.
func Spell(text string) Word {
	var w Word
	for _, r := range text {
		if spelt := readings(r); len(spelt) > 0 {
			w.syllables = append(w.syllables, spelt)
		}
	}
	return w
}

// Match finds the first character of the word from which query spells it, in full, by initials or mixed;
// the last syllable may be unfinished. query is in lower case. -1: it does not.
func (w Word) Match(query string) int {
	for start := range w.syllables {
		if spells(w.syllables[start:], query) {
			return start
		}
	}
	return -1
}

// spells tells whether query runs through the beginning of syllables.
func spells(syllables [][]string, query string) bool {
	if query == "" {
		return true
	}
	if len(syllables) == 0 {
		return false
	}
	for _, one := range syllables[0] {
		if strings.HasPrefix(one, query) {
			return true
		}
		if rest, ok := strings.CutPrefix(query, one); ok && spells(syllables[1:], rest) {
			return true
		}
		if query[0] == one[0] && spells(syllables[1:], query[1:]) {
			return true
		}
	}
	return false
}
