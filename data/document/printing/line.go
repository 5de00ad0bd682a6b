package printing

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartcanal/data/document/wml"
)

// atom is what is never taken apart: a character, a word of Latin letters or figures, a tab, a line break, a picture.
type atom struct {
	text    string
	look    look
	width   float64
	x       float64 // from the line's beginning
	kind    atomKind
	picture *wml.Picture
}

type atomKind int

const (
	letters atomKind = iota
	space
	tab
	lineBreak
	inPicture
)

// atoms takes a paragraph apart.
func (s *setter) atoms(style string, p wml.Paragraph) []atom {
	var all []atom
	for _, content := range p.Content {
		switch content := content.(type) {
		case wml.Run:
			all = append(all, s.atomsOfRun(style, content)...)
		case wml.Field: // PAGE, the only one papers have
			all = append(all, s.atomsOfText(strconv.Itoa(s.page), s.lookOf(style, nil))...)
		}
	}
	return all
}

func (s *setter) atomsOfRun(style string, run wml.Run) []atom {
	var all []atom
	look := s.lookOf(style, run.Properties)
	for _, piece := range run.Content {
		switch piece := piece.(type) {
		case wml.Text:
			all = append(all, s.atomsOfText(piece.Value, look)...)
		case wml.Tab:
			all = append(all, atom{kind: tab, look: look})
		case wml.Break:
			all = append(all, atom{kind: lineBreak, look: look})
		case wml.Drawing:
			all = append(all, atom{kind: inPicture, look: look, picture: &piece.Picture, width: pt(piece.Picture.Width)})
		}
	}
	return all
}

func (s *setter) atomsOfText(text string, look look) []atom {
	var all []atom
	word := ""
	flush := func() {
		if word != "" {
			all = append(all, s.measured(word, look, letters))
			word = ""
		}
	}
	for _, r := range text {
		switch {
		case r == ' ':
			flush()
			all = append(all, s.measured(" ", look, space))
		case r < 0x2000 && unicode.IsGraphic(r):
			word += string(r)
		default:
			flush()
			all = append(all, s.measured(string(r), look, letters))
		}
	}
	flush()
	return all
}

// measured is an atom with its width. Characters of Chinese are closer or wider by the spacing, words are not.
func (s *setter) measured(text string, look look, kind atomKind) atom {
	text = strings.Map(s.shown, text)
	s.font(look)
	width := s.pdf.GetStringWidth(text)
	if wide(text) {
		width += look.spacing
	}
	return atom{text: text, look: look, width: width, kind: kind}
}

// shown puts a box for a character that the font has not got.
func (s *setter) shown(r rune) rune {
	if s.glyphs.has(r) {
		return r
	}
	s.missing[r] = true
	return '□'
}

// wide says whether this is a character of Chinese or its punctuation, which atomsOfText takes one by one.
func wide(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r >= 0x2000
}

func (s *setter) font(l look) {
	style := ""
	if l.heavy {
		style = "B"
	}
	s.pdf.SetFont(family, style, l.size)
}

// setLine is a line of a paragraph.
type setLine struct {
	atoms  []atom
	height float64
}

// laid is a paragraph in lines.
type laid struct {
	form
	before, after float64
	lines         []setLine
}

func (l laid) height() float64 {
	height := l.before + l.after
	if l.bottom != nil {
		height += float64(l.bottom.Space) + float64(l.bottom.Size)/8
	}
	for _, line := range l.lines {
		height += line.height
	}
	return height
}

// part is what a page has of a paragraph: only its first has the room above, only its last that below and the border.
func (l laid) part(from, to int) laid {
	if from > 0 {
		l.before = 0
	}
	if to < len(l.lines) {
		l.after, l.bottom = 0, nil
	}
	return l
}

// lay sets a paragraph in lines of the width.
func (s *setter) lay(p wml.Paragraph, width float64) laid {
	style := "Normal"
	if p.Properties != nil && p.Properties.Style != nil {
		style = p.Properties.Style.Val
	}
	l := laid{form: s.formOf(style, p.Properties)}
	l.before, l.after = pt(l.spacing.Before), pt(l.spacing.After)
	rest := s.atoms(style, p)
	for {
		left, room := l.edges(len(l.lines) == 0, width)
		count := fitting(rest, l, left, room)
		line := setLine{atoms: append([]atom(nil), rest[:count]...)}
		last := count == len(rest) || rest[count-1].kind == lineBreak
		place(line.atoms, l, left, room, last)
		line.height = s.heightOf(line.atoms, l, style)
		l.lines = append(l.lines, line)
		broke := count > 0 && rest[count-1].kind == lineBreak
		rest = rest[count:]
		if len(rest) == 0 && !broke {
			return l
		}
	}
}

