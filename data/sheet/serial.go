package sheet

import (
	"math"
	"strconv"
	"time"
)

const (
	leapBug    = 60      // Excel believes in a 29 February 1900 and gives it this number
	lastSerial = 2958466 // the day after 9999-12-31
)

// SerialTime reads the number that a worksheet keeps for a date and time: days since the end of 1899.
// The result is China time, rounded to the second; false for a text that is no such number.
func SerialTime(text string) (time.Time, bool) {
	serial, err := strconv.ParseFloat(text, 64)
	if err != nil || !(serial >= 1 && serial < lastSerial) {
		return time.Time{}, false
	}
	days, part := math.Modf(serial)
	if days <= leapBug {
		days++
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, china).AddDate(0, 0, int(days))
	return day.Add(time.Duration(math.Round(part*86400)) * time.Second), true
}
