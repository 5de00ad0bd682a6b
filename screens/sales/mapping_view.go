package sales

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// openMapping reads the beginning of a table nobody knows and asks what its columns mean.
func (v *importView) openMapping(file sales.FileReport) {
	var sample sales.Sample
	kit.Run(v.desk.Window().Canvas(), wording.Text("sales.mapping.reading"), func(ctx context.Context, _ kit.Progress) error {
		var err error
		sample, err = v.desk.sales.SampleOf(ctx, file.Path, file.Name, sampleRows)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		(&mappingDialog{desk: v.desk, model: newMappingModel(v.desk.rooms, sample), done: v.look}).open()
	})
}

// mappingDialog asks for each field which column it is, over the first rows of the table.
type mappingDialog struct {
	desk    desk
	model   *mappingModel
	done    func() // called once the mapping is remembered
	dialog  *kit.Dialog
	preview *fyne.Container
	trouble *kit.Paragraph
}

const mappingWidth float32 = 980

func (d *mappingDialog) open() {
	d.preview, d.trouble = container.NewStack(d.table()), kit.NewParagraph("")
	d.trouble.Colour = kit.RedText
	d.trouble.Hide()
	intro := kit.NewParagraph(wording.Text("sales.mapping.intro", "table", d.model.Sample.Table, "row", d.model.Sample.HeaderRow))
	intro.Colour = kit.Secondary
	selects := d.selects()
	content := kit.Column(kit.WideGap, intro, d.grid(selects), d.preview, d.trouble)
	d.dialog = kit.NewDialog(d.desk.Window().Canvas(), mappingWidth, wording.Text("sales.mapping.title"), content,
		kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.dialog.Close() }), kit.NewPrimary(wording.Text("sales.mapping.save"), d.save))
	d.dialog.Show(selects[0])
}

// selects are the choices of a column for each field.
func (d *mappingDialog) selects() []*kit.Select {
	selects := make([]*kit.Select, len(mappingFields))
	for i, field := range mappingFields {
		choices := []kit.Choice{{Label: wording.Text("sales.mapping.none")}}
		for _, column := range d.model.Columns() {
			choices = append(choices, kit.Choice{Value: column, Label: column})
		}
		selects[i] = kit.NewSelect(choices, d.model.Get(field), func(column string) {
			d.model.Set(field, column)
			d.trouble.Hide()
			d.preview.Objects = []fyne.CanvasObject{d.table()}
			d.preview.Refresh()
		})
	}
	return selects
}

// grid puts the fields in three columns, those that must be there first.
func (d *mappingDialog) grid(selects []*kit.Select) fyne.CanvasObject {
	fields := make([]fyne.CanvasObject, len(selects))
	for i, field := range mappingFields {
		label := []fyne.CanvasObject{kit.NewSecondary(wording.Text("sales.mapping." + field))}
		if field == fieldTime || field == fieldAmount {
			label = append(label, kit.NewStyled("*", kit.RedText, kit.TextSize, true))
		}
		fields[i] = kit.Column(4, kit.Row(3, label...), selects[i])
	}
	thirds := []kit.Track{kit.Share(1), kit.Share(1), kit.Share(1)}
	return kit.Column(kit.Gap, kit.Across(16, thirds, fields[:3]...), kit.Across(16, thirds, fields[3:]...))
}

const mostSampleColumns = 10

// table shows the first rows with what each column was said to be above it; chosen columns come first where
// there are more than fit.
func (d *mappingDialog) table() fyne.CanvasObject {
	shown := d.shownColumns()
	heads := make([]kit.Head, len(shown))
	meaning := make([]kit.Cell, len(shown))
	for i, at := range shown {
		name := d.model.Sample.Header[at]
		field := d.model.Means(name)
		heads[i] = kit.Head{Title: name, Right: field == fieldAmount || field == fieldRefund}
		meaning[i] = kit.Cell{Text: "—", Colour: kit.Secondary}
		if field != "" {
			meaning[i] = kit.Cell{Object: kit.NewBadge(wording.Text("sales.mapping."+field), kit.Blue)}
		}
	}
	rows := [][]kit.Cell{meaning}
	for _, cells := range d.model.Sample.Rows {
		row := make([]kit.Cell, len(shown))
		for i, at := range shown {
			if at < len(cells) {
				row[i].Text = short(cells[at], 22)
			}
		}
		rows = append(rows, row)
	}
	table := container.NewHScroll(kit.NewTable(heads, rows...))
	return kit.NewPanel("", kit.Line, kit.Radius, kit.Pad(table, 1, 1, 1, 1))
}

func (d *mappingDialog) shownColumns() []int {
	var chosen, others []int
	for i, name := range d.model.Sample.Header {
		if d.model.Means(name) != "" {
			chosen = append(chosen, i)
		} else if name != "" {
			others = append(others, i)
		}
	}
	all := append(chosen, others...)
	return all[:min(mostSampleColumns, len(all))]
}

func (d *mappingDialog) save() {
	if p := d.model.Check(); p != nil {
		d.tell(p)
		return
	}
	model := *d.model
	kit.Run(d.desk.Window().Canvas(), wording.Text("sales.mapping.saving"), func(ctx context.Context, _ kit.Progress) error { return model.Remember(ctx) }, func(p *problem.Problem) {
		if p != nil {
			d.tell(p)
			return
		}
		d.dialog.Close()
		d.done()
	})
}

func (d *mappingDialog) tell(p *problem.Problem) {
	what, todo := wording.Problem(p)
	d.trouble.SetText(what + " " + todo)
	d.trouble.Show()
	d.trouble.Refresh()
}
