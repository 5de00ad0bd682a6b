package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// askLibrary offers the clauses that ship with the program, each read back as a sentence, to be put into a draft.
func askLibrary(over fyne.Canvas, adopt func(rewards.Rule)) {
	all, err := rewards.Library()
	if err != nil {
		return // the library is read by a test: it cannot be broken here
	}
	type entry struct {
		scheme rewards.Scheme
		rule   rewards.Rule
	}
	var entries []entry
	var rows []fyne.CanvasObject
	for _, scheme := range all {
		for _, rule := range scheme.Rules {
			entries = append(entries, entry{scheme, rule})
			brief := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, kit.NewSmall(rule.BriefIn(wording.Language())).Short(),
				kit.NewBadge(rule.ShapeIn(wording.Language()), kit.Blue))
			rows = append(rows, kit.Pad(kit.Column(2, kit.NewText(rule.Title).Short(), brief), 5, 10, 6, 10))
		}
	}
	reading, source := kit.NewParagraph(""), kit.NewNote("")
	list := kit.NewChosen(func(row int) {
		chosen := entries[row]
		reading.SetText(chosen.scheme.ReadingIn(wording.Language(), chosen.rule))
		source.SetText(chosen.scheme.Name() + chosen.rule.Note)
	}, rows...)
	list.Choose(0)
	var d *kit.Dialog
	d = kit.NewDialog(over, 860, wording.Text("rewards.edit.library_title"),
		kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Fixed(400)}, kit.NewNote(wording.Text("rewards.edit.library_help")),
			kit.Across(kit.WideGap, []kit.Track{kit.Fixed(330), kit.Share(1)}, list, kit.Scrolled(kit.Column(kit.WideGap, reading, source)))),
		kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() }),
		kit.NewPrimary(wording.Text("rewards.edit.adopt"), func() {
			d.Close()
			adopt(entries[max(0, list.Row())].rule)
		}))
	d.Show(nil)
}
