package sales

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// importView is the page on which statement files are looked at before they are imported: mock-up 5.
type importView struct {
	desk   desk
	model  *importModel
	object fyne.CanvasObject
	states *kit.States
	files  *kit.Chosen
	badges []*kit.Badge // the formats' names, by file; nil where there is none
	detail *fyne.Container
	foot   *fyne.Container
	names  kit.Loader[map[string]string]
}

func newImportView(d desk) *importView {
	v := &importView{desk: d, model: newImportModel(d.rooms), states: kit.NewStates()}
	v.object = kit.NewPage(kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("sales.title"), Open: func() { d.Open(startLink) }}},
		Title:  wording.Text("sales.import.title"), Note: wording.Text("sales.import.note"),
		Actions: []fyne.CanvasObject{
			kit.NewPlain(wording.Text("sales.import.add_folder"), v.addFolder),
			kit.NewPlain(wording.Text("sales.import.add_files"), v.addFiles),
		},
	}, v.states.Container)
	v.show()
	return v
}

// Object is the page.
func (v *importView) Object() fyne.CanvasObject { return v.object }

// Shown says again in the status line what was found.
func (v *importView) Shown() {
	if file := v.model.Chosen(); file != nil {
		v.tellStatus(file)
	}
}

// Left stops what is under way.
func (v *importView) Left() { v.names.Stop() }

// Drop takes files and folders dropped on the window or chosen.
func (v *importView) Drop(paths []string) {
	var found []string
	var refused []*problem.Problem
	kit.Run(v.desk.Window().Canvas(), wording.Text("sales.import.searching"), func(ctx context.Context, _ kit.Progress) error {
		var err error
		found, refused, err = v.model.Find(ctx, paths)
		return err
	}, func(p *problem.Problem) {
		if p == nil && len(refused) > 0 {
			p = refused[0]
		}
		if p != nil {
			v.desk.Problem(p)
		}
		v.model.Add(found...)
		v.look()
	})
}

func statementFiles() kit.FileKind {
	return kit.FileKind{Name: wording.Text("sales.import.kind"), Extensions: []string{"csv", "xlsx", "zip", "gz", "txt"}, Key: "statement"}
}

func (v *importView) addFiles() {
	kit.ChooseFiles(v.desk.Window(), wording.Text("sales.import.add_files"), statementFiles(), v.Drop)
}

func (v *importView) addFolder() {
	kit.ChooseFolder(v.desk.Window(), wording.Text("sales.import.add_folder"), statementFiles(), func(path string) { v.Drop([]string{path}) })
}

// look previews the files with progress and shows the outcome.
func (v *importView) look() {
	if v.model.Empty() {
		v.show()
		return
	}
	v.states.Loading()
	var found preview
	sources := v.model.Sources()
	kit.Run(v.desk.Window().Canvas(), wording.Text("sales.import.looking"), func(ctx context.Context, progress kit.Progress) error {
		var err error
		found, err = v.model.Look(ctx, sources, tell(progress))
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.states.Show(failed(p, v.look))
			return
		}
		v.model.Show(found)
		v.show()
	})
}

// tell words an import's progress.
func tell(progress kit.Progress) func(sales.Progress) {
	return func(p sales.Progress) {
		progress(int64(p.Lines), int64(p.Guess), wording.Text("sales.import.progress", "file", short(p.File, 24), "lines", wording.Grouped(p.Lines)))
	}
}

// take imports what was chosen and opens the batch it became.
func (v *importView) take() {
	var report sales.Report
	sources := v.model.Asked()
	kit.Run(v.desk.Window().Canvas(), wording.Text("sales.import.taking"), func(ctx context.Context, progress kit.Progress) error {
		var err error
		report, err = v.model.Take(ctx, sources, tell(progress))
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			v.desk.Problem(p)
			return
		}
		v.desk.Changed()
		v.desk.Open(batchLink(report.BatchID))
	})
}

