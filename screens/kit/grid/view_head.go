package grid

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

func (p *pane) drawHead() {
	v, pens, s := p.v, p.headPens, p.v.g.style
	pens.begin()
	p.round(pens.fill(area{0, 0, p.head.Size().Width, v.head.Height}, v.colours.of(kit.Wash), 0), kit.Radius-1, true)
	line := v.colours.of(kit.Line)
	p.visible(func(column int, x, width float32) {
		c := v.g.columns[column]
		sign := arrow(v.g.sort, c.ID)
		if sign != "" {
			sign = " " + sign
		}
		if v.g.marks.holdsColumn(column) && v.covered == nil {
			pens.fill(area{x, 0, width, v.head.Height - 1}, v.colours.of(kit.CanalSoft), 0)
		}
		room := width - 2*s.pad
		if v.g.filterable(c) {
			p.drawFilterSign(c, x, width)
		}
		t := pens.texts.take()
		area{x + s.pad, 0, room, s.row}.put(t)
		t.Text = s.bold().cut(c.Label, room-s.bold().width(sign)) + sign
		t.TextSize, t.TextStyle, t.Alignment = s.text, fyne.TextStyle{Bold: true}, c.alignment()
		t.Color = v.colours.of(kit.Secondary)
		pens.line(area{x + width - 1, 0, 1, v.head.Height}, line)
	})
	pens.line(area{0, v.head.Height - 1, p.head.Size().Width, 1}, line)
	pens.end(p.head)
}

func (p *pane) drawTotals() {
	v, pens, s := p.v, p.footPens, p.v.g.style
	p.foot.Hidden = len(v.g.totals) == 0
	if p.foot.Hidden {
		return
	}
	pens.begin()
	p.round(pens.fill(area{0, 0, p.foot.Size().Width, v.sums.Height}, v.colours.of(kit.Wash), 0), kit.Radius-1, false)
	p.visible(func(column int, x, width float32) {
		c := v.g.columns[column]
		cell := Row{Cells: v.g.totals}.cell(c)
		t := pens.texts.take()
		area{x + s.pad, 0, width - 2*s.pad, s.row}.put(t)
		t.Text = s.bold().cut(cell.Text, width-2*s.pad)
		t.TextSize, t.TextStyle, t.Alignment = s.text, fyne.TextStyle{Bold: true}, c.alignment()
		t.Color = v.colours.of(cell.tone(c.Kind, false))
	})
	pens.line(area{0, 0, p.foot.Size().Width, 1}, v.colours.of(kit.Line))
	pens.end(p.foot)
}

// filterSign is the width of the sign at the right of a head, most of it in the margin of the text.
const filterSign = 14

// drawFilterSign shows that a column can be filtered, in the accent where it is.
func (p *pane) drawFilterSign(c Column, x, width float32) {
	t := p.headPens.texts.take()
	area{x + width - filterSign, 0, filterSign, p.v.head.Height}.put(t)
	t.Text, t.TextSize, t.TextStyle, t.Alignment = "▾", kit.SmallTextSize, fyne.TextStyle{}, fyne.TextAlignCenter
	t.Color = p.v.colours.of(kit.Secondary)
	if p.v.g.isFiltered(c) {
		t.Color = p.v.colours.of(kit.Canal)
	}
}
