package council

import (
	"strings"
	"time"

	"smartcanal/data/problem"
)

// never is a day that does not come: the lamp of a task that has not got one.
const never = "9999-12-31"

// parsed reads a day this room wrote; what is no day is the zero time.
func parsed(day string) time.Time {
	at, _ := time.Parse(time.DateOnly, day)
	return at
}

// between counts the days from one day to another, below zero where the other is earlier.
func between(from, to string) int { return int(parsed(to).Sub(parsed(from)).Hours() / 24) }

// after is the day so many days later.
func after(day string, days int) string { return parsed(day).AddDate(0, 0, days).Format(time.DateOnly) }

// monthsAfter is the day so many months later, the last of its month where there is none of the number.
func monthsAfter(day string, months int) string {
	at := parsed(day)
	first := time.Date(at.Year(), at.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(at.Day(), last)-1).Format(time.DateOnly)
}

// checkDay refuses what is no day. Problem: council.not_a_day (text), at the column.
func checkDay(day *string, column string, needed bool) error {
	*day = strings.TrimSpace(*day)
	if *day == "" && !needed {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, *day); err != nil {
		return problem.New("council.not_a_day", "text", *day).At(0, column)
	}
	return nil
}
