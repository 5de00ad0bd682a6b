package document

import (
	"strings"

	"smartcanal/data/document/wml"
)

// composer lays the parts of a paper one below the other and closes a section where the paper has to be turned.
type composer struct {
	paper     *Paper
	file      *wml.File
	numbers   numbering
	landscape bool // how the pages being filled lie
	first     bool // nothing has closed the first section yet
	footers   footers
	letter    letterHead
}

func compose(p *Paper) *wml.File {
	c := &composer{paper: p, first: true, file: &wml.File{Title: p.Title, Styles: styles(), Settings: settings(), Fonts: fontTable()}}
	c.footers = addFooters(c.file, p.Form)
	if p.Form == Letter {
		c.letter = addLetterHead(c.file, p)
	}
	c.head()
	c.title()
	c.landscape = p.liesAcross() // the title is on the page of its table
	c.blocks(p.Body)
	c.attachmentList()
	c.attendance()
	c.signature()
	c.note()
	c.attachments()
	c.imprint()
	c.endInParagraph()
	c.file.Body.Section = c.section()
	return c.file
}

// liesAcross tells whether a paper is nothing but a table on pages laid across, under its title.
func (p *Paper) liesAcross() bool {
	if p.Form != Plain || p.Addressee != "" || len(p.Body) == 0 {
		return false
	}
	table, is := p.Body[0].(Table)
	return is && table.Landscape
}

// endInParagraph lets the last section end in a paragraph, too low to be seen: LibreOffice does not turn the page of a
// section that is a table alone.
func (c *composer) endInParagraph() {
	content := c.file.Body.Content
	if len(content) == 0 {
		return
	}
	if _, is := content[len(content)-1].(wml.Table); is {
		c.file.Body.Content = append(content, wml.Paragraph{Properties: &wml.ParagraphProperties{Spacing: wml.Exactly(20)}})
	}
}

// line is a paragraph of one style and one text.
func line(style, text string) wml.Paragraph {
	return wml.Paragraph{Properties: styled(style), Content: []any{wml.Write(text, nil)}}
}

func styled(style string) *wml.ParagraphProperties {
	if style == styleBody {
		return &wml.ParagraphProperties{}
	}
	return &wml.ParagraphProperties{Style: wml.Word(style)}
}

// below is lines of a height with room above them.
func below(room, height int) *wml.Spacing {
	return &wml.Spacing{Before: room, Line: height, Rule: "exact"}
}

func (c *composer) blocks(blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			c.heading(b)
		case Text:
			c.text(b)
		case Table:
			c.table(b)
		case Boxes:
			c.boxes(b)
		case Picture:
			c.picture(b)
		}
	}
}

func (c *composer) heading(h Heading) {
	level := min(max(h.Level, 1), 4)
	p := styled(styleHeading + string(rune('0'+level)))
	text := h.Text
	if !h.Bare {
		text = c.numbers.head(level, text)
	}
	content := []any{wml.Write(text, nil)}
	if h.Then != "" {
		p.KeepNext = wml.Off
		content = append(content, wml.Write(h.Then, &wml.RunProperties{Fonts: wml.Font(fangSong)}))
	}
	c.put(wml.Paragraph{Properties: p, Content: content})
}

// text is a paragraph for each line: what is pasted comes in lines.
func (c *composer) text(t Text) {
	lead := t.Lead
	for part := range strings.SplitSeq(t.Text, "\n") {
		p := &wml.ParagraphProperties{}
		if !t.Flush && (t.Align == "" || t.Align == Left) {
			p.Indent = twoIn
		}
		if t.Align != "" {
			p.Align = wml.Word(string(t.Align))
		}
		var content []any
		if lead != "" {
			content = append(content, wml.Write(lead, &wml.RunProperties{Fonts: wml.Font(heiTi)}))
		}
		c.put(wml.Paragraph{Properties: p, Content: append(content, wml.Write(part, nil))})
		lead = ""
	}
}

// put adds what stands on upright pages.
func (c *composer) put(content ...any) {
	c.turn(false)
	c.add(content)
}

// putTurned adds what stands on pages laid across.
func (c *composer) putTurned(content ...any) {
	c.turn(true)
	c.add(content)
}

// add leaves a little room between a table and the text above and below it.
func (c *composer) add(content []any) {
	for _, next := range content {
		all := c.file.Body.Content
		if len(all) > 0 {
			all[len(all)-1], next = apart(all[len(all)-1], next)
		}
		c.file.Body.Content = append(all, next)
	}
}

const roomOfTable = 120

func apart(above, below any) (any, any) {
	_, tableAbove := above.(wml.Table)
	_, tableBelow := below.(wml.Table)
	if p, ok := above.(wml.Paragraph); ok && tableBelow {
		return spaced(p, 0, roomOfTable), below
	}
	if p, ok := below.(wml.Paragraph); ok && tableAbove {
		return above, spaced(p, roomOfTable, 0)
	}
	return above, below
}

// spaced gives more room to a line of the body. A line of another style has its own.
func spaced(p wml.Paragraph, before, after int) wml.Paragraph {
	if p.Properties.Style != nil && !strings.HasPrefix(p.Properties.Style.Val, styleHeading) || p.Properties.Section != nil {
		return p
	}
	properties := *p.Properties
	spacing := wml.Spacing{Line: linePitch, Rule: "exact"}
	if properties.Spacing != nil {
		spacing = *properties.Spacing
	}
	spacing.Before += before
	spacing.After += after
	properties.Spacing = &spacing
	p.Properties = &properties
	return p
}

// turn closes the section if the pages so far lie the other way, and says whether that began a new page.
func (c *composer) turn(landscape bool) bool {
	turned := c.landscape != landscape && len(c.file.Body.Content) > 0
	if turned {
		c.closeSection()
	}
	c.landscape = landscape
	return turned
}

// closeSection hangs the section on the last paragraph, where Word wants it; behind a table it takes a paragraph
// of its own that is too low to be seen.
func (c *composer) closeSection() {
	content := c.file.Body.Content
	last, ok := content[len(content)-1].(wml.Paragraph)
	if !ok {
		last = wml.Paragraph{Properties: &wml.ParagraphProperties{Spacing: wml.Exactly(20)}}
		content = append(content, last)
	}
	properties := *last.Properties
	properties.Section = c.section()
	last.Properties = &properties
	content[len(content)-1] = last
	c.file.Body.Content = content
	c.first = false
}
