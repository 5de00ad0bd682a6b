package council

import "smartcanal/data/store"

// Course is how the lamp of a task goes while nothing is done with it: each day is the first of its colour or of a
// worse one, so SoonOn <= … does not hold but YellowOn <= RedOn <= OverdueOn and SoonOn <= YellowOn do.
type Course struct {
	SoonOn    string
	YellowOn  string
	RedOn     string
	OverdueOn string
}

// Lamp is the state of a task on a day.
type Lamp string

// The lamps from the best to the worst, and that of a closed task.
const (
	Green   Lamp = "green"   // on schedule
	Blue    Lamp = "blue"    // due soon
	Yellow  Lamp = "yellow"  // behind, or should have begun
	Red     Lamp = "red"     // far behind
	Overdue Lamp = "overdue" // the day has passed
	NoLamp  Lamp = ""        // closed
)

// Lamps are the lamps of open tasks, from the best to the worst.
var Lamps = []Lamp{Green, Blue, Yellow, Red, Overdue}

// LampOn is the lamp of a day.
func (c Course) LampOn(day string) Lamp {
	switch {
	case c.OverdueOn <= day:
		return Overdue
	case c.RedOn <= day:
		return Red
	case c.YellowOn <= day:
		return Yellow
	case c.SoonOn <= day:
		return Blue
	}
	return Green
}

// noCourse is that of a closed task: no lamp is ever lit.
var noCourse = Course{never, never, never, never}

// course works out how the lamp of an open task will go.
func (s Settings) course(t *SupervisedTask) Course {
	if t.Step == Closed {
		return noCourse
	}
	c := Course{SoonOn: after(t.DueOn, -s.SoonDays), YellowOn: never, RedOn: never, OverdueOn: after(t.DueOn, 1)}
	if t.handedIn() {
		return noCourse // the department has done its part in time; the office's own days do not count against it
	}
	total := between(t.FiledOn, t.DueOn)
	if t.Progress < 100 && total > 0 {
		c.YellowOn = after(t.FiledOn, s.yellowAfter(t.Progress, total))
		c.RedOn = after(t.FiledOn, passed(t.Progress+s.RedOver, total))
		if t.Priority == Urgent && s.UrgentRed {
			c.RedOn = c.YellowOn
		}
	}
	if t.BeginOn != "" && t.BegunOn == "" {
		c.YellowOn = min(c.YellowOn, after(t.BeginOn, 1))
		c.RedOn = min(c.RedOn, monthsAfter(t.BeginOn, s.NotBegunMonths))
	}
	return c.inOrder()
}

// inOrder makes each day the first of its colour or a worse one.
func (c Course) inOrder() Course {
	c.RedOn = min(c.RedOn, c.OverdueOn)
	c.YellowOn = min(c.YellowOn, c.RedOn)
	c.SoonOn = min(c.SoonOn, c.YellowOn)
	return c
}

// yellowAfter gives the number of days after which a task is behind enough for yellow.
func (s Settings) yellowAfter(progress, total int) int {
	if s.SlightIsYellow {
		return passed(progress, total)
	}
	return (total*(progress+s.YellowFrom) + 99) / 100 // the first day with at least that much behind
}

// passed gives the first number of days of which the share is more than so many percent of all.
func passed(percent, total int) int { return total*percent/100 + 1 }

// PlannedProgress (序时进度) is days passed by days in all, in percent, from 0 to 100; a task due the day it was filed
// is at 100.
func PlannedProgress(filedOn, dueOn, day string) int {
	total := between(filedOn, dueOn)
	if total <= 0 || day >= dueOn {
		return 100
	}
	return max(0, between(filedOn, day)*100/total)
}

// courseFrom is the course from a day on, kept for the history of colours.
type courseFrom struct {
	FromOn string
	Course
}

// recourse sets the course of a task, before it is written.
func recourse(t *SupervisedTask, s Settings) (changed bool) {
	now := s.course(t)
	changed = now != t.Course
	t.Course = now
	return changed
}

// keepCourse keeps the course of a task from today on. It follows from what the journal has and is not journalled itself.
func keepCourse(tx *store.Tx, t *SupervisedTask) error {
	return tx.Exec(`INSERT INTO task_courses (task_id, version, from_on, soon_on, yellow_on, red_on, overdue_on) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		t.ID, t.Version, dayOf(tx.Now), t.SoonOn, t.YellowOn, t.RedOn, t.OverdueOn).Error
}

// Colour is one stretch of the history of colours.
type Colour struct {
	FromOn  string
	UntilOn string // the last day
	Lamp    Lamp
}

// coloursOf works the history out of the courses there were, up to a day.
func coloursOf(courses []courseFrom, until string) []Colour {
	var colours []Colour
	for i, one := range courses {
		end := until
		if i+1 < len(courses) {
			end = after(courses[i+1].FromOn, -1)
		}
		for day := one.FromOn; day <= end; {
			lamp, last := one.LampOn(day), min(end, after(one.nextChange(day), -1))
			if n := len(colours); n > 0 && colours[n-1].Lamp == lamp {
				colours[n-1].UntilOn = last
			} else {
				colours = append(colours, Colour{day, last, lamp})
			}
			day = after(last, 1)
		}
	}
	return colours
}

// nextChange is the first day after a day on which the lamp is another.
func (c Course) nextChange(day string) string {
	next := never
	for _, on := range []string{c.SoonOn, c.YellowOn, c.RedOn, c.OverdueOn} {
		if on > day {
			next = min(next, on)
		}
	}
	return next
}
