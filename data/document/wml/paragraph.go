package wml

import "encoding/xml"

// Paragraph is a paragraph of runs and fields.
type Paragraph struct {
	XMLName    xml.Name             `xml:"w:p"`
	Properties *ParagraphProperties `xml:"w:pPr"`
	Content    []any                // Run, Field
}

// ParagraphProperties are in the order of CT_PPr.
type ParagraphProperties struct {
	Style           *Value         `xml:"w:pStyle"`
	KeepNext        *Flag          `xml:"w:keepNext"`
	KeepLines       *Flag          `xml:"w:keepLines"`
	PageBreakBefore *Flag          `xml:"w:pageBreakBefore"`
	WidowControl    *Flag          `xml:"w:widowControl"`
	Borders         *Borders       `xml:"w:pBdr"`
	Tabs            *Tabs          `xml:"w:tabs"`
	AutoSpaceDE     *Flag          `xml:"w:autoSpaceDE"`
	AutoSpaceDN     *Flag          `xml:"w:autoSpaceDN"`
	AdjustRightInd  *Flag          `xml:"w:adjustRightInd"`
	SnapToGrid      *Flag          `xml:"w:snapToGrid"`
	Spacing         *Spacing       `xml:"w:spacing"`
	Indent          *Indent        `xml:"w:ind"`
	Align           *Value         `xml:"w:jc"`
	TextAlignment   *Value         `xml:"w:textAlignment"`
	OutlineLevel    *Number        `xml:"w:outlineLvl"`
	Mark            *RunProperties `xml:"w:rPr"`
	Section         *Section       `xml:"w:sectPr"`
}

// Spacing is the room above and below and the height of the lines.
type Spacing struct {
	Before int    `xml:"w:before,attr"`
	After  int    `xml:"w:after,attr"`
	Line   int    `xml:"w:line,attr,omitempty"`
	Rule   string `xml:"w:lineRule,attr,omitempty"`
}

// Exactly are lines of one height, whatever the font.
func Exactly(line int) *Spacing { return &Spacing{Line: line, Rule: "exact"} }

// Indent moves the edges of a paragraph. Chars are in hundredths of a character and go with the grid; the
// lengths beside them are for programs that do not know them.
type Indent struct {
	Left           int `xml:"w:left,attr,omitempty"`
	Right          int `xml:"w:right,attr,omitempty"`
	FirstLine      int `xml:"w:firstLine,attr,omitempty"`
	FirstLineChars int `xml:"w:firstLineChars,attr,omitempty"`
	Hanging        int `xml:"w:hanging,attr,omitempty"`
}

// Tabs are tab stops.
type Tabs struct {
	Stops []Stop `xml:"w:tab"`
}

// Stop is a tab stop; Val says which side of the text stands there.
type Stop struct {
	Val string `xml:"w:val,attr"`
	Pos int    `xml:"w:pos,attr"`
}
