package grid

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"smartcanal/data/date"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// Reading makes of what a person typed or pasted into a cell what its column holds, as the column shows it.
// An error says why it cannot.
type Reading func(text string) (string, error)

// ReadDay takes a day as people type it (20261116, 11-16, 昨天) and gives 2026-11-16.
func ReadDay(text string) (string, error) {
	day, err := date.Parse(text, time.Now())
	return day.Format(date.Form), err
}

// ReadAmount takes an amount in yuan, with separators, 万 or 亿, and gives it as amounts are shown.
func ReadAmount(text string) (string, error) {
	fen, err := money.ParseTyped(text)
	return fen.String(), err
}

// ReadCount takes a whole number, with separators or without. Problem: listing.not_a_number.
func ReadCount(text string) (string, error) {
	n, err := strconv.Atoi(strings.ReplaceAll(width.Narrow.String(text), ",", ""))
	if err != nil {
		return "", problem.New("listing.not_a_number", "text", text)
	}
	return wording.Grouped(n), nil
}

// taken is what a text becomes in a column, or why it cannot; nothing stays nothing.
func (c Column) taken(text string) (string, *problem.Problem) {
	if c.Edit == nil || c.Edit.Read == nil || strings.TrimSpace(text) == "" {
		return text, nil
	}
	read, err := c.Edit.Read(strings.TrimSpace(text))
	if err != nil {
		return text, problem.Of(err)
	}
	return read, nil
}

// typedEnd is an end of a filter as the list asks for it; what cannot be read stays, to be refused with why.
func (f Filtering) typedEnd(text string) string {
	read := map[Filtering]Reading{ByDay: ReadDay, ByAmount: ReadAmount, ByNumber: ReadCount}[f]
	text = strings.TrimSpace(text)
	if text == "" || read == nil {
		return text
	}
	if end, err := read(text); err == nil {
		return end
	}
	return text
}
