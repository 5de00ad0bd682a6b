package rewards

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// SchemesView is the page of the reward measures, each rule read back as a sentence.
type SchemesView struct {
	context kit.Context
	model   *SchemesModel
	states  *kit.States
	loader  kit.Loader[Measures]
	writer  kit.Loader[struct{}]
	shown   Measures
}

// NewSchemesView makes the page; it loads when it is shown.
func NewSchemesView(c kit.Context, m *SchemesModel) *SchemesView {
	return &SchemesView{context: c, model: m, states: kit.NewStates()}
}

// Object is the page.
func (v *SchemesView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the measures anew.
func (v *SchemesView) Shown() { v.load() }

// Left stops reading.
func (v *SchemesView) Left() { v.loader.Stop() }

func (v *SchemesView) load() {
	v.loader.Load(v.model.Load, func(all Measures, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.load))
			return
		}
		v.shown = all
		v.show()
	})
}

func (v *SchemesView) show() {
	if len(v.shown.Schemes) == 0 {
		v.states.Show(kit.NewPage(v.header(nil), kit.NewEmpty(wording.Text("rewards.list.no_scheme"), wording.Text("rewards.schemes.none_do"),
			kit.NewPlain(wording.Text("rewards.schemes.import"), v.importFile),
			kit.NewPlain(wording.Text("rewards.edit.library"), v.begin),
			kit.NewPrimary(wording.Text("rewards.schemes.default"), func() { v.write(v.model.AddDefault) }))))
		return
	}
	at, rule := v.model.Chosen(v.shown)
	scheme := v.shown.Schemes[at]
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Fixed(264), kit.Share(1), kit.Fixed(320)},
		v.rules(at, rule), v.clause(scheme, scheme.Rules[rule]), v.facts(scheme))
	v.states.Show(kit.NewPage(v.header(&scheme), columns))
	v.context.Status(wording.Text("rewards.schemes.status"))
}

func (v *SchemesView) header(scheme *rewards.Scheme) kit.Header {
	h := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.rewards"), Open: func() { v.context.Open(listLink) }}},
		Title:  wording.Text("rewards.command.schemes"),
	}
	if scheme == nil {
		return h
	}
	h.Note = scheme.Name()
	h.Actions = []fyne.CanvasObject{
		kit.NewPlain(wording.Text("rewards.schemes.import"), v.importFile),
		kit.NewPlain(wording.Text("rewards.schemes.export"), func() { v.exportFile(*scheme) }),
		kit.NewPlain(wording.Text("rewards.schemes.edit"), func() { v.edit(*scheme) }),
		kit.NewPrimary(wording.Text("rewards.command.new"), func() { v.context.Open(newLink) }),
	}
	if len(v.shown.Schemes) > 1 {
		h.Badges = []fyne.CanvasObject{v.schemeChip()}
	}
	return h
}

// schemeChip chooses one of several measures.
func (v *SchemesView) schemeChip() fyne.CanvasObject {
	at, _ := v.model.Chosen(v.shown)
	choices := make([]kit.Choice, len(v.shown.Schemes))
	for i, scheme := range v.shown.Schemes {
		choices[i] = kit.Choice{Value: numberIn(int64(i)), Label: editionName(scheme) + " " + wording.Text("rewards.edit.state."+string(scheme.State))}
	}
	return kit.NewChoiceChip("", choices, numberIn(int64(at)), func(value string) {
		for i, choice := range choices {
			if choice.Value == value {
				v.model.ChooseScheme(i)
			}
		}
		v.show()
	})
}

// edit opens the editor on the shown rule; of a version in force that begins a draft.
func (v *SchemesView) edit(scheme rewards.Scheme) {
	_, rule := v.model.Chosen(v.shown)
	id := int64(0)
	if rule < len(scheme.Rules) {
		id = scheme.Rules[rule].ID
	}
	v.context.Open(editLink(scheme.ID, id))
}

// begin starts a measure with a clause of the library.
func (v *SchemesView) begin() {
	askLibrary(v.context.Window().Canvas(), func(rule rewards.Rule) {
		var id int64
		v.writer.Load(func(ctx context.Context) (struct{}, error) {
			var err error
			id, err = v.model.Begin(ctx, rule)
			return struct{}{}, err
		}, func(_ struct{}, p *problem.Problem) {
			if p != nil {
				v.context.Problem(p)
				return
			}
			v.context.Open(editLink(id, 0))
		})
	})
}

func yearsOf(s rewards.Scheme) string {
	return wording.Text("rewards.schemes.years_value", "from", s.FromYear, "to", s.ToYear)
}

// rules lists the clauses that pay, each with its numbers in brief.
func (v *SchemesView) rules(at, chosen int) fyne.CanvasObject {
	scheme := v.shown.Schemes[at]
	entries := make([]fyne.CanvasObject, len(scheme.Rules))
	for i, rule := range scheme.Rules {
		brief := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural},
			kit.NewSmall(rule.BriefIn(wording.Language())).Short(),
			kit.NewBadge(rule.ShapeIn(wording.Language()), kit.Blue))
		entries[i] = kit.Pad(kit.Column(2, kit.NewText(rule.Clause+" "+rule.Title).Short(), brief), 5, 10, 6, 10)
	}
	list := kit.NewChosen(func(row int) {
		if row != chosen {
			v.model.Choose(at, scheme.Rules[row])
			v.show()
		}
	}, entries...)
	list.Choose(chosen)
	return kit.NewCard(wording.Text("rewards.schemes.clauses", "n", len(scheme.Rules)), list)
}

func (v *SchemesView) clause(scheme rewards.Scheme, rule rewards.Rule) fyne.CanvasObject {
	tiers := Rows(rule)
	rows := make([][]kit.Cell, len(tiers))
	for i, tier := range tiers {
		rows[i] = kit.Cells(numberIn(int64(i+1)), tier.Condition, tier.Pays)
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("rewards.schemes.tier")}, {Title: wording.Text("rewards.schemes.condition"), Grow: true},
		{Title: wording.Text("rewards.schemes.pays"), Right: true}}, rows...).Roomy()
	facts := kit.NewPropertyList(88,
		kit.Property{Name: wording.Text("rewards.schemes.name"), Value: rule.Title},
		kit.Property{Name: wording.Text("rewards.schemes.kind"), Value: rule.ShapeIn(wording.Language())},
		kit.Property{Name: wording.Text("rewards.schemes.base"), Value: BaseOf(rule)})
	numbers := kit.NewCard(rule.Clause+" "+rule.Title, kit.Column(kit.WideGap, facts, table))
	reading := kit.NewParagraph(rule.Clause + "　" + scheme.ReadingIn(wording.Language(), rule))
	read := kit.NewCard(wording.Text("rewards.schemes.reading"), reading, kit.NewLink(wording.Text("rewards.schemes.copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(reading.Content)
	}))
	return kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, numbers, read, v.materials(rule))
}

func (v *SchemesView) materials(rule rewards.Rule) fyne.CanvasObject {
	rows := make([][]kit.Cell, len(rule.Materials))
	for i, name := range rule.Materials {
		rows[i] = kit.Cells(numberIn(int64(i+1)), name)
	}
	return kit.NewCard(wording.Text("rewards.schemes.materials"), kit.Scrolled(kit.NewTable([]kit.Head{{}, {Grow: true}}, rows...).Headless().Roomy()),
		kit.NewSecondary(wording.Text("rewards.schemes.materials_count", "n", len(rows))))
}

func (v *SchemesView) write(work func(ctx context.Context) error) {
	v.writer.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(_ struct{}, p *problem.Problem) {
		v.context.Problem(p)
		v.load()
	})
}
