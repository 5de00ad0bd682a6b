package council

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/data/sheet"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// LedgerView is the page on which a ledger of tasks or members is looked at before it is taken in.
type LedgerView struct {
	context kit.Context
	desk    *desk
	states  *kit.States
	path    string
	plan    *council.LedgerPlan
	page    fyne.CanvasObject
}

// NewLedgerView makes the page; it waits for a file.
func NewLedgerView(c kit.Context, d *desk) *LedgerView {
	v := &LedgerView{context: c, desk: d, states: kit.NewStates()}
	v.page = kit.NewPage(kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { c.Open(tasksLink) }}},
		Title:   wording.Text("council.ledger.title"),
		Note:    wording.Text("council.ledger.note"),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("council.ledger.choose"), v.choose)},
	}, v.states.Container)
	v.states.Show(kit.NewEmpty(wording.Text("council.ledger.empty"), wording.Text("council.ledger.empty_do"), kit.NewPrimary(wording.Text("council.ledger.choose"), v.choose)))
	return v
}

// Object is the page.
func (v *LedgerView) Object() fyne.CanvasObject { return v.page }

// Drop takes the first of the files dropped on the window.
func (v *LedgerView) Drop(paths []string) { v.take(paths[0]) }

func (v *LedgerView) choose() {
	kind := kit.FileKind{Name: wording.Text("council.ledger.kind"), Extensions: []string{"xlsx", "csv", "txt"}}
	kit.ChooseFiles(v.context.Window(), wording.Text("council.ledger.choose"), kind, func(paths []string) { v.take(paths[0]) })
}

func (v *LedgerView) take(path string) {
	v.path = path
	v.states.Loading()
	var plan *council.LedgerPlan
	kit.Run(v.context.Window().Canvas(), wording.Text("council.ledger.looking"), func(ctx context.Context, _ kit.Progress) (err error) {
		plan, err = v.desk.previewLedger(ctx, path)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPrimary(wording.Text("council.ledger.choose"), v.choose))
			return
		}
		v.plan = plan
		v.show()
	})
}

// previewLedger looks at the first table of a file that is a ledger; where none is, the first one's problem counts.
func (d *desk) previewLedger(ctx context.Context, path string) (*council.LedgerPlan, error) {
	file, err := sheet.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var first error
	for _, table := range file.Tables {
		plan, err := d.room.PreviewLedger(ctx, table)
		if err == nil {
			return plan, nil
		}
		if first == nil {
			first = err
		}
	}
	if first == nil {
		first = problem.New("council.ledger_empty").In(filepath.Base(path))
	}
	return nil, first
}

func (v *LedgerView) show() {
	p := v.plan
	lines := []fyne.CanvasObject{kit.NewText(wording.Text("council.ledger.sum", "table", p.Table, "kind", wording.Text("council.ledger.of."+string(p.Kind)),
		"added", p.Count(council.Added), "there", p.Count(council.Unchanged), "refused", p.Count(council.Rejected))).Short()}
	if len(p.Departments) > 0 {
		lines = append(lines, kit.NewNote(wording.Text("council.ledger.departments", "names", strings.Join(p.Departments, wording.Text("council.page.comma")))))
	}
	if len(p.Ignored) > 0 {
		lines = append(lines, kit.NewNote(wording.Text("council.ledger.ignored", "names", strings.Join(p.Ignored, wording.Text("council.page.comma")))))
	}
	if p.Kind == council.TaskLedger {
		lines = append(lines, kit.NewNote(wording.Text("council.ledger.closed_note")))
	}
	g := grid.New(
		grid.Column{ID: "row", Label: wording.Text("council.ledger.row"), Width: 60, Kind: grid.Number}, grid.Column{ID: "outcome", Label: wording.Text("council.ledger.outcome"), Width: 90},
		grid.Column{ID: "title", Label: wording.Text("council.ledger.what"), Width: 300, Grow: 1}, grid.Column{ID: "who", Label: wording.Text("council.ledger.who"), Width: 160},
		grid.Column{ID: "why", Label: wording.Text("council.ledger.why"), Width: 360, Grow: 2}).SelectRows()
	g.OnProblem = v.context.Problem
	g.SetModel(ledgerRows(p.Entries))
	apply := kit.NewPrimary(wording.Text("council.ledger.apply", "n", p.Count(council.Added)), v.apply)
	apply.SetEnabled(p.Count(council.Added) > 0)
	foot := kit.Row(kit.Gap, kit.Spring(), kit.NewPlain(wording.Text("council.page.to_list"), func() { v.context.Open(tasksLink) }), apply)
	v.states.Show(kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, kit.NewPlainCard(kit.Column(4, lines...)), g, foot))
	v.context.Status(wording.Text("council.ledger.status"))
}

// ledgerRows is the grid's model of the entries of a plan.
type ledgerRows []council.LedgerEntry

func (l ledgerRows) Rows() int { return len(l) }

func (l ledgerRows) Page(_ context.Context, first, count int) ([]grid.Row, error) {
	var rows []grid.Row
	for _, e := range l[first:min(first+count, len(l))] {
		why := ""
		if e.Problem != nil {
			why = worded(e.Problem)
		}
		tint := map[council.Outcome]kit.Tint{council.Added: kit.GreenTint, council.Unchanged: kit.Grey, council.Rejected: kit.RedTint}[e.Outcome]
		rows = append(rows, grid.Row{Cells: []grid.Cell{grid.Word(wording.Grouped(e.Row)), grid.State(wording.Text("council.ledger.outcome_is."+string(e.Outcome)), tint),
			grid.Word(e.Title), grid.Word(e.Department), grid.Word(why)}})
	}
	return rows, nil
}

func (v *LedgerView) apply() {
	plan := v.plan
	kit.Run(v.context.Window().Canvas(), wording.Text("council.ledger.applying"), func(ctx context.Context, _ kit.Progress) error {
		return v.desk.room.ApplyLedger(ctx, v.desk.person, plan)
	}, func(p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.context.Changed()
		link := tasksLink
		if plan.Kind == council.MemberLedger {
			link = membersLink
		}
		v.context.Open(link)
	})
}