// show draws the state the model is in.
func (v *importView) show() {
	if len(v.model.Report.Files) == 0 {
		v.states.Show(kit.NewPlainCard(kit.NewEmpty(wording.Text("sales.import.empty"), wording.Text("sales.import.empty_do"),
			kit.NewPrimary(wording.Text("sales.import.add_files"), v.addFiles), kit.NewPlain(wording.Text("sales.import.add_folder"), v.addFolder))))
		return
	}
	v.detail, v.foot = container.NewStack(), container.NewStack()
	v.files = kit.NewChosen(v.choose, v.fileRows()...)
	body := kit.Across(16, []kit.Track{kit.Fixed(392), kit.Share(1)}, v.fileCard(), v.detail)
	v.states.Show(kit.Down(kit.Gap, []kit.Track{kit.Share(1), kit.Fixed(44)}, body, kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(v.foot, 5, 6, 5, 16))))
	v.files.Choose(v.model.chosen)
	v.showFoot()
}

func (v *importView) fileCard() fyne.CanvasObject {
	o := v.model.Outlook()
	head := kit.Row(kit.Gap, kit.NewBold(wording.Text("sales.import.files", "n", len(v.model.Report.Files))), kit.Spring(),
		small(wording.Text("sales.import.in_and_out", "in", o.Files, "out", o.Left)))
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius,
		kit.Down(0, []kit.Track{kit.Fixed(39), kit.Natural, kit.Share(1)}, kit.Pad(head, 0, 12, 0, 12), kit.Rule(), kit.Pad(v.files.Scroll, 0, 1, 1, 1)))
}

// choose shows the details of a file.
func (v *importView) choose(i int) {
	v.model.Choose(i)
	v.standOut(i)
	if file := v.model.Chosen(); file != nil {
		v.detail.Objects = []fyne.CanvasObject{v.details(file)}
		v.detail.Refresh()
		v.tellStatus(file)
	}
}

// standOut gives the chosen file's format a strong tint: the soft one is the ground of the chosen row.
func (v *importView) standOut(chosen int) {
	for i, badge := range v.badges {
		switch {
		case badge == nil:
		case i == chosen:
			badge.Set(badge.Text(), kit.StrongBlue)
		default:
			badge.Set(badge.Text(), formatTint(v.model.Report.Files[i]))
		}
	}
}

func (v *importView) tellStatus(file *sales.FileReport) {
	parts := []string{
		wording.Text("sales.import.took", "seconds", fmt.Sprintf("%.1f", v.model.Report.Took.Seconds()), "files", len(v.model.Report.Files), "lines", wording.Grouped(v.model.Lines())),
		wording.Text("sales.import.chosen", "file", file.Name),
	}
	if counted(&file.StatementFile) && usable(*file) {
		parts = append(parts, wording.Text("sales.import.sum", "paid", file.Figures.Paid.Order, "refunded", file.Figures.Refunded.Order, "net", netOf(*file)))
	}
	v.desk.Status(parts...)
}

// showFoot says what the import as chosen would do.
func (v *importView) showFoot() {
	o := v.model.Outlook()
	take := kit.NewPrimary(wording.Text("sales.import.take"), v.take)
	take.SetEnabled(o.Files > 0)
	v.foot.Objects = []fyne.CanvasObject{kit.Row(kit.WideGap,
		kit.NewBold(wording.Text("sales.import.will", "added", wording.Grouped(o.Added), "updated", wording.Grouped(o.Updated), "repeated", wording.Grouped(o.Repeated))),
		small(wording.Text("sales.import.will_note", "unreadable", wording.Grouped(o.Unreadable), "unmatched", wording.Grouped(o.Unmatched))).Short(),
		kit.Spring(), kit.NewPlain(wording.Text("kit.dialog.cancel"), v.desk.Back), take)}
	v.foot.Refresh()
}
