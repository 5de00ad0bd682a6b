package rewards

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// CandidatesView is the page of whoever qualifies without having asked: the list with what each would get and why, the
// money it takes, and the way to make claims of it.
type CandidatesView struct {
	context kit.Context
	model   *CandidatesModel
	states  *kit.States
	task    *kit.Task
	writer  kit.Loader[struct{}]
	shown   Proposed
	rows    []int
	list    *grid.Grid
	figures *fyne.Container
	chips   *fyne.Container
	search  *kit.Entry
	against *fyne.Container
	done    *fyne.Container // what was handed in last, with the way back
	hand    *kit.Button
}

// NewCandidatesView makes the page; it computes when it is shown.
func NewCandidatesView(c kit.Context, m *CandidatesModel) *CandidatesView {
	v := &CandidatesView{context: c, model: m, states: kit.NewStates(), figures: kit.Column(0), against: kit.Column(0), done: kit.Column(0), chips: kit.NewWrap(kit.Gap, 4)}
	v.search = kit.NewEntry(wording.Text("rewards.candidates.search"))
	v.search.OnChanged = func(text string) {
		v.model.Text = text
		v.fill()
	}
	v.hand = kit.NewPrimary("", v.askHandIn)
	v.done.Hide()
	v.list = v.newList()
	return v
}

// Object is the page.
func (v *CandidatesView) Object() fyne.CanvasObject { return v.states.Container }

// Shown computes anew; what was ticked stays.
func (v *CandidatesView) Shown() { v.load() }

// Left stops computing.
func (v *CandidatesView) Left() {
	if v.task != nil {
		v.task.Cancel()
	}
}

func (v *CandidatesView) load() {
	asked := *v.model
	var loaded Proposed
	v.task = kit.Run(v.context.Window().Canvas(), wording.Text("rewards.candidates.computing"), func(ctx context.Context, progress kit.Progress) (err error) {
		loaded, err = asked.Load(ctx, steps(progress))
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.load))
			return
		}
		v.show(loaded)
	})
}

// steps tells a task's progress of things counted.
func steps(progress kit.Progress) func(done, total int) {
	return func(done, total int) { progress(int64(done), int64(total), "") }
}

func (v *CandidatesView) newList() *grid.Grid {
	g := grid.New(candidateColumns()...).Numbered()
	g.OnCheck = func(at grid.Place, in bool) { v.tick(in, g.Selection().Spans()) }
	g.OnOpen = func(row int, _ grid.Row) { v.openRow(row) }
	g.OnSort = func(keys []grid.SortKey) {
		v.model.Order = keys
		g.SetSort(keys...)
		v.fill()
	}
	g.OnProblem = v.context.Problem
	g.Exportable(v.context.Window(), wording.Text("rewards.candidates.title"), func(text string) { v.context.Status(text) })
	return g
}

func (v *CandidatesView) header() kit.Header {
	h := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:  wording.Text("rewards.candidates.title"), Note: wording.Text("rewards.candidates.note"),
	}
	if v.shown.Candidates == nil {
		return h
	}
	if b := v.shown.Scheme.Budget; b != nil && b.Over == rewards.ProRata {
		h.Actions = append(h.Actions, kit.NewPlain(wording.Text("rewards.cut.button"), v.askCut))
	}
	h.Actions = append(h.Actions, v.hand)
	return h
}

func (v *CandidatesView) show(p Proposed) {
	v.shown = p
	switch {
	case p.Candidates == nil:
		v.states.Show(kit.NewPage(v.header(), kit.NewEmpty(wording.Text("rewards.candidates.no_scheme"), wording.Text("rewards.candidates.no_scheme_do"),
			kit.NewPrimary(wording.Text("rewards.list.to_scheme"), func() { v.context.Open(schemesLink) }))))
		return
	case len(p.List) == 0:
		v.showChips()
		v.states.Show(kit.NewPage(v.header(), kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, v.done, v.chips,
			kit.NewEmpty(wording.Text("rewards.candidates.none", "year", p.Year), wording.Text("rewards.candidates.none_do")))))
		return
	}
	v.model.Scheme, v.model.Year = p.Scheme.ID, p.Year
	v.figures.Objects = []fyne.CanvasObject{v.keyFigures()}
	v.showChips()
	bar := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(220)}, v.chips, v.search)
	foot := kit.Across(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)},
		kit.NewLink(wording.Text("rewards.candidates.all"), func() { v.tickAll(true) }), kit.NewLink(wording.Text("rewards.notice.no_claim"), func() { v.tickAll(false) }), v.against)
	v.states.Show(kit.NewPage(v.header(), kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Natural, kit.Natural, kit.Share(1), kit.Natural}, v.done, v.figures, bar, v.list, foot)))
	v.fill()
}

