package sales

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// The cards on what was found in a file: the import's preview and the list of imports both show them.

// summaryCard compares what the file says of itself with its lines.
func summaryCard(file *sales.StatementFile) fyne.CanvasObject {
	items := file.Figures.Items
	if len(items) == 0 {
		return sumsCard(file)
	}
	wrong := 0
	var rows [][]kit.Cell
	for _, item := range wrongFirst(items) {
		word, tint, colour := wording.Text("sales.summary.agrees"), kit.GreenTint, kit.Ink
		if !item.Agrees {
			wrong++
			word, tint, colour = wording.Text("sales.summary.differs"), kit.RedTint, kit.RedText
		}
		rows = append(rows, []kit.Cell{{Text: item.Name}, {Text: item.Stated}, {Text: item.Found, Colour: colour}, {Object: kit.NewBadge(word, tint)}})
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("sales.summary.item"), Grow: true}, {Title: wording.Text("sales.summary.stated"), Right: true},
		{Title: wording.Text("sales.summary.found"), Right: true}, {Title: wording.Text("sales.summary.result")}}, rows...)
	note := wording.Text("sales.summary.all_agree", "n", len(items))
	if wrong > 0 {
		note = wording.Text("sales.summary.some_differ", "n", len(items), "wrong", wrong)
	}
	return kit.NewCard(wording.Text("sales.summary.title"), kit.Scrolled(table), small(note))
}

// sumsCard shows the sums of a file that states none of its own.
func sumsCard(file *sales.StatementFile) fyne.CanvasObject {
	f := file.Figures
	table := kit.NewTable([]kit.Head{{Title: wording.Text("sales.summary.item"), Grow: true}, {Title: wording.Text("sales.flow.count"), Right: true},
		{Title: wording.Text("sales.summary.order"), Right: true}, {Title: wording.Text("sales.summary.settled"), Right: true}},
		kit.Cells(wording.Text("sales.totals.paid"), wording.Grouped(f.Payments), f.Paid.Order.String(), f.Paid.Settled.String()),
		kit.Cells(wording.Text("sales.totals.refunded"), wording.Grouped(f.Refunds), f.Refunded.Order.String(), f.Refunded.Settled.String()),
		kit.Cells(wording.Text("sales.totals.net"), "", (f.Paid.Order-f.Refunded.Order).String(), (f.Paid.Settled-f.Refunded.Settled).String()))
	return kit.NewCard(wording.Text("sales.summary.found"), kit.Column(kit.Gap, table, kit.NewNote(wording.Text("sales.summary.none"))))
}

// wrongFirst puts what differs where it is seen without scrolling.
func wrongFirst(items []statement.SummaryItem) []statement.SummaryItem {
	sorted := slices.Clone(items)
	slices.SortStableFunc(sorted, func(a, b statement.SummaryItem) int {
		switch {
		case a.Agrees == b.Agrees:
			return 0
		case b.Agrees:
			return -1
		}
		return 1
	})
	return sorted
}

// flowCard sums a buyer's export or a flow of funds, and says why it is not counted.
func flowCard(file *sales.StatementFile) fyne.CanvasObject {
	figures := file.Figures
	table := kit.NewTable([]kit.Head{{Title: wording.Text("sales.flow.direction"), Grow: true}, {Title: wording.Text("sales.flow.count"), Right: true}, {Title: wording.Text("sales.flow.amount"), Right: true}},
		kit.Cells(wording.Text("sales.flow.in"), wording.Grouped(figures.In.Count), figures.In.Amount.String()),
		kit.Cells(wording.Text("sales.flow.out"), wording.Grouped(figures.Out.Count), figures.Out.Amount.String()),
		kit.Cells(wording.Text("sales.flow.neutral"), wording.Grouped(figures.Neutral.Count), figures.Neutral.Amount.String()))
	return kit.NewCard(wording.Text("sales.flow.title"), kit.Column(kit.Gap, table, kit.NewNote(wording.Text("sales.not_counted."+string(file.Evidence)))))
}

// finding is a line that could not be read, or was read with a doubt.
type finding struct {
	row        int
	column     string
	why        *problem.Problem
	raw        string
	unreadable bool
}

func findingsOf(doubts []statement.Doubt) []finding {
	findings := make([]finding, len(doubts))
	for i, doubt := range doubts {
		why := problem.New(doubt.Code).At(doubt.Row, doubt.Column)
		why.Args = doubt.Args
		findings[i] = finding{row: doubt.Row, column: doubt.Column, why: why, raw: doubt.Raw, unreadable: doubt.Unreadable}
	}
	return findings
}

func findingsKept(kept []sales.StatementProblem, file string) []finding {
	findings := make([]finding, len(kept))
	for i, one := range kept {
		findings[i] = finding{row: one.Line, column: one.Field, why: one.Problem(file), raw: one.Raw, unreadable: one.Unreadable}
	}
	return findings
}

