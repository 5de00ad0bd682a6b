package grid

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// Look is how a cell shows its text.
type Look int

// Plain is a text, Badge a word on a tint, Link a text one can click, Tick a box.
const (
	Plain Look = iota
	Badge
	Link
	Tick
)

// Cell is one field, ready to show. Tone is a colour role of the kit; "" is ink, and red where a number
// is negative. Copy is what Ctrl+C takes instead of Text.
type Cell struct {
	Text   string
	Copy   string
	Tone   fyne.ThemeColorName
	Look   Look
	Tint   kit.Tint
	Ticked bool
	// Done and Planned are percent of a Gauge.
	Done, Planned int
	// Trend, if given, is how the figure came to be: a small line in the half of the cell the text leaves.
	Trend []int64
}

// Row is one line of the list, a cell for each column; missing cells are empty. A muted row is shown in
// the secondary colour: taken back, switched off.
type Row struct {
	Cells []Cell
	Muted bool
}

// Model is what a grid shows. Rows is asked on the UI goroutine and must answer at once; Page is asked
// in the background, for rows first to first+count-1 of the model's order, and is cancelled by ctx when
// nobody waits for it any more.
type Model interface {
	Rows() int
	Page(ctx context.Context, first, count int) ([]Row, error)
}

// Ready is a list whose rows are at hand.
type Ready []Row

// Rows is how many there are.
func (r Ready) Rows() int { return len(r) }

// Page gives a run of them.
func (r Ready) Page(_ context.Context, first, count int) ([]Row, error) {
	return r[first:min(len(r), first+count)], nil
}

// Keeper is a model that can tell which record a row shows and where it went, so that the selection
// stays on the record when the data changes. Find gives -1 for a record that is gone.
type Keeper interface {
	ID(row int) int32
	Find(id int32) int
}

// Words makes plain cells of texts.
func Words(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, text := range texts {
		cells[i].Text = text
	}
	return cells
}

// Word is a plain cell.
func Word(text string) Cell { return Cell{Text: text} }

// State is a word on its tint.
func State(text string, tint kit.Tint) Cell { return Cell{Text: text, Look: Badge, Tint: tint} }

// LinkTo is a text that can be clicked.
func LinkTo(text string) Cell { return Cell{Text: text, Look: Link, Tone: kit.Canal} }

// Box is a tick box.
func Box(ticked bool) Cell { return Cell{Look: Tick, Ticked: ticked} }

func (c *Cell) tone(kind Kind, muted bool) fyne.ThemeColorName {
	switch {
	case c.Tone != "":
		return c.Tone
	case kind == Number && (strings.HasPrefix(c.Text, "-") || strings.HasPrefix(c.Text, "−")):
		return kit.RedText
	case muted:
		return kit.Secondary
	}
	return kit.Ink
}

func (r Row) cell(c Column) Cell {
	if c.cell < len(r.Cells) {
		return r.Cells[c.cell]
	}
	return Cell{}
}
