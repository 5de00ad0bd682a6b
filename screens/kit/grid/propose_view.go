package grid

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

const (
	proposalWidth  float32 = 940
	proposalHeight float32 = 320
)

// ask shows cell by cell what would change and what does not fit, the latter first.
func (p *proposal) ask(over fyne.Canvas) {
	slices.SortStableFunc(p.lines, func(a, b proposed) int {
		switch {
		case (a.why == nil) == (b.why == nil):
			return 0
		case a.why != nil:
			return -1
		}
		return 1
	})
	changes := len(p.fitting())
	list := New(proposalColumns()...).Striped()
	list.SetModel(proposalRows(p.lines))
	note := wording.Text("grid.propose.all", "n", wording.Grouped(changes))
	if unfit := len(p.lines) - changes; unfit > 0 {
		note = wording.Text("grid.propose.some", "n", wording.Grouped(changes), "unfit", wording.Grouped(unfit))
	}
	var dialog *kit.Dialog
	cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { dialog.Close() })
	buttons, first := []fyne.CanvasObject{cancel}, fyne.Focusable(cancel)
	if changes > 0 {
		apply := kit.NewPrimary(wording.Text("grid.propose.write", "n", wording.Grouped(changes)), func() {
			dialog.Close()
			p.write()
		})
		buttons, first = append(buttons, apply), apply
	}
	body := kit.Down(kit.Gap, []kit.Track{kit.Natural, kit.Fixed(proposalHeight)}, kit.NewNote(note), list)
	dialog = kit.NewDialog(over, proposalWidth, p.title, body, buttons...)
	dialog.OnClosed(p.grid.focus)
	dialog.Show(first)
}

func proposalColumns() []Column {
	return []Column{
		{ID: "record", Label: wording.Text("grid.propose.record"), Width: 190, Grow: 1},
		{ID: "column", Label: wording.Text("grid.propose.column"), Width: 132},
		{ID: "from", Label: wording.Text("grid.propose.from"), Width: 150, Grow: 1},
		{ID: "to", Label: wording.Text("grid.propose.to"), Width: 150, Grow: 1},
		{ID: "result", Label: wording.Text("grid.propose.result"), Width: 250, Grow: 1},
	}
}

// proposalRows is a list at hand.
func proposalRows(lines []proposed) Model {
	ids := make([]int32, len(lines))
	for i := range ids {
		ids[i] = int32(i)
	}
	return NewIDModel(ids, func(_ context.Context, ids []int32) (map[int32]Row, error) {
		rows := map[int32]Row{}
		for _, id := range ids {
			rows[id] = proposalRow(lines[id])
		}
		return rows, nil
	})
}

func proposalRow(line proposed) Row {
	result := State(wording.Text("grid.propose.changes"), kit.GreenTint)
	if line.why != nil {
		what, _ := wording.Problem(line.why)
		result = Cell{Text: what, Tone: kit.RedText}
	}
	return Row{Cells: []Cell{Word(line.name), Word(line.label), {Text: line.From, Tone: kit.Secondary}, Word(line.To), result}}
}
