package chronicle

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// View is the page of the chronicle: years at the left, entries in the middle, proposals at the right.
type View struct {
	context kit.Context
	desk    *desk
	model   *Model
	loader  kit.Loader[Shown]
	states  *kit.States
	header  *fyne.Container
	search  *kit.Entry
	grid    *grid.Grid
	rows    *grid.IDModel
	shown   Shown
	month   string // of the calendar
	page    fyne.CanvasObject
}

// NewView makes the page; it loads when it is shown.
func NewView(c kit.Context, d *desk) *View {
	v := &View{context: c, desk: d, model: NewModel(d), states: kit.NewStates(), header: kit.Column(0)}
	v.search = kit.NewEntry(wording.Text("chronicle.search"))
	v.search.OnChanged = func(text string) {
		v.model.Filter.Text = text
		v.load()
	}
	v.grid = v.newGrid()
	v.page = kit.Pad(kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, v.header, v.states.Container), 12, 20, 12, 20)
	v.showHeader()
	return v
}

// Object is the page.
func (v *View) Object() fyne.CanvasObject { return v.page }

// Shown reads the chronicle anew.
func (v *View) Shown() { v.load() }

// Left stops reading.
func (v *View) Left() { v.loader.Stop() }

func (v *View) load() {
	asked := *v.model
	v.loader.Load(asked.Load, func(s Shown, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("chronicle.again"), v.load))
			return
		}
		v.shown = s
		v.model.Filter.Year = s.Year
		v.show()
	})
}

func (v *View) show() {
	v.showHeader()
	s := v.shown
	if s.Total == 0 && len(s.Proposals) == 0 {
		v.states.Show(kit.NewEmpty(wording.Text("chronicle.none"), wording.Text("chronicle.none_do"),
			kit.NewPlain(wording.Text("chronicle.rules.open"), func() { v.context.Open(rulesLink) }), kit.NewPrimary(wording.Text("chronicle.add.open"), v.add)))
		return
	}
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Fixed(130), kit.Share(1), kit.Fixed(296)}, v.years(), v.middle(), v.proposals())
	if v.model.Look == AsList { // the list has the years in its own column and needs the room
		columns = kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(296)}, v.middle(), v.proposals())
	}
	v.states.Show(kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Share(1)}, v.chips(), columns))
	v.tell()
}

func (v *View) tell() {
	public := 0
	for _, e := range v.shown.Entries {
		if e.Public {
			public++
		}
	}
	texts := []string{wording.Text("chronicle.status.export")}
	if v.model.Look != AsList {
		texts = append(texts, wording.Text("chronicle.status.public", "public", public, "internal", len(v.shown.Entries)-public))
	}
	v.context.Status(texts...)
}

func (v *View) showHeader() {
	note := ""
	if v.shown.Total > 0 {
		note = wording.Text("chronicle.note_all", "n", len(v.shown.IDs))
		if v.shown.Year != "" {
			note = wording.Text("chronicle.note", "year", v.shown.Year, "n", len(v.shown.IDs))
		}
	}
	if n := len(v.shown.Proposals); n > 0 {
		note += " · " + wording.Text("chronicle.waiting", "n", n)
	}
	var actions []fyne.CanvasObject
	for _, look := range looks {
		button := kit.NewPlain(wording.Text("chronicle.look."+string(look)), func() { v.setLook(look) })
		if v.model.Look == look {
			button = kit.NewPrimary(wording.Text("chronicle.look."+string(look)), func() {})
		}
		actions = append(actions, button)
	}
	actions = append(actions, kit.Space(16, 0), v.exportButton(), kit.NewPrimary(wording.Text("chronicle.add.open"), v.add))
	h := kit.Header{Title: wording.Text("shell.area.chronicle"), Note: note, Actions: actions}
	v.header.Objects = []fyne.CanvasObject{h.Build()}
	v.header.Refresh()
}

func (v *View) setLook(look Look) {
	v.model.Look = look
	v.load()
}

