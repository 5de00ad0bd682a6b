package grid

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/listing"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// FilterChips are the filters of single columns; pressing one takes it away.
func (g *Grid) FilterChips() []fyne.CanvasObject {
	chips := make([]fyne.CanvasObject, len(g.filtering.filters))
	for i, f := range g.filtering.filters {
		chip := kit.NewChip(g.FilterText(f)+" ×", func() { g.ClearFilter(f.Column) })
		chip.SetActive(true)
		chips[i] = chip
	}
	return chips
}

// OpenFilter asks how a column that is shown is to be filtered.
func (g *Grid) OpenFilter(shown int) {
	c, over := g.ColumnAt(shown), g.canvas()
	if over == nil || !g.filterable(c) {
		return
	}
	b := &filterBox{grid: g, column: c, filter: g.filterOf(c.ID)}
	b.open(over)
}

// filterBox is the dialog in which a column's filter is made.
type filterBox struct {
	grid   *Grid
	column Column
	filter listing.Filter

	part        *kit.Entry
	least, most typedEnd
	blanks      *kit.Radio
	ticked      map[string]bool
	listed      *fyne.Container
	loader      kit.Loader[[]listing.Value]
	dialog      *kit.Dialog
}

// typedEnd is where an end of a range is typed, or a day picked.
type typedEnd interface {
	fyne.Focusable
	Value() string
}

const (
	anything   = ""
	emptyOnly  = "empty"
	filledOnly = "filled"
)

func (b *filterBox) open(over fyne.Canvas) {
	asked := form.New(b.fields()...)
	apply := func() {
		if asked.Valid() {
			b.use(b.asked())
		}
	}
	asked.OnReturn(apply)
	b.dialog = kit.NewDialog(over, 420, wording.Text("grid.filter.title", "column", b.column.Label), asked.Object(),
		kit.NewPlain(wording.Text("grid.filter.clear"), func() { b.use(listing.Filter{Column: b.column.ID}) }),
		kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { b.dialog.Close() }),
		kit.NewPrimary(wording.Text("grid.filter.apply"), apply))
	b.dialog.OnClosed(b.loader.Stop)
	if b.column.Filter.ranges() {
		b.dialog.Show(b.least)
		return
	}
	b.dialog.Show(b.part)
}

func (b *filterBox) use(f listing.Filter) {
	b.dialog.Close()
	b.grid.filterNow(listing.With(b.grid.filtering.filters, f))
	if over := b.grid.canvas(); over != nil {
		over.Focus(b.grid)
	}
}

func (b *filterBox) fields() []*form.Field {
	blanks := anything
	switch {
	case b.filter.Empty && !b.filter.Filled:
		blanks = emptyOnly
	case b.filter.Filled && !b.filter.Empty:
		blanks = filledOnly
	}
	b.blanks = kit.NewRadio([]kit.Choice{
		{Value: anything, Label: wording.Text("grid.filter.anything")}, {Value: emptyOnly, Label: wording.Text("grid.filter.empty")},
		{Value: filledOnly, Label: wording.Text("grid.filter.filled")},
	}, blanks, nil).Abreast()
	rest := &form.Field{Label: wording.Text("grid.filter.blanks"), Input: b.blanks}
	if b.column.Filter.ranges() {
		return append(b.ends(), rest)
	}
	var part *form.Field
	part, b.part = form.Text(wording.Text("grid.filter.contains"), b.filter.Contains)
	fields := []*form.Field{part}
	if b.column.Filter == ByValues {
		fields = append(fields, b.values())
	}
	return append(fields, rest)
}

func (b *filterBox) ends() []*form.Field {
	var least, most *form.Field
	least, b.least = b.end("grid.filter.least.", b.filter.Least)
	most, b.most = b.end("grid.filter.most.", b.filter.Most)
	least.Check = func() string { return b.wrong(listing.Filter{Least: b.column.Filter.typedEnd(b.least.Value())}) }
	most.Check = func() string { return b.wrong(listing.Filter{Most: b.column.Filter.typedEnd(b.most.Value())}) }
	return []*form.Field{least, most}
}

func (b *filterBox) end(key, value string) (*form.Field, typedEnd) {
	label := wording.Text(key + b.column.Filter.word())
	if b.column.Filter == ByDay {
		return form.Day(label, value)
	}
	return form.Text(label, value)
}

func (f Filtering) word() string {
	return map[Filtering]string{ByNumber: "number", ByAmount: "amount", ByDay: "day"}[f]
}

func (b *filterBox) wrong(f listing.Filter) string {
	p := check(b.column, f)
	if p == nil {
		return ""
	}
	what, _ := wording.Problem(p)
	return what
}

const valuesHeight float32 = 196

// values lists what the column holds, counted in the background.
func (b *filterBox) values() *form.Field {
	b.ticked = map[string]bool{}
	for _, key := range b.filter.Values {
		b.ticked[key] = true
	}
	b.listed = kit.Column(2, kit.NewSecondary(wording.Text("grid.filter.counting")).Short())
	others, ask := b.grid.Filters(), b.grid.filtering.values
	b.loader.Load(func(ctx context.Context) ([]listing.Value, error) {
		return ask(ctx, b.column.ID, others, mostValues)
	}, b.list)
	room := kit.Down(0, []kit.Track{kit.Fixed(valuesHeight)}, container.NewVScroll(b.listed))
	return &form.Field{Label: wording.Text("grid.filter.values"), Input: room}
}

func (b *filterBox) list(values []listing.Value, p *problem.Problem) {
	b.listed.Objects = nil
	if p != nil {
		what, _ := wording.Problem(p)
		b.listed.Add(kit.NewParagraph(what))
	}
	// What was chosen before and is none of them stays to be seen, or it could not be given up.
	for _, key := range b.filter.Values {
		if !slices.ContainsFunc(values, func(v listing.Value) bool { return v.Key == key }) {
			values = append(values, listing.Value{Key: key})
		}
	}
	for _, value := range values {
		text := wording.Text("grid.filter.value", "value", b.grid.valueText(b.column.ID, value.Key), "n", wording.Grouped(value.Count))
		b.listed.Add(kit.NewCheck(text, b.ticked[value.Key], func(on bool) { b.ticked[value.Key] = on }))
	}
	b.listed.Refresh()
}

// asked is the filter as it is typed and ticked.
func (b *filterBox) asked() listing.Filter {
	f := listing.Filter{Column: b.column.ID, Empty: b.blanks.Value() == emptyOnly, Filled: b.blanks.Value() == filledOnly}
	if b.column.Filter.ranges() {
		f.Least, f.Most = b.column.Filter.typedEnd(b.least.Value()), b.column.Filter.typedEnd(b.most.Value())
		return f
	}
	f.Contains = strings.TrimSpace(b.part.Text)
	for key, on := range b.ticked {
		if on {
			f.Values = append(f.Values, key)
		}
	}
	slices.Sort(f.Values)
	return f
}
