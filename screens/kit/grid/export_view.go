package grid

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// Exportable lets a person write the list to a file, from a button by Export, from the menu of a cell and
// by Ctrl+Shift+E. title names the file and its worksheet; told gets what to say once it is written.
func (g *Grid) Exportable(over fyne.Window, title string, told func(text string)) {
	g.exporter = &exporter{grid: g, over: over, title: title, told: told}
}

// Export asks what to write and as what; then where to.
func (g *Grid) Export() {
	if g.exporter != nil && g.pages != nil && g.window.rows > 0 {
		g.exporter.ask()
	}
}

type exporter struct {
	grid  *Grid
	over  fyne.Window
	title string
	told  func(string)
}

const (
	wholeList     = "all"
	selectionOnly = "selection"
)

func (x *exporter) ask() {
	all, chosen := x.grid.window.rows, x.grid.Selection().Rows()
	rows := []kit.Choice{{Value: wholeList, Label: wording.Text("grid.export.all", "rows", wording.Grouped(all))}}
	if chosen > 1 && chosen < all {
		rows = append(rows, kit.Choice{Value: selectionOnly, Label: wording.Text("grid.export.selection", "rows", wording.Grouped(chosen))})
	}
	which := kit.NewRadio(rows, wholeList, nil)
	format := kit.NewRadio([]kit.Choice{
		{Value: string(Workbook), Label: wording.Text("grid.export.workbook")},
		{Value: string(UTF8), Label: wording.Text("grid.export.utf8")},
		{Value: string(GBK), Label: wording.Text("grid.export.gbk")},
	}, string(Workbook), nil)
	asked := form.New(
		&form.Field{Label: wording.Text("grid.export.rows"), Input: which},
		&form.Field{Label: wording.Text("grid.export.format"), Input: format, Help: wording.Text("grid.export.help", "columns", len(x.grid.columns))},
	)
	goOn := false
	dialog := form.Show(x.over.Canvas(), wording.Text("grid.export.title"), asked, wording.Text("grid.export.next"), func() *problem.Problem {
		goOn = true
		return nil
	})
	dialog.OnClosed(func() { // not before: what opens over a dialog goes with it
		if goOn {
			x.choose(x.export(Format(format.Value()), which.Value() == selectionOnly))
		}
	})
}

// export is the list as it is seen now: going on in the window changes nothing of what is written.
func (x *exporter) export(format Format, chosen bool) export {
	g := x.grid
	e := export{model: g.pages.model, columns: slices.Clone(g.columns), title: x.title, format: format, spans: []Span{{0, g.window.rows - 1}}}
	if chosen {
		e.spans = g.Selection().Spans()
	}
	return e
}

func (x *exporter) choose(e export) {
	kind := kit.FileKind{Name: wording.Text("grid.export.kind." + e.format.Extension()), Extensions: []string{e.format.Extension()}}
	kit.ChooseTarget(x.over, wording.Text("grid.export.title"), x.title+"."+e.format.Extension(), kind, func(path string) { x.save(e, path) })
}

func (x *exporter) save(e export, path string) {
	kit.Run(x.over.Canvas(), wording.Text("grid.export.running"), func(ctx context.Context, progress kit.Progress) error {
		return e.write(ctx, path, progress)
	}, func(p *problem.Problem) {
		if p != nil {
			x.grid.report(p)
			return
		}
		x.told(wording.Text("grid.export.done", "rows", wording.Grouped(e.rows()), "file", filepath.Base(path), "folder", filepath.Dir(path)))
	})
}
