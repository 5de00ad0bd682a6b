package rewards

import (
	"time"

	"smartcanal/data/problem"
)

// day tells whether a text is a day, yyyy-mm-dd, or nothing.
func day(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return text == "" || err == nil
}

// dayOfYear tells whether a text is a day of any year, mm-dd, or nothing.
func dayOfYear(text string) bool {
	_, err := time.Parse("01-02", text)
	return text == "" || err == nil
}

// daysSound tells whether validity and the time for claims are days, the end not before the beginning.
func (s *Scheme) daysSound() bool {
	turned := s.ValidFrom != "" && s.ValidTo != "" && s.ValidTo < s.ValidFrom
	return day(s.ValidFrom) && day(s.ValidTo) && dayOfYear(s.WindowFrom) && dayOfYear(s.WindowTo) && !turned
}

// Window is from when to when claims of a year are taken, inclusive; false where the scheme says nothing.
func (s *Scheme) Window(year int) (first, last string, said bool) {
	if s.WindowFrom == "" || s.WindowTo == "" {
		return "", "", false
	}
	if !s.WindowSame {
		year++
	}
	until := year
	if s.WindowTo < s.WindowFrom {
		until++ // over the turn of the year
	}
	return yearDay(year, s.WindowFrom), yearDay(until, s.WindowTo), true
}

func yearDay(year int, monthDay string) string {
	day, _ := time.Parse("01-02", monthDay) // checked with the scheme
	return time.Date(year, day.Month(), day.Day(), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// covers refuses a claim of a period the scheme does not have. Problems: rewards.year_outside, rewards.part_outside.
func (s *Scheme) covers(rule *Rule, year int, part Part) error {
	if year < s.FromYear || year > s.ToYear {
		return problem.New("rewards.year_outside", "year", year, "from", s.FromYear, "to", s.ToYear)
	}
	if !rule.Cycle.has(part) {
		return problem.New("rewards.part_outside", "part", part)
	}
	return nil
}
