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

// FormsView is the page of forms enterprises sent back: the files at the left, what is wrong in the one chosen at the
// right, cell by cell.
type FormsView struct {
	context kit.Context
	model   *FormsModel
	states  *kit.States
	detail  *fyne.Container
	chosen  int
}

// NewFormsView makes the page.
func NewFormsView(c kit.Context, m *FormsModel) *FormsView {
	return &FormsView{context: c, model: m, states: kit.NewStates(), detail: kit.Down(0, []kit.Track{kit.Share(1)})}
}

// Object is the page.
func (v *FormsView) Object() fyne.CanvasObject { return v.states.Container }

// Shown draws the page.
func (v *FormsView) Shown() { v.show() }

// Drop reads files dropped on the page.
func (v *FormsView) Drop(paths []string) { v.read(paths) }

func (v *FormsView) read(paths []string) {
	var forms []SentBack
	kit.Run(v.context.Window().Canvas(), wording.Text("rewards.forms.reading"), func(ctx context.Context, progress kit.Progress) error {
		var err error
		forms, err = v.model.Read(ctx, paths, progress)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.model.Take(forms)
		v.show()
	})
}

func (v *FormsView) show() {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:  wording.Text("rewards.forms.title"), Note: wording.Text("rewards.forms.note"),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("rewards.forms.blank"), v.askBlank)},
	}
	choose := kit.NewPrimary(wording.Text("rewards.forms.choose"), v.chooseFiles)
	if len(v.model.Forms) == 0 {
		v.states.Show(kit.NewPage(header, v.nothing(choose)))
		return
	}
	take := kit.NewPrimary(wording.Text("rewards.forms.take", "n", v.model.Ready()), v.askTake)
	take.SetEnabled(v.model.Ready() > 0)
	header.Actions = append(header.Actions, kit.NewPlain(wording.Text("rewards.forms.choose"), v.chooseFiles), take)
	rows := make([]fyne.CanvasObject, len(v.model.Forms))
	for i, sent := range v.model.Forms {
		rows[i] = sentRow(sent)
	}
	files := kit.NewChosen(v.choose, rows...)
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(2), kit.Share(3)}, kit.NewCard(wording.Text("rewards.forms.files", "n", len(rows)), files), v.detail)
	v.states.Show(kit.NewPage(header, columns))
	files.Choose(min(v.chosen, len(rows)-1))
	v.context.Status(wording.Text("rewards.forms.status", "ready", v.model.Ready(), "wrong", len(rows)-v.model.Ready()))
}

// nothing says how to begin, or what became of the forms.
func (v *FormsView) nothing(choose *kit.Button) fyne.CanvasObject {
	if done := v.model.Result; done != nil {
		return kit.NewEmpty(wording.Text("rewards.forms.done", "n", len(done.Claims)), wording.Text("rewards.forms.done_do"), choose,
			kit.NewPrimary(wording.Text("rewards.page.to_list"), func() { v.context.Open(listLink) }))
	}
	return kit.NewEmpty(wording.Text("rewards.forms.none"), wording.Text("rewards.forms.none_do"), choose)
}

func sentRow(sent SentBack) fyne.CanvasObject {
	badge := kit.NewBadge(wording.Text("rewards.forms.sound"), kit.GreenTint)
	if !sent.Sound() {
		badge = kit.NewBadge(wording.Text("rewards.forms.wrong", "n", len(sent.Wrong())), kit.RedTint)
	}
	name := "—"
	if sent.Form != nil && sent.Form.Name != "" {
		name = sent.Form.Name
	}
	return kit.Pad(kit.Column(2, kit.Row(kit.Gap, kit.NewBold(name).Short(), kit.Spring(), badge), kit.NewSmall(sent.File).Short()), 6, 8, 6, 8)
}

// choose shows what is wrong with a form, and what is worth a look.
func (v *FormsView) choose(row int) {
	v.chosen = row
	sent := v.model.Forms[row]
	var parts []fyne.CanvasObject
	if sent.Sound() {
		sum := 0
		for range sent.Form.Application.Months {
			sum++
		}
		parts = append(parts, kit.NewParagraph(wording.Text("rewards.forms.ready", "months", sum)))
	}
	for _, p := range sent.Wrong() {
		parts = append(parts, cellProblem(p, kit.RedText), kit.Rule())
	}
	if sent.Form != nil {
		for _, p := range sent.Form.Doubts {
			parts = append(parts, cellProblem(p, kit.AmberText), kit.Rule())
		}
	}
	v.detail.Objects = []fyne.CanvasObject{kit.NewCard(wording.Text("rewards.forms.cells"), kit.Scrolled(kit.Column(6, parts...)))}
	v.detail.Refresh()
}

