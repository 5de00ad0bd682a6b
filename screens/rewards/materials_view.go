package rewards

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// materials lists what the claim must bring, each with its state, which a click or a key changes.
func (v *ClaimView) materials() fyne.CanvasObject {
	claim := v.claim
	rows := make([][]kit.Cell, len(claim.Materials))
	for i, material := range claim.Materials {
		name := materialName(material.Name, claim.Organization.CreditCode)
		rows[i] = []kit.Cell{{Text: name}, {Object: v.materialFiles(material)}, {Object: v.materialState(material)}}
	}
	var content fyne.CanvasObject = kit.NewTable([]kit.Head{{Grow: true}, {Right: true}, {Right: true}}, rows...).Roomy().Headless()
	if len(rows) == 0 {
		content = kit.NewNote(wording.Text("rewards.materials.none"))
	}
	count := wording.Text("rewards.materials.count", "checked", claim.Checked(), "all", len(rows))
	return kit.NewCard(wording.Text("rewards.materials.title"), kit.Scrolled(content), kit.NewSecondary(count))
}

func (v *ClaimView) materialState(material rewards.Material) fyne.CanvasObject {
	badge := kit.NewBadge(wording.Text("rewards.material."+string(material.State)), materialTint(material.State))
	if v.claim.Claim.Stage.Ended() {
		return badge
	}
	var press *kit.Pressable
	press = kit.NewPressable(kit.Pad(kit.Row(6, badge, kit.NewSmall("▾")), 2, 4, 2, 4), func() {
		kit.OpenChoices(press, materialChoices(), func(state string) { v.setMaterial(material, rewards.MaterialState(state)) })
	})
	return press
}

func materialChoices() []kit.Choice {
	var choices []kit.Choice
	for _, state := range []rewards.MaterialState{rewards.Missing, rewards.Received, rewards.Checked} {
		choices = append(choices, kit.Choice{Value: string(state), Label: wording.Text("rewards.material." + string(state))})
	}
	return choices
}

func (v *ClaimView) setMaterial(material rewards.Material, state rewards.MaterialState) {
	if material.State == state {
		return
	}
	v.write(func(ctx context.Context) error { return v.model.SetMaterial(ctx, material, state) })
}
