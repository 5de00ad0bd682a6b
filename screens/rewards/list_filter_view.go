package rewards

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// keyFigures are the counts and sums; each filters the list to what it counts.
func (v *ListView) keyFigures() fyne.CanvasObject {
	figure := func(key, stage string, sum rewards.StageSum) kit.Figure {
		return kit.Figure{
			Label: wording.Text("rewards.list.figure." + key),
			Value: wording.Text("rewards.list.figure_value", "n", sum.Claims, "amount", wan(sum.Amount)),
			Note:  wording.Text("rewards.list.figure_note." + key),
			Open:  func() { v.setStage(stage) },
		}
	}
	l := v.listing
	return kit.NewFigures(figure("open", openStages, l.Open()), figure("notice", string(rewards.InNotice), l.At(rewards.InNotice)),
		figure("paid", string(rewards.Completed), l.Paid()), figure("standing", "", l.Standing()))
}

func (v *ListView) setStage(stage string) {
	v.model.SetStage(stage)
	v.showChips()
	v.load()
}

func (v *ListView) showChips() {
	v.chips.Objects = append(v.choices(), v.grid.FilterChips()...)
	v.chips.Refresh()
}

func (v *ListView) choices() []fyne.CanvasObject {
	chip := func(key string, choices []kit.Choice, chosen string, set func(string)) fyne.CanvasObject {
		choices = append([]kit.Choice{{Label: wording.Text("rewards.list.any")}}, choices...)
		return kit.NewChoiceChip(wording.Text("rewards.list.by."+key), choices, chosen, func(value string) {
			set(value)
			v.load()
		})
	}
	m := v.model
	return []fyne.CanvasObject{
		v.views.Chip(),
		chip("year", v.years(), numberOrNone(int64(m.Filter.Year)), m.SetYear),
		chip("stage", stageChoices(), m.Stage(), m.SetStage),
		chip("rule", v.rules(), numberOrNone(m.Filter.RuleID), m.SetRule),
		chip("waits", v.waits(), m.Waits(), m.SetWaits),
	}
}

func (v *ListView) years() []kit.Choice {
	choices := make([]kit.Choice, len(v.listing.Years))
	for i, year := range v.listing.Years {
		choices[i] = kit.Choice{Value: strconv.Itoa(year), Label: wording.Text("rewards.page.year", "year", year)}
	}
	return choices
}

func (v *ListView) rules() []kit.Choice {
	choices := make([]kit.Choice, len(v.listing.Rules))
	for i, rule := range v.listing.Rules {
		choices[i] = kit.Choice{Value: numberIn(rule.ID), Label: rule.Clause + " " + rule.Title}
	}
	return choices
}

// waits are what claims may wait for: who is late first, then the departments asked.
func (v *ListView) waits() []kit.Choice {
	choices := []kit.Choice{{Value: overdueClaims, Label: wording.Text("rewards.list.overdue")}}
	for _, waiting := range []rewards.Waiting{rewards.ForEnterprise, rewards.Suspended} {
		choices = append(choices, kit.Choice{Value: string(waiting), Label: wording.Text("rewards.waiting." + string(waiting))})
	}
	for _, department := range v.listing.Asked {
		choices = append(choices, kit.Choice{Value: departmentPrefix + department, Label: wording.Text("rewards.list.asked", "department", department)})
	}
	return choices
}

func stageChoices() []kit.Choice {
	choices := []kit.Choice{{Value: openStages, Label: wording.Text("rewards.list.figure.open")}}
	for _, stage := range append(append([]rewards.Stage{}, rewards.Stages...), rewards.Completed, rewards.Withdrawn, rewards.Rejected) {
		choices = append(choices, kit.Choice{Value: string(stage), Label: stageName(stage)})
	}
	return choices
}

func numberOrNone(n int64) string {
	if n == 0 {
		return ""
	}
	return numberIn(n)
}
