package grid

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// ChangeSelected asks for a column and a value and lays it over the selected rows.
func (g *Grid) ChangeSelected() {
	over := g.canvas()
	columns := g.editable()
	if over == nil || len(columns) == 0 || len(g.marks.ranges) == 0 {
		return
	}
	b := &bulkBox{grid: g, columns: columns, at: max(0, slices.Index(columns, g.marks.cursor.Column))}
	b.open(over)
}

// editable are the places of the columns shown that can be changed.
func (g *Grid) editable() []int {
	var places []int
	if g.editing == nil {
		return nil
	}
	for i, c := range g.columns {
		if c.Edit != nil {
			places = append(places, i)
		}
	}
	return places
}

// bulkBox is the dialog of a bulk change.
type bulkBox struct {
	grid    *Grid
	columns []int
	at      int // which of columns
	value   func() string
	input   *fyne.Container
	dialog  *kit.Dialog
}

func (b *bulkBox) open(over fyne.Canvas) {
	choices := make([]kit.Choice, len(b.columns))
	for i, place := range b.columns {
		choices[i] = kit.Choice{Value: b.grid.columns[place].ID, Label: b.grid.columns[place].Label}
	}
	b.input = container.NewStack()
	column := kit.NewSelect(choices, choices[b.at].Value, func(value string) {
		b.at = slices.IndexFunc(choices, func(c kit.Choice) bool { return c.Value == value })
		b.offer()
	})
	b.offer()
	asked := form.New(&form.Field{Label: wording.Text("grid.bulk.column"), Input: column}, &form.Field{Label: wording.Text("grid.bulk.value"), Input: b.input})
	asked.OnReturn(b.apply)
	rows := b.grid.Selection().Rows()
	b.dialog = kit.NewDialog(over, 460, wording.Text("grid.bulk.title", "n", wording.Grouped(rows)), asked.Object(),
		kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { b.dialog.Close() }),
		kit.NewPrimary(wording.Text("grid.bulk.next"), b.apply))
	b.dialog.Show(column)
}

// offer shows the input of the chosen column.
func (b *bulkBox) offer() {
	editor := b.grid.columns[b.columns[b.at]].Edit
	var input fyne.CanvasObject
	switch {
	case editor.Choices != nil:
		var choices []kit.Choice
		for _, choice := range editor.Choices() {
			choices = append(choices, kit.Choice{Value: choice, Label: choice})
		}
		s := kit.NewSelect(choices, "", nil)
		b.value, input = s.Value, s
	case editor.Find != nil:
		picker := kit.NewPicker(b.grid.columns[b.columns[b.at]].Label, editor.Find, nil)
		b.value, input = func() string {
			found, _ := picker.Chosen()
			return found.Label
		}, picker
	case b.grid.columns[b.columns[b.at]].Kind == Moment:
		day := form.NewDate("")
		b.value, input = day.Value, day
	default:
		entry := kit.NewEntry("")
		b.value, input = func() string { return entry.Text }, entry
	}
	b.input.Objects = []fyne.CanvasObject{input}
	b.input.Refresh()
}

func (b *bulkBox) apply() {
	g, column, to := b.grid, b.columns[b.at], b.value()
	b.dialog.Close()
	p := &proposal{grid: g, title: wording.Text("grid.bulk.title", "n", wording.Grouped(g.Selection().Rows()))}
	for _, span := range g.Selection().Spans() {
		for row := span.First; row <= span.Last && len(p.laid) <= ChangeLimit; row++ {
			p.lay(Place{row, column}, to)
		}
	}
	p.start()
}
