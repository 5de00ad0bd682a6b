package rewards

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// materialFiles opens the files that prove a material.
func (v *ClaimView) materialFiles(material rewards.Material) fyne.CanvasObject {
	label := wording.Text("rewards.materials.add_files")
	if n := v.claim.Files[material.Name]; n > 0 {
		label = wording.Text("rewards.materials.files", "n", n)
	} else if v.claim.Claim.Stage.Ended() {
		return kit.NewSmall("")
	}
	return kit.NewSmallLink(label, func() { v.openFiles(material) })
}

// openFiles shows a material's files over the page. The first file marks the material as received.
func (v *ClaimView) openFiles(material rewards.Material) *form.Files {
	over := v.context.Window()
	files := form.NewFiles(over, v.model.Files(material))
	if v.claim.Claim.Stage.Ended() {
		files.Disable()
	}
	files.OnChanged = func(count int) {
		if count > 0 && material.State == rewards.Missing {
			v.setMaterial(material, rewards.Received)
			material.State = rewards.Received
		}
	}
	var d *kit.Dialog
	closing := kit.NewPrimary(wording.Text("kit.dialog.close"), func() { d.Close() })
	d = kit.NewDialog(over.Canvas(), 520, materialName(material.Name, v.claim.Organization.CreditCode), files.Object(), closing)
	d.OnClosed(func() {
		v.files = nil
		v.load()
	})
	d.Show(closing)
	v.files = files
	return files
}

// Drop takes files dropped on the page: for the material whose files are shown, else for the one the person names.
func (v *ClaimView) Drop(paths []string) {
	switch {
	case v.files != nil:
		v.files.Drop(paths)
	case v.claim == nil:
	case v.claim.Claim.Stage.Ended():
		v.context.Problem(problem.New("rewards.claim_ended", "number", v.claim.Claim.Number))
	case len(v.claim.Materials) == 1:
		v.openFiles(v.claim.Materials[0]).Drop(paths)
	case len(v.claim.Materials) > 1:
		v.askMaterial(paths)
	}
}

// askMaterial asks which material the files prove; the first one missing is proposed.
func (v *ClaimView) askMaterial(paths []string) {
	choices, proposed := make([]kit.Choice, len(v.claim.Materials)), ""
	for i, material := range v.claim.Materials {
		choices[i] = kit.Choice{Value: strconv.Itoa(i), Label: material.Name}
		if material.State == rewards.Missing && proposed == "" {
			proposed = choices[i].Value
		}
	}
	field, choice := form.Choice(wording.Text("rewards.materials.which"), choices, proposed)
	field.Required, field.Help = true, wording.Text("rewards.materials.dropped", "n", len(paths))
	form.Question{
		Title: wording.Text("rewards.materials.which_title"), Verb: wording.Text("rewards.materials.attach"), Form: form.New(field),
		Work: func(context.Context) error { return nil },
		Done: func() {
			if i, err := strconv.Atoi(choice.Value()); err == nil {
				v.openFiles(v.claim.Materials[i]).Drop(paths)
			}
		},
	}.Ask(v.context.Window().Canvas())
}
