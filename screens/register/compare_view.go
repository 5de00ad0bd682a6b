package register

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// compareView is the page on which two organisations are held side by side and made one.
type compareView struct {
	desk   desk
	ids    [2]int64
	loader kit.Loader[*Comparison]
	states *kit.States
}

func newCompareView(d desk, first, second int64) *compareView {
	return &compareView{desk: d, ids: [2]int64{first, second}, states: kit.NewStates()}
}

// Object is the page.
func (v *compareView) Object() fyne.CanvasObject { return v.states.Container }

// Left stops reading.
func (v *compareView) Left() { v.loader.Stop() }

// Shown reads both.
func (v *compareView) Shown() {
	v.loader.Load(func(ctx context.Context) (*Comparison, error) {
		return compare(ctx, v.desk.rooms, v.ids[0], v.ids[1])
	}, func(c *Comparison, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPrimary(wording.Text("register.to_list"), func() { v.desk.Open(linkList) }))
			return
		}
		header := kit.Header{
			Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.register"), Open: func() { v.desk.Open(linkList) }}},
			Title:  wording.Text("register.compare.title"), Note: wording.Text("register.compare.note"),
		}
		v.states.Show(kit.NewPage(header, comparisonCard(v.desk, c, func(kept int64) { v.desk.Open(linkTo(kept)) })))
	})
}

// comparisonCard shows two organisations field by field with the choice which is kept; merged is called with
// the one that was.
func comparisonCard(d desk, c *Comparison, merged func(kept int64)) fyne.CanvasObject {
	a, b := c.Sides[0].Card.Organization, c.Sides[1].Card.Organization
	table := comparisonTable(c)
	kept := c.Better()
	note := kit.NewNote("")
	tell := func() {
		note.SetText(wording.Text("register.compare.will", "kept", c.Sides[kept].Card.Organization.Name, "merged", c.Sides[1-kept].Card.Organization.Name, "n", c.Moving(kept)))
	}
	tell()
	choice := kit.NewRadio([]kit.Choice{
		{Value: "0", Label: wording.Text("register.compare.keep", "name", a.Name)}, {Value: "1", Label: wording.Text("register.compare.keep", "name", b.Name)},
	}, strconv.Itoa(kept), func(value string) {
		kept, _ = strconv.Atoi(value)
		tell()
	})
	button := kit.NewPrimary(wording.Text("register.merge.start"), func() { confirmMerge(d, c, kept, merged) })
	if !c.Mergeable() {
		note.Colour = kit.AmberText
		note.SetText(wording.Text("register.compare.two_codes"))
		button.Disable()
	}
	foot := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Natural}, kit.Column(6, choice, note), kit.Down(0, []kit.Track{kit.Fixed(kit.RowHeight)}, button))
	body := kit.Down(kit.WideGap, []kit.Track{kit.Share(1), kit.Natural, kit.Natural}, kit.Scrolled(table), kit.Rule(), foot)
	open := func(id int64) func() { return func() { d.Open(linkTo(id)) } }
	return kit.NewCard(wording.Text("register.compare.card"), body,
		kit.NewLink(wording.Text("register.compare.open_first"), open(a.ID)), kit.NewLink(wording.Text("register.compare.open_second"), open(b.ID)))
}

func comparisonTable(c *Comparison) *kit.Table {
	rows := make([][]kit.Cell, len(c.Rows))
	for i, row := range c.Rows {
		rows[i] = []kit.Cell{{Text: row.Label, Colour: kit.Secondary}, {Text: row.Values[0]}, {Text: row.Values[1]}}
		if row.Differ {
			rows[i][1].Colour, rows[i][2].Colour = kit.AmberText, kit.AmberText
			rows[i][1].Bold, rows[i][2].Bold = true, true
		}
	}
	return kit.NewTable([]kit.Head{{Title: wording.Text("register.compare.field")}, {Title: wording.Text("register.compare.first"), Grow: true},
		{Title: wording.Text("register.compare.second"), Grow: true}}, rows...)
}

func confirmMerge(d desk, c *Comparison, kept int, merged func(kept int64)) {
	keep, gone := c.Sides[kept].Card.Organization, c.Sides[1-kept].Card.Organization
	kit.Confirm(d.canvas(), wording.Text("register.merge.title", "name", gone.Name), wording.Text("register.merge.text", "kept", keep.Name), wording.Text("register.merge.yes"), func() {
		d.do(wording.Text("register.merge"), func(ctx context.Context) error { return merge(ctx, d.rooms, keep.ID, gone.ID) }, func() { merged(keep.ID) })
	})
}
