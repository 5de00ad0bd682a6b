// Package workdays knows on which days offices work: the weekdays, less the public holidays, and the weekends
// worked in their place, as the State Council's notice of each year has it (国务院办公厅关于…年部分节假日安排的通知).
//
// What must hold:
//   - Between(a, Add(a, n)) is n for every n;
//   - of a year without a table the weekdays count, and Unknown says so: nobody is told a wrong date unseen.
package workdays

import (
	"time"

	"gorm.io/gorm"
)

// Calendar answers for the days it knows. The zero Calendar knows weekdays only.
type Calendar struct {
	days  map[string]Day // by yyyy-mm-dd
	years map[int]string // the notice each year's table was made from
}

// china is where the offices are: a day begins and ends there.
var china = time.FixedZone("China", 8*60*60)

// Load reads the calendar of a file of data.
func Load(db *gorm.DB) (Calendar, error) {
	c := Calendar{days: map[string]Day{}, years: map[int]string{}}
	var years []Year
	var days []Day
	if err := db.Find(&years).Error; err != nil {
		return c, err
	}
	if err := db.Find(&days).Error; err != nil {
		return c, err
	}
	for _, year := range years {
		c.years[year.Year] = year.Source
	}
	for _, day := range days {
		c.days[day.Day] = day
	}
	return c, nil
}

// Is tells whether offices work on a day.
func (c Calendar) Is(day time.Time) bool {
	day = midnight(day)
	if known, ok := c.days[day.Format(time.DateOnly)]; ok {
		return known.Working
	}
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// Name is what a day out of the usual is called, 国庆节; "" for all others.
func (c Calendar) Name(day time.Time) string { return c.days[midnight(day).Format(time.DateOnly)].Name }

// Add gives the n-th working day after a day, or before it where n is negative, at midnight in China. With
// n = 0 it is the day itself.
func (c Calendar) Add(day time.Time, n int) time.Time {
	day = midnight(day)
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		day = day.AddDate(0, 0, step)
		if c.Is(day) {
			n--
		}
	}
	return day
}

// First is the day itself where offices work on it, else the next one on which they do.
func (c Calendar) First(day time.Time) time.Time {
	if c.Is(day) {
		return midnight(day)
	}
	return c.Add(day, 1)
}

// Between counts the working days after a up to b, b included; below zero where b is before a.
func (c Calendar) Between(a, b time.Time) int {
	a, b = midnight(a), midnight(b)
	count := 0
	for a.Before(b) {
		if a = a.AddDate(0, 0, 1); c.Is(a) {
			count++
		}
	}
	for a.After(b) {
		if a = a.AddDate(0, 0, -1); c.Is(a) {
			count--
		}
	}
	return count
}

// Unknown gives the years of a period that have no table: their holidays are not counted out.
func (c Calendar) Unknown(from, to time.Time) []int {
	var missing []int
	for year := from.In(china).Year(); year <= to.In(china).Year(); year++ {
		if _, known := c.years[year]; !known {
			missing = append(missing, year)
		}
	}
	return missing
}

// Source is the notice a year's table was made from, "" for a year without one.
func (c Calendar) Source(year int) string { return c.years[year] }

// midnight is the beginning of a moment's day in China.
func midnight(moment time.Time) time.Time {
	year, month, day := moment.In(china).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, china)
}
