package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// tableRow is one row of a Table; it takes the keyboard only where it opens something.
type tableRow struct {
	press
	table  *Table
	cells  []Cell
	widths []float32
	marked bool
}

func newTableRow(t *Table, cells []Cell) *tableRow {
	r := &tableRow{table: t, cells: cells}
	r.leads = true
	r.ExtendBaseWidget(r)
	return r
}

// Disabled keeps a row that opens nothing out of the keyboard's way.
func (r *tableRow) Disabled() bool { return r.onPressed == nil }

func (r *tableRow) naturalWidth(i int) float32 {
	cell := r.cells[i]
	if cell.Object != nil {
		return cell.Object.MinSize().Width
	}
	return fyne.MeasureText(cell.Text, r.table.points, fyne.TextStyle{Bold: cell.Bold}).Width
}

// CreateRenderer is Fyne's.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	p := &painter{}
	draw := func(size fyne.Size) {
		ground, line := canvas.NewRectangle(r.groundColour()), canvas.NewRectangle(Color(Line))
		ground.Resize(size)
		focusRing(ground, r.focused)
		place(line, 0, size.Height-1, size.Width, 1)
		p.objects = append(p.objects[:0], ground, line)
		x := float32(0)
		for i := range min(len(r.cells), len(r.widths)) {
			p.objects = append(p.objects, r.drawn(i, x, size.Height))
			x += r.widths[i]
		}
	}
	p.layout = draw
	p.min = func() fyne.Size { return fyne.NewSize(0, r.table.height) }
	p.refresh = func() { draw(r.BaseWidget.Size()) }
	return p
}

func (r *tableRow) groundColour() color.Color {
	switch {
	case r.marked:
		return Color(CanalSoft)
	case r.hovered && r.onPressed != nil:
		return Color(theme.ColorNameHover)
	}
	return Color(none)
}

func (r *tableRow) drawn(i int, x, height float32) fyne.CanvasObject {
	cell, width := r.cells[i], r.widths[i]-2*cellPadding
	right := i < len(r.table.heads) && r.table.heads[i].Right
	if cell.Object != nil {
		size := cell.Object.MinSize()
		size.Width = min(size.Width, width)
		if right {
			x += width - size.Width
		}
		place(cell.Object, x+cellPadding, (height-size.Height)/2, size.Width, size.Height)
		return cell.Object
	}
	colour := cell.Colour
	if colour == "" {
		colour = Ink
	}
	style := fyne.TextStyle{Bold: cell.Bold}
	text := canvas.NewText(shortened(cell.Text, width, r.table.points, style), Color(colour))
	text.TextSize, text.TextStyle = r.table.points, style
	if right {
		text.Alignment = fyne.TextAlignTrailing
	}
	textHeight := text.MinSize().Height
	place(text, x+cellPadding, (height-textHeight)/2, width, textHeight)
	return text
}
