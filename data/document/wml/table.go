package wml

import "encoding/xml"

// Table is a table of fixed columns.
type Table struct {
	XMLName    xml.Name        `xml:"w:tbl"`
	Properties TableProperties `xml:"w:tblPr"`
	Grid       Grid            `xml:"w:tblGrid"`
	Rows       []Row           `xml:"w:tr"`
}

// TableProperties are in the order of CT_TblPr.
type TableProperties struct {
	Width       *Width       `xml:"w:tblW"`
	Align       *Value       `xml:"w:jc"`
	Indent      *Width       `xml:"w:tblInd"`
	Borders     *Borders     `xml:"w:tblBorders"`
	Layout      *Layout      `xml:"w:tblLayout"`
	CellMargins *CellMargins `xml:"w:tblCellMar"`
}

// Layout is "fixed", or "autofit" to what the cells hold.
type Layout struct {
	Type string `xml:"w:type,attr"`
}

// CellMargins is the room between the lines and the text.
type CellMargins struct {
	Top    *Width `xml:"w:top"`
	Left   *Width `xml:"w:left"`
	Bottom *Width `xml:"w:bottom"`
	Right  *Width `xml:"w:right"`
}

// Grid has the widths of the columns.
type Grid struct {
	Columns []GridColumn `xml:"w:gridCol"`
}

// GridColumn is the width of one column.
type GridColumn struct {
	W int `xml:"w:w,attr"`
}

// Row is a row of cells.
type Row struct {
	Properties *RowProperties `xml:"w:trPr"`
	Cells      []Cell         `xml:"w:tc"`
}

// RowProperties may stand in any order.
type RowProperties struct {
	CantSplit *Flag   `xml:"w:cantSplit"`
	Height    *Height `xml:"w:trHeight"`
	Header    *Flag   `xml:"w:tblHeader"`
}

// Height is a row's; the rule is "atLeast" or "exact".
type Height struct {
	Val  int    `xml:"w:val,attr"`
	Rule string `xml:"w:hRule,attr"`
}

// Cell holds paragraphs, one at least.
type Cell struct {
	Properties CellProperties `xml:"w:tcPr"`
	Content    []any          // Paragraph, Table; the last is a Paragraph
}

// CellProperties are in the order of CT_TcPr.
type CellProperties struct {
	Width   *Width   `xml:"w:tcW"`
	Span    *Number  `xml:"w:gridSpan"`
	Merge   *Value   `xml:"w:vMerge"`
	Borders *Borders `xml:"w:tcBorders"`
	Align   *Value   `xml:"w:vAlign"`
}
