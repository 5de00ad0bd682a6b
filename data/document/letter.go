package document

import (
	"strings"

	"smartcanal/data/document/wml"
)

// letterHead is the header and the footer of a letter's first page.
type letterHead struct{ header, footer string }

const (
	letterLine = 170 // mm, centred on the paper
	letterMark = 2 * 40
)

var (
	// letterTop is where the line of the head begins: the characters' upper edge is 30 mm below the paper's.
	letterTop = mm(30) - overhang(letterMark)
	// letterFoot is where the lower double line lies, from the paper's lower edge.
	letterFoot = mm(20)
	// beyond are how far the double lines reach over the text at both sides.
	beyondLeft  = marginLeft - mm((210-letterLine)/2.0)
	beyondRight = marginRight - mm((210-letterLine)/2.0)
)

// addLetterHead puts the head above the text area of the first page, a double line 4 mm below it and another one
// 20 mm above the paper's lower edge.
func addLetterHead(f *wml.File, p *Paper) letterHead {
	mark := markLine(markOf(p), min(letterMark, markSize(markOf(p))))
	mark.Properties.Indent = &wml.Indent{Left: -beyondLeft, Right: -beyondRight}
	mark.Properties.Borders = &wml.Borders{Bottom: &wml.Border{Val: "thickThinSmallGap", Size: 24, Space: 5, Color: red}}
	foot := wml.Paragraph{Properties: &wml.ParagraphProperties{
		Borders: &wml.Borders{Bottom: &wml.Border{Val: "thinThickSmallGap", Size: 24, Space: 0, Color: red}},
		Spacing: wml.Exactly(20),
		Indent:  &wml.Indent{Left: -beyondLeft, Right: -beyondRight},
	}}
	return letterHead{header: f.AddHeader(mark), footer: f.AddFooter(foot)}
}

// letterNumber stands at the right edge below the double line, secrecy and urgency at the left. 7/8 of a
// character lie between the line and the first of them.
func (c *composer) letterNumber() {
	var labels []string
	for _, label := range []string{c.paper.CopyNumber, c.paper.Secrecy, c.paper.Urgency} {
		if label != "" {
			labels = append(labels, label)
		}
	}
	if len(labels) == 0 {
		labels = []string{""}
	}
	for i, label := range labels {
		p := styled(styleNumber)
		p.Align = wml.Word("left")
		p.Spacing = below(0, linePitch)
		p.Tabs = &wml.Tabs{Stops: []wml.Stop{{Val: "right", Pos: textWidth}}}
		number := ""
		if i == 0 {
			p.Spacing.Before, number = letterGap, c.paper.Number
		}
		c.put(wml.Paragraph{Properties: p, Content: []any{wml.Write(label, look(heiTi, size3)), wml.Write("\t"+number, nil)}})
	}
}

// letterGap is 7/8 of 16 points less what the top of a character is below the top of its line.
const letterGap = 88

func (c *composer) title() {
	if c.paper.Title == "" {
		return
	}
	lines := TitleLines(c.paper.Title)
	p := line(styleTitle, strings.Join(lines, "\n"))
	if c.paper.Form != Plain {
		p.Properties.Spacing = below(2*linePitch, titleLine)
	}
	c.put(p)
	if c.paper.Subtitle != "" {
		c.put(wml.Paragraph{Properties: &wml.ParagraphProperties{Align: wml.Word("center"), Spacing: below(linePitch/2, linePitch)},
			Content: []any{wml.Write(c.paper.Subtitle, look(kaiTi, size3))}})
	}
	c.addressee()
}

func (c *composer) addressee() {
	if c.paper.Addressee != "" {
		p := line(styleBody, strings.TrimRight(c.paper.Addressee, "：:")+"：")
		p.Properties.Spacing = below(linePitch, linePitch)
		c.put(p)
		return
	}
	c.put(wml.Paragraph{Properties: &wml.ParagraphProperties{}})
}
