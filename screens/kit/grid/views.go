package grid

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// View is a way to see a list that has a name. Page is the page's own filter in the page's own words.
type View struct {
	Name        string      `json:"name"`
	Arrangement Arrangement `json:"arrangement"`
	Page        string      `json:"page,omitempty"`
}

// Views remembers how a person has a list, under names and as it was left. It is a chip for the page's bar
// that opens the menu of views.
type Views struct {
	// Page words the page's own filter for a view that is saved; nil where a page has none.
	Page func() string
	// OnView has the page ask anew: with the view's order and its own filter.
	OnView func(View)
	// OnProblem gets what went wrong in remembering.
	OnProblem func(*problem.Problem)

	grid     *Grid
	memory   kit.Memory
	key      string
	builtIn  []View
	original Arrangement
	kept     keptViews
	current  string
	chip     *kit.Chip
	loader   kit.Loader[keptViews]
	later    kit.Later
}

// keptViews is what is kept of a list for a person.
type keptViews struct {
	Now     Arrangement `json:"now"`
	Named   []View      `json:"named,omitempty"`
	Default string      `json:"default,omitempty"`
}

// NewViews remembers the views of a list under view/<key>. builtIn are those every person has.
func NewViews(g *Grid, memory kit.Memory, key string, builtIn ...View) *Views {
	v := &Views{grid: g, memory: memory, key: "view/" + key, builtIn: builtIn, original: g.Arrangement()}
	v.chip = kit.NewChip("", v.open)
	g.OnArranged = v.arranged
	v.label()
	return v
}

// Chip is what to put on the page.
func (v *Views) Chip() *kit.Chip { return v.chip }

// Left keeps at once what waits to be kept: the page goes.
func (v *Views) Left() { v.later.Now() }

// Load arranges the list as the person left it and then calls ready, on the UI goroutine. With begin the
// default view is shown, with its filter; without, only the columns are the person's: a page opened by a
// link shows what the link says.
func (v *Views) Load(begin bool, ready func()) {
	v.loader.Load(func(ctx context.Context) (keptViews, error) {
		var kept keptViews
		text, err := v.memory.Recall(ctx, v.key)
		if err != nil || text == "" {
			return kept, err
		}
		if json.Unmarshal([]byte(text), &kept) != nil {
			return keptViews{}, nil // another program's: begin anew
		}
		return kept, nil
	}, func(kept keptViews, p *problem.Problem) {
		v.report(p)
		v.kept = kept
		v.begin(begin)
		ready()
	})
}

func (v *Views) begin(asked bool) {
	if v.kept.Now.Columns != nil {
		v.grid.SetArrangement(v.kept.Now)
	}
	if view, is := v.find(v.kept.Default); is && asked {
		v.show(view)
		return
	}
	if query := v.kept.Now.Query; asked && len(query.Order)+len(query.Filters) > 0 && v.OnView != nil {
		v.grid.SetSort(query.Order...)
		v.grid.SetFilters(query.Filters...)
		v.OnView(View{Arrangement: v.grid.Arrangement()})
	}
}

func (v *Views) find(name string) (View, bool) {
	all := append(slices.Clone(v.builtIn), v.kept.Named...)
	at := slices.IndexFunc(all, func(view View) bool { return view.Name == name })
	if name == "" || at < 0 {
		return View{}, false
	}
	return all[at], true
}

// Show shows a view by its name.
func (v *Views) Show(name string) {
	if view, is := v.find(name); is {
		v.show(view)
		v.keep()
	}
}

// show arranges the list as a view has it. One without columns of its own leaves them as they are.
func (v *Views) show(view View) {
	a := view.Arrangement
	if a.Columns == nil {
		a = v.grid.Arrangement()
		a.Query = view.Arrangement.Query
	}
	v.grid.SetArrangement(a)
	if len(a.Query.Order) > 0 {
		v.grid.SetSort(a.Query.Order...)
	}
	v.grid.SetFilters(a.Query.Filters...)
	view.Arrangement = a
	v.current = view.Name
	v.label()
	if v.OnView != nil {
		v.OnView(view)
	}
}

// arranged keeps what a person changed.
func (v *Views) arranged(a Arrangement) {
	v.kept.Now = a
	v.keep()
}

