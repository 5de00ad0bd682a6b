package printing

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"codeberg.org/go-pdf/fpdf"

	"smartcanal/data/document/wml"
)

// draw writes lines of a paragraph from the left edge and gives where the next paragraph begins.
func (s *setter) draw(l laid, lines []setLine, left, y float64) float64 {
	y += l.before
	for _, line := range lines {
		for _, a := range line.atoms {
			s.drawAtom(a, left, y, line.height)
		}
		y += line.height
	}
	if l.bottom != nil {
		y += float64(l.bottom.Space)
		y += s.border(*l.bottom, left+pt(l.indent.Left), left+s.frame.width()-pt(l.indent.Right), y)
	}
	return y + l.after
}

func (s *setter) drawAtom(a atom, left, y, height float64) {
	switch a.kind {
	case letters:
		s.font(a.look)
		s.pdf.SetTextColor(0, 0, 0)
		if a.look.red {
			s.pdf.SetTextColor(255, 0, 0)
		}
		s.pdf.Text(left+a.x, y+ascent*height, a.text)
	case inPicture:
		name := fmt.Sprintf("%p", a.picture)
		kind, content := plainPicture(*a.picture)
		options := fpdf.ImageOptions{ImageType: kind}
		s.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(content))
		s.pdf.ImageOptions(name, left+a.x, y, pt(a.picture.Width), pt(a.picture.Height), false, options, 0, "")
	}
}

// plainPicture is a PNG as the library takes it: eight bits a colour, on white, its lines in their order.
func plainPicture(p wml.Picture) (kind string, content []byte) {
	if p.Kind != "png" {
		return p.Kind, p.Content
	}
	decoded, err := png.Decode(bytes.NewReader(p.Content))
	if err != nil {
		return p.Kind, p.Content // the library says what is wrong
	}
	bounds := decoded.Bounds()
	flat := image.NewRGBA(bounds)
	draw.Draw(flat, bounds, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, bounds, decoded, bounds.Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, flat); err != nil {
		return p.Kind, p.Content
	}
	return p.Kind, out.Bytes()
}

// border draws a line below a paragraph, one or a thick and a thin one together, and gives how high it is.
func (s *setter) border(b wml.Border, from, to, y float64) float64 {
	s.pdf.SetDrawColor(0, 0, 0)
	if b.Color != "000000" {
		s.pdf.SetDrawColor(255, 0, 0)
	}
	size := float64(b.Size) / 8
	switch b.Val {
	case "thickThinSmallGap":
		s.rule(from, to, y, size*thick)
		s.rule(from, to, y+size*(1-thin), size*thin)
	case "thinThickSmallGap":
		s.rule(from, to, y, size*thin)
		s.rule(from, to, y+size*(1-thick), size*thick)
	default:
		s.rule(from, to, y, size)
	}
	return size
}

// Of a double line's height, the two lines.
const (
	thick = 0.6
	thin  = 0.2
)

// rule draws a line whose upper edge is at y.
func (s *setter) rule(from, to, y, width float64) {
	s.pdf.SetLineWidth(width)
	s.pdf.Line(from, y+width/2, to, y+width/2)
}
