package sheet

import (
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// look is how a cell appears.
type look struct {
	place place
	kind  Kind
}

// place is the part of a sheet a cell stands in.
type place uint8

const (
	inTitle place = iota
	inSubtitle
	inHead
	inRow
	inTotals
	inNote
	inSignature
)

const (
	font      = "宋体"
	titleFont = "黑体"
	lineColor = "A0A8AD"
	headColor = "E3F0F7"

	signatureIndent = 4
)

var formats = map[Kind]string{
	Text:    "@",
	Money:   "#,##0.00",
	Integer: "#,##0",
	Date:    "yyyy-mm-dd",
	Moment:  "yyyy-mm-dd hh:mm:ss",
	Percent: "0.00%",
}

// style gives the number of a look in the workbook.
func (b *Book) style(l look) int {
	if id, ok := b.looks[l]; ok {
		return id
	}
	id, err := b.file.NewStyle(l.style())
	if err != nil && b.err == nil {
		b.err = err
	}
	b.looks[l] = id
	return id
}

func (l look) style() *excelize.Style {
	style := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 11},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	}
	switch l.place {
	case inTitle:
		style.Font = &excelize.Font{Family: titleFont, Size: 18}
		style.Alignment.Horizontal = "center"
	case inHead:
		style.Font.Bold = true
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headColor}}
		style.Alignment.Horizontal = "center"
	case inSignature:
		style.Alignment.Horizontal, style.Alignment.Indent = "right", signatureIndent
	case inRow, inTotals:
		style.Font.Bold = l.place == inTotals
		format := formats[l.kind]
		style.CustomNumFmt = &format
		style.Alignment.Horizontal = horizontal(l.kind)
		if style.Alignment.Horizontal == "left" {
			style.Alignment.Indent = 1 // a text does not touch the figure before it
		}
	}
	if l.place == inHead || l.place == inRow || l.place == inTotals {
		style.Border = frame()
	}
	return style
}

func horizontal(kind Kind) string {
	switch kind {
	case Money, Integer, Percent:
		return "right"
	case Date, Moment:
		return "center"
	}
	return "left"
}

func frame() []excelize.Border {
	var borders []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		borders = append(borders, excelize.Border{Type: side, Color: lineColor, Style: 1})
	}
	return borders
}

// cut shortens a text to the length Excel counts, in units of UTF-16.
func cut(text string, length int) string {
	used := 0
	for i, r := range text {
		if used += utf16.RuneLen(r); used > length {
			return text[:i]
		}
	}
	return text
}
