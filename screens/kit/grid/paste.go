package grid

import (
	"context"
	"encoding/csv"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// ChangeLimit is how many cells one paste or bulk change takes; more is for an import.
const ChangeLimit = 20_000

// Paste lays the table on the clipboard over the cells from the selection's corner on. One cell is laid
// over all that are selected, as spreadsheets do.
func (g *Grid) Paste(text string) bool {
	if g.editing == nil || len(g.marks.ranges) == 0 {
		return false
	}
	block := pasted(text)
	if len(block) == 1 && len(block[0]) == 1 {
		return g.Fill(block[0][0])
	}
	last := g.marks.ranges[len(g.marks.ranges)-1]
	p := &proposal{grid: g, title: wording.Text("grid.paste")}
	for i, line := range block {
		for j, to := range line {
			p.lay(Place{last.Top + i, last.Left + j}, to)
		}
	}
	p.start()
	return true
}

// Fill lays one text over all editable cells of the selection.
func (g *Grid) Fill(text string) bool {
	if g.editing == nil || len(g.marks.ranges) == 0 {
		return false
	}
	p := &proposal{grid: g, title: wording.Text("grid.fill")}
	for _, r := range g.marks.ranges {
		for row := r.Top; row <= r.Bottom && len(p.laid) <= ChangeLimit; row++ {
			for column := r.Left; column <= r.Right; column++ {
				if g.columns[column].Edit != nil {
					p.lay(Place{row, column}, text)
				}
			}
		}
	}
	if len(p.laid) == 0 {
		return false
	}
	p.start()
	return true
}

// FillDown lays the first row of each selected block over the rows below it.
func (g *Grid) FillDown() {
	if g.editing == nil {
		return
	}
	p := &proposal{grid: g, title: wording.Text("grid.fill")}
	for _, r := range g.marks.ranges {
		for column := r.Left; column <= r.Right; column++ {
			if g.columns[column].Edit == nil {
				continue
			}
			if _, here := g.Row(r.Top); !here {
				continue
			}
			text := g.textAt(Place{r.Top, column})
			for row := r.Top + 1; row <= r.Bottom && len(p.laid) <= ChangeLimit; row++ {
				p.lay(Place{row, column}, text)
			}
		}
	}
	if len(p.laid) > 0 {
		p.start()
	}
}

// pasted cuts what a spreadsheet puts on the clipboard into lines of cells. A cell with a line end, a tab or a
// quotation mark stands in quotation marks; ="…" is how we copy long numbers ourselves.
func pasted(text string) [][]string {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes = '\t', -1, true
	lines, err := reader.ReadAll()
	if err != nil || strings.Contains(text, "\n\n") || strings.HasPrefix(text, "\n") { // the reader passes empty lines over
		lines = nil
		for _, line := range strings.Split(text, "\n") {
			lines = append(lines, strings.Split(line, "\t"))
		}
	}
	for _, line := range lines {
		for i, cell := range line {
			line[i] = strings.TrimSpace(unquoted(cell))
		}
	}
	if len(lines) == 0 {
		return [][]string{{""}}
	}
	return lines
}

func unquoted(cell string) string {
	if inner, is := strings.CutPrefix(cell, `="`); is && strings.HasSuffix(inner, `"`) {
		return strings.ReplaceAll(strings.TrimSuffix(inner, `"`), `""`, `"`)
	}
	return cell
}

// proposal is a change of many cells before it is written: a person sees what it does first.
type proposal struct {
	grid  *Grid
	title string
	laid  []laid
	lines []proposed
}

// laid is a text over a cell that may not be there.
type laid struct {
	at Place
	to string
}

// proposed is one cell of a proposal.
type proposed struct {
	Change
	name  string // the record's, as its first column shows it
	label string // the column's
	why   *problem.Problem
}

func (p *proposal) lay(at Place, to string) { p.laid = append(p.laid, laid{at, to}) }

// start finds out what would change and what does not fit, then asks; one cell that fits needs no question.
func (p *proposal) start() {
	g, over := p.grid, p.grid.canvas()
	if len(p.laid) > ChangeLimit {
		g.report(problem.New("grid.too_much_to_change", "limit", ChangeLimit))
		return
	}
	keeper := g.keeper()
	if over == nil || keeper == nil {
		return
	}
	model, columns := g.pages.model, append([]Column(nil), g.columns...)
	kit.Run(over, p.title, func(ctx context.Context, _ kit.Progress) error {
		if err := p.read(ctx, model, keeper, columns); err != nil {
			return err
		}
		return p.try(ctx)
	}, func(fault *problem.Problem) {
		switch {
		case fault != nil:
			g.report(fault)
		case len(p.lines) == 0:
		case len(p.lines) == 1 && p.lines[0].why == nil:
			p.write()
		default:
			p.ask(over)
		}
	})
}

// read finds the records under the texts and what they hold now; cells that would stay as they are are left out.
func (p *proposal) read(ctx context.Context, model Model, keeper Keeper, columns []Column) error {
	pages := map[int][]Row{}
	for _, l := range p.laid {
		line := proposed{Change: Change{To: l.to}}
		if l.at.Column < len(columns) {
			line.label, line.Column = columns[l.at.Column].Label, columns[l.at.Column].ID
		}
		if l.at.Row < model.Rows() {
			number := l.at.Row / pageRows
			if pages[number] == nil {
				rows, err := model.Page(ctx, number*pageRows, pageRows)
				if err != nil {
					return err
				}
				pages[number] = rows
			}
			row := pages[number][l.at.Row%pageRows]
			line.Record, line.name = keeper.ID(l.at.Row), row.cell(columns[0]).plain()
			if l.at.Column < len(columns) {
				line.From = row.cell(columns[l.at.Column]).plain()
				line.To, line.why = columns[l.at.Column].taken(l.to)
			}
		}
		if unfit := p.unfit(l.at, model.Rows(), columns); unfit != nil {
			line.why = unfit
		}
		if line.why != nil || line.From != line.To {
			p.lines = append(p.lines, line)
		}
	}
	return nil
}

func (p *proposal) unfit(at Place, rows int, columns []Column) *problem.Problem {
	switch {
	case at.Row >= rows:
		return problem.New("grid.beyond_rows", "rows", rows)
	case at.Column >= len(columns):
		return problem.New("grid.beyond_columns")
	case columns[at.Column].Edit == nil:
		return problem.New("grid.read_only", "column", columns[at.Column].Label)
	}
	return nil
}

// try asks the room what it would refuse.
func (p *proposal) try(ctx context.Context) error {
	changes := p.fitting()
	if len(changes) == 0 {
		return nil
	}
	wrong, _, err := p.grid.editing.Write(ctx, changes, true)
	if err != nil {
		return err
	}
	i := 0
	for at := range p.lines {
		if p.lines[at].why == nil && i < len(wrong) {
			p.lines[at].why = wrong[i]
			i++
		}
	}
	return nil
}

// fitting are the changes nothing is said against.
func (p *proposal) fitting() []Change {
	var changes []Change
	for _, line := range p.lines {
		if line.why == nil {
			changes = append(changes, line.Change)
		}
	}
	return changes
}

// write makes the fitting changes in one write.
func (p *proposal) write() {
	g, changes := p.grid, p.fitting()
	var done writing
	kit.Run(g.canvas(), p.title, func(ctx context.Context, _ kit.Progress) (err error) {
		done, err = g.editing.write(ctx, changes)
		return err
	}, func(fault *problem.Problem) {
		if fault == nil && len(done.wrong) > 0 {
			fault = done.wrong[0]
		}
		if fault != nil {
			g.report(fault)
			return
		}
		for _, change := range changes {
			delete(g.editing.held, spot{change.Record, change.Column})
		}
		g.wrote(step{done.back, len(changes)})
		g.focus()
	})
}

func (g *Grid) focus() {
	if over := g.canvas(); over != nil {
		over.Focus(g)
	}
}

// pasteShortcut takes the clipboard's text.
func (g *Grid) pasteShortcut(s *fyne.ShortcutPaste) bool {
	clipboard := s.Clipboard
	if clipboard == nil {
		clipboard = fyne.CurrentApp().Clipboard()
	}
	return g.Paste(clipboard.Content())
}
