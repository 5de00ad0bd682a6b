package printing

import (
	"golang.org/x/image/font/sfnt"

	"smartcanal/data/document/wml"
)

// look is how a piece of text is set.
type look struct {
	heavy   bool
	red     bool
	size    float64
	spacing float64
}

// lookOf follows the styles from the base up, then what the run says itself.
func (s *setter) lookOf(style string, own *wml.RunProperties) look {
	l := look{size: 16}
	for _, properties := range append(s.runsOf(style, 0), own) {
		if properties == nil {
			continue
		}
		if properties.Fonts != nil {
			l.heavy = s.bold(properties.Fonts.EastAsia)
		}
		if properties.Color != nil {
			l.red = properties.Color.Val != "000000"
		}
		if properties.Size != nil {
			l.size = float64(properties.Size.Val) / 2
		}
		if properties.Spacing != nil {
			l.spacing = pt(properties.Spacing.Val)
		}
	}
	return l
}

// mostBases is how long a chain of styles may be: those of this program have three.
const mostBases = 8

func (s *setter) runsOf(id string, depth int) []*wml.RunProperties {
	style, known := s.styles[id]
	if !known || depth > mostBases {
		return nil
	}
	var above []*wml.RunProperties
	if style.BasedOn != nil {
		above = s.runsOf(style.BasedOn.Val, depth+1)
	}
	return append(above, style.Run)
}

// form is how a paragraph stands.
type form struct {
	spacing  wml.Spacing
	indent   wml.Indent
	align    string
	tabs     []wml.Stop
	bottom   *wml.Border
	keepNext bool
	newPage  bool
}

func (s *setter) formOf(id string, own *wml.ParagraphProperties) form {
	var f form
	for _, properties := range append(s.paragraphsOf(id, 0), own) {
		if properties == nil {
			continue
		}
		if properties.Spacing != nil {
			f.spacing = *properties.Spacing
		}
		if properties.Indent != nil {
			f.indent = *properties.Indent
		}
		if properties.Align != nil {
			f.align = properties.Align.Val
		}
		if properties.Tabs != nil {
			f.tabs = properties.Tabs.Stops
		}
		if properties.Borders != nil {
			f.bottom = properties.Borders.Bottom
		}
		if properties.KeepNext != nil {
			f.keepNext = properties.KeepNext != wml.Off
		}
		f.newPage = properties.PageBreakBefore != nil
	}
	return f
}

func (s *setter) paragraphsOf(id string, depth int) []*wml.ParagraphProperties {
	style, known := s.styles[id]
	if !known || depth > mostBases {
		return nil
	}
	var above []*wml.ParagraphProperties
	if style.BasedOn != nil {
		above = s.paragraphsOf(style.BasedOn.Val, depth+1)
	}
	return append(above, style.Paragraph)
}

// coverage tells which characters a font has.
type coverage struct {
	font   *sfnt.Font
	buffer *sfnt.Buffer
}

func coverageOf(content []byte) coverage {
	font, err := sfnt.Parse(content)
	if err != nil {
		return coverage{}
	}
	return coverage{font, &sfnt.Buffer{}}
}

func (c coverage) has(r rune) bool {
	if c.font == nil {
		return true
	}
	index, err := c.font.GlyphIndex(c.buffer, r)
	return err == nil && index != 0
}
