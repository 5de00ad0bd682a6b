package grid

import (
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// drawRows sets the cells on the screen. The tints of the rows come first, then what stands under the
// words (marked ranges, badges), then the words, then lines and the cursor.
func (p *pane) drawRows() {
	g := p.v.g
	p.pens.begin()
	p.tintRows()
	if p.v.covered == nil {
		p.blocks(func(at area) { p.pens.fill(at, p.v.colours.of(kit.CanalSoft), 0) })
		for i := range p.tints {
			if index := g.window.top + i; index < g.window.rows {
				p.drawRow(index, float32(i)*g.style.row)
			}
		}
		p.blocks(func(at area) { p.outline(at, 1, kit.Canal) })
		p.drawCursor()
	}
	p.pens.end(p.body)
}

// tintRows colours the grounds of the rows: chosen, under the mouse, every second one.
func (p *pane) tintRows() {
	g, v := p.v.g, p.v
	for i, tint := range p.tints {
		index := g.window.top + i
		tint.Hidden = index >= g.window.rows || v.covered != nil
		switch {
		case tint.Hidden:
		case p.chosen(index):
			tint.FillColor = p.v.colours.of(kit.CanalSoft)
		case index == g.pointer.hovered.Row:
			tint.FillColor = p.v.colours.of(hoverTint)
		case g.striped && index%2 == 1:
			tint.FillColor = p.v.colours.of(stripeTint)
		default:
			tint.Hidden = true
		}
	}
}

// chosen says whether a row is tinted: the one of a single marked cell, and those marked from end to end.
func (p *pane) chosen(index int) bool {
	m := &p.v.g.marks
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
func (p *pane) blocks(visit func(area)) {
	m, last := &p.v.g.marks, p.v.g.window.top+len(p.tints)-1
	for _, r := range m.ranges {
		if m.isWhole(r) || m.single() || r.Bottom < p.v.g.window.top || r.Top > last {
			continue
		}
		at := p.blockArea(r)
		at.Height--
		visit(at)
	}
}

// blockArea is where a block lies in the body, cut to the rows on the screen.
func (p *pane) blockArea(r Range) area {
	g := p.v.g
	top, bottom := max(r.Top, g.window.top-1)-g.window.top, min(r.Bottom, g.window.top+len(p.tints))-g.window.top
	x := p.at(r.Left)
	return area{x, float32(top) * g.style.row, p.at(r.Right) + g.lanes[r.Right].width - x, float32(bottom-top+1) * g.style.row}
}

func (p *pane) drawRow(index int, y float32) {
	g := p.v.g
	row, here := g.pages.row(index)
	p.visible(func(column int, x, width float32) {
		if !here {
			p.word("…", kit.Secondary, &g.columns[column], area{x, y, width, g.style.row})
			return
		}
		at := area{x, y, width, g.style.row}
		if held := g.heldAt(Place{index, column}); held != nil {
			p.drawHeld(held, column, at)
			return
		}
		p.drawCell(row, column, at)
	})
	p.pens.line(area{0, y + g.style.row - 1, p.width, 1}, p.v.colours.of(kit.Line))
}

func (p *pane) drawCell(row Row, column int, at area) {
	c := &p.v.g.columns[column]
	if c.cell >= len(row.Cells) {
		return
	}
	cell := &row.Cells[c.cell]
	switch {
	case cell.Look == Badge && cell.Text != "":
		p.badge(cell, c, at)
	case cell.Look == Tick:
		p.box(cell, c, at)
	case cell.Look == Gauge:
		p.gauge(cell, c, at)
	case c.Kind == Moment && p.moment(cell, c, row.Muted, at):
	default:
		p.word(cell.Text, cell.tone(c.Kind, row.Muted), c, at)
		if len(cell.Trend) > 1 {
			p.trend(cell, c, at)
		}
	}
}

// drawHeld shows what a person typed and the record does not hold yet: framed in red where it is wrong.
func (p *pane) drawHeld(held *heldText, column int, at area) {
	tone := kit.Secondary
	if held.why != nil {
		tone = kit.RedText
	}
	p.word(held.text, tone, &p.v.g.columns[column], at)
	if held.why != nil {
		at.Height--
		p.outline(at, 1, kit.RedText)
	}
}

func (p *pane) word(text string, tone fyne.ThemeColorName, c *Column, at area) {
	s := &p.v.g.style
	t := p.pens.texts.take()
	room := at.Width - 2*s.pad
	area{at.X + s.pad, at.Y, room, at.Height}.put(t)
	t.Text, t.Color = s.plain().cut(text, room), p.v.colours.of(tone)
	t.TextSize, t.TextStyle, t.Alignment = s.text, fyne.TextStyle{}, c.alignment()
}

// moment draws the day of a moment apart from its time, false where it has none or no room: the toolkit keeps a picture
// of every text it drew for a minute, and of days there are few.
func (p *pane) moment(cell *Cell, c *Column, muted bool, at area) bool {
	s := &p.v.g.style
	const day = len(time.DateOnly)
	if len(cell.Text) < day+2 || cell.Text[day] != ' ' || c.alignment() != fyne.TextAlignLeading {
		return false
	}
	wide := s.plain().width(cell.Text[:day+1])
	if wide+s.plain().width(cell.Text[day+1:]) > at.Width-2*s.pad {
		return false
	}
	tone := cell.tone(c.Kind, muted)
	p.word(cell.Text[:day], tone, c, at)
	p.word(cell.Text[day+1:], tone, c, area{at.X + wide, at.Y, at.Width - wide, at.Height})
	return true
}

func (p *pane) badge(cell *Cell, c *Column, at area) {
	s := p.v.g.style
	room := at.Width - 2*s.pad
	text := s.small().cut(cell.Text, room-2*badgePad)
	width, height := s.small().width(text)+2*badgePad, s.badgeHeight()
	x := at.X + s.pad + aligned(c, room-width)
	plate := area{x, at.Y + (at.Height-height)/2, width, height}
	ground, ink := cell.Tint.Colours()
	p.pens.fill(plate, p.v.colours.of(ground), 4)
	t := p.pens.texts.take()
	plate.put(t)
	t.Text, t.Color = text, p.v.colours.of(ink)
	t.TextSize, t.TextStyle, t.Alignment = s.badge, fyne.TextStyle{}, fyne.TextAlignCenter
}

func aligned(c *Column, spare float32) float32 {
	switch c.alignment() {
	case fyne.TextAlignTrailing:
		return spare
	case fyne.TextAlignCenter:
		return spare / 2
	}
	return 0
}

func (p *pane) box(cell *Cell, c *Column, at area) {
	s := p.v.g.style
	x := at.X + s.pad + aligned(c, at.Width-2*s.pad-boxSize)
	y := at.Y + (at.Height-boxSize)/2
	r := p.pens.fill(area{x, y, boxSize, boxSize}, p.v.colours.of(kit.CardGround), 4)
	r.StrokeWidth, r.StrokeColor = 1, p.v.colours.of(kit.Axis)
	if !cell.Ticked {
		return
	}
	r.StrokeWidth, r.FillColor = 0, p.v.colours.of(kit.Canal)
	ink := p.v.colours.of(kit.OnCanal)
	p.pens.stroke(fyne.NewPos(x+4, y+8), fyne.NewPos(x+7, y+11), 2, ink)
	p.pens.stroke(fyne.NewPos(x+7, y+11), fyne.NewPos(x+12, y+5), 2, ink)
}

// drawCursor frames the cell the keys act on: in the accent while the grid has the keyboard.
func (p *pane) drawCursor() {
	m := &p.v.g.marks
	row := m.cursor.Row - p.v.g.window.top
	if m.cursor.Row < 0 || row < 0 || row >= len(p.tints) {
		return
	}
	at := p.blockArea(Range{m.cursor.Row, m.cursor.Column, m.cursor.Row, m.cursor.Column})
	if m.whole {
		at.X, at.Width = -p.x, p.v.rows.Width
	}
	at.Height--
	if p.v.g.focused {
		p.outline(at, 2, kit.Canal)
	} else {
		p.outline(at, 2, kit.Axis)
	}
}

// outline frames a block by four bars: a rectangle's own stroke would be painted beside its edge by some painters.
func (p *pane) outline(at area, width float32, colour fyne.ThemeColorName) {
	ink := p.v.colours.of(colour)
	p.pens.line(area{at.X, at.Y, at.Width, width}, ink)
	p.pens.line(area{at.X, at.Y + at.Height - width, at.Width, width}, ink)
	p.pens.line(area{at.X, at.Y + width, width, at.Height - 2*width}, ink)
	p.pens.line(area{at.X + at.Width - width, at.Y + width, width, at.Height - 2*width}, ink)
}
