package register

import (
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/listing"
	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// listView is the page of all organisations.
type listView struct {
	desk    desk
	model   *ListModel
	loader  kit.Loader[*Listing]
	listing *Listing
	rows    *grid.IDModel

	object fyne.CanvasObject
	note   *kit.Text
	search *kit.Entry
	chips  *fyne.Container
	asked  *fyne.Container // filters of single columns
	grid   *grid.Grid
	views  *grid.Views
	placed bool        // the columns are the person's
	told   string      // what was changed last, until the list is asked for something else
	area   *kit.States // the grid, or why there is none
}

func newListView(d desk) *listView {
	v := &listView{desk: d, model: NewListModel(d.rooms), note: kit.NewSecondary("").Short()}
	v.grid = grid.New(v.columns(0)...).Numbered().Editable(grid.Editing{Write: v.model.Change, Done: v.changed})
	v.grid.OnOpen = func(row int, _ grid.Row) { v.open(row) }
	v.grid.OnLink = func(at grid.Place) { v.open(at.Row) }
	v.grid.OnSort = v.sort
	v.grid.OnSelection = v.tellSelection
	v.grid.OnProblem = d.Problem
	v.grid.OnMenu = v.menu
	v.grid.Exportable(d.Window(), wording.Text("shell.area.register"), func(text string) { d.Status(text) })
	v.grid.Filterable(v.model.Values, keyText, func(filters []listing.Filter) {
		v.model.Columns = filters
		v.load()
	})
	v.views = grid.NewViews(v.grid, d.Memory(), "register")
	v.views.OnProblem = d.Problem
	v.views.OnView = func(view grid.View) {
		v.model.Sort, v.model.Columns = view.Arrangement.Query.Order, view.Arrangement.Query.Filters
		if v.listing != nil {
			v.load()
		}
	}
	v.search = kit.NewEntry(wording.Text("register.list.search"))
	v.search.OnChanged = func(text string) {
		v.model.Filter.Text = strings.TrimSpace(text)
		v.load()
	}
	v.search.OnKey = v.searchKey
	v.chips, v.asked = kit.NewWrap(kit.Gap, 6), kit.NewWrap(kit.Gap, 6)
	v.area = kit.NewStates()
	v.area.Show(v.grid)
	v.object = v.build()
	return v
}

func (v *listView) columns(year int) []grid.Column {
	figure := wording.Text("register.list.sales")
	if year > 0 {
		figure = wording.Text("register.list.sales_of", "year", year)
	}
	text := &grid.Editor{}
	return []grid.Column{
		{ID: string(register.ByName), Label: fieldText(register.FieldName), Width: 210, Grow: 2, Sortable: true, Filter: grid.ByText, Edit: text},
		{ID: string(register.ByKind), Label: wording.Text("register.list.kind"), Width: 100, Sortable: true, Filter: grid.ByValues, Edit: &grid.Editor{Choices: kindTexts}},
		{ID: string(register.ByCreditCode), Label: wording.Text("register.list.code"), Width: 178, Kind: grid.Code, Sortable: true, Filter: grid.ByText, Edit: text},
		{ID: string(register.ByRegion), Label: fieldText(register.FieldRegion), Width: 112, Grow: 0.5, Sortable: true, Filter: grid.ByValues, Edit: &grid.Editor{Find: findPlace(v.desk.room)}},
		{ID: string(register.ByStatus), Label: fieldText(register.FieldStatus), Width: 66, Sortable: true, Filter: grid.ByValues, Edit: &grid.Editor{Choices: statusTexts}},
		{ID: string(register.ByAboveQuota), Label: fieldText(register.FieldAboveQuota), Width: 160, Grow: 0.5, Sortable: true, Filter: grid.ByValues, Edit: text},
		{ID: bySales, Label: figure, Width: 160, Kind: grid.Number, Sortable: true},
		{ID: string(register.ByShops), Label: fieldText(register.FieldShop), Width: 58, Kind: grid.Number, Sortable: true, Filter: grid.ByNumber},
		{ID: string(register.ByAccounts), Label: wording.Text("register.list.accounts"), Width: 58, Kind: grid.Number, Sortable: true, Filter: grid.ByNumber},
	}
}

// changed reads the list anew and says how to take a change back.
func (v *listView) changed(cells int) {
	v.told = wording.Text("register.list.changed", "n", wording.Grouped(cells))
	v.desk.Changed()
	v.reload()
}

func (v *listView) build() fyne.CanvasObject {
	header := kit.Header{
		Title: wording.Text("shell.area.register"),
		Actions: []fyne.CanvasObject{
			kit.NewPlain(wording.Text("register.list.bin"), func() { v.desk.Open(linkBin) }),
			kit.NewPlain(wording.Text("register.list.duplicates"), func() { v.desk.Open(linkDuplicates) }),
			kit.NewPlain(wording.Text("grid.export"), v.grid.Export),
			kit.NewPlain(wording.Text("register.list.import"), func() { v.desk.Open(linkLedger) }),
			kit.NewPrimary(wording.Text("register.list.new"), func() { v.desk.Open(linkNew) }),
		},
	}
	left := kit.Row(kit.Gap+2, kit.NewStyled(header.Title, kit.Ink, kit.TitleSize, true), v.note)
	top := kit.Down(0, []kit.Track{kit.Fixed(kit.RowHeight)}, kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Natural}, left, kit.Row(kit.Gap, header.Actions...)))
	filters := kit.Across(kit.Gap, []kit.Track{kit.Fixed(220), kit.Natural, kit.Share(1)}, kit.Column(0, v.search), kit.Pad(kit.Column(0, v.views.Chip()), 2, 0, 0, 0), kit.Pad(v.chips, 2, 0, 0, 0))
	body := kit.Down(10, []kit.Track{kit.Natural, kit.Natural, kit.Natural, kit.Share(1)}, top, filters, v.asked, v.area.Container)
	return kit.Pad(body, 12, 20, 12, 20)
}

