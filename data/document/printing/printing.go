// Package printing sets a document of package wml on the pages of a PDF, in the program's own font: what a machine
// without an office program can hand out. It knows what papers use of Word's rules: lines of one height, indents, tabs,
// characters that do not begin or end a line, tables with repeated heads, sections, footers.
package printing

import (
	"bytes"
	"sort"

	"codeberg.org/go-pdf/fpdf"

	"smartcanal/data/document/wml"
)

// Fonts are the two weights that a document is set in, as TrueType. Bold says which of the document's fonts are
// set in the heavy one.
type Fonts struct {
	Regular, Heavy []byte
	Bold           func(name string) bool
}

const family = "paper"

// PDF sets the document. Missing are the characters that the font has not got: boxes stand for them.
func PDF(file *wml.File, fonts Fonts) (content []byte, missing []rune, err error) {
	s := newSetter(file, fonts)
	for _, part := range sections(file) {
		s.begin(part.section)
		for i, block := range part.content {
			s.block(block, part.content[i+1:])
		}
		s.endPage()
	}
	var out bytes.Buffer
	if err := s.pdf.Output(&out); err != nil {
		return nil, nil, err
	}
	for r := range s.missing {
		missing = append(missing, r)
	}
	sort.Slice(missing, func(i, j int) bool { return missing[i] < missing[j] })
	return out.Bytes(), missing, nil
}

// part is what stands on pages that are laid alike.
type part struct {
	content []any
	section *wml.Section
}

// sections takes the text apart where a paragraph closes a section.
func sections(file *wml.File) []part {
	var parts []part
	start := 0
	for i, block := range file.Body.Content {
		if p, ok := block.(wml.Paragraph); ok && p.Properties != nil && p.Properties.Section != nil {
			parts = append(parts, part{file.Body.Content[start : i+1], p.Properties.Section})
			start = i + 1
		}
	}
	return append(parts, part{file.Body.Content[start:], file.Body.Section})
}

// setter fills page after page. All its lengths are points.
type setter struct {
	pdf     *fpdf.Fpdf
	file    *wml.File
	styles  map[string]wml.Style
	bold    func(name string) bool
	glyphs  coverage
	missing map[rune]bool

	section *wml.Section
	page    int
	first   bool // the page being filled is the section's first
	frame   rect // where text stands
	y       float64
	fresh   bool // nothing stands on the page yet
}

type rect struct{ left, top, right, bottom float64 }

func (r rect) width() float64 { return r.right - r.left }

func newSetter(file *wml.File, fonts Fonts) *setter {
	s := &setter{
		pdf: fpdf.New("P", "pt", "A4", ""), file: file, styles: map[string]wml.Style{}, bold: fonts.Bold,
		glyphs: coverageOf(fonts.Regular), missing: map[rune]bool{},
	}
	s.pdf.SetAutoPageBreak(false, 0)
	s.pdf.SetMargins(0, 0, 0)
	s.pdf.SetTitle(file.Title, true)
	s.pdf.AddUTF8FontFromBytes(family, "", fonts.Regular)
	s.pdf.AddUTF8FontFromBytes(family, "B", fonts.Heavy)
	for _, style := range file.Styles.Styles {
		s.styles[style.ID] = style
	}
	return s
}

// pt are twips in points.
func pt(twips int) float64 { return float64(twips) / 20 }

// begin begins a section, which always has a page of its own.
func (s *setter) begin(section *wml.Section) {
	s.section, s.first = section, true
	s.newPage()
}

func (s *setter) newPage() {
	size := s.section.Size
	s.pdf.AddPageFormat("P", fpdf.SizeType{Wd: pt(size.W), Ht: pt(size.H)})
	s.page++
	margins := s.section.Margins
	s.frame = rect{pt(margins.Left), pt(margins.Top), pt(size.W - margins.Right), pt(size.H - margins.Bottom)}
	s.y, s.fresh = s.frame.top, true
	if below := s.header(); below > s.y {
		s.y = below
	}
}

// turnPage finishes the page and begins the next of the section.
func (s *setter) turnPage() {
	s.endPage()
	s.first = false
	s.newPage()
}

// endPage draws the footer.
func (s *setter) endPage() {
	for _, reference := range s.section.Footers {
		if reference.Type == s.pageKind() {
			s.footer(s.file.Story(reference.ID))
		}
	}
}

// pageKind is how a section names a page's header and footer.
func (s *setter) pageKind() string {
	switch {
	case s.first && s.section.TitlePage != nil:
		return "first"
	case s.page%2 == 0:
		return "even"
	}
	return "default"
}

// header draws the page's header and gives where it ends.
func (s *setter) header() float64 {
	y := pt(s.section.Margins.Header)
	for _, reference := range s.section.Headers {
		if reference.Type != s.pageKind() {
			continue
		}
		for _, block := range s.file.Story(reference.ID) {
			if p, ok := block.(wml.Paragraph); ok {
				laid := s.lay(p, s.frame.width())
				y = s.draw(laid, laid.lines, s.frame.left, y)
			}
		}
		return y
	}
	return 0
}

