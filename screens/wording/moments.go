package wording

import "time"

// Moment words when something was as people read it in passing: today by the hour, else by the day.
func Moment(at, now time.Time) string {
	at, now = at.Local(), now.Local()
	switch {
	case at.Format(time.DateOnly) == now.Format(time.DateOnly):
		return Text("date.today_at", "time", at.Format("15:04"))
	case at.Year() == now.Year():
		return at.Format("01-02 15:04")
	}
	return at.Format(time.DateOnly)
}
