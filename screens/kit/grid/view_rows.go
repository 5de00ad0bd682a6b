package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/screens/kit"
)

// drawRows sets the cells on the screen. The tints of the rows come first, then what stands under the
// words (marked ranges, badges), then the words, then lines and the cursor.
func (v *view) drawRows() {
	p, g := v.pens, v.g
	p.begin()
	v.tintRows()
	if v.covered == nil {
		v.blocks(func(at area) { v.pens.fill(at, v.colours.of(kit.CanalSoft), 0) })
		for i := range v.tints {
			if index := g.window.top + i; index < g.window.rows {
				v.drawRow(index, float32(i)*g.style.row)
			}
		}
		v.blocks(func(at area) { v.outline(at, 1, kit.Canal) })
		v.drawCursor()
	}
	p.end(v.body)
}

// tintRows colours the grounds of the rows: chosen, under the mouse, every second one.
func (v *view) tintRows() {
	g := v.g
	for i, tint := range v.tints {
		index := g.window.top + i
		tint.Hidden = index >= g.window.rows || v.covered != nil
		switch {
		case tint.Hidden:
		case v.chosen(index):
			tint.FillColor = v.colours.of(kit.CanalSoft)
		case index == g.pointer.hovered:
			tint.FillColor = v.colours.of(hoverTint)
		case g.striped && index%2 == 1:
			tint.FillColor = v.colours.of(stripeTint)
		default:
			tint.Hidden = true
		}
	}
}

// chosen says whether a row is tinted: the one of a single marked cell, and those marked from end to end.
func (v *view) chosen(index int) bool {
	m := &v.g.marks
	if m.single() {
		return index == m.cursor.Row
	}
	for _, r := range m.ranges {
		if index >= r.Top && index <= r.Bottom && m.isWhole(r) {
			return true
		}
	}
	return false
}

// blocks visits the marked blocks on the screen; rows marked whole, and the row of a single cell, are
// shown by their tint.
func (v *view) blocks(visit func(area)) {
	m, last := &v.g.marks, v.g.window.top+len(v.tints)-1
	for _, r := range m.ranges {
		if m.isWhole(r) || m.single() || r.Bottom < v.g.window.top || r.Top > last {
			continue
		}
		at := v.blockArea(r)
		at.Height--
		visit(at)
	}
}

// blockArea is where a block lies in the body, cut to the rows on the screen.
func (v *view) blockArea(r Range) area {
	g := v.g
	top, bottom := max(r.Top, g.window.top-1)-g.window.top, min(r.Bottom, g.window.top+len(v.tints))-g.window.top
	left, right := g.lanes[r.Left], g.lanes[r.Right]
	return area{left.at - g.left, float32(top) * g.style.row, right.at + right.width - left.at, float32(bottom-top+1) * g.style.row}
}

func (v *view) drawRow(index int, y float32) {
	g := v.g
	row, here := g.pages.row(index)
	v.visible(func(column int, x, width float32) {
		if !here {
			v.word(Cell{Text: "…", Tone: kit.Secondary}, g.columns[column], false, area{x, y, width, g.style.row})
			return
		}
		v.drawCell(row, column, area{x, y, width, g.style.row})
	})
	v.pens.line(area{0, y + g.style.row - 1, v.rows.Width, 1}, v.colours.of(kit.Line))
}

func (v *view) drawCell(row Row, column int, at area) {
	cell, c := row.cell(column), v.g.columns[column]
	switch {
	case cell.Look == Badge && cell.Text != "":
		v.badge(cell, c, at)
	case cell.Look == Tick:
		v.box(cell, c, at)
	default:
		v.word(cell, c, row.Muted, at)
	}
}

func (v *view) word(cell Cell, c Column, muted bool, at area) *canvas.Text {
	s := v.g.style
	t := v.pens.texts.take()
	room := at.Width - 2*s.pad
	area{at.X + s.pad, at.Y, room, at.Height}.put(t)
	t.Text, t.Color = s.plain().cut(cell.Text, room), v.colours.of(cell.tone(c.Kind, muted))
	t.TextSize, t.TextStyle, t.Alignment = s.text, fyne.TextStyle{}, c.alignment()
	return t
}

func (v *view) badge(cell Cell, c Column, at area) {
	s := v.g.style
	room := at.Width - 2*s.pad
	text := s.small().cut(cell.Text, room-2*badgePad)
	width, height := s.small().width(text)+2*badgePad, s.badgeHeight()
	x := at.X + s.pad + aligned(c, room-width)
	plate := area{x, at.Y + (at.Height-height)/2, width, height}
	ground, ink := cell.Tint.Colours()
	v.pens.fill(plate, v.colours.of(ground), 4)
	t := v.pens.texts.take()
	plate.put(t)
	t.Text, t.Color = text, v.colours.of(ink)
	t.TextSize, t.TextStyle, t.Alignment = s.badge, fyne.TextStyle{}, fyne.TextAlignCenter
}

func aligned(c Column, spare float32) float32 {
	switch c.alignment() {
	case fyne.TextAlignTrailing:
		return spare
	case fyne.TextAlignCenter:
		return spare / 2
	}
	return 0
}

func (v *view) box(cell Cell, c Column, at area) {
	s := v.g.style
	x := at.X + s.pad + aligned(c, at.Width-2*s.pad-boxSize)
	y := at.Y + (at.Height-boxSize)/2
	r := v.pens.fill(area{x, y, boxSize, boxSize}, v.colours.of(kit.CardGround), 4)
	r.StrokeWidth, r.StrokeColor = 1, v.colours.of(kit.Axis)
	if !cell.Ticked {
		return
	}
	r.StrokeWidth, r.FillColor = 0, v.colours.of(kit.Canal)
	ink := v.colours.of(kit.OnCanal)
	v.pens.stroke(fyne.NewPos(x+4, y+8), fyne.NewPos(x+7, y+11), ink)
	v.pens.stroke(fyne.NewPos(x+7, y+11), fyne.NewPos(x+12, y+5), ink)
}

// drawCursor frames the cell the keys act on: in the accent while the grid has the keyboard.
func (v *view) drawCursor() {
	m := &v.g.marks
	row := m.cursor.Row - v.g.window.top
	if m.cursor.Row < 0 || row < 0 || row >= len(v.tints) {
		return
	}
	at := v.blockArea(Range{m.cursor.Row, m.cursor.Column, m.cursor.Row, m.cursor.Column})
	if m.whole {
		at.X, at.Width = 0, v.rows.Width
	}
	at.Height--
	if v.g.focused {
		v.outline(at, 2, kit.Canal)
	} else {
		v.outline(at, 2, kit.Axis)
	}
}

func (v *view) outline(at area, width float32, colour fyne.ThemeColorName) {
	frame := v.pens.line(at, nil)
	frame.StrokeWidth, frame.StrokeColor = width, v.colours.of(colour)
}
