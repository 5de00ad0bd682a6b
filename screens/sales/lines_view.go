package sales

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// linesView is the page of all lines: mock-up 2.
type linesView struct {
	desk   desk
	model  *linesModel
	opened int64 // the line whose origin is to be shown once the list is here
	object fyne.CanvasObject
	head   *fyne.Container
	chips  *fyne.Container
	states *kit.States
	grid   *grid.Grid
	views  *grid.Views
	linked bool // opened by a link: shows what that says, whatever view the person begins with
	placed bool // the columns are the person's
	shown  *grid.IDModel
	first  kit.Loader[firstPage]
	loader kit.Loader[found]
	sums   kit.Loader[sales.Total]
	origin kit.Loader[origin]
	owner  kit.Loader[int64]
	chosen string // what the status line says of the selection
}

func newLinesView(d desk, filter sales.LineFilter, line int64) *linesView {
	v := &linesView{desk: d, model: newLinesModel(d.rooms, filter), opened: line, states: kit.NewStates()}
	v.head, v.chips = container.NewStack(v.header()), kit.NewWrap(kit.Gap, 6)
	v.grid = grid.New(lineColumns()...).Numbered()
	v.grid.OnSort = v.sort
	v.grid.OnSelection = v.selected
	v.grid.OnScroll = func(int, int) { v.tell() }
	v.grid.OnOpen = func(row int, _ grid.Row) { v.openRow(row) }
	v.grid.OnLink = func(at grid.Place) { v.openOrganization(at.Row) }
	v.grid.OnMenu = v.menu
	v.grid.OnProblem = d.Problem
	v.grid.Exportable(d.Window(), wording.Text("sales.title"), func(text string) { d.Status(text) })
	v.grid.Filterable(func(ctx context.Context, column string, filters []listing.Filter, limit int) ([]listing.Value, error) {
		return v.model.Values(ctx, column, filters, limit)
	}, lineValueText, v.filterColumns)
	v.linked = filter != sales.LineFilter{} || line != 0
	v.views = v.newViews()
	body := kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, v.head, v.chips, v.states.Container)
	v.object = kit.Pad(body, 12, 20, 12, 20)
	return v
}

// Object is the page.
func (v *linesView) Object() fyne.CanvasObject { return v.object }

// Shown loads the list, anew where the page comes back to the front: an import may have been in between.
func (v *linesView) Shown() {
	if v.placed {
		v.load()
		return
	}
	v.placed = true
	v.views.Load(!v.linked, v.load)
}

// newViews are the ways to see the lines that have a name; two of them everybody has.
func (v *linesView) newViews() *grid.Views {
	views := grid.NewViews(v.grid, v.desk.Memory(), "sales.lines", builtInViews(time.Now())...)
	views.Page = func() string { return linesQuery(v.model.Filter) }
	views.OnProblem = v.desk.Problem
	views.OnView = func(view grid.View) {
		v.model.Filter, _ = parseLines(view.Page)
		v.model.Columns = view.Arrangement.Query.Filters
		if order := view.Arrangement.Query.Order; len(order) > 0 {
			v.model.Sort(lineOrder(order))
		}
		if v.model.Last.All > 0 {
			v.reload()
		}
	}
	return views
}

// builtInViews are the lines nobody is matched with and what was refunded in the month of now.
func builtInViews(now time.Time) []grid.View {
	month := now.Year()*100 + int(now.Month())
	return []grid.View{
		{Name: wording.Text("sales.view.unmatched"), Page: linesQuery(sales.LineFilter{Unmatched: true})},
		{Name: wording.Text("sales.view.refunds"), Page: linesQuery(sales.LineFilter{From: month, To: month, Side: statement.Refunded})},
	}
}

// Left stops what is under way.
func (v *linesView) Left() {
	v.views.Left()
	v.first.Stop()
	v.loader.Stop()
	v.sums.Stop()
	v.origin.Stop()
	v.owner.Stop()
}

// load asks for the list, and for its first lines where nothing is shown yet.
func (v *linesView) load() {
	v.first.Stop()
	if v.shown == nil {
		v.first.Load(v.model.First, v.firstLoaded)
	}
	asked := *v.model
	asked.Told = v.sorting(time.Now())
	v.loader.Load(asked.Load, v.loaded)
}

// firstLoaded shows the first lines while the others are being sorted.
func (v *linesView) firstLoaded(f firstPage, p *problem.Problem) {
	if p != nil || v.shown != nil || len(f.IDs) == 0 {
		return // the whole list says what is wrong, or that there is nothing
	}
	v.shown = grid.NewGrowingIDModel(f.IDs, f.Rows, v.model.fetchLines)
	v.grid.SetSort(sortKeys(v.model.Order)...)
	v.grid.SetTotals(grid.Word("…")) // those of the list before are not its
	v.grid.SetModel(v.shown)
	v.states.Show(v.grid)
	v.takeKeyboard()
}

const (
	waitedFor = 300 * time.Millisecond
	tellAgain = 100 * time.Millisecond
)

// sorting tells a person who waits how far the sorting is.
func (v *linesView) sorting(begun time.Time) func(int) {
	all, told := v.model.Last.All, begun.Add(waitedFor-tellAgain)
	return func(lines int) {
		if time.Since(told) < tellAgain {
			return
		}
		told = time.Now()
		fyne.Do(func() {
			v.grid.Working(lines, all, wording.Text("sales.lines.sorting", "lines", wording.Grouped(lines)))
		})
	}
}

// reload begins a list of its own: another filter or order.
func (v *linesView) reload() {
	v.shown = nil
	v.grid.SetModel(nil)
	v.load()
}

