package council

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Links to the area's pages.
const (
	tasksLink    = "smartcanal://council"
	meetingsLink = "smartcanal://council/meetings"
	membersLink  = "smartcanal://council/members"
	rankingLink  = "smartcanal://council/ranking"
	rulesLink    = "smartcanal://council/rules"
	ledgerLink   = "smartcanal://council/ledger"
	policiesLink = "smartcanal://council/policies"

	templatesLink = "smartcanal://council/templates"
)

func taskLink(id int64) string    { return "smartcanal://task/" + strconv.FormatInt(id, 10) }
func policyLink(id int64) string  { return "smartcanal://policy/" + strconv.FormatInt(id, 10) }
func meetingLink(id int64) string { return "smartcanal://meeting/" + strconv.FormatInt(id, 10) }

func stepName(step council.Step) string { return wording.Text("council.step." + string(step)) }

func lampName(lamp council.Lamp) string { return wording.Text("council.lamp." + string(lamp)) }

func lampTint(lamp council.Lamp) kit.Tint {
	return map[council.Lamp]kit.Tint{council.Green: kit.GreenTint, council.Blue: kit.Blue, council.Yellow: kit.AmberTint,
		council.Red: kit.RedTint, council.Overdue: kit.StrongRed, council.NoLamp: kit.Grey}[lamp]
}

// lampTone is the colour of bars and dots.
func lampTone(lamp council.Lamp) fyne.ThemeColorName {
	return map[council.Lamp]fyne.ThemeColorName{council.Green: kit.Green, council.Blue: kit.Canal, council.Yellow: kit.Amber,
		council.Red: kit.Red, council.Overdue: kit.Red, council.NoLamp: kit.Axis}[lamp]
}

// stateOf is the lamp as a word, or that the task is closed.
func stateOf(row council.TaskRow) string {
	if row.Step == council.Closed {
		return stepName(council.Closed)
	}
	return lampName(row.Lamp)
}

// lampText is the lamp with why: 黄灯 落后 12 个百分点.
func lampText(row council.TaskRow, today string) string {
	switch {
	case row.Step == council.Closed:
		return wording.Text("council.lamp.closed_on", "on", shortDay(row.ClosedOn, today))
	case row.Lamp == council.Overdue:
		return wording.Text("council.lamp.late", "days", daysBetween(row.DueOn, today))
	case row.Lamp == council.Blue:
		return wording.Text("council.lamp.left", "days", daysBetween(today, row.DueOn))
	case row.Lamp == council.Green:
		return wording.Text("council.lamp.on_schedule")
	case row.Behind() > 0:
		return wording.Text("council.lamp.behind", "lamp", wording.Text("council.lamp_name."+string(row.Lamp)), "points", row.Behind())
	}
	return wording.Text("council.lamp.not_begun", "lamp", wording.Text("council.lamp_name."+string(row.Lamp)))
}

// supportText names the first supporting department and how many there are: 市场街道等 2.
func supportText(names []string) string {
	switch len(names) {
	case 0:
		return "—"
	case 1:
		return names[0]
	}
	return wording.Text("council.page.and_more", "name", names[0], "n", len(names))
}

// shortDay leaves the year away where it is this one: 11-20, else its century: 27-01-12.
func shortDay(day, today string) string {
	if day == "" {
		return "—"
	}
	if len(day) == 10 && len(today) == 10 && day[:4] == today[:4] {
		return day[5:]
	}
	if len(day) == 10 {
		return day[2:]
	}
	return day
}

func daysBetween(from, to string) int {
	a, _ := time.Parse(time.DateOnly, from)
	b, _ := time.Parse(time.DateOnly, to)
	return int(b.Sub(a).Hours() / 24)
}

var china = time.FixedZone("UTC+8", 8*60*60)

// momentOf writes a moment as China reads it: 11-20 16:10.
func momentOf(at time.Time, today string) string {
	at = at.In(china)
	return shortDay(at.Format(time.DateOnly), today) + at.Format(" 15:04")
}

func percent(n int) string { return strconv.Itoa(n) + "%" }

// choices are words of a catalogue's keys, by their values.
func choices[T ~string](prefix string, values []T) []kit.Choice {
	list := make([]kit.Choice, len(values))
	for i, value := range values {
		list[i] = kit.Choice{Value: string(value), Label: wording.Text(prefix + string(value))}
	}
	return list
}

// worded is a problem in one line: what happened and what to do.
func worded(p *problem.Problem) string {
	what, todo := wording.Problem(p)
	return strings.TrimRight(what, "。.") + wording.Text("council.page.stop") + todo
}