// fill shows which candidates the filters let through, and which are ticked.
func (v *CandidatesView) fill() {
	if v.shown.Candidates == nil {
		return
	}
	v.rows = v.model.Rows(v.shown)
	key := "rewards.candidates.none_here"
	if v.model.Footing == rewards.Qualifies && v.shown.Sum(rewards.Qualifies).Claims == 0 {
		key = "rewards.candidates.none_more"
	}
	v.list.SetEmpty(kit.NewEmpty(wording.Text(key), wording.Text(key+"_do"), kit.NewPlain(wording.Text("rewards.candidates.show_all"), v.clear)))
	v.list.Update(candidateRows{v.model, v.shown, v.rows})
	v.sumUp()
}

// sumUp tells what is ticked and how far the money reaches.
func (v *CandidatesView) sumUp() {
	chosen, sum := v.model.Chosen(v.shown)
	v.hand.SetLabel(wording.Text("rewards.candidates.hand_in", "n", len(chosen)))
	v.hand.SetEnabled(len(chosen) > 0)
	v.against.Objects = []fyne.CanvasObject{v.reach()}
	v.against.Refresh()
	v.context.Status(wording.Text("rewards.candidates.status", "n", len(v.rows), "all", len(v.shown.List), "ms", v.shown.Took.Milliseconds()),
		wording.Text("rewards.notice.sum", "n", len(chosen), "amount", sum))
}

// reach is the money: what there is, what claims take, what is ticked.
func (v *CandidatesView) reach() fyne.CanvasObject {
	a := v.model.Against(v.shown)
	if a.Budget == 0 {
		return kit.Row(kit.Gap, kit.Spring(), kit.NewSecondary(wording.Text("rewards.candidates.no_budget", "more", wan(a.More))).Short(),
			kit.NewLink(wording.Text("rewards.command.budget"), func() { v.context.Open(budgetLink) }))
	}
	key, colour, tone, left := "rewards.candidates.appropriated", kit.Teal, kit.Ink, wording.Text("rewards.candidates.left", "amount", wan(a.Left()))
	if a.OfScheme {
		key = "rewards.candidates.budget"
	}
	if a.Left() < 0 {
		colour, tone, left = kit.Red, kit.RedText, wording.Text("rewards.candidates.short", "amount", wan(-a.Left()))
	}
	said := kit.NewStyled(wording.Text(key, "budget", wan(a.Budget), "taken", wan(a.Taken), "more", wan(a.More))+left, tone, kit.TextSize, false).Right().Short()
	meter := kit.NewMeter(colour, min(1, float64(a.Taken+a.More)/float64(a.Budget))).Marked(min(1, float64(a.Taken)/float64(a.Budget)))
	return kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(150)}, said, kit.Pad(meter, 7, 0, 0, 0))
}

func (v *CandidatesView) tickAll(in bool) {
	for _, at := range v.rows {
		v.model.Tick(&v.shown.List[at], in)
	}
	v.fill()
}

func (v *CandidatesView) tick(in bool, spans []grid.Span) {
	for _, span := range spans {
		for _, at := range v.rows[span.First : span.Last+1] {
			v.model.Tick(&v.shown.List[at], in)
		}
	}
	v.fill()
}

// askHandIn asks under whose name the claims ticked are made.
func (v *CandidatesView) askHandIn() {
	chosen, sum := v.model.Chosen(v.shown)
	what := &form.Field{Label: wording.Text("rewards.bulk.claims"), Input: kit.NewParagraph(wording.Text("rewards.notice.sum", "n", len(chosen), "amount", sum))}
	person, signer := form.Text(wording.Text("rewards.act.person"), v.model.office.signer(rewards.Accepting))
	person.Required, person.Help = true, wording.Text("rewards.candidates.person_help")
	said, note := form.Lines(wording.Text("rewards.new.remark"), wording.Text("rewards.candidates.remark"), 2)
	form.Question{
		Title: wording.Text("rewards.candidates.hand_in_title", "n", len(chosen)), Verb: wording.Text("rewards.candidates.hand_in_verb"),
		Form: form.New(what, person, said), First: note,
		Work: func(context.Context) error { return nil },
		Done: func() { v.handIn(strings.TrimSpace(signer.Text), note.Text) },
	}.Ask(v.context.Window().Canvas())
}

