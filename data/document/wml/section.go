package wml

import "encoding/xml"

// Section is how the pages up to it are laid, in the order of CT_SectPr.
type Section struct {
	XMLName   xml.Name `xml:"w:sectPr"`
	Headers   []HeaderReference
	Footers   []FooterReference
	Type      *Value   `xml:"w:type"`
	Size      PageSize `xml:"w:pgSz"`
	Margins   Margins  `xml:"w:pgMar"`
	Columns   Columns  `xml:"w:cols"`
	TitlePage *Flag    `xml:"w:titlePg"`
	Grid      *DocGrid `xml:"w:docGrid"`
}

// HeaderReference names the part with a header; Type is default (odd pages), even or first.
type HeaderReference struct {
	XMLName xml.Name `xml:"w:headerReference"`
	Type    string   `xml:"w:type,attr"`
	ID      string   `xml:"r:id,attr"`
}

// FooterReference names the part with a footer.
type FooterReference struct {
	XMLName xml.Name `xml:"w:footerReference"`
	Type    string   `xml:"w:type,attr"`
	ID      string   `xml:"r:id,attr"`
}

// PageSize is the paper.
type PageSize struct {
	W      int    `xml:"w:w,attr"`
	H      int    `xml:"w:h,attr"`
	Orient string `xml:"w:orient,attr,omitempty"`
}

// Margins are the white edges; Header and Footer are from the paper's edge.
type Margins struct {
	Top    int `xml:"w:top,attr"`
	Right  int `xml:"w:right,attr"`
	Bottom int `xml:"w:bottom,attr"`
	Left   int `xml:"w:left,attr"`
	Header int `xml:"w:header,attr"`
	Footer int `xml:"w:footer,attr"`
	Gutter int `xml:"w:gutter,attr"`
}

// Columns of text; Space is what would lie between them.
type Columns struct {
	Space int `xml:"w:space,attr"`
}

// DocGrid is the grid of lines. Without a type nothing is snapped to it: LibreOffice would round the room above
// a paragraph up to the next line.
type DocGrid struct {
	LinePitch int `xml:"w:linePitch,attr"`
}
