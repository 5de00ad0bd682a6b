package rewards

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// selected are the claims marked in the list, in its order.
func (v *ListView) selected() []int32 {
	var ids []int32
	for _, span := range v.grid.Selection().Spans() {
		for row := span.First; row <= span.Last && row < len(v.listing.IDs); row++ {
			ids = append(ids, v.listing.IDs[row])
		}
	}
	return ids
}

// The things to be done with several claims besides their papers; "rewards.bulk.<key>" names them.
const (
	bulkOneByOne = "one_by_one"
	bulkPass     = "pass"
)

func bulkChoices() []kit.Choice {
	var choices []kit.Choice
	for _, key := range []string{bulkOneByOne, bulkPass, paperReviews, paperOpinions, paperArchive} {
		choices = append(choices, kit.Choice{Value: key, Label: wording.Text("rewards.bulk." + key)})
	}
	return choices
}

// bulkMenu is the same by a right click or the menu key.
func (v *ListView) bulkMenu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, choice := range bulkChoices() {
		items = append(items, fyne.NewMenuItem(choice.Label, func() { v.doBulk(choice.Value) }))
	}
	return items
}

// doBulk reads the claims marked and does something with them.
func (v *ListView) doBulk(key string) {
	ids := v.selected()
	if len(ids) == 0 {
		v.context.Problem(problem.New("rewards.nothing_marked"))
		return
	}
	office := v.model.office
	v.bulk.Load(func(ctx context.Context) (*BulkModel, error) { return newBulk(ctx, office, ids) }, func(m *BulkModel, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.start(key, m)
	})
}

func (v *ListView) start(key string, m *BulkModel) {
	switch key {
	case bulkOneByOne:
		v.model.office.queue = queue{m.IDs()}
		v.context.Open(claimLink(m.IDs()[0]))
	case bulkPass:
		v.askPassAll(m)
	default:
		name := strings.TrimSuffix(wording.Text("rewards.bulk."+key), "…")
		savePaper(v.context, paper{title: wording.Text("rewards.bulk." + key), name: name + ".xlsx",
			save: func(path string) error { return m.Save(context.Background(), key, path) }})
	}
}

// askPassAll passes all with one opinion and says what became of each.
func (v *ListView) askPassAll(m *BulkModel) {
	var counts []string
	for _, count := range m.Stages() {
		counts = append(counts, wording.Text("rewards.bulk.count", "stage", stageName(count.Stage), "n", count.N))
	}
	what := &form.Field{Label: wording.Text("rewards.bulk.claims"), Input: kit.NewParagraph(strings.Join(counts, wording.Text("rewards.page.comma")))}
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(m.Stages()[0].Stage))
	person.Required, person.Help = true, wording.Text("rewards.bulk.person_help")
	said, opinion := form.Lines(wording.Text("rewards.act.opinion"), "", 3)
	fields := []*form.Field{what}
	title, name := field("meeting", "", true)
	day, date := form.Day(wording.Text("rewards.act.met_on"), "")
	day.Required = true
	if m.AllDeciding() {
		fields = append(fields, title, day)
	}
	var bulk rewards.Bulk
	form.Question{
		Title: wording.Text("rewards.bulk.title", "n", len(m.claims)), Verb: wording.Text("rewards.bulk.verb"), Form: form.New(append(fields, person, said)...), First: opinion,
		Work: func(ctx context.Context) error {
			var err error
			bulk, err = m.Pass(ctx, Acting{Person: strings.TrimSpace(signer.Text), Opinion: opinion.Text}, rewards.Meeting{Title: name.Text, HeldOn: date.Value()})
			return err
		},
		Done: func() {
			v.load()
			v.context.Changed()
			showBulk(v.context, bulk)
		},
	}.Ask(v.context.Window().Canvas())
}

// showBulk says how many were done, and of each other why not.
func showBulk(c kit.Context, bulk rewards.Bulk) {
	parts := []fyne.CanvasObject{kit.NewParagraph(wording.Text("rewards.bulk.done", "done", len(bulk.Done), "refused", len(bulk.Refused), "warned", len(bulk.Warnings)))}
	var rows [][]kit.Cell
	for _, refusal := range append(append([]rewards.Refusal{}, bulk.Refused...), bulk.Warnings...) {
		what, todo := wording.Problem(refusal.Problem)
		rows = append(rows, []kit.Cell{{Text: orDash(refusal.Number)}, {Object: kit.Column(0, kit.NewText(what).Short(), kit.NewSmall(todo).Short())}})
	}
	if len(rows) > 0 {
		parts = append(parts, kit.Down(0, []kit.Track{kit.Fixed(min(320, float32(len(rows))*bulkRow))}, kit.Scrolled(bulkTable(rows))))
	}
	var d *kit.Dialog
	done := kit.NewPrimary(wording.Text("kit.dialog.close"), func() { d.Close() })
	d = kit.NewDialog(c.Window().Canvas(), 680, wording.Text("rewards.bulk.result"), kit.Column(kit.Gap, parts...), done)
	d.Show(done)
}

// bulkRow is the height of what is said of one claim: a line and what to do.
const bulkRow float32 = 48

func bulkTable(rows [][]kit.Cell) fyne.CanvasObject {
	list := make([]fyne.CanvasObject, 0, 2*len(rows))
	for _, row := range rows {
		list = append(list, kit.Across(kit.Gap, []kit.Track{kit.Fixed(80), kit.Share(1)}, kit.NewBold(row[0].Text), row[1].Object), kit.Rule())
	}
	return kit.Column(4, list...)
}