// Object is the page.
func (v *listView) Object() fyne.CanvasObject { return v.object }

// Shown reads the list anew: another page may have changed it.
func (v *listView) Shown() {
	if v.placed {
		v.load()
		return
	}
	v.placed = true
	v.views.Load(true, v.load)
}

// Left stops reading.
func (v *listView) Left() {
	v.views.Left()
	v.loader.Stop()
}

func (v *listView) load() {
	v.told = ""
	v.reload()
}

func (v *listView) reload() {
	v.loader.Load(v.model.Load, func(listing *Listing, p *problem.Problem) {
		if p != nil {
			v.area.Failed(p, kit.NewPrimary(wording.Text("register.again"), v.load))
			return
		}
		v.area.Show(v.grid)
		v.show(listing)
	})
}

func (v *listView) show(shown *Listing) {
	first := v.listing == nil
	v.listing, v.rows = shown, v.model.Rows(shown)
	if first {
		v.grid.SetColumns(v.columns(shown.Year)...)
		v.fillChips()
	}
	c := shown.Counts
	v.note.SetText(wording.Text("register.list.note", "all", wording.Grouped(c.All), "quota", wording.Grouped(c.AboveQuota), "shops", wording.Grouped(c.WithShop), "nocode", wording.Grouped(c.NoCode)))
	v.asked.Objects = v.grid.FilterChips()
	if len(v.asked.Objects) == 0 {
		v.asked.Hide()
	} else {
		v.asked.Show()
	}
	v.grid.SetEmpty(v.empty())
	v.grid.SetTotals(listTotals(shown)...)
	v.grid.Update(v.rows)
	v.object.Refresh()
}

// empty says why nothing is listed and how to change that.
func (v *listView) empty() fyne.CanvasObject {
	if v.model.Filtered() {
		return kit.NewEmpty(wording.Text("register.list.nothing"), wording.Text("register.list.nothing_do"),
			kit.NewPlain(wording.Text("register.list.clear"), v.clear))
	}
	return kit.NewEmpty(wording.Text("register.list.empty"), wording.Text("register.list.empty_do"),
		kit.NewPrimary(wording.Text("register.list.import"), func() { v.desk.Open(linkLedger) }),
		kit.NewPlain(wording.Text("register.list.new"), func() { v.desk.Open(linkNew) }))
}

