package document

import (
	"fmt"

	"smartcanal/data/document/wml"
)

// footers are the ids of the page numbers.
type footers struct{ odd, even, turnedOdd, turnedEven string }

// footerDistance is from the paper's lower edge to the foot of the number's line. The dashes stand 7 mm below the
// text, 28 mm above the edge, and so much higher than the foot of their line.
var footerDistance = mm(28) - dashHeight

const (
	dashHeight  = 164
	turnedWidth = 800 // of the box with the number of a landscape page; the line is at its right
	turnedNudge = 20  // by which the dash stands left of the middle of its line
)

// addFooters adds the page numbers: one character from the right edge on odd pages, from the left on even ones.
func addFooters(f *wml.File, form Form) footers {
	odd, even := pageNumber(&wml.Indent{Right: oneOf4}, "right"), pageNumber(&wml.Indent{Left: oneOf4}, "left")
	return footers{
		odd: f.AddFooter(raised(odd, form)...), even: f.AddFooter(raised(even, form)...),
		turnedOdd: f.AddFooter(turned(odd)), turnedEven: f.AddFooter(turned(even)),
	}
}

// raised keeps a letter's numbers where they belong: all footers of a section stand as low as that of its first
// page, whose double line is lower than the numbers.
func raised(number wml.Paragraph, form Form) []any {
	if form != Letter {
		return []any{number}
	}
	return []any{number, wml.Paragraph{Properties: &wml.ParagraphProperties{Spacing: wml.Exactly(footerDistance - letterFoot)}}}
}

// pageNumber is the number between its dashes.
func pageNumber(indent *wml.Indent, side string) wml.Paragraph {
	p := styled(stylePageNumber)
	p.Indent, p.Align = indent, wml.Word(side)
	return wml.Paragraph{Properties: p, Content: []any{
		wml.Write("— ", nil),
		wml.Field{Instruction: "PAGE", Runs: []wml.Run{wml.Write("1", nil)}},
		wml.Write(" —", nil),
	}}
}

// turned lays the number upright at the left of a landscape page: a text box whose lines run from top to bottom, as
// high as the text and fixed to the page.
func turned(number wml.Paragraph) wml.Paragraph {
	x := float64(mm(28)+footerLine/2+turnedNudge-turnedWidth) / 20
	box := wml.TextBox(fmt.Sprintf("position:absolute;margin-left:%.1fpt;margin-top:%.1fpt;width:%.1fpt;height:%.1fpt;z-index:1;"+
		"mso-position-horizontal-relative:page;mso-position-vertical-relative:page", x, float64(marginLeft)/20, float64(turnedWidth)/20, float64(textWidth)/20),
		"layout-flow:vertical", number)
	p := styled(stylePageNumber)
	return wml.Paragraph{Properties: p, Content: []any{wml.Run{Content: []any{box}}}}
}
