package council

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/wording"
)

// actEvents are the record of a task, the latest first; a press on a line opens its files.
func (p *taskPanel) actEvents(task *council.TaskPage, today string) []chart.Event {
	list := make([]chart.Event, len(task.Acts))
	for i, act := range task.Acts {
		text := act.Text
		if act.Action == council.Reported || act.Action == council.Submitted {
			text = wording.Text("council.act.progress", "text", act.Text, "progress", percent(act.Progress))
		}
		when := momentOf(act.At, today) + " · " + act.Actor
		if n := task.ActFiles[act.ID]; n > 0 {
			when += " · " + wording.Text("council.files.count", "n", n)
		}
		list[i] = chart.Event{
			Kind: wording.Text("council.action." + string(act.Action)), Tone: actTone(act.Action), When: when, Text: text,
			Open: func() { p.files.openAct(act, func() { p.done(act.TaskID) }) },
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
	case council.Reminded, council.TakenBack:
		return kit.Amber
	case council.ExtensionAsked, council.Changed, council.Imported:
		return kit.Secondary
	}
	return kit.Canal
}
