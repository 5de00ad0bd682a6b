package printing

import "smartcanal/data/document/wml"

// row is a row of a table in lines.
type row struct {
	cells  []cell
	height float64
	head   bool
	whole  bool // is not taken apart where it fits on a page
}

type cell struct {
	left, width float64
	paragraphs  []laid
	centred     bool
	low         bool
	borders     *wml.Borders
}

func (c cell) height() float64 {
	height := 0.0
	for _, p := range c.paragraphs {
		height += p.height()
	}
	return height
}

// table sets a table row by row; the heads are repeated on each page.
func (s *setter) table(t wml.Table) {
	rows := s.rows(t)
	left := s.frame.left + (s.frame.width()-pt(t.Properties.Width.W))/2
	for _, r := range rows {
		if s.y+r.height > s.frame.bottom+slack && !s.fresh && (r.whole || r.height < s.frame.bottom-s.frame.top) {
			s.turnPage()
			s.heads(rows, r, left, t)
		}
		s.row(r, left, t)
	}
}

func (s *setter) heads(rows []row, next row, left float64, t wml.Table) {
	if next.head {
		return
	}
	for _, r := range rows {
		if r.head {
			s.row(r, left, t)
		}
	}
}

// rows lays every cell.
func (s *setter) rows(t wml.Table) []row {
	across, down := margins(t)
	rows := make([]row, 0, len(t.Rows))
	for _, from := range t.Rows {
		r := row{}
		if p := from.Properties; p != nil {
			r.head, r.whole = p.Header != nil, p.CantSplit != nil
			if p.Height != nil {
				r.height = pt(p.Height.Val)
			}
		}
		left := 0.0
		for _, c := range from.Cells {
			one := cell{left: left + across, width: pt(c.Properties.Width.W) - 2*across, borders: c.Properties.Borders}
			if c.Properties.Align != nil {
				one.centred, one.low = c.Properties.Align.Val == "center", c.Properties.Align.Val == "bottom"
			}
			for _, block := range c.Content {
				if p, ok := block.(wml.Paragraph); ok {
					one.paragraphs = append(one.paragraphs, s.lay(p, one.width))
				}
			}
			left += pt(c.Properties.Width.W)
			r.height = max(r.height, one.height()+2*down)
			r.cells = append(r.cells, one)
		}
		rows = append(rows, r)
	}
	return rows
}

// margins are the room at the sides of a cell and above and below.
func margins(t wml.Table) (across, down float64) {
	if m := t.Properties.CellMargins; m != nil {
		if m.Left != nil {
			across = pt(m.Left.W)
		}
		if m.Top != nil {
			down = pt(m.Top.W)
		}
	}
	return across, down
}

// row draws a row; one that is higher than a page goes on over the next ones.
func (s *setter) row(r row, left float64, t wml.Table) {
	_, down := margins(t)
	for {
		room := s.frame.bottom - s.y
		if r.height <= room+slack {
			s.drawRow(r, left, t)
			return
		}
		now, later := divide(r, room, down)
		if now.height > 0 {
			s.drawRow(now, left, t)
		}
		if later.height >= r.height && s.fresh {
			s.drawRow(later, left, t) // a line higher than the page
			return
		}
		s.turnPage()
		r = later
	}
}

// divide gives what of a row stands in the room, and the rest.
func divide(r row, room, down float64) (now, later row) {
	now, later = row{head: r.head}, row{head: r.head}
	for _, c := range r.cells {
		upper, lower := c, c
		upper.paragraphs, lower.paragraphs = nil, nil
		y := 2 * down
		for _, p := range c.paragraphs {
			fit := 0
			for fit < len(p.lines) && len(lower.paragraphs) == 0 && y+p.before+p.lines[fit].height <= room {
				y += p.lines[fit].height
				fit++
			}
			if fit > 0 {
				head := p.part(0, fit)
				head.lines = p.lines[:fit]
				upper.paragraphs = append(upper.paragraphs, head)
			}
			if fit < len(p.lines) {
				tail := p
				tail.lines = p.lines[fit:]
				lower.paragraphs = append(lower.paragraphs, tail)
			}
		}
		if len(upper.paragraphs) > 0 {
			now.height = room
		}
		if len(lower.paragraphs) > 0 {
			later.height = max(later.height, lower.height()+2*down)
		}
		now.cells, later.cells = append(now.cells, upper), append(later.cells, lower)
	}
	return now, later
}

func (s *setter) drawRow(r row, left float64, t wml.Table) {
	across, down := margins(t)
	for _, c := range r.cells {
		y := s.y + down
		switch spare := r.height - 2*down - c.height(); {
		case c.centred:
			y += spare / 2
		case c.low:
			y += spare
		}
		for _, p := range c.paragraphs {
			y = s.draw(p, p.lines, left+c.left, y)
		}
		s.frameOf(c, r, left+c.left-across, left+c.left+c.width+across, t)
	}
	s.y += r.height
	s.fresh = false
}

// frameOf draws the lines round a cell: its own, or all four of a ruled table.
func (s *setter) frameOf(c cell, r row, left, right float64, t wml.Table) {
	borders := c.borders
	if borders == nil {
		borders = t.Properties.Borders
	}
	if borders == nil {
		return
	}
	s.pdf.SetDrawColor(0, 0, 0)
	for _, side := range []struct {
		border         *wml.Border
		x1, y1, x2, y2 float64
	}{
		{borders.Top, left, s.y, right, s.y}, {borders.Bottom, left, s.y + r.height, right, s.y + r.height},
		{borders.Left, left, s.y, left, s.y + r.height}, {borders.Right, right, s.y, right, s.y + r.height},
	} {
		if side.border != nil {
			s.pdf.SetLineWidth(float64(side.border.Size) / 8)
			s.pdf.Line(side.x1, side.y1, side.x2, side.y2)
		}
	}
}
