package council

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// actEvents are the record of a task, the latest first.
func actEvents(acts []council.Act, today string) []chart.Event {
	list := make([]chart.Event, len(acts))
	for i, act := range acts {
		text := act.Text
		if act.Action == council.Reported || act.Action == council.Submitted {
			text = wording.Text("council.act.progress", "text", act.Text, "progress", percent(act.Progress))
		}
		list[i] = chart.Event{
			Kind: wording.Text("council.action." + string(act.Action)), Tone: actTone(act.Action),
			When: momentOf(act.At, today) + " · " + act.Actor, Text: text,
		}
	}
	return list
}

func actTone(action council.Action) fyne.ThemeColorName {
	switch action {
	case council.Approved, council.ClosedOff, council.ExtensionGranted, council.Archived:
		return kit.Green
	case council.Returned, council.ExtensionRefused:
		return kit.Red
	case council.Reminded:
		return kit.Amber
	case council.ExtensionAsked, council.Changed, council.Imported:
		return kit.Secondary
	}
	return kit.Canal
}
