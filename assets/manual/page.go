package main

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"codeberg.org/go-pdf/fpdf"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"smartcanal/screens/kit"
)

// Measures in millimetres and points.
const (
	margin    = 22
	width     = 210 - 2*margin
	bottom    = 297 - margin
	bodySize  = 10.5
	bodySmall = 9
	titleSize = 20
	headSize  = 13
	lineHigh  = 6.2
	indent    = 7
	gap       = 2.5
	captioned = 14 // what a picture's caption and the gap below it take
)

// colour is red, green and blue.
type colour [3]int

var (
	ink       = colour{29, 43, 51}
	secondary = colour{91, 107, 117}
	accent    = colour{30, 111, 159}
	line      = colour{221, 228, 232}
	ground    = colour{245, 248, 249}
)

// printer writes chapters in markdown onto pages.
type printer struct {
	*fpdf.Fpdf
	pictures string
	placed   int // how many pictures there are by now
	source   []byte
}

func (p *printer) ink(size float64, bold bool, c colour) {
	style := ""
	if bold {
		style = "B"
	}
	p.SetFont("sans", style, size)
	p.SetTextColor(c[0], c[1], c[2])
}

// room begins a new page where this one has not high left.
func (p *printer) room(high float64) {
	if p.GetY()+high > bottom {
		p.AddPage()
	}
}

func (p *printer) chapter(source []byte) error {
	p.source = source
	for node := goldmark.DefaultParser().Parse(text.NewReader(source)).FirstChild(); node != nil; node = node.NextSibling() {
		if err := p.node(node); err != nil {
			return err
		}
	}
	return p.Error()
}

func (p *printer) node(node ast.Node) error {
	switch n := node.(type) {
	case *ast.Heading:
		return p.heading(n)
	case *ast.List:
		p.list(n)
	case *ast.FencedCodeBlock:
		p.code(string(n.Lines().Value(p.source)))
	default:
		if image, is := node.FirstChild().(*ast.Image); is {
			return p.picture(string(image.Destination), p.words(image))
		}
		p.ink(bodySize, false, ink)
		p.lines(p.words(node), 0)
		p.Ln(gap)
	}
	return nil
}

// lines breaks text as Chinese is broken, which the PDF library does not know.
func (p *printer) lines(text string, in float64) {
	for _, line := range kit.BreakLines(text, float32(width-in), func(piece string) float32 { return float32(p.GetStringWidth(piece)) }) {
		p.room(lineHigh)
		p.SetX(margin + in)
		p.CellFormat(width-in, lineHigh, line, "", 1, "L", false, 0, "")
	}
}

// heading stays with what follows: two lines, or a whole picture.
func (p *printer) heading(n *ast.Heading) error {
	size, above := float64(headSize), 3.0
	if n.Level == 1 {
		size, above = titleSize, 0
		p.Bookmark(p.words(n), 0, -1)
	} else {
		p.Bookmark(p.words(n), 1, -1)
	}
	p.room(above + size + 3*lineHigh)
	p.Ln(above)
	p.ink(size, true, ink)
	p.CellFormat(width, size*0.6, p.words(n), "", 1, "L", false, 0, "")
	p.Ln(gap)
	return nil
}

func (p *printer) list(n *ast.List) {
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "•"
		if n.IsOrdered() {
			mark = fmt.Sprintf("%d.", number)
			number++
		}
		p.room(lineHigh)
		p.ink(bodySize, false, secondary)
		p.CellFormat(indent, lineHigh, mark, "", 0, "L", false, 0, "")
		p.ink(bodySize, false, ink)
		p.lines(p.words(item), indent)
	}
	p.Ln(gap)
}

// code is on a ground of its own, line by line as it is typed.
func (p *printer) code(text string) {
	given := strings.Split(strings.TrimRight(text, "\n"), "\n")
	p.room(float64(len(given))*(lineHigh-1) + gap)
	p.ink(bodySmall, false, ink)
	p.SetFillColor(ground[0], ground[1], ground[2])
	for _, line := range given {
		p.CellFormat(width, lineHigh-1, "  "+line, "", 1, "L", true, 0, "")
	}
	p.Ln(gap)
}

// picture puts a screen over the whole width with what it shows below, on the next page where this one has no room.
func (p *printer) picture(name, what string) error {
	content, err := p.ownWidth(filepath.Join(p.pictures, name))
	if err != nil {
		return fmt.Errorf("picture %s: %w; make gallery draws it", name, err)
	}
	options := fpdf.ImageOptions{ImageType: "PNG"}
	info := p.RegisterImageOptionsReader(name, options, content)
	if info == nil || p.Err() {
		return fmt.Errorf("picture %s: %w", name, p.Error())
	}
	high := width * info.Height() / info.Width()
	p.room(high + captioned)
	p.SetDrawColor(line[0], line[1], line[2])
	p.ImageOptions(name, margin, p.GetY(), width, high, false, options, 0, "")
	p.Rect(margin, p.GetY(), width, high, "D")
	p.SetY(p.GetY() + high + 1)
	p.ink(bodySmall, false, secondary)
	p.CellFormat(width, lineHigh, what, "", 1, "C", false, 0, "")
	p.Ln(gap)
	return nil
}

// ownWidth reads a picture and gives it a width no other has, some columns of white: the PDF library writes pictures in the
// order of their widths and those of one width in any order, so that the same manual would not be the same bytes.
func (p *printer) ownWidth(path string) (io.Reader, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	drawn, err := png.Decode(file)
	if err != nil {
		return nil, err
	}
	p.placed++
	size := drawn.Bounds()
	wider := image.NewRGBA(image.Rect(0, 0, size.Dx()+p.placed, size.Dy()))
	draw.Draw(wider, wider.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(wider, size, drawn, size.Min, draw.Over)
	var content bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&content, wider); err != nil {
		return nil, err
	}
	return &content, nil
}

// words is the text below a node. A line break in Chinese is no blank.
func (p *printer) words(node ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if piece, is := n.(*ast.Text); is && entering {
			b.Write(piece.Segment.Value(p.source))
			if piece.SoftLineBreak() && b.String()[b.Len()-1] < 0x80 {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}
