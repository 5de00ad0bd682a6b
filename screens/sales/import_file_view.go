package sales

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

func (v *importView) fileRows() []fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(v.model.Report.Files))
	v.badges = make([]*kit.Badge, len(rows))
	for i, file := range v.model.Report.Files {
		if file.Format != "" {
			v.badges[i] = kit.NewBadge(joinedFormat(file), formatTint(file))
		}
		rows[i] = v.fileRow(file, v.badges[i])
	}
	return rows
}

// fileRow is one file of the list: what it is, its period, and what would come of it.
func (v *importView) fileRow(file sales.FileReport, format *kit.Badge) fyne.CanvasObject {
	word, tint := stateOf(file)
	check := kit.NewCheck("", v.model.Included(file), func(in bool) {
		v.model.Include(file, in)
		v.showFoot()
	})
	if !usable(file) {
		check.Disable()
	}
	first := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, kit.NewBold(file.Name).Short(), kit.Row(0, kit.NewBadge(word, tint)))
	lines := kit.Down(5, []kit.Track{kit.Fixed(20), kit.Fixed(20), kit.Fixed(22)}, first, formatLine(file, format), v.outcomeLine(file))
	return kit.Pad(kit.Across(6, []kit.Track{kit.Fixed(20), kit.Share(1)}, kit.Column(0, check), lines), 7, 12, 5, 12)
}

// formatLine names the format and the period.
func formatLine(file sales.FileReport, format *kit.Badge) fyne.CanvasObject {
	if format == nil {
		return kit.Row(kit.Gap, small(unknownSize(file)).Short(), kit.Spring(), small(wording.Text("sales.import.period_unknown")))
	}
	return kit.Row(kit.Gap, format, small(period(&file.StatementFile)).Short(), kit.Spring(), small(wording.Text("sales.import.lines", "n", wording.Grouped(file.Lines))))
}

// formatTint is grey for files whose lines do not count now.
func formatTint(file sales.FileReport) kit.Tint {
	if file.Known != nil || !counted(&file.StatementFile) {
		return kit.Grey
	}
	return kit.Blue
}

// joinedFormat names the format, and how the table was packed and written where that is not the usual.
func joinedFormat(file sales.FileReport) string {
	name := wording.Text("format." + file.Format)
	if how := packing(file); how != "" {
		name += " " + how
	}
	return name
}

// packing says how the table was packed and written where that is not the usual.
func packing(file sales.FileReport) string {
	var parts []string
	if strings.HasSuffix(strings.ToLower(file.Path), ".zip") {
		parts = append(parts, "zip")
	}
	if file.Encoding != "" && !strings.HasPrefix(file.Encoding, "UTF-8") {
		parts = append(parts, file.Encoding)
	}
	return strings.Join(parts, "/")
}

func unknownSize(file sales.FileReport) string {
	if len(file.Header) > 0 {
		return wording.Text("sales.import.columns", "n", len(file.Header), "size", sizeOf(file.Bytes))
	}
	return sizeOf(file.Bytes)
}

// outcomeLine says what the import would do with the file, or why nothing.
func (v *importView) outcomeLine(file sales.FileReport) fyne.CanvasObject {
	switch {
	case file.Known != nil:
		return knownLine(v.desk, file)
	case file.Problem != nil:
		line := []fyne.CanvasObject{small(problemLine(file.Problem)).Short(), kit.Spring()}
		if len(file.Header) > 0 {
			line = append(line, kit.NewSmallButton(wording.Text("sales.import.map"), func() { v.openMapping(file) }))
		} else {
			line = append(line, kit.NewSmallButton(wording.Text("sales.import.remove"), func() { v.remove(file) }))
		}
		return kit.Row(kit.Gap, line...)
	case file.NeedsShop:
		return kit.Row(kit.Gap, small(wording.Text("sales.import.no_shop")).Short(), kit.Spring(),
			kit.NewSmallButton(wording.Text("sales.import.name_shop"), func() { v.openShop(file) }))
	case !counted(&file.StatementFile):
		return kit.Row(kit.Gap, small(wording.Text("sales.import.not_counted")).Short())
	}
	figures := []fyne.CanvasObject{figure("sales.import.added", file.Added), figure("sales.import.updated", file.Updated), figure("sales.import.repeated", file.Repeated)}
	if shop := v.model.Shop(file); shop != "" {
		figures = append(figures, kit.NewSmallLink(wording.Text("sales.import.shop", "shop", short(shop, 8)), func() { v.openShop(file) }))
	}
	return kit.Row(kit.Gap, append(figures, kit.Spring(), small(wording.Text("sales.import.net")), dense(yuan(netOf(file))))...)
}

