package rewards

import (
	"reflect"

	"fyne.io/fyne/v2"

	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// ListView is the page of claims.
type ListView struct {
	context kit.Context
	model   *ListModel
	loader  kit.Loader[Listing]
	bulk    kit.Loader[*BulkModel]
	states  *kit.States
	grid    *grid.Grid
	views   *grid.Views
	placed  bool // the columns are the person's
	figures *fyne.Container
	chips   *fyne.Container
	search  *kit.Entry
	filled  fyne.CanvasObject
	listing Listing
	page    fyne.CanvasObject
}

// NewListView makes the page; it loads when it is shown.
func NewListView(c kit.Context, o *office) *ListView {
	v := &ListView{context: c, model: NewListModel(o), states: kit.NewStates(), figures: kit.Column(0), chips: kit.NewWrap(kit.Gap, 4)}
	v.search = kit.NewEntry(wording.Text("rewards.list.search"))
	v.search.OnChanged = func(text string) {
		v.model.Filter.Text = text
		v.load()
	}
	v.grid = v.newGrid()
	v.grid.Filterable(v.model.Values, valueText, func(filters []listing.Filter) {
		v.model.Columns = filters
		v.showChips()
		v.load()
	})
	v.views = grid.NewViews(v.grid, c.Memory(), "rewards.claims")
	v.views.OnProblem = c.Problem
	v.views.OnView = func(view grid.View) {
		v.model.SetSort(view.Arrangement.Query.Order)
		v.model.Columns = view.Arrangement.Query.Filters
		if v.listing.Total > 0 {
			v.load()
		}
	}
	bar := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(240)}, v.chips, v.search)
	v.filled = kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, v.figures, bar, v.grid)
	v.page = kit.NewPage(v.header(), v.states.Container)
	return v
}

func (v *ListView) header() kit.Header {
	open := func(link string) func() { return func() { v.context.Open(link) } }
	var pages *kit.Button
	pages = kit.NewPlain(wording.Text("rewards.list.pages"), func() { kit.OpenChoices(pages, pageChoices(), v.openChoice) })
	var several *kit.Button
	several = kit.NewPlain(wording.Text("rewards.bulk.button"), func() { kit.OpenChoices(several, bulkChoices(), v.doBulk) })
	return kit.Header{Title: wording.Text("shell.area.rewards"), Actions: []fyne.CanvasObject{
		several, pages,
		kit.NewPlain(wording.Text("rewards.command.notice"), open(noticeLink)),
		kit.NewPlain(wording.Text("rewards.command.payments"), open(paymentLink)),
		kit.NewPrimary(wording.Text("rewards.command.new"), open(newLink)),
	}}
}

// exportChoice asks for the list as a workbook in the place of a page.
const exportChoice = "export"

func (v *ListView) openChoice(chosen string) {
	if chosen == exportChoice {
		v.grid.Export()
		return
	}
	if !v.askHandling(chosen) {
		v.context.Open(chosen)
	}
}

// pageChoices are the list's export, the area's other pages by their links, and the settings of handling.
func pageChoices() []kit.Choice {
	return append([]kit.Choice{
		{Value: exportChoice, Label: wording.Text("grid.export")}, {Value: formsLink, Label: wording.Text("rewards.command.forms")},
		{Value: candidatesLink, Label: wording.Text("rewards.command.candidates")}, {Value: schemesLink, Label: wording.Text("rewards.command.schemes")}, {Value: objectionsLink, Label: wording.Text("rewards.command.objections")},
		{Value: budgetLink, Label: wording.Text("rewards.command.budget")},
	}, handlingChoices()...)
}

func (v *ListView) newGrid() *grid.Grid {
	g := grid.New(claimColumns()...).Numbered()
	g.HideColumn(string(rewards.ByUpdated)) // the limit says more; who wants it shows it
	g.OnSort = func(keys []grid.SortKey) {
		v.model.SetSort(keys)
		g.SetSort(keys...)
		v.load()
	}
	g.OnOpen = func(row int, _ grid.Row) { v.open(row) }
	g.OnMenu = func(grid.Place) []*fyne.MenuItem { return v.bulkMenu() }
	g.OnLink = func(at grid.Place) { v.open(at.Row) }
	g.Figuring(v.tell)
	g.OnProblem = v.context.Problem
	g.Exportable(v.context.Window(), wording.Text("shell.area.rewards"), func(text string) { v.context.Status(text) })
	g.SetEmpty(kit.NewEmpty(wording.Text("rewards.list.none_here"), wording.Text("rewards.list.none_here_do"),
		kit.NewPlain(wording.Text("rewards.list.clear"), v.clear)))
	return g
}

func (v *ListView) open(row int) {
	if row >= 0 && row < len(v.listing.IDs) {
		v.context.Open(claimLink(int64(v.listing.IDs[row])))
	}
}

func (v *ListView) clear() {
	v.model.Filter, v.model.Columns = rewards.ClaimFilter{}, nil
	v.grid.SetFilters()
	v.search.SetText("")
	v.chips.Objects = nil
	v.load()
}

// Object is the page.
func (v *ListView) Object() fyne.CanvasObject { return v.page }

// Shown reads the list anew.
func (v *ListView) Shown() {
	if v.placed {
		v.load()
		return
	}
	v.placed = true
	v.views.Load(true, v.load)
}

// Left stops reading.
func (v *ListView) Left() {
	v.views.Left()
	v.loader.Stop()
}

func (v *ListView) load() {
	asked := *v.model
	v.loader.Load(asked.Load, func(l Listing, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("rewards.page.again"), v.load))
			return
		}
		v.show(asked, l)
	})
}

func (v *ListView) show(asked ListModel, l Listing) {
	if l.Total == 0 {
		v.states.Show(v.nothing(l))
		return
	}
	if len(v.chips.Objects) == 0 || !reflect.DeepEqual(l.Years, v.listing.Years) || len(l.Rules) != len(v.listing.Rules) {
		v.listing = l
		v.showChips()
	}
	v.listing = l
	v.figures.Objects = []fyne.CanvasObject{v.keyFigures()}
	v.figures.Refresh()
	v.grid.SetTotals(l.totals()...)
	v.grid.Update(asked.Rows(l))
	v.states.Show(v.filled)
	v.tell(grid.Figures{})
}

// tell writes the status line: what is marked comes to, and how many are listed.
func (v *ListView) tell(marked grid.Figures) {
	found := wording.Text("rewards.list.all", "all", v.listing.Total)
	if v.model.Filtered() {
		found = wording.Text("rewards.list.found", "n", len(v.listing.IDs), "all", v.listing.Total, "ms", v.listing.Took.Milliseconds())
	}
	if text := marked.Text(); text != "" {
		v.context.Status(text, found)
		return
	}
	v.context.Status(found)
}

// nothing says how to begin: with the measure, then with a claim.
func (v *ListView) nothing(l Listing) fyne.CanvasObject {
	if l.Schemes == 0 {
		return kit.NewEmpty(wording.Text("rewards.list.no_scheme"), wording.Text("rewards.list.no_scheme_do"),
			kit.NewPrimary(wording.Text("rewards.list.to_scheme"), func() { v.context.Open(schemesLink) }))
	}
	return kit.NewEmpty(wording.Text("rewards.list.none"), wording.Text("rewards.list.none_do"),
		kit.NewPlain(wording.Text("rewards.command.schemes"), func() { v.context.Open(schemesLink) }),
		kit.NewPrimary(wording.Text("rewards.command.new"), func() { v.context.Open(newLink) }))
}
