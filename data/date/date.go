// Package date reads days as people type them.
package date

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"smartcanal/data/problem"
)

// Form is how a day is kept and shown: 2026-11-16.
const Form = time.DateOnly

// Parse reads a day as people type it: 20261116, 2026-11-16, 2026/11/16, 2026年11月16日, 261116, 11-16, 1116, 16日, 昨天,
// 下周一, 去年底, 去年11月16日; full-width digits too. What is left out is today's. The day has today's place of time and no
// time of day.
//
// Problems: date.unreadable, date.no_such_day (11-31); each with the text.
func Parse(text string, today time.Time) (time.Time, error) {
	today = at(today.Year(), today.Month(), today.Day(), today.Location())
	plain := strings.ToLower(strings.Join(strings.Fields(width.Narrow.String(text)), ""))
	if day, is := spoken(plain, today); is {
		return day, nil
	}
	year, rest := yearWord(plain, today)
	for _, form := range written {
		parts := form.shape.FindStringSubmatch(rest)
		if parts == nil {
			continue
		}
		y, m, d := form.read(numbers(parts[1:]), year, today)
		day := at(y, m, d, today.Location())
		if day.Day() != d || day.Month() != m || y < earliest || y > latest {
			return time.Time{}, problem.New("date.no_such_day", "text", text)
		}
		return day, nil
	}
	return time.Time{}, problem.New("date.unreadable", "text", text)
}

// Years outside are mistyped.
const earliest, latest = 1900, 2199

func at(year int, month time.Month, day int, where *time.Location) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, where)
}

// A writtenForm is a way to write a day in digits.
type writtenForm struct {
	shape *regexp.Regexp
	// read gives year, month and day; year is the one to take where none is written.
	read func(n []int, year int, today time.Time) (int, time.Month, int)
}

func whole(n []int, _ int, _ time.Time) (int, time.Month, int) {
	return century(n[0]), time.Month(n[1]), n[2]
}

func yearless(n []int, year int, _ time.Time) (int, time.Month, int) {
	return year, time.Month(n[0]), n[1]
}

var written = []writtenForm{
	{regexp.MustCompile(`^(\d{4}|\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$`), whole},
	{regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`), whole},
	{regexp.MustCompile(`^(\d\d)(\d\d)(\d\d)$`), whole},
	{regexp.MustCompile(`^(\d{1,2})[-/.月](\d{1,2})[日号]?$`), yearless},
	{regexp.MustCompile(`^(\d\d)(\d\d)$`), yearless},
	{regexp.MustCompile(`^(\d{1,2})[日号]?$`), func(n []int, year int, today time.Time) (int, time.Month, int) {
		return year, today.Month(), n[0]
	}},
}

// century gives a year of two digits its own: 26 is 2026, 98 is 1998.
func century(year int) int {
	switch {
	case year < 70:
		return 2000 + year
	case year < 100:
		return 1900 + year
	}
	return year
}

func numbers(parts []string) []int {
	n := make([]int, len(parts))
	for i, part := range parts {
		n[i], _ = strconv.Atoi(part)
	}
	return n
}

// yearWord takes 去年 and its like off the beginning.
func yearWord(text string, today time.Time) (year int, rest string) {
	for word, by := range map[string]int{"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2} {
		if after, is := strings.CutPrefix(text, word); is {
			return today.Year() + by, after
		}
	}
	return today.Year(), text
}
