package rewards

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// events are the record of a claim, the latest first.
func events(acts []rewards.Act) []chart.Event {
	list := make([]chart.Event, 0, len(acts))
	for i := len(acts) - 1; i >= 0; i-- {
		list = append(list, event(acts[i]))
	}
	return list
}

func event(act rewards.Act) chart.Event {
	text := act.Opinion
	if text == "" {
		text = wording.Text("rewards.record.no_opinion")
	}
	if act.Warning != "" {
		what, _ := wording.Problem(problem.New(act.Warning, "actor", act.Actor))
		text += "\n" + wording.Text("rewards.record.warning", "what", what)
	}
	for _, file := range act.Files {
		text += "\n" + wording.Text("rewards.record.file", "name", file.Name)
	}
	return chart.Event{Kind: deed(act), Tone: deedColour(act), When: minuteOf(act.At) + " · " + act.Actor, Text: text}
}

// deed is what was done, in a few words: 初审通过, 退回至受理.
func deed(act rewards.Act) string {
	switch act.Action {
	case rewards.Passed:
		return wording.Text("rewards.record.passed", "stage", stageName(act.Stage))
	case rewards.Returned:
		return wording.Text("rewards.record.returned", "stage", stageName(act.Target))
	}
	return wording.Text("rewards.action." + string(act.Action))
}

// setbacks are what holds a claim up.
var setbacks = []rewards.Action{rewards.Returned, rewards.Interrupted, rewards.Objected, rewards.Bounced, rewards.ClawedBack, rewards.Refused}

func deedColour(act rewards.Act) fyne.ThemeColorName {
	switch {
	case act.Warning != "", slices.Contains(setbacks, act.Action):
		return kit.Amber
	case act.Action == rewards.Passed, act.Action == rewards.PaidOut:
		return kit.Green
	case act.Action == rewards.Withdrew:
		return kit.Secondary
	}
	return kit.Canal
}

// materialName is a material with what the program itself can tell of it.
func materialName(name, creditCode string) string {
	if strings.Contains(name, "营业执照") && creditCode != "" && identity.CheckCreditCode(creditCode) == nil {
		return wording.Text("rewards.material.licence_checked", "name", name)
	}
	return name
}
