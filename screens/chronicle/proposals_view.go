package chronicle

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// proposals are what the program proposes and nobody has read, whatever is filtered beside.
func (v *View) proposals() fyne.CanvasObject {
	n := len(v.shown.Proposals)
	cards := make([]fyne.CanvasObject, 0, n)
	for _, p := range v.shown.Proposals {
		cards = append(cards, v.proposal(p))
	}
	content := fyne.CanvasObject(kit.Scrolled(kit.Pad(kit.Column(kit.Gap, cards...), 0, 8, 0, 0)))
	if n == 0 {
		content = kit.Column(0, kit.NewNote(wording.Text("chronicle.proposed.none")))
	}
	right := []fyne.CanvasObject{kit.NewCount(wording.Grouped(n), kit.RedTint)}
	if n > 1 {
		right = append([]fyne.CanvasObject{kit.NewSmallLink(wording.Text("chronicle.proposed.accept_all"), v.askAcceptAll)}, right...)
	}
	foot := kit.Row(4, kit.NewSmall(wording.Text("chronicle.proposed.unread")).Short(), kit.NewSmallLink(wording.Text("chronicle.rules.open"), func() { v.context.Open(rulesLink) }), kit.Spring())
	body := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, kit.NewSmall(wording.Text("chronicle.proposed.note")), content, foot)
	return kit.NewCard(wording.Text("chronicle.proposed.title"), body, right...)
}

func (v *View) proposal(p chronicle.Row) fyne.CanvasObject {
	head := kit.Row(kit.Gap, kit.Dot(kindTone(p.Kind)), kit.NewText(p.OnDay), kit.NewBadge(kindName(p.Kind), kindTint(p.Kind)), kit.Spring(), kit.NewBadge(importanceName(p.Importance), importanceTint(p.Importance)))
	parts := []fyne.CanvasObject{head, kit.NewParagraph(p.Title)}
	if p.Text != "" {
		text := kit.NewNote(p.Text)
		text.MaxLines = 2
		parts = append(parts, text)
	}
	for _, source := range p.Sources {
		parts = append(parts, kit.Row(4, kit.NewSmall(wording.Text("chronicle.source")), kit.NewSmallLink(source.Label, func() { v.context.Open(source.Link) }), kit.Spring()))
	}
	held := chronicle.Held{ID: p.ID, Version: p.Version}
	buttons := kit.Row(kit.Gap,
		kit.NewPrimary(wording.Text("chronicle.proposed.accept"), func() {
			v.write(func(ctx context.Context) error { return v.desk.room.Accept(ctx, v.desk.person, held) })
		}),
		kit.NewPlain(wording.Text("chronicle.proposed.edit"), func() { openEdit(v.context, v.desk, &p, func(int64) { v.load() }) }),
		kit.NewPlain(wording.Text("chronicle.proposed.dismiss"), func() {
			v.write(func(ctx context.Context) error { return v.desk.room.Dismiss(ctx, v.desk.person, held) })
		}), kit.Spring())
	parts = append(parts, kit.NewSmall(wording.Text("chronicle.rule_of", "rule", wording.Text("chronicle.rule."+p.Rule))), buttons)
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(kit.Column(5, parts...), 8, 10, 10, 10))
}

// askAcceptAll takes all proposals in that stand there to be read.
func (v *View) askAcceptAll() {
	var held []chronicle.Held
	for _, p := range v.shown.Proposals {
		held = append(held, chronicle.Held{ID: p.ID, Version: p.Version})
	}
	kit.Confirm(v.context.Window().Canvas(), wording.Text("chronicle.proposed.all_title", "n", len(held)), wording.Text("chronicle.proposed.all_text"), wording.Text("chronicle.proposed.all_verb"), func() {
		v.write(func(ctx context.Context) error { return v.desk.room.Accept(ctx, v.desk.person, held...) })
	})
}