func (v *listView) clear() {
	v.model.Filter, v.model.Columns = register.Filter{}, nil
	v.grid.SetFilters()
	v.search.SetText("")
	v.fillChips()
	v.load()
}

func (v *listView) fillChips() {
	f := &v.model.Filter
	chip := func(name string, choices []kit.Choice, set func(string)) fyne.CanvasObject {
		return kit.NewChoiceChip(name, withAll(choices), "", func(value string) {
			set(value)
			v.load()
		})
	}
	towns := make([]kit.Choice, len(v.listing.Towns))
	for i, town := range v.listing.Towns {
		towns[i] = kit.Choice{Value: town.Code, Label: town.Name}
	}
	yesNo := []kit.Choice{{Value: "yes", Label: wording.Text("register.yes")}, {Value: "no", Label: wording.Text("register.no")}}
	missing := []kit.Choice{{Value: "code", Label: wording.Text("register.list.no_code")}, {Value: "account", Label: wording.Text("register.list.no_account")}}
	v.chips.Objects = []fyne.CanvasObject{
		chip(wording.Text("register.list.kind"), choicesOf(register.Kinds, kindText), func(value string) { f.Kind = register.Kind(value) }),
		chip(fieldText(register.FieldAboveQuota), yesNo, func(value string) { f.AboveQuota = yesOrNo(value) }),
		chip(fieldText(register.FieldStatus), choicesOf(register.Statuses, statusText), func(value string) { f.Status = register.Status(value) }),
		chip(fieldText(register.FieldRegion), towns, func(value string) { f.Region = value }),
		chip(fieldText(register.FieldShop), yesNo, func(value string) { f.HasShop = yesOrNo(value) }),
		chip(wording.Text("register.list.missing"), missing, func(value string) { f.NoCode, f.NoAccount = value == "code", value == "account" }),
	}
	v.chips.Refresh()
}

func yesOrNo(value string) *bool {
	if value == "" {
		return nil
	}
	yes := value == "yes"
	return &yes
}

func (v *listView) sort(keys []grid.SortKey) {
	v.model.Sort = keys
	v.grid.SetSort(keys...)
	v.load()
}

func (v *listView) open(row int) {
	if v.rows != nil {
		if id := v.rows.ID(row); id != 0 {
			v.desk.Open(linkTo(int64(id)))
		}
	}
}

// searchKey goes from the search box into the list.
func (v *listView) searchKey(event *fyne.KeyEvent) bool {
	if event.Name != fyne.KeyDown && event.Name != fyne.KeyReturn || v.rows == nil || v.rows.Rows() == 0 {
		return false
	}
	v.grid.GoTo(grid.Place{})
	v.desk.canvas().Focus(v.grid)
	return true
}

func (v *listView) tellSelection(s grid.Selection) {
	ids := v.rows.SelectedIDs(s)
	if len(ids) < 2 {
		found := wording.Text("register.list.found", "n", wording.Grouped(len(v.listing.IDs)), "ms", v.listing.Took.Milliseconds())
		if v.told != "" {
			v.desk.Status(v.told, found)
			return
		}
		v.desk.Status(found, wording.Text("register.list.hint"))
		return
	}
	v.desk.Status(wording.Text("register.list.selected", "n", wording.Grouped(len(ids)), "sum", v.listing.Sum(ids), "average", v.listing.Sum(ids).Times(1, int64(len(ids)), money.HalfAway)))
}

func (v *listView) menu(at grid.Place) []*fyne.MenuItem {
	id := int64(v.rows.ID(at.Row))
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(wording.Text("register.open"), func() { v.desk.Open(linkTo(id)) }),
		fyne.NewMenuItem(wording.Text("register.edit"), func() { v.desk.Open(linkToEdit(id)) }),
	}
	if ids := v.rows.SelectedIDs(v.grid.Selection()); len(ids) == 2 {
		items = append(items, fyne.NewMenuItem(wording.Text("register.merge_these"), func() { v.desk.Open(linkToCompare(int64(ids[0]), int64(ids[1]))) }))
	}
	return items
}
