package grid

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// visible visits the columns on the screen with where they lie in a layer.
func (v *view) visible(visit func(column int, x, width float32)) {
	for i, l := range v.g.lanes {
		if x := l.at - v.g.left; x+l.width > 0 && x < v.rows.Width {
			visit(i, x, l.width)
		}
	}
}

func (v *view) drawHead() {
	p, s := v.headPens, v.g.style
	p.begin()
	ground := p.fill(area{0, 0, v.head.Width, v.head.Height}, v.colours.of(kit.Wash), 0)
	if !v.g.bare {
		ground.TopLeftCornerRadius, ground.TopRightCornerRadius = kit.Radius-1, kit.Radius-1
	}
	line := v.colours.of(kit.Line)
	v.visible(func(column int, x, width float32) {
		c := v.g.columns[column]
		sign := arrow(v.g.sort, c.ID)
		if sign != "" {
			sign = " " + sign
		}
		room := width - 2*s.pad
		t := p.texts.take()
		area{x + s.pad, 0, room, s.row}.put(t)
		t.Text = s.bold().cut(c.Label, room-s.bold().width(sign)) + sign
		t.TextSize, t.TextStyle, t.Alignment = s.text, fyne.TextStyle{Bold: true}, c.alignment()
		t.Color = v.colours.of(kit.Secondary)
		p.line(area{x + width - 1, 0, 1, v.head.Height}, line)
	})
	p.line(area{0, v.head.Height - 1, v.head.Width, 1}, line)
	p.end(v.headLayer)
}

func (v *view) drawTotals() {
	p, s := v.totals, v.g.style
	v.foot.Hidden = len(v.g.totals) == 0
	if v.foot.Hidden {
		return
	}
	p.begin()
	ground := p.fill(area{0, 0, v.sums.Width, v.sums.Height}, v.colours.of(kit.Wash), 0)
	if !v.g.bare {
		ground.BottomLeftCornerRadius, ground.BottomRightCornerRadius = kit.Radius-1, kit.Radius-1
	}
	v.visible(func(column int, x, width float32) {
		c, cell := v.g.columns[column], Row{Cells: v.g.totals}.cell(column)
		t := p.texts.take()
		area{x + s.pad, 0, width - 2*s.pad, s.row}.put(t)
		t.Text = s.bold().cut(cell.Text, width-2*s.pad)
		t.TextSize, t.TextStyle, t.Alignment = s.text, fyne.TextStyle{Bold: true}, c.alignment()
		t.Color = v.colours.of(cell.tone(c.Kind, false))
	})
	p.line(area{0, 0, v.sums.Width, 1}, v.colours.of(kit.Line))
	p.end(v.foot)
}
