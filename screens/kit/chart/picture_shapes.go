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
		p.ring(s)
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

// ring is a dial's arc: along the outer edge and back along the inner one.
func (p *painter) ring(a arc) {
	x, y := p.at(a.at.X, a.at.Y)
	outer := float64(a.radius * density)
	inner, way := outer*float64(dialInner), math.Pi*float64(a.part)
	p.MoveTo(p.at(a.at.X-a.radius, a.at.Y))
	p.ArcTo(x, y, outer, outer, math.Pi, way)
	p.ArcTo(x, y, inner, inner, math.Pi+way, -way)
	p.Close()
	p.Fill()
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
