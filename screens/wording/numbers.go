package wording

import "strconv"

// Grouped writes a count with separators of thousands: 1,286. Amounts of money write themselves.
func Grouped(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
