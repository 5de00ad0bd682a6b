package register

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// duplicatesView is the page of the pairs that may be one organisation, and of the merges done.
type duplicatesView struct {
	desk    desk
	loader  kit.Loader[*doubles]
	looking kit.Loader[*Comparison]
	found   *doubles
	merges  bool // the merges are shown instead of the pairs
	states  *kit.States
	detail  *kit.States
}

// doubles are the pairs proposed and the merges that can be taken back.
type doubles struct {
	pairs  []register.Duplicate
	merges []register.MergeNote
}

func newDuplicatesView(d desk) *duplicatesView {
	return &duplicatesView{desk: d, states: kit.NewStates()}
}

// Object is the page.
func (v *duplicatesView) Object() fyne.CanvasObject { return v.states.Container }

// Left stops reading.
func (v *duplicatesView) Left() {
	v.loader.Stop()
	v.looking.Stop()
}

// Shown looks for pairs anew.
func (v *duplicatesView) Shown() { v.load() }

func (v *duplicatesView) load() {
	v.loader.Load(func(ctx context.Context) (*doubles, error) {
		pairs, err := v.desk.room.Duplicates(ctx)
		if err != nil {
			return nil, err
		}
		merges, err := v.desk.room.Merges(ctx)
		return &doubles{pairs, merges}, err
	}, func(found *doubles, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPrimary(wording.Text("register.again"), v.load))
			return
		}
		v.found = found
		v.show()
	})
}

func (v *duplicatesView) show() {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.register"), Open: func() { v.desk.Open(linkList) }}},
		Title:  wording.Text("register.duplicates.title"), Note: wording.Text("register.duplicates.note"),
	}
	pairs := kit.NewChip(wording.Text("register.duplicates.pairs", "n", len(v.found.pairs)), func() { v.turn(false) })
	merges := kit.NewChip(wording.Text("register.duplicates.merges", "n", len(v.found.merges)), func() { v.turn(true) })
	pairs.SetActive(!v.merges)
	merges.SetActive(v.merges)
	body := v.pairs
	if v.merges {
		body = v.done
	}
	v.states.Show(kit.NewPage(header, kit.Down(10, []kit.Track{kit.Fixed(28), kit.Share(1)}, kit.Row(kit.Gap, pairs, merges), body())))
}

func (v *duplicatesView) turn(merges bool) {
	v.merges = merges
	v.show()
}

// pairs is the list of pairs with the chosen one side by side.
func (v *duplicatesView) pairs() fyne.CanvasObject {
	if len(v.found.pairs) == 0 {
		return kit.NewPlainCard(kit.NewEmpty(wording.Text("register.duplicates.empty"), wording.Text("register.duplicates.empty_do"),
			kit.NewPrimary(wording.Text("register.to_list"), func() { v.desk.Open(linkList) })))
	}
	v.detail = kit.NewStates()
	shown := v.found.pairs[:min(len(v.found.pairs), 200)] // a list of more is worked off from its top
	rows := make([]fyne.CanvasObject, len(shown))
	for i, pair := range shown {
		rows[i] = pairRow(pair)
	}
	list := kit.NewChosen(func(row int) { v.look(shown[row]) }, rows...)
	list.Choose(0)
	return kit.Across(kit.WideGap, []kit.Track{kit.Fixed(392), kit.Share(1)}, kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(list.Scroll, 1, 1, 1, 1)), v.detail.Container)
}

func pairRow(pair register.Duplicate) fyne.CanvasObject {
	badges := make([]fyne.CanvasObject, len(pair.Signs))
	for i, sign := range pair.Signs {
		badges[i] = kit.NewBadge(signText(sign), signTint(sign))
	}
	return kit.Pad(kit.Column(3, kit.NewText(pair.FirstName).Short(), kit.NewText(pair.SecondName).Short(), kit.Row(6, badges...)), 8, 12, 8, 12)
}

func (v *duplicatesView) look(pair register.Duplicate) {
	v.detail.Loading()
	v.looking.Load(func(ctx context.Context) (*Comparison, error) {
		return compare(ctx, v.desk.rooms, pair.First, pair.Second)
	}, func(c *Comparison, p *problem.Problem) {
		if p != nil {
			v.detail.Failed(p)
			return
		}
		v.detail.Show(comparisonCard(v.desk, c, func(int64) { v.load() }))
	})
}

// done is the list of merges, each of which can be taken back.
func (v *duplicatesView) done() fyne.CanvasObject {
	if len(v.found.merges) == 0 {
		return kit.NewPlainCard(kit.NewEmpty(wording.Text("register.merges.empty"), wording.Text("register.merges.empty_do")))
	}
	rows := make([][]kit.Cell, 0, len(v.found.merges))
	for _, note := range v.found.merges[:min(len(v.found.merges), 200)] {
		undo := kit.NewSmallButton(wording.Text("register.merges.undo"), func() { v.undo(note) })
		open := kit.NewSmallButton(wording.Text("register.open"), func() { v.desk.Open(linkTo(note.KeptID)) })
		rows = append(rows, []kit.Cell{{Text: note.CreatedAt.Local().Format("2006-01-02 15:04")}, {Text: note.Merged}, {Text: note.Kept},
			{Text: wording.Grouped(note.Records())}, {Object: kit.Row(6, open, undo)}})
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("register.merges.at")}, {Title: wording.Text("register.merges.merged"), Grow: true},
		{Title: wording.Text("register.merges.kept"), Grow: true}, {Title: wording.Text("register.merges.records"), Right: true}, {Title: ""}}, rows...).Roomy()
	return kit.NewPlainCard(kit.Scrolled(table))
}

func (v *duplicatesView) undo(note register.MergeNote) {
	kit.Confirm(v.desk.canvas(), wording.Text("register.merges.undo_title", "name", note.Merged), wording.Text("register.merges.undo_text", "kept", note.Kept), wording.Text("register.merges.undo_yes"), func() {
		v.desk.do(wording.Text("register.undo_merge"), func(ctx context.Context) error {
			return v.desk.room.UndoMerge(ctx, v.desk.actor, note.ID)
		}, v.load)
	})
}
