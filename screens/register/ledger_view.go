package register

import (
	"context"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// ledgerView is the page on which a ledger is looked at before it is taken in.
type ledgerView struct {
	desk   desk
	model  *LedgerModel
	states *kit.States
	grid   *grid.Grid
	rows   ledgerEntries
	detail *fyne.Container
	object fyne.CanvasObject
}

func newLedgerView(d desk) *ledgerView {
	v := &ledgerView{desk: d, model: newLedgerModel(d.rooms), states: kit.NewStates()}
	header := kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.register"), Open: func() { d.Open(linkList) }}},
		Title:   wording.Text("register.ledger.title"),
		Note:    wording.Text("register.ledger.note"),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("register.ledger.choose"), v.choose)},
	}
	v.object = kit.NewPage(header, v.states.Container)
	v.states.Show(v.empty())
	return v
}

// Object is the page.
func (v *ledgerView) Object() fyne.CanvasObject { return v.object }

// Drop takes the first of the files dropped on the window.
func (v *ledgerView) Drop(paths []string) { v.take(paths[0]) }

func (v *ledgerView) empty() fyne.CanvasObject {
	return kit.NewEmpty(wording.Text("register.ledger.empty"), wording.Text("register.ledger.empty_do"), kit.NewPrimary(wording.Text("register.ledger.choose"), v.choose))
}

func (v *ledgerView) choose() {
	kind := kit.FileKind{Name: wording.Text("register.ledger.kind"), Extensions: []string{"xlsx", "csv", "txt", "zip"}}
	kit.ChooseFiles(v.desk.Window(), wording.Text("register.ledger.choose"), kind, func(paths []string) { v.take(paths[0]) })
}

func (v *ledgerView) take(path string) {
	v.model.Choose(path)
	v.look()
}

func (v *ledgerView) look() {
	v.states.Loading()
	var looked *Looked
	kit.Run(v.desk.canvas(), wording.Text("register.ledger.looking"), func(ctx context.Context, _ kit.Progress) (err error) {
		looked, err = v.model.Look(ctx)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPrimary(wording.Text("register.ledger.other"), v.choose), kit.NewPlain(wording.Text("register.again"), v.look))
			return
		}
		v.model.Take(looked)
		v.show()
	})
}

func (v *ledgerView) show() {
	v.grid = grid.New(ledgerColumns()...).SelectRows()
	v.grid.OnSelection = func(s grid.Selection) { v.showDetail(s.Cursor.Row) }
	v.grid.OnProblem = v.desk.Problem
	v.grid.SetEmpty(kit.NewEmpty(wording.Text("register.ledger.none_of"), wording.Text("register.ledger.none_of_do")))
	v.detail = kit.Down(0, []kit.Track{kit.Share(1)})
	v.fill()
	body := kit.Across(kit.WideGap, []kit.Track{kit.Share(2), kit.Share(1)}, v.grid, v.detail)
	foot := kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(v.foot(), 5, 10, 5, 16))
	v.states.Show(kit.Down(10, []kit.Track{kit.Fixed(28), kit.Share(1), kit.Fixed(44)}, v.chips(), body, foot))
	v.desk.Status(wording.Text("register.ledger.file", "file", filepath.Base(v.model.Path)), wording.Text("register.ledger.header", "row", v.model.Plan.HeaderRow), v.ignored())
}

func (v *ledgerView) ignored() string {
	names := v.model.Plan.Ignored
	if len(names) == 0 {
		return wording.Text("register.ledger.all_columns")
	}
	list := ""
	for i, name := range firstOf(names, 6) {
		if i > 0 {
			list += wording.Text("register.dealing.and")
		}
		list += name
	}
	return wording.Text("register.ledger.ignored", "names", list)
}

func ledgerColumns() []grid.Column {
	return []grid.Column{
		{ID: "rows", Label: wording.Text("register.ledger.row"), Width: 64},
		{ID: "outcome", Label: wording.Text("register.ledger.outcome"), Width: 76},
		{ID: "name", Label: fieldText(register.FieldName), Width: 200, Grow: 1},
		{ID: "code", Label: wording.Text("register.list.code"), Width: 180, Kind: grid.Code},
		{ID: "what", Label: wording.Text("register.ledger.what"), Width: 180, Grow: 1},
	}
}

// chips choose the outcome shown and the sheet looked at.
func (v *ledgerView) chips() fyne.CanvasObject {
	var chips []*kit.Chip
	var row []fyne.CanvasObject
	outcomes := []register.Outcome{"", register.Added, register.Changed, register.Refused, register.Unchanged}
	for _, outcome := range outcomes {
		n := len(v.model.Plan.Entries)
		if outcome != "" {
			n = v.model.Plan.Count(outcome)
		}
		chip := kit.NewChip(wording.Text("register.ledger.chip", "outcome", outcomeText(outcome), "n", wording.Grouped(n)), func() {
			v.model.Only = outcome
			for i, other := range chips {
				other.SetActive(outcomes[i] == outcome)
			}
			v.fill()
		})
		chip.SetActive(outcome == v.model.Only)
		chips, row = append(chips, chip), append(row, chip)
	}
	if len(v.model.Tables) > 1 {
		row = append(row, kit.Spring(), v.sheetChip())
	}
	return kit.Row(kit.Gap, row...)
}