func (v *View) chips() fyne.CanvasObject {
	m := v.model
	years := make([]kit.Choice, 0, len(v.shown.Years)+1)
	if m.Look == AsList {
		years = append(years, kit.Choice{Label: wording.Text("chronicle.any")})
	}
	for _, y := range v.shown.Years {
		years = append(years, kit.Choice{Value: y.Year, Label: wording.Text("chronicle.year", "year", y.Year)})
	}
	public := []kit.Choice{{Label: wording.Text("chronicle.any")}, {Value: "yes", Label: publicName(true)}, {Value: "no", Label: publicName(false)}}
	chosen := ""
	switch {
	case m.Filter.Public:
		chosen = "yes"
	case m.Filter.Internal:
		chosen = "no"
	}
	set := func(change func(string)) func(string) { return func(value string) { change(value); v.load() } }
	files := kit.NewChip(wording.Text("chronicle.with_files"), func() {
		m.Filter.Attachments = !m.Filter.Attachments
		v.load()
	})
	files.SetActive(m.Filter.Attachments)
	found := kit.NewSmall(wording.Text("chronicle.found", "all", v.shown.Total, "n", len(v.shown.IDs))).Short()
	chips := []fyne.CanvasObject{
		kit.NewChoiceChip("", years, v.shown.Year, set(func(value string) { m.Filter.Year = value })),
		kit.NewChoiceChip(wording.Text("chronicle.column.kind"), choices("chronicle.kind.", chronicle.Kinds, true), string(m.Filter.Kind), set(func(value string) { m.Filter.Kind = chronicle.Kind(value) })),
		kit.NewChoiceChip(wording.Text("chronicle.column.importance"), choices("chronicle.importance.", chronicle.Importances, true), string(m.Filter.Importance),
			set(func(value string) { m.Filter.Importance = chronicle.Importance(value) })),
		kit.NewChoiceChip(wording.Text("chronicle.column.public"), public, chosen, set(m.SetPublic)), files,
	}
	if m.Look == AsList {
		chips = append(chips, v.grid.FilterChips()...)
	}
	chips = append(chips, found)
	return kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Fixed(176)}, kit.Row(kit.Gap, chips...), v.search)
}

// years are the years at the left, each with a bar of how much happened.
func (v *View) years() fyne.CanvasObject {
	most := 1
	for _, y := range v.shown.Years {
		most = max(most, y.Count)
	}
	var rows []fyne.CanvasObject
	for _, y := range v.shown.Years {
		tone, name := kit.CanalPale, kit.NewText(y.Year)
		if y.Year == v.shown.Year {
			tone, name = kit.Canal, kit.NewStyled(y.Year, kit.Canal, kit.TextSize, true)
		}
		bar := kit.Across(0, []kit.Track{kit.Share(float32(y.Count)), kit.Share(float32(most-y.Count) + 0.001)}, kit.NewPanel(tone, "", 1, kit.Space(2, 3)), kit.Space(0, 3))
		words := kit.Row(0, name, kit.Spring(), kit.NewSmall(wording.Text("chronicle.count", "n", y.Count)))
		row := kit.NewPressable(kit.Pad(kit.Column(3, words, bar), 3, 8, 5, 8), func() { v.showYear(y.Year) })
		row.SetChosen(y.Year == v.shown.Year)
		rows = append(rows, row)
	}
	foot := kit.Pad(kit.Column(0, kit.NewSmall(wording.Text("chronicle.total", "n", v.shown.Total)), kit.NewSmall(wording.Text("chronicle.public_of", "n", v.shown.Public))), 4, 0, 0, 8)
	title := kit.Pad(kit.NewBold(wording.Text("chronicle.years")), 0, 0, 0, 8)
	body := kit.Down(4, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, title, kit.Scrolled(kit.Column(2, rows...)), foot)
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(body, 12, 6, 10, 8))
}

func (v *View) showYear(year string) {
	v.model.Filter.Year, v.month = year, ""
	v.load()
}

// middle is the chronicle in the look chosen.
func (v *View) middle() fyne.CanvasObject {
	switch v.model.Look {
	case AsList:
		v.rows = v.model.Rows(v.shown.IDs)
		v.grid.Update(v.rows)
		return v.grid
	case AsCalendar:
		return v.calendar()
	}
	return v.timeline()
}

func (v *View) newGrid() *grid.Grid {
	g := grid.New(entryColumns()...)
	g.OnSort = func(keys []grid.SortKey) {
		v.model.SetSort(keys)
		g.SetSort(keys...)
		v.load()
	}
	g.OnOpen = func(row int, _ grid.Row) { v.open(row) }
	g.OnMenu = v.menu
	g.OnProblem = v.context.Problem
	g.Exportable(v.context.Window(), wording.Text("shell.area.chronicle"), func(text string) { v.context.Status(text) })
	g.SetEmpty(kit.NewEmpty(wording.Text("chronicle.none_here"), wording.Text("chronicle.none_here_do"), kit.NewPlain(wording.Text("chronicle.clear"), v.clear)))
	g.Filterable(v.model.Values, valueText, func(filters []listing.Filter) {
		v.model.Columns = filters
		v.load()
	})
	return g
}

func (v *View) open(row int) {
	if v.rows != nil && v.rows.ID(row) != 0 {
		v.context.Open(entryLink(int64(v.rows.ID(row))))
	}
}

func (v *View) clear() {
	v.model.Filter, v.model.Columns = chronicle.Filter{Year: v.model.Filter.Year}, nil
	v.grid.SetFilters()
	v.search.SetText("")
	v.load()
}

// write does something off the UI goroutine and reads the page anew; what goes wrong is said over the window.
func (v *View) write(work func(ctx context.Context) error) { write(v.context, work, v.load) }

func write(c kit.Context, work func(ctx context.Context) error, then func()) {
	var writer kit.Loader[struct{}]
	writer.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(_ struct{}, p *problem.Problem) {
		if p != nil {
			c.Problem(p)
		}
		then()
		c.Changed()
	})
}
