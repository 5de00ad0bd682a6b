package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// PoliciesView is the page of policy documents.
type PoliciesView struct {
	context kit.Context
	desk    *desk
	loader  kit.Loader[[]council.PolicyRow]
	states  *kit.States
}

// NewPoliciesView makes the page; it loads when it is shown.
func NewPoliciesView(c kit.Context, d *desk) *PoliciesView {
	return &PoliciesView{context: c, desk: d, states: kit.NewStates()}
}

// Object is the page.
func (v *PoliciesView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the documents anew.
func (v *PoliciesView) Shown() {
	v.loader.Load(v.desk.room.Policies, func(rows []council.PolicyRow, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.again"), v.Shown))
			return
		}
		v.show(rows)
	})
}

// Left stops reading.
func (v *PoliciesView) Left() { v.loader.Stop() }

func (v *PoliciesView) show(rows []council.PolicyRow) {
	header := kit.Header{
		Crumbs:  []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }}},
		Title:   wording.Text("council.policies.title"),
		Note:    wording.Text("council.page.count", "n", len(rows)),
		Actions: []fyne.CanvasObject{kit.NewPrimary(wording.Text("council.policies.add"), v.add)},
	}
	v.context.Status(wording.Text("council.policies.status"))
	if len(rows) == 0 {
		v.states.Show(kit.NewPage(header, kit.NewEmpty(wording.Text("council.policies.none"), wording.Text("council.policies.none_do"), kit.NewPrimary(wording.Text("council.policies.add"), v.add))))
		return
	}
	keys := []string{"name", "kind", "number", "state", "issued", "versions", "comments", "tasks", "progress"}
	heads := make([]kit.Head, len(keys))
	for i, key := range keys {
		heads[i] = kit.Head{Title: wording.Text("council.policies." + key), Grow: key == "name", Right: key == "versions"}
	}
	cells := make([][]kit.Cell, len(rows))
	for i, p := range rows {
		cells[i] = kit.Cells(p.Title, wording.Text("council.policy_kind."+string(p.Kind)), p.Number, "", p.IssuedOn, wording.Grouped(p.Versions),
			of("council.policies.answered_of", p.Answered, p.Comments), of("council.policies.closed_of", p.Closed, p.Tasks), "")
		cells[i][3].Object = kit.NewBadge(wording.Text("council.policy_status."+string(p.Status)), policyTint(p.Status))
		cells[i][8].Object = carriedOut(p)
	}
	table := kit.NewTable(heads, cells...).Roomy().OnRow(func(row int) { v.context.Open(policyLink(rows[row].ID)) })
	v.states.Show(kit.NewPage(header, kit.NewCard(wording.Text("council.policies.list"), kit.Scrolled(table))))
}

// of is a part of a number, nothing of nothing.
func of(key string, n, all int) string {
	if all == 0 {
		return "—"
	}
	return wording.Text(key, "n", n, "all", all)
}

func policyTint(status council.PolicyStatus) kit.Tint {
	return map[council.PolicyStatus]kit.Tint{council.Draft: kit.Grey, council.Asking: kit.AmberTint, council.Issued: kit.GreenTint, council.Revised: kit.TealTint, council.Repealed: kit.RedTint}[status]
}

// carriedOut is how far the tasks of a document are, as a bar.
func carriedOut(p council.PolicyRow) fyne.CanvasObject {
	if p.Tasks == 0 {
		return kit.NewSecondary("—")
	}
	return kit.Across(kit.Gap, []kit.Track{kit.Fixed(90), kit.Fixed(44)}, kit.NewMeter(kit.Canal, float64(p.Progress)/100), kit.NewText(percent(p.Progress)).Right())
}

func (v *PoliciesView) add() {
	askPolicy(v.context, v.desk, &council.PolicyDocument{Kind: council.Opinions}, func(id int64) { v.context.Open(policyLink(id)) })
}

func askPolicy(c kit.Context, d *desk, p *council.PolicyDocument, done func(id int64)) {
	titleField, title := form.Text(wording.Text("council.policies.name"), p.Title)
	titleField.Required, titleField.Help = true, wording.Text("council.policies.name_help")
	kindField, kind := form.Choice(wording.Text("council.policies.kind"), choices("council.policy_kind.", council.PolicyKinds), string(p.Kind))
	titleField.Key, kindField.Key = "title", "kind"
	changed, held := *p, council.Held{ID: p.ID, Version: p.Version}
	form.Question{
		Title: wording.Text("council.policies.add_title"), Verb: wording.Text("council.revise.verb"), First: title,
		Form: policyColumns().locked(form.New(titleField, kindField), &held),
		Work: func(ctx context.Context) error {
			changed.Version = held.Version
			changed.Title, changed.Kind = title.Text, council.PolicyKind(kind.Value())
			return d.room.SavePolicy(ctx, d.person, &changed)
		},
		Done: func() { done(changed.ID) },
	}.Ask(c.Window().Canvas())
}