// knownLine says where the same file came in before: with an earlier import, or with a twin in this one.
func knownLine(d desk, file sales.FileReport) fyne.CanvasObject {
	if file.Known.BatchID == 0 {
		return kit.Row(kit.Gap, small(wording.Text("sales.import.twin")).Short())
	}
	batch := file.Known.BatchID
	return kit.Row(kit.Gap, small(wording.Text("sales.import.known", "day", file.Known.At.In(statement.China).Format("01-02"), "batch", batch)).Short(),
		kit.Spring(), kit.NewSmallLink(wording.Text("sales.import.open_batch"), func() { d.Open(batchLink(batch)) }))
}

func (v *importView) remove(file sales.FileReport) {
	v.model.Remove(file)
	v.show()
}

func problemLine(p *problem.Problem) string {
	what, _ := wording.Problem(p)
	return wording.Text("sales.import.reason", "what", what)
}

// figure is a count with its name: 新增 12,846.
func figure(name string, n int) fyne.CanvasObject {
	return kit.Row(3, small(wording.Text(name)), dense(wording.Grouped(n)))
}

func small(text string) *kit.Text {
	return kit.NewStyled(text, kit.Secondary, kit.DenseTextSize, false)
}

func dense(text string) *kit.Text { return kit.NewStyled(text, kit.Ink, kit.DenseTextSize, false) }

// stateOf words what will become of a file.
func stateOf(file sales.FileReport) (string, kit.Tint) {
	switch {
	case file.Problem != nil && len(file.Header) > 0:
		return wording.Text("sales.state.unknown"), kit.RedTint
	case file.Problem != nil:
		return wording.Text("sales.state.unusable"), kit.RedTint
	case file.Known != nil:
		return wording.Text("sales.state.known"), kit.Grey
	case !counted(&file.StatementFile):
		return wording.Text("sales.state.not_counted"), kit.Grey
	case file.NeedsShop:
		return wording.Text("sales.state.no_shop"), kit.AmberTint
	}
	return healthOf(&file.StatementFile)
}

// healthOf words how a file's lines came through.
func healthOf(file *sales.StatementFile) (string, kit.Tint) {
	switch {
	case file.Summary == statement.SummaryDiffers:
		return wording.Text("sales.state.differs"), kit.AmberTint
	case file.Unreadable > 0:
		return wording.Text("sales.state.unreadable", "n", file.Unreadable), kit.AmberTint
	}
	return wording.Text("sales.state.ready"), kit.GreenTint
}

func counted(file *sales.StatementFile) bool { return file.Evidence == statement.Counted }

// period is the time from the first to the last line of a file.
func period(file *sales.StatementFile) string {
	if file.FirstAt == 0 {
		return wording.Text("sales.import.period_unknown")
	}
	first, last := time.Unix(file.FirstAt, 0).In(statement.China), time.Unix(file.LastAt, 0).In(statement.China)
	form := "2006-01-02"
	if first.Year() == last.Year() {
		form = "01-02"
	}
	return wording.Text("sales.import.period", "first", first.Format("2006-01-02"), "last", last.Format(form))
}