// edges are where a line begins and how long it may be.
func (f form) edges(first bool, width float64) (left, room float64) {
	left = pt(f.indent.Left)
	if first {
		left += pt(f.indent.FirstLine - f.indent.Hanging)
	}
	return left, width - left - pt(f.indent.Right)
}

const (
	automatic = 1.35 // height of a line that the type decides, in sizes of type
	ascent    = 0.8  // of a line of fixed height is above the foot of the letters
)

func (s *setter) heightOf(atoms []atom, l laid, style string) float64 {
	if l.spacing.Rule == "exact" {
		return pt(l.spacing.Line)
	}
	height := 0.0
	for _, a := range atoms {
		height = max(height, a.look.size*automatic)
		if a.picture != nil {
			height = max(height, pt(a.picture.Height))
		}
	}
	if height == 0 {
		height = s.lookOf(style, nil).size * automatic
	}
	return height
}

// What does not begin a line, and what does not end one.
const (
	closing = "，。、；：？！）》〉」』】〕”’％%…"
	opening = "（《〈「『【〔“‘"
)

// fitting is how many atoms stand on the line. A closing sign that does not fit hangs over the edge.
func fitting(atoms []atom, l laid, left, room float64) int {
	x := 0.0
	for i, a := range atoms {
		if a.kind == lineBreak {
			return i + 1
		}
		width := a.width
		if a.kind == tab {
			width = max(nextStop(l, left+x)-left-x, 0)
		}
		if x+width > room+tolerance && i > 0 && a.kind != space {
			return breakBefore(atoms, i)
		}
		x += width
	}
	return len(atoms)
}

const tolerance = 0.01 // points, for sums of fractions

// breakBefore moves the break from before this atom to where it may be.
func breakBefore(atoms []atom, i int) int {
	if strings.Contains(closing, atoms[i].text) && atoms[i].text != "" {
		return i + 1
	}
	at := i
	for at > 1 && (strings.Contains(opening, atoms[at-1].text) && atoms[at-1].text != "" || strings.Contains(closing, atoms[at].text) && atoms[at].text != "") {
		at--
	}
	if at == 1 {
		return i
	}
	return at
}

// nextStop is the next tab stop; behind the last, a hanging paragraph has one where its other lines begin.
func nextStop(l laid, x float64) float64 {
	for _, stop := range l.tabs {
		if at := pt(stop.Pos); stop.Val == "left" && at > x {
			return at
		}
	}
	if left := pt(l.indent.Left); left > x {
		return left
	}
	return (math.Floor(x/usualStop) + 1) * usualStop
}

const usualStop = 36 // half an inch, Word's own

// place gives each atom its place.
func place(atoms []atom, l laid, left, room float64, last bool) {
	x := left
	for i := range atoms {
		atoms[i].x = x
		if atoms[i].kind == tab {
			x = afterTab(atoms[i+1:], l, x)
			continue
		}
		x += atoms[i].width
	}
	if hasTab(atoms) && (len(l.tabs) > 0 || l.indent.Hanging > 0) {
		return
	}
	spare := left + room - x
	switch {
	case l.align == "right":
		shift(atoms, spare)
	case l.align == "center":
		shift(atoms, spare/2)
	case l.align == "distribute", l.align == "both" && !last:
		spread(atoms, spare)
	}
}

// afterTab is where the text behind a tab begins.
func afterTab(behind []atom, l laid, x float64) float64 {
	width := 0.0
	for _, a := range behind {
		if a.kind == tab {
			break
		}
		width += a.width
	}
	for _, stop := range l.tabs {
		at := pt(stop.Pos)
		if at <= x {
			continue
		}
		switch stop.Val {
		case "right":
			return max(x, at-width)
		case "center":
			return max(x, at-width/2)
		}
		return at
	}
	return nextStop(l, x)
}

func hasTab(atoms []atom) bool {
	for _, a := range atoms {
		if a.kind == tab {
			return true
		}
	}
	return false
}

func shift(atoms []atom, by float64) {
	for i := range atoms {
		atoms[i].x += by
	}
}

// spread fills the line by even gaps, unless it is so short that one would see them.
func spread(atoms []atom, spare float64) {
	if len(atoms) < 2 {
		return
	}
	gap := spare / float64(len(atoms)-1)
	for i := range atoms {
		atoms[i].x += gap * float64(i)
	}
}
