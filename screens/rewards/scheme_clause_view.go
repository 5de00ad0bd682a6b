package rewards

import (
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// clauseView edits the chosen clause of a draft.
type clauseView struct {
	model   *EditModel
	window  func() fyne.Canvas
	rebuild func() // other fields are needed
	changed func() // a number or a word differs
}

// card is the clause's fields under its number.
func (v *clauseView) card() fyne.CanvasObject {
	rule := v.model.Rule()
	rows := []fyne.CanvasObject{v.row("name", v.names(rule)), v.row("shape", v.shape(rule))}
	rows = append(rows, v.termsRows(rule.Terms)...)
	if _, tiers := rule.Terms.(*rewards.Tiers); !tiers {
		rows = append(rows, v.row("cap", v.money(&rule.Cap)))
	}
	rows = append(rows, v.row("exclusion", v.exclusion()), v.row("yearly_cap", v.yearlyCap()), v.row("round", v.round(rule)), v.row("gates", v.gates(rule)), v.row("more", v.more(rule)))
	return kit.NewCard(rule.Clause, kit.ScrolledClear(kit.Column(5, rows...)), kit.NewSecondary(v.difference()))
}

// row is a field with its name before it.
func (v *clauseView) row(key string, field fyne.CanvasObject) fyne.CanvasObject {
	return kit.Across(kit.Gap, []kit.Track{kit.Fixed(86), kit.Share(1)}, kit.Pad(kit.NewSecondary(wording.Text("rewards.edit."+key)).Short(), 6, 0, 0, 0), field)
}

// difference says what the draft changes of the clause in force.
func (v *clauseView) difference() string {
	was := v.model.Was()
	switch {
	case v.model.Before == nil:
		return ""
	case was == nil:
		return wording.Text("rewards.edit.new_rule")
	case v.model.Before.Reading(*was) == v.model.Draft.Reading(*v.model.Rule()):
		return wording.Text("rewards.edit.unchanged")
	}
	return wording.Text("rewards.edit.changed", "was", was.BriefIn(wording.Language()))
}

func (v *clauseView) names(rule *rewards.Rule) fyne.CanvasObject {
	clause, title := kit.NewEntry(""), kit.NewEntry("")
	clause.SetText(rule.Clause)
	title.SetText(rule.Title)
	clause.OnChanged = func(text string) {
		rule.Clause = text
		v.changed()
	}
	title.OnChanged = func(text string) {
		v.model.Rename(text)
		v.changed()
	}
	return kit.Across(kit.Gap, []kit.Track{kit.Fixed(92), kit.Share(1)}, clause, title)
}

func (v *clauseView) shape(rule *rewards.Rule) fyne.CanvasObject {
	return kit.NewSelect(choicesOf("rewards.edit.shape.", shapes...), string(editedShape(&rule.Says)), func(value string) {
		v.model.SetShape(rewards.Shape(value))
		v.rebuild()
	})
}

// exclusion says what happens where the enterprise also gets another clause.
func (v *clauseView) exclusion() fyne.CanvasObject {
	keep, others := v.model.Excluded()
	radio := kit.NewRadio(choicesOf("rewards.edit.keep.", rewards.KeepHighest, rewards.KeepChosen, rewards.KeepFirst, rewards.Keep("")), string(keep), func(value string) {
		if value == "" {
			v.model.Exclude("", nil)
			v.rebuild()
			return
		}
		v.askOthers(rewards.Keep(value), others)
	}).Abreast()
	return radio
}

// yearlyCap is the measure's own, for all clauses together.
func (v *clauseView) yearlyCap() fyne.CanvasObject {
	limit := rewards.Quantity(v.model.Draft.YearlyCap)
	entry := numberEntry(rewards.Yuan, &limit, func() {
		v.model.Draft.YearlyCap = money.Fen(limit)
		v.changed()
	})
	return withUnit(entry, wording.Text("rewards.edit.unit.yuan"), kit.NewSmall(wording.Text("rewards.edit.yearly_cap_help")).Short())
}

func (v *clauseView) round(rule *rewards.Rule) fyne.CanvasObject {
	choices := choicesOf("rewards.edit.round_to.", "0", "1", "10", "100", "1000", "10000")
	at := &v.model.Draft.Round
	if rule.Round != 0 {
		at = &rule.Round
	}
	choose := kit.NewSelect(choices, strconv.FormatInt(int64(*at/rewards.One), 10), func(value string) {
		unit, _ := strconv.ParseInt(value, 10, 64)
		*at = rewards.Quantity(unit) * rewards.One
		v.changed()
	})
	return kit.Row(kit.Gap, kit.Across(0, []kit.Track{kit.Fixed(150)}, choose), kit.NewSmall(wording.Text("rewards.edit.round_help")).Short())
}

// gates are the conditions as chips, with what changes them.
func (v *clauseView) gates(rule *rewards.Rule) fyne.CanvasObject {
	chips := []fyne.CanvasObject{}
	for i := range rule.Gates {
		chips = append(chips, kit.NewBadge(rule.Gates[i].BriefIn(wording.Language()), kit.Grey))
	}
	if len(chips) == 0 {
		chips = append(chips, kit.NewSmall(wording.Text("rewards.schemes.always")))
	}
	chips = append(chips, kit.NewSmallLink(wording.Text("rewards.edit.change"), v.askGates))
	return kit.Pad(kit.NewWrap(6, 4, chips...), 5, 0, 0, 0)
}

// more is what is asked less often, in a few words.
func (v *clauseView) more(rule *rewards.Rule) fyne.CanvasObject {
	chips := []fyne.CanvasObject{}
	for _, said := range rule.MoreIn(wording.Language()) {
		chips = append(chips, kit.NewBadge(said, kit.Grey))
	}
	if len(chips) == 0 {
		chips = append(chips, kit.NewSmall(wording.Text("rewards.edit.nothing_more")))
	}
	chips = append(chips, kit.NewSmallLink(wording.Text("rewards.edit.change"), v.askMore))
	return kit.Pad(kit.NewWrap(6, 4, chips...), 5, 0, 0, 0)
}
