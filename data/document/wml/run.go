package wml

import (
	"encoding/xml"
	"strings"
)

// Run is text of one look.
type Run struct {
	XMLName    xml.Name       `xml:"w:r"`
	Properties *RunProperties `xml:"w:rPr"`
	Content    []any          // Text, Tab, Break, Drawing, VML
}

// RunProperties are the look of a run, in the order of EG_RPrBase.
type RunProperties struct {
	Fonts   *Fonts  `xml:"w:rFonts"`
	Bold    *Flag   `xml:"w:b"`
	Color   *Value  `xml:"w:color"`
	Spacing *Number `xml:"w:spacing"`
	Scale   *Number `xml:"w:w"` // per cent of the width
	Kern    *Number `xml:"w:kern"`
	Size    *Number `xml:"w:sz"`
	SizeCS  *Number `xml:"w:szCs"`
	Lang    *Lang   `xml:"w:lang"`
}

// Fonts names the font for each kind of script. The hint makes signs that both scripts have, such as dashes
// and quotation marks, those of the East Asian font.
type Fonts struct {
	Hint     string `xml:"w:hint,attr,omitempty"`
	ASCII    string `xml:"w:ascii,attr"`
	HAnsi    string `xml:"w:hAnsi,attr"`
	EastAsia string `xml:"w:eastAsia,attr"`
	CS       string `xml:"w:cs,attr"`
}

// Font is one font for all scripts.
func Font(name string) *Fonts {
	return &Fonts{Hint: "eastAsia", ASCII: name, HAnsi: name, EastAsia: name, CS: name}
}

// Lang is the language for hyphenation and spelling.
type Lang struct {
	Val      string `xml:"w:val,attr"`
	EastAsia string `xml:"w:eastAsia,attr"`
}

// Text is what is written.
type Text struct {
	XMLName xml.Name `xml:"w:t"`
	Space   string   `xml:"xml:space,attr"`
	Value   string   `xml:",chardata"`
}

// Tab goes on to the next tab stop.
type Tab struct {
	XMLName xml.Name `xml:"w:tab"`
}

// Break begins a new line, or a new page if Type is "page".
type Break struct {
	XMLName xml.Name `xml:"w:br"`
	Type    string   `xml:"w:type,attr,omitempty"`
}

// Write makes a run of text; tabs and line breaks in it become Word's own. Characters that XML forbids are
// left out: Word would not open the file.
func Write(text string, look *RunProperties) Run {
	run := Run{Properties: look}
	start := 0
	flush := func(end int) {
		if part := strings.Map(printable, text[start:end]); part != "" {
			run.Content = append(run.Content, Text{Space: "preserve", Value: part})
		}
		start = end + 1
	}
	for i := range len(text) {
		switch text[i] {
		case '\t':
			flush(i)
			run.Content = append(run.Content, Tab{})
		case '\n':
			flush(i)
			run.Content = append(run.Content, Break{})
		}
	}
	flush(len(text))
	return run
}

func printable(r rune) rune {
	if r < ' ' || r == 0xFFFE || r == 0xFFFF || r == '\uFFFD' {
		return -1
	}
	return r
}

// Field is what Word works out itself, such as PAGE, with the text shown until then.
type Field struct {
	XMLName     xml.Name `xml:"w:fldSimple"`
	Instruction string   `xml:"w:instr,attr"`
	Runs        []Run    `xml:"w:r"`
}
