package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text over several lines, broken as Chinese is: anywhere but inside a word or a number
// and never before closing punctuation. Its height follows the width it is given.
type Paragraph struct {
	widget.BaseWidget
	Content string
	Colour  fyne.ThemeColorName
	Points  float32
	Align   fyne.TextAlign
	Bold    bool
	// MaxLines, if not 0, ends the text in … after so many lines.
	MaxLines int

	width float32
	lines []string
}

// NewParagraph is a paragraph in ink and the text size.
func NewParagraph(content string) *Paragraph {
	p := &Paragraph{Content: content, Colour: Ink, Points: TextSize}
	p.ExtendBaseWidget(p)
	return p
}

// NewNote is a secondary paragraph, 12 high.
func NewNote(content string) *Paragraph {
	p := NewParagraph(content)
	p.Colour, p.Points = Secondary, SmallTextSize
	return p
}

// SetText shows another content.
func (p *Paragraph) SetText(content string) {
	p.Content, p.lines = content, nil
	p.Refresh()
}

// Resize breaks the text anew when the width changed.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.width, p.lines = size.Width, nil
		p.BaseWidget.Resize(size)
		p.Refresh()
		return
	}
	p.BaseWidget.Resize(size)
}

// HeightFor is the height the paragraph takes at a width.
func (p *Paragraph) HeightFor(width float32) float32 {
	return float32(len(p.broken(width))) * p.lineHeight()
}

func (p *Paragraph) lineHeight() float32 {
	return fyne.MeasureText("国", p.Points, fyne.TextStyle{}).Height
}

func (p *Paragraph) broken(width float32) []string {
	if p.lines == nil || width != p.width {
		lines := BreakLines(p.Content, width, widthAt(p.Points, p.Bold))
		if p.MaxLines > 0 && len(lines) > p.MaxLines {
			rest := strings.Join(lines[p.MaxLines-1:], "")
			lines = append(lines[:p.MaxLines-1:p.MaxLines-1], shortened(rest, width, p.Points, fyne.TextStyle{Bold: p.Bold}))
		}
		if width != p.width {
			return lines
		}
		p.lines = lines
	}
	return p.lines
}

// CreateRenderer is Fyne's.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	layout := func(size fyne.Size) {
		lines, height := p.broken(size.Width), p.lineHeight()
		r.objects = r.objects[:0]
		for i, line := range lines {
			text := canvas.NewText(line, Color(p.Colour))
			text.TextSize, text.Alignment, text.TextStyle.Bold = p.Points, p.Align, p.Bold
			place(text, 0, float32(i)*height, size.Width, height)
			r.objects = append(r.objects, text)
		}
	}
	r.layout = layout
	r.min = func() fyne.Size {
		return fyne.NewSize(4*p.Points, p.HeightFor(max(p.width, 4*p.Points)))
	}
	r.refresh = func() { layout(p.BaseWidget.Size()) }
	return r
}

// BreakLines breaks content for a width as Chinese is broken; line ends in content stay. widthOf measures a
// piece of it.
func BreakLines(content string, width float32, widthOf func(string) float32) []string {
	var lines []string
	for _, given := range strings.Split(content, "\n") {
		lines = append(lines, breakLine(given, width, widthOf)...)
	}
	return lines
}

func widthAt(size float32, bold bool) func(string) float32 {
	return func(text string) float32 { return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width }
}

func breakLine(content string, width float32, widthOf func(string) float32) []string {
	var lines []string
	line, lineWidth := "", float32(0)
	for _, piece := range pieces(content) {
		pieceWidth := widthOf(piece)
		if line != "" && lineWidth+pieceWidth > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, lineWidth = "", 0
			piece = strings.TrimLeft(piece, " ")
			pieceWidth = widthOf(piece)
		}
		line += piece
		lineWidth += pieceWidth
	}
	return append(lines, line)
}

// pieces cuts content where a line may end.
func pieces(content string) []string {
	var out []string
	var current []rune
	for _, r := range content {
		if len(current) > 0 && mayBreak(current[len(current)-1], r) {
			out = append(out, string(current))
			current = current[:0]
		}
		current = append(current, r)
	}
	if len(current) > 0 {
		out = append(out, string(current))
	}
	return out
}

const (
	neverFirst = "，。、；：？！）》」』】”’…—,.;:?!)]}%％·"
	neverLast  = "（《「『【“‘([{¥￥"
)

func mayBreak(before, after rune) bool {
	if strings.ContainsRune(neverFirst, after) || strings.ContainsRune(neverLast, before) {
		return false
	}
	return before == ' ' || ideographic(before) || ideographic(after) || strings.ContainsRune(neverFirst, before) && !numeric(after)
}

func ideographic(r rune) bool { return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3100 }

func numeric(r rune) bool { return unicode.IsDigit(r) }
