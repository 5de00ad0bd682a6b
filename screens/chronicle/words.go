package chronicle

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

const (
	startLink = "smartcanal://chronicle"
	rulesLink = "smartcanal://chronicle/rules"
)

func entryLink(id int64) string { return "smartcanal://entry/" + strconv.FormatInt(id, 10) }

func kindName(kind chronicle.Kind) string { return wording.Text("chronicle.kind." + string(kind)) }

func kindTint(kind chronicle.Kind) kit.Tint {
	switch kind {
	case chronicle.Visit, chronicle.Training:
		return kit.TealTint
	case chronicle.Signing, chronicle.Opening, chronicle.Payment:
		return kit.GreenTint
	case chronicle.Milestone:
		return kit.AmberTint
	case chronicle.Other:
		return kit.Grey
	}
	return kit.Blue
}

// kindTone is the colour of dots.
func kindTone(kind chronicle.Kind) fyne.ThemeColorName {
	return map[kit.Tint]fyne.ThemeColorName{kit.TealTint: kit.Teal, kit.GreenTint: kit.Green, kit.AmberTint: kit.Amber, kit.Grey: kit.Axis, kit.Blue: kit.Canal}[kindTint(kind)]
}

func importanceName(i chronicle.Importance) string {
	return wording.Text("chronicle.importance." + string(i))
}

func importanceTint(i chronicle.Importance) kit.Tint {
	return map[chronicle.Importance]kit.Tint{chronicle.Normal: kit.Grey, chronicle.Major: kit.AmberTint, chronicle.Great: kit.RedTint}[i]
}

func publicName(public bool) string {
	if public {
		return wording.Text("chronicle.public.yes")
	}
	return wording.Text("chronicle.public.no")
}

// dayName is 9 月 16 日, or 16 September.
func dayName(day string) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return wording.Text("chronicle.day", "month", monthName(at.Month()), "day", at.Day())
}

func weekday(day string) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return wording.Text("chronicle.weekday." + strconv.Itoa(int(at.Weekday())))
}

func monthName(month time.Month) string {
	return wording.Text("chronicle.month." + strconv.Itoa(int(month)))
}

// choices are words of a catalogue's keys, by their values, behind one that asks for all.
func choices[T ~string](prefix string, values []T, any bool) []kit.Choice {
	var list []kit.Choice
	if any {
		list = append(list, kit.Choice{Label: wording.Text("chronicle.any")})
	}
	for _, value := range values {
		list = append(list, kit.Choice{Value: string(value), Label: wording.Text(prefix + string(value))})
	}
	return list
}
