package document

import (
	"fmt"
	"strings"

	"smartcanal/data/document/wml"
)

// attachmentList is the 附件说明: a line below the body, two characters in, the names below each other, no full stop.
func (c *composer) attachmentList() {
	attachments := c.paper.Attachments
	for i, attachment := range attachments {
		text, left, hanging := "", 6.0, 1.0
		if len(attachments) > 9 {
			left, hanging = 6.5, 1.5
		}
		switch {
		case len(attachments) == 1:
			text, left, hanging = "附件："+attachment.Title, 5, 3
		case i == 0:
			text, hanging = "附件：1.\t"+attachment.Title, left-2
		default:
			text = fmt.Sprintf("%d.\t%s", i+1, attachment.Title)
		}
		p := line(styleBody, text)
		p.Properties.Indent = &wml.Indent{Left: chars(left), Hanging: chars(hanging)}
		p.Properties.Align = wml.Word("left")
		if i == 0 {
			p.Properties.Spacing = below(linePitch, linePitch)
		}
		c.put(p)
	}
}

// attendance lists who was there, continued below the first name.
func (c *composer) attendance() {
	for i, who := range c.paper.Attendance {
		p := &wml.ParagraphProperties{Indent: &wml.Indent{Left: chars(3 + widthOf(who.Label)), Hanging: chars(1 + widthOf(who.Label))}}
		if i == 0 {
			p.Spacing = below(linePitch, linePitch)
		}
		c.put(wml.Paragraph{Properties: p, Content: []any{
			wml.Write(who.Label, &wml.RunProperties{Fonts: wml.Font(heiTi)}), wml.Write("："+who.People, nil),
		}})
	}
}

// signature is name and date. Minutes have theirs in the head.
func (c *composer) signature() {
	s := c.paper.Signature
	if c.paper.Form == Minutes || len(s.Offices) == 0 && s.date() == "" {
		return
	}
	c.keepLast()
	switch {
	case s.Sealed && len(s.Offices) > 1:
		c.sealedTogether(s)
	case s.Sealed, isMark(strings.Join(s.Offices, "")):
		c.sealed(s)
	default:
		c.unsealed(s)
	}
}

// keepLast keeps the last paragraph with what follows, so that no signature stands on a page without text.
func (c *composer) keepLast() {
	content := c.file.Body.Content
	if len(content) == 0 || c.landscape {
		return
	}
	if last, ok := content[len(content)-1].(wml.Paragraph); ok {
		properties := *last.Properties
		properties.KeepNext = wml.On
		last.Properties = &properties
		content[len(content)-1] = last
	}
}

// sealed leaves four characters at the right of the date, centres the name over it and leaves two lines above for
// the seal, which is 42 mm across and centred on both: its top then is within a line of the text.
func (c *composer) sealed(s Signature) {
	date := s.date()
	right := 4.0
	room := 2 * linePitch
	if len(s.Offices) == 1 && isMark(s.Offices[0]+date) {
		c.put(overDate(s.Offices[0], room))
		room = 0
	} else if len(s.Offices) == 1 {
		width := widthOf(s.Offices[0])
		name := right + (widthOf(date)-width)/2
		if name < 0 {
			name, right = 0, (width-widthOf(date))/2
		}
		c.put(signed(s.Offices[0], name, room, date != ""))
		room = 0
	}
	if date != "" {
		c.put(signed(date, right, room, false))
	}
}

// isMark says whether a text is a template's, to be filled in: nobody knows how long it will be.
func isMark(text string) bool { return strings.Contains(text, "{{") }

// overDate centres a name of any length over a date of usual length that ends four characters from the edge.
func overDate(name string, room int) wml.Paragraph {
	const usual = 7 // 2026年11月16日
	p := signed("\t"+name, 0, room, true)
	p.Properties.Align = wml.Word("left")
	p.Properties.Tabs = &wml.Tabs{Stops: []wml.Stop{{Val: "center", Pos: textWidth - chars(4+usual/2.0)}}}
	return p
}

