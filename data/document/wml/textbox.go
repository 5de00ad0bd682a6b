package wml

import (
	"encoding/xml"
	"fmt"
)

// VML is an old drawing, which Word, WPS and LibreOffice all still place alike.
type VML struct {
	XMLName xml.Name `xml:"w:pict"`
	Shape   boxShape
}

type boxShape struct {
	XMLName xml.Name `xml:"v:rect"`
	ID      string   `xml:"id,attr"`
	Style   string   `xml:"style,attr"`
	Filled  string   `xml:"filled,attr"`
	Stroked string   `xml:"stroked,attr"`
	Box     textBox
	Wrap    *wrap
}

type wrap struct {
	XMLName xml.Name `xml:"w10:wrap"`
	Type    string   `xml:"type,attr"`
}

type textBox struct {
	XMLName xml.Name `xml:"v:textbox"`
	Style   string   `xml:"style,attr"`
	Inset   string   `xml:"inset,attr"`
	Content boxContent
}

type boxContent struct {
	XMLName xml.Name `xml:"w:txbxContent"`
	Content []any
}

// TextBox is a frame without lines that stands where its style says; flow is the style of its text.
func TextBox(style, flow string, content ...any) VML {
	return VML{Shape: boxShape{
		ID: fmt.Sprintf("box%d", len(style)), Style: style, Filled: "f", Stroked: "f",
		Box: textBox{Style: flow, Inset: "0,0,0,0", Content: boxContent{Content: content}},
	}}
}

// Content is what stands in the box.
func (v VML) Content() []any { return v.Shape.Box.Content.Content }

// Displacing is the box with the text kept above and below it.
func (v VML) Displacing() VML {
	v.Shape.Wrap = &wrap{Type: "topAndBottom"}
	return v
}
