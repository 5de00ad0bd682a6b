package rewards

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// keyFigures count the candidates by where they stand; each filters the list to what it counts.
func (v *CandidatesView) keyFigures() fyne.CanvasObject {
	figure := func(footing rewards.Footing) kit.Figure {
		sum := v.shown.Sum(footing)
		note := wording.Text("rewards.footing_note." + string(footing))
		if footing == rewards.Qualifies || footing == rewards.HasClaimed {
			note = wording.Text("rewards.candidates.sum", "amount", wan(sum.Amount))
		}
		return kit.Figure{Label: footingName(footing), Value: wording.Text("rewards.candidates.count", "n", sum.Claims), Note: note, Open: func() { v.setFooting(string(footing)) }}
	}
	return kit.NewFigures(figure(rewards.Qualifies), figure(rewards.HasClaimed), figure(rewards.MustDeclare), figure(rewards.LeftOut), figure(rewards.Unfit), figure(rewards.LockedOut))
}

func (v *CandidatesView) setFooting(value string) {
	v.model.Footing = rewards.Footing(value)
	v.showChips()
	v.fill()
}

func (v *CandidatesView) clear() {
	v.model.RuleID, v.model.Part = 0, rewards.WholeYear
	v.search.SetText("")
	v.setFooting("")
}

func (v *CandidatesView) showChips() {
	anew := func(set func(string)) func(string) {
		return func(value string) {
			set(value)
			v.load()
		}
	}
	filter := func(set func(string)) func(string) {
		return func(value string) {
			set(value)
			v.fill()
		}
	}
	any := kit.Choice{Label: wording.Text("rewards.list.any")}
	m, p := v.model, v.shown
	years := make([]kit.Choice, 0, p.Scheme.ToYear-p.Scheme.FromYear+1)
	for _, year := range m.Years(p) {
		years = append(years, kit.Choice{Value: strconv.Itoa(year), Label: wording.Text("rewards.page.year", "year", year)})
	}
	footings, rules := []kit.Choice{any}, []kit.Choice{any}
	for _, footing := range rewards.Footings {
		footings = append(footings, kit.Choice{Value: string(footing), Label: footingName(footing)})
	}
	for _, rule := range p.Scheme.Rules {
		rules = append(rules, kit.Choice{Value: numberIn(rule.ID), Label: rule.Clause + " " + rule.Title})
	}
	chips := []fyne.CanvasObject{}
	if len(p.Schemes) > 1 {
		chips = append(chips, kit.NewChoiceChip(wording.Text("rewards.candidates.scheme"), v.schemes(), numberIn(p.Scheme.ID), anew(m.SetScheme)))
	}
	chips = append(chips, kit.NewChoiceChip(wording.Text("rewards.list.by.year"), years, strconv.Itoa(p.Year), anew(m.SetYear)))
	if parts := p.Parts(); len(parts) > 0 {
		chips = append(chips, kit.NewChoiceChip(wording.Text("rewards.new.part"), append([]kit.Choice{any}, choicesOf("rewards.new.part_of.", parts...)...), string(m.Part),
			filter(func(value string) { m.Part = rewards.Part(value) })))
	}
	chips = append(chips, kit.NewChoiceChip(wording.Text("rewards.list.by.rule"), rules, numberOrNone(m.RuleID), filter(m.SetRule)),
		kit.NewChoiceChip(wording.Text("rewards.candidates.footing"), footings, string(m.Footing), filter(func(value string) { m.Footing = rewards.Footing(value) })))
	v.chips.Objects = chips
	v.chips.Refresh()
}

func (v *CandidatesView) schemes() []kit.Choice {
	choices := make([]kit.Choice, len(v.shown.Schemes))
	for i, scheme := range v.shown.Schemes {
		choices[i] = kit.Choice{Value: numberIn(scheme.ID), Label: scheme.Title + " " + editionName(scheme)}
	}
	return choices
}
