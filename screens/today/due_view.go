package today

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/today"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

func (v *View) loadDue() {
	v.outdated, v.trouble = nil, nil
	v.asking.due.Load(v.model.Due, func(due today.Due, p *problem.Problem) {
		if p != nil {
			v.items = nil
			v.due.show(v.failed(p))
			return
		}
		v.items = &due
		v.showDue()
	})
	v.asking.outdated.Load(v.model.Outdated, func(outdated []today.Item, p *problem.Problem) {
		if v.outdated, v.trouble = outdated, p; p != nil || len(outdated) > 0 {
			v.showDue()
		}
	})
}

// setOwn shows the person's own, or everybody's.
func (v *View) setOwn(own bool) {
	v.model.Own = own
	v.loadDue()
}

// mostRows is how many rows are drawn; the lists of the areas have the rest.
const mostRows = 60

func (v *View) showDue() {
	if v.items == nil {
		return
	}
	due := v.model.room.With(*v.items, v.outdated)
	v.showHeader(Headline(due))
	title := wording.Text("today.due.title")
	own, all := kit.NewQuietChip(wording.Text("today.own"), func() { v.setOwn(true) }), kit.NewQuietChip(wording.Text("today.everybody"), func() { v.setOwn(false) })
	own.SetActive(v.model.Own)
	all.SetActive(!v.model.Own)
	right := []fyne.CanvasObject{kit.NewSecondary(counted(due)), all, own}
	if len(due.Items) == 0 && v.trouble == nil {
		v.due.show(kit.NewCard(title, kit.NewEmpty(wording.Text("today.due.none"), wording.Text("today.due.none_do")), right...))
		return
	}
	v.due.show(kit.NewCard(title, kit.ScrolledClear(kit.Column(0, v.rows(due)...)), right...))
}

// counted words how many there are; where some were left out, how many are listed.
func counted(due today.Due) string {
	key := "today.due.count"
	if len(due.More) > 0 {
		key = "today.due.listed"
	}
	return wording.Text(key, "n", len(due.Items))
}

func (v *View) rows(due today.Due) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	drawn := 0
	for _, group := range today.Groups {
		items := due.Of(group)
		if len(items) == 0 {
			continue
		}
		head := kit.NewStyled(wording.Text("today.group."+string(group), "n", len(items)), kit.Secondary, kit.SmallTextSize, true)
		if group == today.Late {
			head.Colour = kit.RedText
		}
		rows = append(rows, kit.Pad(head, 6, 0, 2, 0), kit.Rule())
		for _, item := range items[:min(len(items), mostRows-drawn)] {
			rows = append(rows, v.row(item), kit.Rule())
			drawn++
		}
		if left := len(items) - mostRows; left > 0 && drawn == mostRows {
			break
		}
	}
	if hidden := len(due.Items) - drawn; hidden > 0 {
		rows = append(rows, kit.Pad(kit.NewSmall(wording.Text("today.due.hidden", "n", wording.Grouped(hidden))), 6, 0, 2, 0))
	}
	if v.trouble != nil {
		what, _ := wording.Problem(v.trouble)
		rows = append(rows, kit.NewNote(wording.Text("today.due.unknown", "why", what)))
	}
	for _, more := range due.More {
		label := wording.Text("today.due.more", "kind", wording.Text("council.due."+more.Kind), "n", wording.Grouped(more.Count))
		rows = append(rows, kit.Row(0, kit.NewLink(label, v.open(more.Link)), kit.Spring()))
	}
	return rows
}

// row is one thing to be done: when, what, with whom, and why. Enter opens it.
func (v *View) row(item today.Item) fyne.CanvasObject {
	when, tint := whenDue(item)
	words := kit.Across(8, []kit.Track{kit.Fixed(104), kit.Share(1), kit.Fixed(88), kit.Fixed(84)},
		kit.Row(0, kit.NewBadge(when, tint), kit.Spring()), kit.NewText(titleOf(item)).Short(), kit.NewSecondary(item.Who).Short(), kit.NewStyled(reason(item), kit.Secondary, kit.TextSize, false).Short())
	return kit.NewPressable(kit.Down(0, []kit.Track{kit.Fixed(28)}, words), v.open(item.Link))
}