// unsealed leaves two characters at the right of the name and begins the date two characters behind the name's
// beginning.
func (c *composer) unsealed(s Signature) {
	date := s.date()
	name, right := 2.0, 2.0
	if n := len(s.Offices); n > 0 && date != "" {
		longest := widest(s.Offices)
		if widthOf(date) > longest {
			name = 2 + widthOf(date) + 2 - longest
		} else {
			right = longest - widthOf(date)
		}
	}
	room := linePitch
	for _, office := range s.Offices {
		c.put(signed(office, name, room, true))
		room = 0
	}
	if date != "" {
		c.put(signed(date, right, room, false))
	}
}

func widest(texts []string) float64 {
	longest := 0.0
	for _, text := range texts {
		longest = max(longest, widthOf(text))
	}
	return longest
}

// signed is a line so many characters from the right edge.
func signed(text string, right float64, room int, more bool) wml.Paragraph {
	p := line(styleBody, text)
	p.Properties.Indent = &wml.Indent{Right: chars(right)}
	p.Properties.Align = wml.Word("right")
	p.Properties.Spacing = below(room, linePitch)
	p.Properties.KeepLines = wml.On
	if more {
		p.Properties.KeepNext = wml.On
	}
	return p
}

// sealedTogether sets up to three names in a row with room for the seal of each, the date below the last.
func (c *composer) sealedTogether(s Signature) {
	inRow := 1
	for longest := widest(s.Offices); inRow < 3 && float64(inRow+1)*(longest+1) <= charsOfLine; {
		inRow++
	}
	for start := 0; start < len(s.Offices); start += inRow {
		offices := s.Offices[start:min(start+inRow, len(s.Offices))]
		widths := split(textWidth, make([]float64, len(offices)))
		drawn := wml.Table{Properties: wml.TableProperties{Width: wml.Twips(textWidth), Layout: fixed, CellMargins: noMargins()}}
		row := wml.Row{Properties: &wml.RowProperties{CantSplit: wml.On, Height: &wml.Height{Val: mm(42), Rule: "atLeast"}}}
		for i, office := range offices {
			p := line(styleBody, office)
			p.Properties.Align, p.Properties.KeepNext = wml.Word("center"), wml.On
			drawn.Grid.Columns = append(drawn.Grid.Columns, wml.GridColumn{W: widths[i]})
			row.Cells = append(row.Cells, wml.Cell{
				Properties: wml.CellProperties{Width: wml.Twips(widths[i]), Align: wml.Word("bottom")}, Content: []any{p},
			})
		}
		drawn.Rows = []wml.Row{row}
		c.put(drawn)
	}
	if date := s.date(); date != "" {
		c.put(signed(date, 4, 0, false))
	}
}

func (c *composer) note() {
	if c.paper.Note != "" {
		c.text(Text{Text: "（" + c.paper.Note + "）"})
	}
}

// attachments are on pages of their own: 附件 with its number on the first line, the title on the third.
func (c *composer) attachments() {
	for i, attachment := range c.paper.Attachments {
		if len(attachment.Body) == 0 {
			continue
		}
		label := "附件"
		if len(c.paper.Attachments) > 1 {
			label = fmt.Sprintf("附件%d", i+1)
		}
		across := false
		if table, ok := attachment.Body[0].(Table); ok {
			across = table.Landscape
		}
		p := line(styleLabel, label)
		if !c.turn(across) {
			p.Properties.PageBreakBefore = wml.On
		}
		title := line(styleTitle, strings.Join(TitleLines(attachment.Title), "\n"))
		title.Properties.Spacing = below(linePitch, titleLine)
		gap := wml.Paragraph{Properties: &wml.ParagraphProperties{}}
		if across {
			c.putTurned(p, title, gap)
		} else {
			c.put(p, title, gap)
		}
		c.numbers = numbering{}
		c.blocks(attachment.Body)
	}
}