func (v *linesView) loaded(f found, p *problem.Problem) {
	v.first.Stop()
	if v.shown != nil && v.shown.Growing() {
		v.shown.Arrive(f.IDs)
	}
	if p != nil {
		v.states.Show(failed(p, v.load))
		return
	}
	v.model.Last = f
	v.setHead()
	if f.All == 0 {
		v.chips.Hide()
		v.states.Show(noLines(v.desk))
		return
	}
	v.setChips()
	v.states.Show(v.grid)
	v.fill(f)
}

func (v *linesView) fill(f found) {
	first := v.shown == nil
	v.shown = grid.NewIDModel(f.IDs, v.model.fetchLines)
	v.grid.SetEmpty(kit.NewEmpty(wording.Text("sales.lines.nothing"), wording.Text("sales.lines.nothing_do"),
		kit.NewPlain(wording.Text("sales.lines.all"), v.clear)))
	v.grid.SetSort(sortKeys(v.model.Order)...)
	v.grid.SetTotals(linesTotals(f)...)
	if first {
		v.grid.SetModel(v.shown)
		v.takeKeyboard()
	} else {
		v.grid.Update(v.shown)
	}
	v.tell()
	if v.opened != 0 {
		id := v.opened
		v.opened = 0
		v.grid.GoTo(grid.Place{Row: max(0, v.shown.Find(int32(id)))})
		v.openLine(id)
	}
}

// takeKeyboard puts the keyboard on the list, unless a person is typing or a dialog is open.
func (v *linesView) takeKeyboard() {
	over := v.desk.Window().Canvas()
	if _, typing := over.Focused().(*kit.Entry); !typing && over.Overlays().Top() == nil && v.shown.Rows() > 0 {
		over.Focus(v.grid)
	}
}

func (v *linesView) header() fyne.CanvasObject {
	exporting := kit.NewPlain(wording.Text("grid.export"), v.grid.Export)
	exporting.SetEnabled(len(v.model.Last.IDs) > 0)
	note := ""
	if f := v.model.Last; f.All > 0 {
		note = wording.Text("sales.lines.sums", "lines", wording.Grouped(len(f.IDs)), "paid", f.Sum.Paid, "refunded", f.Sum.Refunded, "net", f.Sum.Net())
	}
	return kit.Header{
		Title: wording.Text("sales.title"), Note: note,
		Actions: []fyne.CanvasObject{
			kit.NewPlain(wording.Text("sales.totals.open"), func() { v.desk.Open(totalsLink) }),
			kit.NewPlain(wording.Text("sales.imports.title"), func() { v.desk.Open(importsLink) }),
			exporting,
			kit.NewPrimary(wording.Text("sales.import.open"), func() { v.desk.Open(importLink) }),
		},
	}.Build()
}

func (v *linesView) setHead() {
	v.head.Objects = []fyne.CanvasObject{v.header()}
	v.head.Refresh()
}

func (v *linesView) sort(keys []grid.SortKey) {
	v.model.Sort(lineOrder(keys))
	v.reload()
}

func (v *linesView) filterColumns(filters []listing.Filter) {
	v.model.Columns = filters
	v.reload()
}

func (v *linesView) clear() {
	v.model.Filter, v.model.Columns = sales.LineFilter{}, nil
	v.grid.SetFilters()
	v.reload()
}

// selected sums what is marked, off the UI goroutine; one line needs no sum.
func (v *linesView) selected(s grid.Selection) {
	v.sums.Stop()
	v.chosen = ""
	if v.shown == nil || v.shown.Growing() || s.Rows() == 0 {
		v.tell()
		return
	}
	ids := v.shown.SelectedIDs(s)
	v.chosen = wording.Text("sales.lines.summing", "lines", wording.Grouped(len(ids)))
	v.tell()
	model := *v.model
	v.sums.Load(func(ctx context.Context) (sales.Total, error) { return model.SumSelected(ctx, ids) }, func(sum sales.Total, p *problem.Problem) {
		if p == nil {
			v.chosen = wording.Text("sales.lines.chosen", "lines", wording.Grouped(len(ids)), "net", sum.Net(), "average", sum.Net().Times(1, int64(len(ids)), money.HalfAway))
		}
		v.tell()
	})
}

// tell writes the status line: the selection, how to copy it, and where in the list one is.
func (v *linesView) tell() {
	if v.shown == nil {
		return
	}
	var parts []string
	if v.chosen != "" {
		parts = append(parts, v.chosen, wording.Text("sales.lines.copy"))
	}
	if first, last := v.grid.Shown(); first >= 0 {
		parts = append(parts, wording.Text("sales.lines.place", "first", wording.Grouped(first+1), "last", wording.Grouped(last+1), "all", wording.Grouped(v.shown.Rows())))
	}
	v.desk.Status(append(parts, wording.Text("sales.lines.hint"))...)
}

// openRow opens the line a row shows, where it is known yet.
func (v *linesView) openRow(row int) {
	if v.shown == nil {
		return
	}
	if id := v.shown.ID(row); id != 0 {
		v.openLine(int64(id))
	}
}

// openOrganization opens whose line a row shows.
func (v *linesView) openOrganization(row int) {
	if v.shown == nil {
		return
	}
	id := v.shown.ID(row)
	v.owner.Load(func(ctx context.Context) (int64, error) { return v.model.Owner(ctx, id) }, func(owner int64, p *problem.Problem) {
		switch {
		case p != nil:
			v.desk.Problem(p)
		case owner != 0:
			v.desk.Open(organizationLink(owner))
		}
	})
}

// menu is what a right click on a line offers.
func (v *linesView) menu(at grid.Place) []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wording.Text("sales.lines.open"), func() { v.openRow(at.Row) }),
		fyne.NewMenuItem(wording.Text("sales.lines.open_organization"), func() { v.openOrganization(at.Row) }),
	}
}
