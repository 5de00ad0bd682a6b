package sales

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// importsView is the page of all imports: batches at the left, the files of one at the right, and under them
// what was found in a file.
type importsView struct {
	desk     desk
	model    *importsModel
	object   fyne.CanvasObject
	states   *kit.States
	right    *fyne.Container
	below    *fyne.Container
	loader   kit.Loader[[]sales.Batch]
	findings kit.Loader[[]finding]
}

func newImportsView(d desk, batch, file int64) *importsView {
	v := &importsView{desk: d, model: newImportsModel(d.rooms, batch, file), states: kit.NewStates()}
	v.object = kit.NewPage(kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("sales.title"), Open: func() { d.Open(startLink) }}},
		Title:  wording.Text("sales.imports.title"), Note: wording.Text("sales.imports.note"),
		Actions: []fyne.CanvasObject{kit.NewPrimary(wording.Text("sales.import.open"), func() { d.Open(importLink) })},
	}, v.states.Container)
	return v
}

// Object is the page.
func (v *importsView) Object() fyne.CanvasObject { return v.object }

// Shown lists the imports.
func (v *importsView) Shown() { v.load() }

// Left stops what is under way.
func (v *importsView) Left() {
	v.loader.Stop()
	v.findings.Stop()
}

func (v *importsView) load() { v.loader.Load(v.model.Load, v.loaded) }

func (v *importsView) loaded(batches []sales.Batch, p *problem.Problem) {
	if p != nil {
		v.states.Show(failed(p, v.load))
		return
	}
	v.model.Show(batches)
	if len(batches) == 0 {
		v.states.Show(kit.NewPlainCard(kit.NewEmpty(wording.Text("sales.imports.empty"), wording.Text("sales.imports.empty_do"),
			kit.NewPrimary(wording.Text("sales.import.open"), func() { v.desk.Open(importLink) }))))
		return
	}
	v.right, v.below = container.NewStack(), container.NewStack()
	rows := make([]fyne.CanvasObject, len(batches))
	for i := range batches {
		rows[i] = batchRow(&batches[i])
	}
	list := kit.NewChosen(v.choose, rows...)
	head := kit.Pad(kit.NewBold(wording.Text("sales.imports.count", "n", len(batches))), 0, 12, 0, 12)
	left := kit.NewPanel(kit.CardGround, kit.Line, kit.Radius,
		kit.Down(0, []kit.Track{kit.Fixed(39), kit.Natural, kit.Share(1)}, head, kit.Rule(), kit.Pad(list.Scroll, 0, 1, 1, 1)))
	v.states.Show(kit.Across(16, []kit.Track{kit.Fixed(270), kit.Share(1)}, left, v.right))
	list.Choose(v.model.Row())
}

// batchRow is one import of the list: when, by whom, how many files and what came of it.
func batchRow(batch *sales.Batch) fyne.CanvasObject {
	word, tint := wording.Text("sales.imports.in"), kit.GreenTint
	if batch.TakenBack {
		word, tint = wording.Text("sales.imports.taken_back"), kit.Grey
	}
	first := kit.Row(kit.Gap, kit.NewBold(wording.Text("sales.imports.batch", "batch", batch.ID)), small(batch.At.In(statement.China).Format("2006-01-02 15:04")), kit.Spring(), kit.NewBadge(word, tint))
	second := kit.Row(kit.Gap, small(joinedWords(wording.Text("sales.imports.files", "n", len(batch.Files)), batch.Actor)).Short())
	third := kit.Row(kit.Gap, figure("sales.import.added", batch.Added), figure("sales.import.updated", batch.Updated), figure("sales.import.repeated", batch.Repeated))
	if batch.Unreadable > 0 {
		third.Add(figure("sales.imports.unreadable", batch.Unreadable))
		third = kit.Row(kit.Gap, third.Objects...)
	}
	return kit.Pad(kit.Column(4, first, second, third), 8, 12, 7, 12)
}

// choose shows a batch.
func (v *importsView) choose(row int) {
	v.model.Choose(row)
	v.showBatch()
}

func (v *importsView) showBatch() {
	batch := v.model.Batch()
	if batch == nil {
		return
	}
	shown := min(8, len(batch.Files))
	files := kit.NewCard(wording.Text("sales.imports.batch", "batch", batch.ID), kit.Scrolled(v.filesTable(batch)), v.batchActions(batch)...)
	v.right.Objects = []fyne.CanvasObject{kit.Down(kit.Gap, []kit.Track{kit.Fixed(float32(86 + 24*shown)), kit.Share(1)}, files, v.below)}
	v.right.Refresh()
	v.showFile()
}

