package council

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// dayForm is one way to name the day something is due; day works it out, "" for a day that is none.
type dayForm struct {
	form *regexp.Regexp
	day  func(found []string, held time.Time) string
}

const numeral = `(\d{1,3}|[一二两三四五六七八九十]{1,3})`

// Of several ways that fit, the one that stands first in the text counts.
var dayForms = []dayForm{
	{regexp.MustCompile(`(\d{4})年(\d{1,2})月(\d{1,2})日(?:之前|以前|前)`), func(f []string, _ time.Time) string {
		return dayIn(number(f[1]), number(f[2]), number(f[3]))
	}},
	{regexp.MustCompile(`(?:^|[^年\d])(\d{1,2})月(\d{1,2})日(?:之前|以前|前)`), func(f []string, held time.Time) string {
		return notBefore(held, number(f[1]), number(f[2]))
	}},
	{regexp.MustCompile(`(\d{4})年(\d{1,2})月(底|末|上旬|中旬|下旬)?(?:之前|以前|前)`), func(f []string, _ time.Time) string {
		return partOfMonth(number(f[1]), number(f[2]), f[3])
	}},
	{regexp.MustCompile(`(明年|次年)(\d{1,2})月(底|末|上旬|中旬|下旬)?(?:之前|以前|前)`), func(f []string, held time.Time) string {
		return partOfMonth(held.Year()+1, number(f[2]), f[3])
	}},
	{regexp.MustCompile(`(?:^|[^年\d])(\d{1,2})月(底|末|上旬|中旬|下旬)(?:之前|以前|前)?`), func(f []string, held time.Time) string {
		year := held.Year()
		if number(f[1]) < int(held.Month()) {
			year++
		}
		return partOfMonth(year, number(f[1]), f[2])
	}},
	{regexp.MustCompile(`(?:^|[^\d下])(?:本月|当月|月)[底末]前`), func(_ []string, held time.Time) string {
		return partOfMonth(held.Year(), int(held.Month()), "底")
	}},
	{regexp.MustCompile(`下月[底末]前`), func(_ []string, held time.Time) string {
		next := time.Date(held.Year(), held.Month()+1, 1, 0, 0, 0, 0, time.UTC)
		return partOfMonth(next.Year(), int(next.Month()), "底")
	}},
	{regexp.MustCompile(`(\d{4})年[底末]前`), func(f []string, _ time.Time) string { return dayIn(number(f[1]), 12, 31) }},
	{regexp.MustCompile(`明年[底末]前|年[底末]前`), func(f []string, held time.Time) string {
		year := held.Year()
		if strings.HasPrefix(f[0], "明年") {
			year++
		}
		return dayIn(year, 12, 31)
	}},
	{regexp.MustCompile(numeral + `个?[日天](?:之内|以内|内)`), func(f []string, held time.Time) string {
		return held.AddDate(0, 0, number(f[1])).Format(time.DateOnly)
	}},
	{regexp.MustCompile(numeral + `(?:周|个?星期)(?:之内|以内|内)`), func(f []string, held time.Time) string {
		return held.AddDate(0, 0, 7*number(f[1])).Format(time.DateOnly)
	}},
	{regexp.MustCompile(numeral + `个月(?:之内|以内|内)`), func(f []string, held time.Time) string {
		return monthsAfter(held.Format(time.DateOnly), number(f[1]))
	}},
}

var workingDays = regexp.MustCompile(numeral + `个?工作日(?:之内|以内|内)`)

// dueIn gives the day a text says something is due, "" for none.
func (s Surroundings) dueIn(text string) string {
	held := parsed(s.HeldOn)
	first, due := len(text)+1, ""
	if at := workingDays.FindStringSubmatchIndex(text); at != nil {
		first, due = at[0], s.Calendar.Add(held, number(text[at[2]:at[3]])).Format(time.DateOnly)
	}
	for _, one := range dayForms {
		at := one.form.FindStringSubmatchIndex(text)
		if at == nil || at[0] >= first {
			continue
		}
		if day := one.day(one.form.FindStringSubmatch(text), held); day != "" {
			first, due = at[0], day
		}
	}
	return due
}

// notBefore is the next such day from the meeting on.
func notBefore(held time.Time, month, day int) string {
	due := dayIn(held.Year(), month, day)
	if due != "" && due < held.Format(time.DateOnly) {
		return dayIn(held.Year()+1, month, day)
	}
	return due
}

func partOfMonth(year, month int, part string) string {
	switch part {
	case "上旬":
		return dayIn(year, month, 10)
	case "中旬":
		return dayIn(year, month, 20)
	}
	if month < 1 || month > 12 {
		return ""
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// dayIn is "" for a day the calendar has not.
func dayIn(year, month, day int) string {
	at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if at.Year() != year || at.Month() != time.Month(month) || at.Day() != day {
		return ""
	}
	return at.Format(time.DateOnly)
}

// number reads digits, and Chinese numerals below a hundred.
func number(text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	digits := map[rune]int{'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	n, digit := 0, 0
	for _, r := range text {
		if r == '十' {
			n += 10 * max(digit, 1)
			digit = 0
		} else {
			digit = digits[r]
		}
	}
	return n + digit
}
