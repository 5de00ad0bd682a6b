package council

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// TasksView is the page of supervised tasks: figures, filters, the list, and beside it the task the cursor is on.
type TasksView struct {
	context kit.Context
	desk    *desk
	model   *TasksModel
	loader  kit.Loader[Listing]
	states  *kit.States
	grid    *grid.Grid
	rows    *grid.IDModel
	views   *grid.Views
	placed  bool // the columns are the person's
	filing  bool // opened to file a task
	header  *fyne.Container
	figures *fyne.Container
	chips   *fyne.Container
	search  *kit.Entry
	filled  fyne.CanvasObject
	beside  *taskPanel
	listing Listing
	page    fyne.CanvasObject
}

const besideWidth float32 = 310

// NewTasksView makes the page; it loads when it is shown.
func NewTasksView(c kit.Context, d *desk) *TasksView {
	v := &TasksView{context: c, desk: d, model: NewTasksModel(d), states: kit.NewStates(), figures: kit.Column(0), chips: kit.NewWrap(kit.Gap, 4)}
	v.search = kit.NewEntry(wording.Text("council.list.search"))
	v.search.OnChanged = func(text string) {
		v.model.Filter.Text = text
		v.load()
	}
	v.grid = v.newGrid()
	v.beside = newTaskPanel(c, d, v.load)
	left := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)}, v.chips, v.grid)
	body := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(besideWidth)}, left, v.beside.Object())
	v.filled = kit.Down(10, []kit.Track{kit.Natural, kit.Share(1)}, v.figures, body)
	v.header = kit.Column(0)
	v.page = kit.Pad(kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, v.header, v.states.Container), 12, 20, 12, 20)
	v.showHeader()
	return v
}

func (v *TasksView) newGrid() *grid.Grid {
	g := grid.New(taskColumns()...)
	for _, id := range []council.TaskColumn{council.ByStep, council.ByPriority, council.ByPerson} {
		g.HideColumn(string(id))
	}
	g.OnSort = func(keys []grid.SortKey) {
		v.model.SetSort(keys)
		g.SetSort(keys...)
		v.load()
	}
	g.OnOpen = func(row int, _ grid.Row) { v.open(row) }
	g.OnSelection = func(s grid.Selection) { v.showBeside(s.Cursor.Row) }
	g.OnMenu = v.menu
	g.Figuring(v.tell)
	g.OnProblem = v.context.Problem
	g.Exportable(v.context.Window(), wording.Text("council.list.title"), func(text string) { v.context.Status(text) })
	g.SetEmpty(kit.NewEmpty(wording.Text("council.list.none_here"), wording.Text("council.list.none_here_do"),
		kit.NewPlain(wording.Text("council.list.clear"), v.clear)))
	g.Filterable(v.model.Values, valueText, func(filters []listing.Filter) {
		v.model.Columns = filters
		v.showChips()
		v.load()
	})
	v.views = grid.NewViews(g, v.context.Memory(), "council.tasks")
	v.views.OnProblem = v.context.Problem
	v.views.OnView = func(view grid.View) {
		v.model.Order = view.Arrangement.Query.Order
		v.model.Columns = view.Arrangement.Query.Filters
		if v.listing.Total > 0 {
			v.load()
		}
	}
	return g
}

// Object is the page.
func (v *TasksView) Object() fyne.CanvasObject { return v.page }

// Shown reads the list anew.
func (v *TasksView) Shown() {
	if v.filing {
		v.filing = false
		defer v.file()
	}
	if v.placed {
		v.load()
		return
	}
	v.placed = true
	v.views.Load(true, v.load)
}

// Left stops reading.
func (v *TasksView) Left() {
	v.views.Left()
	v.loader.Stop()
	v.beside.stop()
}

func (v *TasksView) load() {
	asked := *v.model
	v.loader.Load(asked.Load, func(l Listing, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.again"), v.load))
			return
		}
		v.show(asked, l)
	})
}

func (v *TasksView) show(asked TasksModel, l Listing) {
	v.listing = l
	v.showHeader()
	if l.Total == 0 {
		v.states.Show(v.nothing())
		return
	}
	v.showChips()
	v.figures.Objects = []fyne.CanvasObject{v.keyFigures()}
	v.figures.Refresh()
	v.rows = asked.Rows(l)
	v.grid.Update(v.rows)
	v.states.Show(v.filled)
	if row := v.grid.Selection().Cursor.Row; row >= 0 {
		v.showBeside(row)
	} else if len(l.IDs) > 0 {
		v.grid.GoTo(grid.Place{Row: 0, Column: 1})
	} else {
		v.beside.clear()
	}
	v.tell(grid.Figures{})
}

func (v *TasksView) showBeside(row int) {
	if v.rows == nil || row < 0 {
		return
	}
	if id := v.rows.ID(row); id != 0 {
		v.beside.load(int64(id))
	}
}

// tell writes the status line: what is marked, how many are listed, and by which day the lamps are.
func (v *TasksView) tell(marked grid.Figures) {
	texts := []string{wording.Text("council.list.listed", "n", len(v.listing.IDs)), wording.Text("council.list.lamps_of", "on", v.listing.Today), wording.Text("council.list.mark"), wording.Text("council.list.approved_only")}
	if text := marked.Text(); text != "" {
		texts = append([]string{text}, texts...)
	}
	v.context.Status(texts...)
}

func (v *TasksView) open(row int) {
	if v.rows != nil && v.rows.ID(row) != 0 {
		v.context.Open(taskLink(int64(v.rows.ID(row))))
	}
}

// selected are the tasks the selection touches.
func (v *TasksView) selected() []int32 {
	if v.rows == nil {
		return nil
	}
	return v.rows.SelectedIDs(v.grid.Selection())
}

func (v *TasksView) clear() {
	v.model.Filter, v.model.Columns = council.TaskFilter{Open: true}, nil
	v.grid.SetFilters()
	v.search.SetText("")
	v.load()
}

// nothing says how to begin: with the conference, a meeting, or a task.
func (v *TasksView) nothing() fyne.CanvasObject {
	return kit.NewEmpty(wording.Text("council.list.none"), wording.Text("council.list.none_do"),
		kit.NewPlain(wording.Text("council.command.members"), func() { v.context.Open(membersLink) }),
		kit.NewPlain(wording.Text("council.command.meetings"), func() { v.context.Open(meetingsLink) }),
		kit.NewPrimary(wording.Text("council.file.open"), v.file))
}