func (v *importsView) batchActions(batch *sales.Batch) []fyne.CanvasObject {
	if batch.TakenBack {
		return []fyne.CanvasObject{small(wording.Text("sales.imports.gone"))}
	}
	id := batch.ID
	return []fyne.CanvasObject{
		kit.NewPlain(wording.Text("sales.imports.lines"), func() { v.desk.Open(linesLink(sales.LineFilter{BatchID: id})) }),
		kit.NewDanger(wording.Text("sales.imports.take_back"), v.confirm),
	}
}

// filesTable lists the files of a batch; a click looks at one.
func (v *importsView) filesTable(batch *sales.Batch) fyne.CanvasObject {
	var rows [][]kit.Cell
	mark := -1
	for i := range batch.Files {
		file := &batch.Files[i]
		if file.ID == v.model.File().ID {
			mark = i
		}
		rows = append(rows, fileCells(file))
	}
	right := func(key string) kit.Head { return kit.Head{Title: wording.Text(key), Right: true} }
	return kit.NewTable([]kit.Head{{Title: wording.Text("sales.files.name"), Grow: true}, {Title: wording.Text("sales.files.format")}, {Title: wording.Text("sales.files.period")},
		right("sales.files.lines"), right("sales.import.added"), right("sales.import.updated"), right("sales.import.repeated"), {Title: wording.Text("sales.files.state")}}, rows...).
		Mark(mark).OnRow(func(row int) {
		v.model.ChooseFile(batch.Files[row].ID)
		v.showBatch()
	})
}

func fileCells(file *sales.StatementFile) []kit.Cell {
	word, tint := healthOf(file)
	switch {
	case !counted(file):
		word, tint = wording.Text("sales.state.not_counted"), kit.Grey
	case tint == kit.GreenTint:
		word = wording.Text("sales.state.sound")
	}
	cells := kit.Cells(file.Name, wording.Text("format."+file.Format), period(file), wording.Grouped(file.Lines), wording.Grouped(file.Added), wording.Grouped(file.Updated), wording.Grouped(file.Repeated))
	return append(cells, kit.Cell{Object: kit.NewBadge(word, tint)})
}

// showFile shows what was found in the file looked at.
func (v *importsView) showFile() {
	file := v.model.File()
	if file == nil {
		return
	}
	v.below.Objects = []fyne.CanvasObject{kit.NewPlainCard(kit.NewLoading())}
	v.below.Refresh()
	looked := *file
	v.findings.Load(func(ctx context.Context) ([]finding, error) { return v.model.Findings(ctx, looked) }, func(findings []finding, p *problem.Problem) {
		first := summaryCard(&looked)
		if !counted(&looked) {
			first = flowCard(&looked)
		}
		second := findingsCard(v.desk, findings)
		if p != nil {
			second = failed(p, v.showFile)
		}
		cards := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Share(1)}, first, second)
		v.below.Objects = []fyne.CanvasObject{kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Share(1)}, v.fileHead(&looked), cards)}
		v.below.Refresh()
	})
}

// fileHead names the file whose cards follow.
func (v *importsView) fileHead(file *sales.StatementFile) fyne.CanvasObject {
	id := file.ID
	row := []fyne.CanvasObject{kit.NewBold(file.Name).Short(), small(wording.Text("sales.files.exported", "at", timeText(file.ExportedAt))).Short(), kit.Spring()}
	if counted(file) && !v.model.Batch().TakenBack {
		row = append(row, kit.NewLink(wording.Text("sales.origin.lines_of_file", "n", wording.Grouped(file.Added+file.Updated)), func() { v.desk.Open(linesLink(sales.LineFilter{FileID: id})) }))
	}
	return kit.Pad(kit.Row(kit.WideGap, row...), 4, 4, 2, 4)
}

// confirm says what goes before a batch is taken back.
func (v *importsView) confirm() {
	batch := v.model.Batch()
	if batch == nil {
		return
	}
	id := batch.ID
	text := wording.Text("sales.take_back.text", "batch", id, "files", len(batch.Files), "added", wording.Grouped(batch.Added), "updated", wording.Grouped(batch.Updated))
	kit.Confirm(v.desk.Window().Canvas(), wording.Text("sales.take_back.title", "batch", id), text, wording.Text("sales.take_back.verb"), func() { v.takeBack(id) })
}

func (v *importsView) takeBack(id int64) {
	kit.Run(v.desk.Window().Canvas(), wording.Text("sales.take_back.running"), func(ctx context.Context, _ kit.Progress) error { return v.model.TakeBack(ctx, id) }, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		v.desk.Changed()
		v.load()
	})
}