// Save keeps how the list is now under a name, in the place of what had it.
func (v *Views) Save(name string) {
	view := View{Name: strings.TrimSpace(name), Arrangement: v.grid.Arrangement()}
	if v.Page != nil {
		view.Page = v.Page()
	}
	if at := v.named(view.Name); at >= 0 {
		v.kept.Named[at] = view
	} else {
		v.kept.Named = append(v.kept.Named, view)
	}
	v.current = view.Name
	v.label()
	v.keep()
}

// Delete forgets a view of the person's own.
func (v *Views) Delete(name string) {
	at := v.named(name)
	if at < 0 {
		return
	}
	v.kept.Named = slices.Delete(v.kept.Named, at, at+1)
	if v.kept.Default == name {
		v.kept.Default = ""
	}
	v.current = ""
	v.label()
	v.keep()
}

// SetDefault has the list begin with a view; "" with none.
func (v *Views) SetDefault(name string) {
	v.kept.Default = name
	v.keep()
}

// Reset shows the list as it is delivered.
func (v *Views) Reset() {
	v.current, v.kept.Now = "", v.original
	v.grid.SetArrangement(v.original)
	v.grid.SetFilters()
	v.label()
	v.keep()
	if v.OnView != nil {
		v.OnView(View{Arrangement: v.original})
	}
}

func (v *Views) named(name string) int {
	return slices.IndexFunc(v.kept.Named, func(view View) bool { return view.Name == name })
}

func (v *Views) label() {
	name := v.current
	if name == "" {
		name = wording.Text("grid.view.all")
	}
	v.chip.SetLabel(wording.Text("grid.view", "view", name) + " ▾")
	v.chip.SetActive(v.current != "")
}

func (v *Views) keep() {
	text, err := json.Marshal(v.kept)
	if err != nil {
		v.report(problem.Of(err))
		return
	}
	v.later.Do(func() {
		if err := v.memory.Keep(context.Background(), v.key, string(text)); err != nil {
			fyne.Do(func() { v.report(problem.Of(err)) })
		}
	})
}

func (v *Views) report(p *problem.Problem) {
	if p != nil && v.OnProblem != nil {
		v.OnProblem(p)
	}
}

// open shows the menu of views under the chip.
func (v *Views) open() {
	over := v.grid.canvas()
	if over == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.chip)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", v.menu()...), over, at.AddXY(0, v.chip.Size().Height+2))
}

func (v *Views) menu() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, view := range append(slices.Clone(v.builtIn), v.kept.Named...) {
		item := fyne.NewMenuItem(view.Name, func() { v.Show(view.Name) })
		item.Checked = view.Name == v.current
		items = append(items, item)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items, fyne.NewMenuItem(wording.Text("grid.view.save"), v.askName))
	if v.current != "" {
		items = append(items, v.ownItems()...)
	}
	return append(items, fyne.NewMenuItem(wording.Text("grid.view.reset"), v.Reset))
}

// ownItems is what can be done with the view that is shown.
func (v *Views) ownItems() []*fyne.MenuItem {
	name := v.current
	begin := fyne.NewMenuItem(wording.Text("grid.view.default", "view", name), func() {
		if v.kept.Default == name {
			v.SetDefault("")
			return
		}
		v.SetDefault(name)
	})
	begin.Checked = v.kept.Default == name
	if v.named(name) < 0 {
		return []*fyne.MenuItem{begin}
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wording.Text("grid.view.update", "view", name), func() { v.Save(name) }), begin,
		fyne.NewMenuItem(wording.Text("grid.view.delete", "view", name), func() { v.Delete(name) }),
	}
}

// askName asks under which name the list is to be kept.
func (v *Views) askName() {
	field, entry := form.Text(wording.Text("grid.view.name"), "")
	field.Required = true
	field.Check = func() string {
		name := strings.TrimSpace(entry.Text)
		if slices.ContainsFunc(v.builtIn, func(view View) bool { return view.Name == name }) {
			return wording.Text("grid.view.taken")
		}
		if v.named(name) >= 0 {
			field.Help = wording.Text("grid.view.replaces", "view", name)
		}
		return ""
	}
	form.Show(v.grid.canvas(), wording.Text("grid.view.save"), form.New(field), wording.Text("grid.view.keep"), func() *problem.Problem {
		v.Save(entry.Text)
		return nil
	})
}