// cellProblem says which cell, what is wrong and what to do.
func cellProblem(p *problem.Problem, colour fyne.ThemeColorName) fyne.CanvasObject {
	what, todo := wording.Problem(p)
	where := p.Where.Column
	if p.Where.Row > 0 {
		where = wording.Text("rewards.forms.cell", "row", p.Where.Row, "line", p.Where.Column)
	}
	return kit.Column(2, kit.NewStyled(orDash(where), kit.Secondary, kit.DenseTextSize, false).Short(), kit.NewStyled(what, colour, kit.TextSize, true).Short(), kit.NewNote(todo))
}

func (v *FormsView) chooseFiles() {
	kit.ChooseFiles(v.context.Window(), wording.Text("rewards.forms.choose"), kit.FileKind{Name: wording.Text("rewards.paper.kind"), Extensions: []string{"xlsx", "csv", "zip"}}, v.read)
}

func (v *FormsView) askTake() {
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(rewards.Accepting))
	person.Required = true
	said, note := form.Lines(wording.Text("rewards.new.remark"), wording.Text("rewards.forms.remark"), 2)
	verb := wording.Text("rewards.forms.take_verb")
	var entered rewards.Entered
	form.Question{
		Title: wording.Text("rewards.forms.take_title", "n", v.model.Ready()), Verb: verb, Form: form.New(person, said), First: note,
		Work: func(ctx context.Context) error {
			var err error
			entered, err = v.model.Create(ctx, strings.TrimSpace(signer.Text), note.Text, nil)
			return err
		},
		Done: func() {
			v.model.Entered(entered)
			v.context.Changed()
			v.show()
		},
	}.Ask(v.context.Window().Canvas())
}

// askBlank writes an empty form for a clause and a year.
func (v *FormsView) askBlank() {
	office := v.model.office
	var loader kit.Loader[[]rewards.Scheme]
	loader.Load(office.claims.Schemes, func(schemes []rewards.Scheme, p *problem.Problem) {
		switch {
		case p != nil:
			v.context.Problem(p)
		case len(schemes) == 0:
			v.context.Problem(problem.New("rewards.no_scheme", "year", office.claims.Now().Year()))
		default:
			v.askClause(schemes[0])
		}
	})
}

func (v *FormsView) askClause(scheme rewards.Scheme) {
	choices := make([]kit.Choice, len(scheme.Rules))
	for i, rule := range scheme.Rules {
		choices[i] = kit.Choice{Value: numberIn(rule.ID), Label: rule.Clause + " " + rule.Title}
	}
	which, clause := form.Choice(wording.Text("rewards.new.rule"), choices, choices[0].Value)
	which.Help = scheme.Name()
	least, most := int64(scheme.FromYear), int64(scheme.ToYear)
	year := min(max(int64(v.model.office.claims.Now().Year()), least), most)
	entry := form.NewNumber(least, most, "")
	entry.SetText(numberIn(year))
	when := &form.Field{Label: wording.Text("rewards.new.year"), Input: entry, Required: true}
	verb := strings.TrimSuffix(wording.Text("rewards.forms.blank"), "…")
	form.Question{
		Title: verb, Verb: wording.Text("rewards.forms.blank_verb"), Form: form.New(which, when), First: entry,
		Work: func(context.Context) error { return nil },
		Done: func() { v.saveBlank(scheme, clause.Value(), entry.Text) },
	}.Ask(v.context.Window().Canvas())
}

func (v *FormsView) saveBlank(scheme rewards.Scheme, clause, year string) {
	for _, rule := range scheme.Rules {
		if numberIn(rule.ID) != clause {
			continue
		}
		savePaper(v.context, paper{title: wording.Text("rewards.forms.blank"), name: year + " " + rule.Title + " " + wording.Text("rewards.forms.name") + ".xlsx",
			save: func(path string) error { return v.model.office.saveForm(path, rule.ID, year) }})
	}
}