// words are the row, the column and what is wrong.
func (f *finding) words() (row, column, why string) {
	why, _ = wording.Problem(f.why)
	column = f.column
	if column == "" {
		column = wording.Text("sales.unreadable.whole_line")
	}
	if f.row > 0 {
		row = wording.Grouped(f.row)
	}
	return row, column, why
}

const findingsInCard = 30

// findingsCard lists what could not be read and what was read with a doubt, with a way to all of it.
func findingsCard(d desk, findings []finding) fyne.CanvasObject {
	title := wording.Text("sales.unreadable.title")
	if len(findings) == 0 {
		return kit.NewCard(title, kit.NewNote(wording.Text("sales.unreadable.none")))
	}
	var rows [][]kit.Cell
	for i := range findings[:min(findingsInCard, len(findings))] {
		rows = append(rows, kit.Cells(findings[i].words()))
	}
	table := kit.NewTable([]kit.Head{{Title: wording.Text("sales.unreadable.row"), Right: true}, {Title: wording.Text("sales.unreadable.column")},
		{Title: wording.Text("sales.unreadable.why"), Grow: true}}, rows...)
	return kit.NewCard(title, kit.Scrolled(table), findingsNote(findings), kit.NewSmallLink(wording.Text("sales.unreadable.all"), func() { openFindings(d, findings) }))
}

// findingsNote tells lines that are not counted from those that are, with a doubt.
func findingsNote(findings []finding) fyne.CanvasObject {
	unreadable := 0
	for _, f := range findings {
		if f.unreadable {
			unreadable++
		}
	}
	var parts []fyne.CanvasObject
	if unreadable > 0 {
		parts = append(parts, kit.NewStyled(wording.Text("sales.unreadable.lines", "n", wording.Grouped(unreadable)), kit.RedText, kit.DenseTextSize, false),
			small(wording.Text("sales.unreadable.kept")))
	}
	if doubtful := len(findings) - unreadable; doubtful > 0 {
		parts = append(parts, kit.NewStyled(wording.Text("sales.unreadable.doubtful", "n", wording.Grouped(doubtful)), kit.AmberText, kit.DenseTextSize, false))
	}
	return kit.Row(4, parts...)
}

const mostAdvice = 3

// advice says what to do about findings, each thing once.
func advice(findings []finding) string {
	var lines []string
	for _, f := range findings {
		if _, todo := wording.Problem(f.why); !slices.Contains(lines, todo) && len(lines) < mostAdvice {
			lines = append(lines, todo)
		}
	}
	return strings.Join(lines, "\n")
}

// openFindings lists every such line with its text, as it stands in the file, and what to do.
func openFindings(d desk, findings []finding) {
	rows := make(grid.Ready, len(findings))
	for i := range findings {
		rows[i] = findings[i].listed()
	}
	title := wording.Text("sales.unreadable.dialog", "n", wording.Grouped(len(findings)))
	list := grid.New(
		grid.Column{ID: "row", Label: wording.Text("sales.unreadable.row"), Width: 72, Kind: grid.Number},
		grid.Column{ID: "column", Label: wording.Text("sales.unreadable.column"), Width: 130},
		grid.Column{ID: "why", Label: wording.Text("sales.unreadable.why"), Width: 300, Grow: 1},
		grid.Column{ID: "state", Label: wording.Text("sales.unreadable.state"), Width: 110},
		grid.Column{ID: "raw", Label: wording.Text("sales.unreadable.raw"), Width: 360, Grow: 1, Kind: grid.Code},
	)
	list.SetDensity(grid.Dense)
	list.OnProblem = d.Problem
	list.Exportable(d.Window(), wording.Text("sales.unreadable.title"), func(text string) { d.Status(text) })
	list.SetModel(rows)
	var dialog *kit.Dialog
	exporting := kit.NewPlain(wording.Text("grid.export"), list.Export)
	closing := kit.NewPrimary(wording.Text("kit.dialog.close"), func() { dialog.Close() })
	height := min(420, kit.DenseRowHeight*float32(len(rows)+1)+2)
	room := kit.Down(kit.WideGap, []kit.Track{kit.Fixed(height), kit.Natural}, list, kit.NewNote(advice(findings)))
	dialog = kit.NewDialog(d.Window().Canvas(), 1080, title, room, exporting, closing)
	dialog.Show(list)
}

// listed is the line in a list.
func (f *finding) listed() grid.Row {
	state := grid.State(wording.Text("sales.unreadable.counted"), kit.AmberTint)
	if f.unreadable {
		state = grid.State(wording.Text("sales.unreadable.not_counted"), kit.RedTint)
	}
	row, column, why := f.words()
	return grid.Row{Cells: []grid.Cell{grid.Word(row), grid.Word(column), grid.Word(why), state, {Text: f.raw, Tone: kit.Secondary}}}
}
