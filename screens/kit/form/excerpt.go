package form

import "strings"

// longestShown is how many characters of a value a conflict shows: a line or three of each column.
const longestShown = 90

// excerpts cuts long values down to where they begin to differ, with some words before it.
func (c Contested) excerpts() Contested {
	texts := []*string{&c.Was, &c.Theirs, &c.Mine}
	runes, longest := make([][]rune, len(texts)), 0
	for i, text := range texts {
		runes[i] = []rune(strings.ReplaceAll(*text, "\n", " "))
		longest = max(longest, len(runes[i]))
	}
	if longest <= longestShown {
		return c
	}
	const before = 12
	from := max(0, min(common(runes[0], runes[1]), common(runes[0], runes[2]), common(runes[1], runes[2]))-before)
	for i, text := range texts {
		*text = excerpt(runes[i], from)
	}
	return c
}

// common is how many characters two texts begin with alike; all of them where they are the same.
func common(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n == len(a) && n == len(b) {
		return 1 << 30 // they differ nowhere
	}
	return n
}

func excerpt(text []rune, from int) string {
	from = min(from, len(text))
	to := min(len(text), from+longestShown)
	shown := string(text[from:to])
	if from > 0 {
		shown = "…" + shown
	}
	if to < len(text) {
		shown += "…"
	}
	return shown
}
