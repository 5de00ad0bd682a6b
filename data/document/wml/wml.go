// Package wml has those words of WordprocessingML (ECMA-376, part 1) that official papers use, as structs that
// encoding/xml writes. The order of the fields is the order of the schema's sequences, which Word insists
// on: a file with two properties the wrong way round is one that it offers to repair.
package wml

import "encoding/xml"

// Lengths are in twentieths of a point (twips) unless a field says otherwise, sizes of type in half points.

// Value is an element that says one word.
type Value struct {
	Val string `xml:"w:val,attr"`
}

// Word makes a Value.
func Word(v string) *Value { return &Value{Val: v} }

// Number is an element that says one number.
type Number struct {
	Val int `xml:"w:val,attr"`
}

// Count makes a Number.
func Count(n int) *Number { return &Number{Val: n} }

// Flag is a property that is on or off; a nil flag leaves it to the style.
type Flag struct {
	Val string `xml:"w:val,attr,omitempty"`
}

// The two positions of a flag.
var (
	On  = &Flag{}
	Off = &Flag{Val: "0"}
)

// Width is a length with its kind: dxa for twips.
type Width struct {
	W    int    `xml:"w:w,attr"`
	Type string `xml:"w:type,attr"`
}

// Twips is a Width in twips.
func Twips(w int) *Width { return &Width{W: w, Type: "dxa"} }

// Border is one line of a frame. Size is in eighths of a point, Space in points.
type Border struct {
	Val   string `xml:"w:val,attr"`
	Size  int    `xml:"w:sz,attr"`
	Space int    `xml:"w:space,attr"`
	Color string `xml:"w:color,attr"`
}

// Borders are the lines round a paragraph, a table or a cell; the last two are of tables only.
type Borders struct {
	Top     *Border `xml:"w:top"`
	Left    *Border `xml:"w:left"`
	Bottom  *Border `xml:"w:bottom"`
	Right   *Border `xml:"w:right"`
	InsideH *Border `xml:"w:insideH"`
	InsideV *Border `xml:"w:insideV"`
}

// names are the prefixes that the parts use.
var names = []xml.Attr{
	name("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
	name("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
	name("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
	name("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
	name("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
	name("v", "urn:schemas-microsoft-com:vml"),
	name("w10", "urn:schemas-microsoft-com:office:word"),
	name("o", "urn:schemas-microsoft-com:office:office"),
}

func name(prefix, space string) xml.Attr {
	return xml.Attr{Name: xml.Name{Local: "xmlns:" + prefix}, Value: space}
}