func (v *ledgerView) sheetChip() fyne.CanvasObject {
	choices := make([]kit.Choice, len(v.model.Tables))
	for i, name := range v.model.Tables {
		choices[i] = kit.Choice{Value: strconv.Itoa(i), Label: name}
	}
	return kit.NewChoiceChip(wording.Text("register.ledger.sheet"), choices, strconv.Itoa(v.model.Table), func(value string) {
		v.model.Table, _ = strconv.Atoi(value)
		v.look()
	})
}

func (v *ledgerView) fill() {
	v.rows = v.model.Entries()
	v.grid.SetModel(v.rows)
	v.showDetail(0)
	if len(v.rows) > 0 {
		v.grid.GoTo(grid.Place{})
	}
}

// showDetail shows the fields of an entry before and after, or why it is refused.
func (v *ledgerView) showDetail(row int) {
	var content fyne.CanvasObject = kit.NewPlainCard(kit.NewNote(wording.Text("register.ledger.pick")))
	if row >= 0 && row < len(v.rows) {
		content = ledgerDetail(v.rows[row])
	}
	v.detail.Objects = []fyne.CanvasObject{content}
	v.detail.Refresh()
}

func ledgerDetail(entry *register.LedgerEntry) fyne.CanvasObject {
	badge := kit.NewBadge(outcomeText(entry.Outcome), outcomeTint(entry.Outcome))
	title := entry.Name
	if title == "" {
		title = wording.Text("register.ledger.nameless", "row", rowsText(entry.Rows))
	}
	switch {
	case entry.Problem != nil:
		return kit.NewCard(title, kit.NewFailed(entry.Problem), badge)
	case len(entry.Changes) == 0:
		return kit.NewCard(title, kit.NewNote(wording.Text("register.ledger.same")), badge)
	}
	lines := make([]fyne.CanvasObject, len(entry.Changes))
	for i, change := range entry.Changes {
		lines[i] = changeLine(change)
	}
	return kit.NewCard(title, kit.Scrolled(kit.NewLines(lines...)), badge)
}

func changeLine(change register.FieldChange) fyne.CanvasObject {
	value := kit.NewParagraph(changeValue(change.Field, change.New))
	value.Points = kit.DenseTextSize
	values := []fyne.CanvasObject{value}
	if change.Old != "" {
		old := kit.NewNote(wording.Text("register.ledger.old", "value", changeValue(change.Field, change.Old)))
		values = append(values, old)
	}
	name := kit.NewStyled(fieldText(change.Field), kit.Secondary, kit.DenseTextSize, false).Short()
	return kit.Across(kit.Gap, []kit.Track{kit.Fixed(92), kit.Share(1)}, kit.Column(0, name), kit.Column(0, values...))
}

func (v *ledgerView) foot() fyne.CanvasObject {
	plan := v.model.Plan
	apply := kit.NewPrimary(wording.Text("register.ledger.apply"), v.apply)
	apply.SetEnabled(v.model.Any())
	return kit.Row(kit.WideGap,
		kit.NewBold(wording.Text("register.ledger.will", "added", wording.Grouped(plan.Count(register.Added)), "changed", wording.Grouped(plan.Count(register.Changed)))),
		kit.NewStyled(wording.Text("register.ledger.will_not", "refused", wording.Grouped(plan.Count(register.Refused)), "same", wording.Grouped(plan.Count(register.Unchanged))), kit.Secondary, kit.DenseTextSize, false).Short(),
		kit.Spring(), kit.NewPlain(wording.Text("kit.dialog.cancel"), v.desk.Back), apply)
}

// apply writes the plan; where somebody changed the register meanwhile, it is looked at again.
func (v *ledgerView) apply() {
	added, changed := v.model.Plan.Count(register.Added), v.model.Plan.Count(register.Changed)
	v.desk.do(wording.Text("register.import_ledger"), v.model.Apply, func() {
		v.states.Show(kit.NewEmpty(wording.Text("register.ledger.done", "added", wording.Grouped(added), "changed", wording.Grouped(changed)), wording.Text("register.ledger.done_do"),
			kit.NewPrimary(wording.Text("register.to_list"), func() { v.desk.Open(linkList) }),
			kit.NewPlain(wording.Text("register.list.duplicates"), func() { v.desk.Open(linkDuplicates) })))
	})
}
