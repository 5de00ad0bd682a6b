package chart

import (
	"math"

	"fyne.io/fyne/v2"
)

func (p *painter) shape(shape any) {
	p.ResetStyle()
	switch s := shape.(type) {
	case box:
		p.SetFillColor(p.colour(s.tone))
		p.outline(s)
		p.Fill()
	case stroke:
		p.SetStrokeColor(p.colour(s.tone))
		p.SetStrokeWidth(float64(s.width * density))
		p.MoveTo(p.at(s.from.X, s.from.Y))
		p.LineTo(p.at(s.to.X, s.to.Y))
		p.Stroke()
	case disc:
		p.SetFillColor(p.colour(s.tone))
		x, y := p.at(s.at.X, s.at.Y)
		p.Circle(float64(s.radius*density), x, y)
		p.Fill()
	case patch:
		p.SetFillColor(p.colour(s.tone))
		p.path(s.corners)
		p.Fill()
	case arc:
		p.SetFillColor(p.colour(s.tone))
		p.path(s.corners())
		p.Fill()
	case words:
		p.font(s.size, s.bold)
		p.SetFontColor(p.colour(s.tone))
		x, y := p.at(s.at.X, s.at.Y+s.size*baseline)
		p.Text(s.text, x, y)
	}
}

func (p *painter) path(corners []fyne.Position) {
	p.MoveTo(p.at(corners[0].X, corners[0].Y))
	for _, corner := range corners[1:] {
		p.LineTo(p.at(corner.X, corner.Y))
	}
	p.Close()
}

// corners are the ends of many short lines that look like an arc.
func (a arc) corners() []fyne.Position {
	const steps = 90
	corners := make([]fyne.Position, 0, 2*steps+2)
	for i := range steps + 1 {
		corners = append(corners, onDial(a.at, a.radius, a.part*float32(i)/steps))
	}
	for i := steps; i >= 0; i-- {
		corners = append(corners, onDial(a.at, a.radius*dialInner, a.part*float32(i)/steps))
	}
	return corners
}

// outline is a box's, with its rounded corners as curves.
func (p *painter) outline(b box) {
	most := min(b.Width, b.Height) / 2
	top, bottom := min(b.top, most), min(b.bottom, most)
	right, foot := b.X+b.Width, b.Y+b.Height
	p.MoveTo(p.at(b.X+top, b.Y))
	p.LineTo(p.at(right-top, b.Y))
	p.corner(right, b.Y, right, b.Y+top)
	p.LineTo(p.at(right, foot-bottom))
	p.corner(right, foot, right-bottom, foot)
	p.LineTo(p.at(b.X+bottom, foot))
	p.corner(b.X, foot, b.X, foot-bottom)
	p.LineTo(p.at(b.X, b.Y+top))
	p.corner(b.X, b.Y, b.X+top, b.Y)
	p.Close()
}

// corner curves around a point to another.
func (p *painter) corner(aroundX, aroundY, toX, toY float32) {
	x, y := p.at(toX, toY)
	aX, aY := p.at(aroundX, aroundY)
	if math.Abs(float64(aX-x))+math.Abs(float64(aY-y)) > 0 {
		p.QuadCurveTo(aX, aY, x, y)
	}
}
