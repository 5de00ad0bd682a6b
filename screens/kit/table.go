package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Head is a column of a Table.
type Head struct {
	Title string
	// Right aligns head and cells to the right: numbers.
	Right bool
	// Grow lets the column take the room the others leave; without any all columns share it.
	Grow bool
}

// Cell is one field of a Table: a text in a role's colour, or any object (a badge, a button).
type Cell struct {
	Text   string
	Colour fyne.ThemeColorName
	Bold   bool
	Object fyne.CanvasObject
}

// Cells makes plain cells of texts.
func Cells(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, text := range texts {
		cells[i].Text = text
	}
	return cells
}

// Table is a small table for cards, up to some fifty rows: all rows are drawn. Longer lists take the
// grid.
type Table struct {
	widget.BaseWidget
	heads  []Head
	rows   []*tableRow
	height float32
	points float32
	header bool
}

// NewTable makes a dense table, 24 a row and text 13.
func NewTable(heads []Head, rows ...[]Cell) *Table {
	t := &Table{heads: heads, height: DenseRowHeight, points: DenseTextSize, header: true}
	t.ExtendBaseWidget(t)
	t.SetRows(rows...)
	return t
}

// Roomy makes the rows 32 high with text 14.
func (t *Table) Roomy() *Table {
	t.height, t.points = RowHeight, TextSize
	return t
}

// Headless leaves the head out.
func (t *Table) Headless() *Table {
	t.header = false
	return t
}

// SetRows shows other rows.
func (t *Table) SetRows(rows ...[]Cell) {
	t.rows = make([]*tableRow, len(rows))
	for i, cells := range rows {
		t.rows[i] = newTableRow(t, cells)
	}
	t.Refresh()
}

// Mark shows a row on the soft accent: the sum, the chosen one.
func (t *Table) Mark(row int) *Table {
	if row >= 0 && row < len(t.rows) {
		t.rows[row].marked = true
	}
	return t
}

// OnRow opens what is behind a row by click or key.
func (t *Table) OnRow(open func(row int)) *Table {
	for i, row := range t.rows {
		row.onPressed = func() { open(i) }
	}
	return t
}

const cellPadding float32 = 6

// widths shares the room: each column its widest cell, the growing ones what is left.
func (t *Table) widths(total float32) []float32 {
	widths := t.naturalWidths()
	left, growing := total, 0
	for i, w := range widths {
		left -= w
		if t.heads[i].Grow {
			growing++
		}
	}
	all := growing == 0
	if all {
		growing = max(1, len(widths))
	}
	for i := range widths {
		if all || t.heads[i].Grow {
			widths[i] = max(2*t.points, widths[i]+left/float32(growing))
		}
	}
	return widths
}

func (t *Table) naturalWidths() []float32 {
	widths := make([]float32, len(t.heads))
	for i, head := range t.heads {
		if t.header {
			widths[i] = fyne.MeasureText(head.Title, t.headPoints(), fyne.TextStyle{Bold: true}).Width + 2*cellPadding
		}
		for _, row := range t.rows {
			if i < len(row.cells) {
				widths[i] = max(widths[i], row.naturalWidth(i)+2*cellPadding)
			}
		}
	}
	return widths
}

func (t *Table) headPoints() float32 { return t.points - 0.5 }

// CreateRenderer is Fyne's.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	draw := func(size fyne.Size) {
		widths := t.widths(size.Width)
		r.objects = r.objects[:0]
		y := float32(0)
		if t.header {
			r.objects = append(r.objects, t.head(widths, size.Width)...)
			y = t.height
		}
		for _, row := range t.rows {
			row.widths = widths
			place(row, 0, y, size.Width, t.height)
			row.Refresh()
			r.objects = append(r.objects, row)
			y += t.height
		}
	}
	r.layout = draw
	r.min = t.least
	r.refresh = func() { draw(t.BaseWidget.Size()) }
	return r
}

func (t *Table) least() fyne.Size {
	width, height := float32(0), t.height*float32(len(t.rows))
	for i, w := range t.naturalWidths() {
		if t.heads[i].Grow {
			w = min(w, 4*t.points)
		}
		width += w
	}
	if t.header {
		height += t.height
	}
	return fyne.NewSize(width, height)
}

func (t *Table) head(widths []float32, width float32) []fyne.CanvasObject {
	ground := canvas.NewRectangle(Color(Wash))
	ground.Resize(fyne.NewSize(width, t.height))
	objects := []fyne.CanvasObject{ground}
	x := float32(0)
	for i, head := range t.heads {
		text := drawnText(head.Title, Secondary, t.headPoints())
		text.TextStyle.Bold = true
		if head.Right {
			text.Alignment = fyne.TextAlignTrailing
		}
		height := text.MinSize().Height
		place(text, x+cellPadding, (t.height-height)/2, widths[i]-2*cellPadding, height)
		x += widths[i]
		objects = append(objects, text)
		if i < len(t.heads)-1 {
			line := canvas.NewRectangle(Color(Line))
			place(line, x, 0, 1, t.height)
			objects = append(objects, line)
		}
	}
	return objects
}
