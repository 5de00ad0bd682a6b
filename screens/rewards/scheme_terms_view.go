package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// termsRows are the fields of a clause's terms, by their kind.
func (v *clauseView) termsRows(terms rewards.Terms) []fyne.CanvasObject {
	switch t := terms.(type) {
	case *rewards.Fixed:
		return []fyne.CanvasObject{v.row("amount", v.money(&t.Amount))}
	case *rewards.Tiers:
		return v.tiersRows(t)
	case *rewards.Share:
		return []fyne.CanvasObject{v.row("measure", measureRow(&t.Of, moneySource, false, v.rebuild, v.changed)),
			v.row("percent", withUnit(numberEntry(rewards.Percent, &t.Rate, v.changed), "%"))}
	case *rewards.Stepped:
		return v.stepsRows(t)
	case *rewards.PerUnit:
		return v.unitsRows(t)
	case *rewards.Ratio:
		return v.ratioRows(t)
	}
	return nil
}

func (v *clauseView) tiersRows(t *rewards.Tiers) []fyne.CanvasObject {
	sources := anySource
	if t.First {
		sources = soldSource
	}
	table := tiersTable{of: t.Of, thresholds: &t.Thresholds, amounts: &t.Amounts, rebuild: v.rebuild, changed: v.changed}
	return []fyne.CanvasObject{v.row("measure", measureRow(&t.Of, sources, t.First, v.rebuild, v.changed)), v.row("tiers", table.object())}
}

func (v *clauseView) stepsRows(t *rewards.Stepped) []fyne.CanvasObject {
	unit := t.Of.Asked()
	rows := []fyne.CanvasObject{v.row("measure", measureRow(&t.Of, anySource, false, v.rebuild, v.changed))}
	if t.Start > 0 || editedShape(&v.model.Rule().Says) == rewards.StartShape {
		rows = append(rows, v.row("start", v.money(&t.Start)))
	}
	pair := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural, kit.Share(1), kit.Natural},
		numberEntry(unit, &t.Every, v.changed), kit.NewText(wording.Text("rewards.edit.pays", "unit", unitName(t.Of))), numberEntry(rewards.Yuan, &t.Each, v.changed), kit.NewText(wording.Text("rewards.edit.unit.yuan")))
	return append(rows, v.row("over", withUnit(numberEntry(unit, &t.Over, v.changed), unitName(t.Of))), v.row("every", pair), v.row("steps_cap", v.money(&t.Cap)))
}

func (v *clauseView) unitsRows(t *rewards.PerUnit) []fyne.CanvasObject {
	if t.Count != nil {
		rows := []fyne.CanvasObject{v.row("measure", measureRow(t.Count, countSource, false, v.rebuild, v.changed))}
		if t.Count.Of == rewards.OfDeclared {
			rows = append(rows, v.row("counter", v.text(&t.Count.Counter)))
		}
		return append(rows, v.row("each", v.money(&t.Each)))
	}
	rows := []fyne.CanvasObject{v.row("listed", v.text(&t.Listed))}
	if t.Of == nil {
		return append(rows, v.row("each", v.money(&t.Each)))
	}
	table := tiersTable{of: *t.Of, thresholds: &t.Thresholds, amounts: &t.Amounts, rebuild: v.rebuild, changed: v.changed}
	return append(rows, v.row("measure", v.text(&t.Of.Name)), v.row("tiers", table.object()))
}

func (v *clauseView) ratioRows(t *rewards.Ratio) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{v.row("given_back", measureRow(&t.Of, moneySource, false, v.rebuild, v.changed)),
		v.row("done", measureRow(&t.Done, moneySource, false, v.rebuild, v.changed)),
		v.row("promise", withUnit(numberEntry(rewards.Yuan, &t.Each, v.changed), wording.Text("rewards.edit.promise_unit")))}
	for i := range t.By {
		rows = append(rows, v.row("by", measureRow(&t.By[i], anySource, false, v.rebuild, v.changed)))
	}
	return append(rows, v.row("percent", withUnit(numberEntry(rewards.Percent, &t.Percent, v.changed), "%")))
}

// money is an amount in 万元.
func (v *clauseView) money(q *rewards.Quantity) fyne.CanvasObject {
	return withUnit(numberEntry(rewards.Yuan, q, v.changed), wording.Text("rewards.edit.unit.yuan"))
}

func (v *clauseView) text(value *string) fyne.CanvasObject {
	entry := kit.NewEntry("")
	entry.SetText(*value)
	entry.OnChanged = func(text string) {
		*value = text
		v.changed()
	}
	return entry
}

// withUnit puts a short entry before its unit.
func withUnit(entry fyne.CanvasObject, unit string, notes ...fyne.CanvasObject) fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{kit.Across(0, []kit.Track{kit.Fixed(110)}, entry), kit.NewText(unit)}, notes...)
	return kit.Row(kit.Gap, objects...)
}