// footer draws paragraphs that end at the footer's distance from the edge; one in a box stands upright at the left of a
// page laid across.
func (s *setter) footer(story []any) {
	height := 0.0
	var paragraphs []laid
	for _, block := range story {
		p, ok := block.(wml.Paragraph)
		if !ok {
			continue
		}
		if box, ok := boxOf(p); ok {
			s.turned(box)
			continue
		}
		paragraphs = append(paragraphs, s.lay(p, s.frame.width()))
		height += paragraphs[len(paragraphs)-1].height()
	}
	y := pt(s.section.Size.H-s.section.Margins.Footer) - height
	for _, p := range paragraphs {
		y = s.draw(p, p.lines, s.frame.left, y)
	}
}

// turned draws a page number along the left edge. Its line is centred where the upright pages have their dashes.
func (s *setter) turned(box wml.VML) {
	for _, block := range box.Content() {
		p, ok := block.(wml.Paragraph)
		if !ok {
			continue
		}
		laid := s.lay(p, s.frame.bottom-s.frame.top)
		x := s.frame.left - turnedGap
		s.pdf.TransformBegin()
		s.pdf.TransformRotate(-90, x, s.frame.top)
		s.draw(laid, laid.lines, x, s.frame.top-laid.height()/2)
		s.pdf.TransformEnd()
	}
}

const turnedGap = 7 / 25.4 * 72 // 7 mm

// boxOf is the text box that hangs on a paragraph.
func boxOf(p wml.Paragraph) (wml.VML, bool) {
	for _, run := range p.Content {
		if run, ok := run.(wml.Run); ok {
			for _, piece := range run.Content {
				if box, ok := piece.(wml.VML); ok {
					return box, true
				}
			}
		}
	}
	return wml.VML{}, false
}

// block sets a paragraph or a table below what stands there.
func (s *setter) block(block any, rest []any) {
	switch block := block.(type) {
	case wml.Table:
		if !s.fresh && keptWithNext(block) && s.y+s.keptTable(block, rest) > s.frame.bottom+slack {
			s.turnPage()
		}
		s.table(block)
	case wml.Paragraph:
		if box, ok := boxOf(block); ok {
			s.atFoot(box)
			return
		}
		s.paragraph(block, rest)
	}
}

// paragraph sets one, line by line over the pages. One that is kept with the next moves with it.
func (s *setter) paragraph(p wml.Paragraph, rest []any) {
	laid := s.lay(p, s.frame.width())
	if laid.newPage && !s.fresh {
		s.turnPage()
	}
	if !s.fresh && s.y+s.kept(laid, rest) > s.frame.bottom+slack {
		s.turnPage()
	}
	for from := 0; ; {
		to, y := from, s.y
		if from == 0 {
			y += laid.before
		}
		for to < len(laid.lines) && (y+laid.lines[to].height <= s.frame.bottom+slack || to == from && s.fresh) {
			y += laid.lines[to].height
			to++
		}
		if to > from {
			s.y = s.draw(laid.part(from, to), laid.lines[from:to], s.frame.left, s.y)
			s.fresh = false
		}
		if to == len(laid.lines) {
			return
		}
		s.turnPage()
		from = to
	}
}

// slack is what 22 lines may be longer than the page by rounding.
const slack = 1

// kept is the height that must fit: one line, or the whole paragraph and the first line of the next where they
// are kept together.
func (s *setter) kept(laid laid, rest []any) float64 {
	if len(laid.lines) == 0 {
		return 0
	}
	if !laid.keepNext || len(laid.lines) > 4 || len(rest) == 0 {
		return laid.before + laid.lines[0].height
	}
	next, ok := rest[0].(wml.Paragraph)
	if !ok {
		return laid.height() + 3*laid.lines[0].height
	}
	return laid.height() + s.kept(s.lay(next, s.frame.width()), rest[1:])
}

// keptTable is a low table's height with that of the next line.
func (s *setter) keptTable(t wml.Table, rest []any) float64 {
	height := 0.0
	for _, row := range s.rows(t) {
		height += row.height
	}
	if len(rest) > 0 {
		switch next := rest[0].(type) {
		case wml.Paragraph:
			return height + s.kept(s.lay(next, s.frame.width()), rest[1:])
		case wml.Table:
			return height + s.keptTable(next, rest[1:])
		}
	}
	return height
}

// keptWithNext says whether a table's lines are kept with what follows, as seals are with their date.
func keptWithNext(t wml.Table) bool {
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			for _, block := range cell.Content {
				if p, ok := block.(wml.Paragraph); ok && p.Properties != nil && p.Properties.KeepNext != nil {
					return p.Properties.KeepNext != wml.Off
				}
			}
		}
	}
	return false
}

// atFoot sets a box on the lower edge of the text, on the next page if this one is full.
func (s *setter) atFoot(box wml.VML) {
	height := 0.0
	for _, block := range box.Content() {
		if table, ok := block.(wml.Table); ok {
			for _, row := range s.rows(table) {
				height += row.height
			}
		}
	}
	if s.y > s.frame.bottom-height && !s.fresh {
		s.turnPage()
	}
	s.y = s.frame.bottom - height
	for _, block := range box.Content() {
		if table, ok := block.(wml.Table); ok {
			s.table(table)
		}
	}
}