// handIn makes the claims with progress; all that were made come in one write.
func (v *CandidatesView) handIn(person, note string) {
	asked, from := *v.model, v.shown
	var made HandedIn
	kit.Run(v.context.Window().Canvas(), wording.Text("rewards.candidates.hand_in_verb"), func(ctx context.Context, progress kit.Progress) (err error) {
		made, err = asked.HandIn(ctx, from, person, note, steps(progress))
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.model.office.signed[rewards.Accepting] = person
		v.tellDone(made, person)
		v.load()
		v.context.Changed()
	})
}

// tellDone says above the list what was made, with the way back.
func (v *CandidatesView) tellDone(made HandedIn, person string) {
	text := wording.Text("rewards.candidates.done", "n", len(made.Claims), "amount", made.Amount)
	if made.Amount != made.Expected {
		text += wording.Text("rewards.candidates.otherwise", "expected", made.Expected)
	}
	ground, colour := kit.GreenSoft, kit.GreenText
	if len(made.Refused) > 0 {
		ground, colour = kit.AmberSoft, kit.AmberText
		text += wording.Text("rewards.candidates.refused", "n", len(made.Refused), "name", made.Names[0], "why", worded(made.Refused[0].Problem))
	}
	row := []fyne.CanvasObject{kit.NewStyled(text, colour, kit.TextSize, false).Short(), kit.Spring(),
		kit.NewSmallButton(wording.Text("rewards.candidates.to_claims"), func() { v.context.Open(listLink) })}
	if len(made.Claims) > 0 {
		row = append(row, kit.NewSmallButton(wording.Text("rewards.candidates.undo"), func() { v.undo(made, person) }))
	}
	v.tellAbove(ground, row...)
}

func (v *CandidatesView) tellAbove(ground fyne.ThemeColorName, row ...fyne.CanvasObject) {
	v.done.Objects = []fyne.CanvasObject{kit.NewPanel(ground, "", kit.Radius, kit.Pad(kit.Row(kit.Gap, row...), 6, kit.CardPadding, 6, kit.CardPadding))}
	v.done.Show()
}

// undo takes back what was just made.
func (v *CandidatesView) undo(made HandedIn, person string) {
	v.writer.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, v.model.TakeBack(ctx, made, person) }, func(_ struct{}, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		v.tellAbove(kit.CanalSoft, kit.NewText(wording.Text("rewards.candidates.undone", "n", len(made.Claims))).Short(), kit.Spring())
		v.load()
		v.context.Changed()
	})
}

// openRow opens a claim there is, or shows how the amount came about.
func (v *CandidatesView) openRow(row int) {
	if row < 0 || row >= len(v.rows) {
		return
	}
	at := v.rows[row]
	c := &v.shown.List[at]
	if c.Footing == rewards.HasClaimed {
		v.context.Open(claimLink(c.Claim.ClaimID))
		return
	}
	trace, err := v.shown.Trace(at)
	if err != nil { // a figure is missing: the claim is made by hand
		v.context.Open(newLink + "?organization=" + strconv.FormatInt(c.OrganizationID, 10))
		return
	}
	var d *kit.Dialog
	open := func(link string) {
		d.Close()
		v.context.Open(link)
	}
	lines := TraceLines(trace, c.RuleID, 0)
	clause := kit.NewNote(v.shown.Scheme.ReadingIn(wording.Language(), v.shown.Scheme.Rules[c.Place]))
	closing := kit.NewPrimary(wording.Text("kit.dialog.close"), func() { d.Close() })
	d = kit.NewDialog(v.context.Window().Canvas(), 680, c.Organization+" · "+v.shown.Scheme.Rules[c.Place].Title,
		kit.Column(kit.WideGap, newTraceTable(lines, open, len(lines) > roomyLines), clause),
		kit.NewPlain(wording.Text("rewards.claim.organization"), func() { open("smartcanal://organization/" + numberIn(c.OrganizationID)) }), closing)
	d.Show(closing)
}
