package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// tiersTable edits a look-up table: condition, threshold and amount of each tier.
type tiersTable struct {
	of         rewards.Measure
	thresholds *[]rewards.Threshold
	amounts    *[]rewards.Quantity
	rebuild    func() // another number of tiers
	changed    func()
}

var tierTracks = []kit.Track{kit.Fixed(32), kit.Fixed(112), kit.Share(1), kit.Share(1), kit.Fixed(28)}

func (v tiersTable) object() fyne.CanvasObject {
	head := func(text string) *kit.Text { return kit.NewStyled(text, kit.Secondary, kit.SmallTextSize, true) }
	rows := []fyne.CanvasObject{kit.NewPanel(kit.Wash, "", 0, kit.Pad(kit.Across(kit.Gap, tierTracks, head(wording.Text("rewards.schemes.tier")).Centered(),
		head(wording.Text("rewards.schemes.condition")), head(wording.Text("rewards.edit.threshold", "unit", unitName(v.of))).Right(),
		head(wording.Text("rewards.edit.reward")).Right(), kit.Space(0, 0)), 4, 4, 4, 4))}
	for i := range *v.thresholds {
		rows = append(rows, kit.Pad(v.row(i), 0, 4, 0, 4))
	}
	more := kit.NewLink(wording.Text("rewards.edit.add_tier"), func() {
		*v.thresholds, *v.amounts = append(*v.thresholds, rewards.Threshold{}), append(*v.amounts, 0)
		v.rebuild()
	})
	rows = append(rows, kit.Rule(), kit.Pad(kit.Row(kit.Gap, more, kit.Spring(), kit.NewSmall(wording.Text("rewards.edit.strict_help"))), 0, 8, 0, 8))
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(kit.Column(3, rows...), 0, 0, 3, 0))
}

func (v tiersTable) row(i int) fyne.CanvasObject {
	t := &(*v.thresholds)[i]
	for len(*v.amounts) <= i { // a published table may lack one
		*v.amounts = append(*v.amounts, 0)
	}
	condition := strictSelect(&t.Strict, v.changed)
	remove := kit.NewSmallLink("×", func() {
		*v.thresholds = append((*v.thresholds)[:i:i], (*v.thresholds)[i+1:]...)
		*v.amounts = append((*v.amounts)[:i:i], (*v.amounts)[i+1:]...)
		v.rebuild()
	})
	return kit.Across(kit.Gap, tierTracks, kit.NewText(numberIn(int64(i+1))).Centered(), condition,
		numberEntry(v.of.Asked(), &t.At, v.changed), numberEntry(rewards.Yuan, &(*v.amounts)[i], v.changed), remove)
}

// strictSelect chooses whether the threshold itself is enough.
func strictSelect(strict *bool, changed func()) *kit.Select {
	value := "reaches"
	if *strict {
		value = "exceeds"
	}
	return kit.NewSelect(choicesOf("rewards.edit.", "reaches", "exceeds"), value, func(chosen string) {
		*strict = chosen == "exceeds"
		changed()
	})
}
