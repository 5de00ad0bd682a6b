package document

import (
	"strings"

	"smartcanal/data/document/wml"
)

// head is what stands above the title.
func (c *composer) head() {
	switch c.paper.Form {
	case File:
		c.mark(c.labels())
		c.documentNumber()
	case Minutes:
		c.mark(c.labels())
		c.minutesNumber()
	case Letter:
		c.letterNumber()
	}
}

// labels are the lines at the upper left: number of the copy, secrecy, urgency.
func (c *composer) labels() int {
	count := 0
	for _, label := range []struct{ style, text string }{
		{styleNumber, c.paper.CopyNumber}, {styleLabel, c.paper.Secrecy}, {styleLabel, c.paper.Urgency},
	} {
		if label.text == "" {
			continue
		}
		p := line(label.style, label.text)
		p.Properties.Align = wml.Word("left")
		c.put(p)
		count++
	}
	return count
}

// mark is the 发文机关标志: its upper edge is 35 mm below the upper edge of the text, whatever labels stand there.
func (c *composer) mark(labels int) {
	if len(c.paper.Issuers) > 1 && c.paper.Mark == "" {
		c.jointMark(labels)
		return
	}
	mark := markOf(c.paper)
	size := markSize(mark)
	p := markLine(mark, size)
	p.Properties.Spacing.Before = mm(35) - labels*linePitch - overhang(size)
	c.put(p)
}

func markLine(text string, size int) wml.Paragraph {
	p := styled(styleMark)
	p.Spacing = wml.Exactly(size * markLeading)
	return wml.Paragraph{Properties: p, Content: []any{wml.Write(text, &wml.RunProperties{Size: wml.Count(size), SizeCS: wml.Count(size)})}}
}

const (
	largestMark = 2 * 48 // half points; the standard leaves it to the office, below 22 mm
	usualMark   = 13     // characters of 沧州市运河区商务局文件 and two more
	markLeading = 12     // twips of line for a half point of type: a fifth more than its height
)

// overhang is how far below the top of its line the top of a character stands, for lines a fifth higher than the type.
func overhang(size int) int { return size * 10 * 11 / 100 }

// markOf is the text of the head.
func markOf(p *Paper) string {
	mark := p.Mark
	if mark == "" {
		mark = strings.Join(p.Issuers, "")
		if p.Form == File {
			mark += "文件"
		}
	}
	return mark
}

// markSize is the largest type in which the head stands on one line.
func markSize(mark string) int {
	width := max(widthOf(mark), 1)
	if isMark(mark) {
		width = usualMark
	}
	return min(largestMark, int(0.97*float64(textWidth)/10/width))
}

// documentNumber is the line with the number, on papers to a higher office with the signers at its right, and the
// red line 4 mm below it.
func (c *composer) documentNumber() {
	if len(c.paper.Signers) == 0 {
		p := line(styleNumber, c.paper.Number)
		p.Properties.Spacing = below(2*linePitch, linePitch)
		p.Properties.Borders = redLine()
		c.put(p)
		return
	}
	rows, width := signerRows(c.paper.Signers)
	labelAt := textWidth - oneOf3 - int(float64(oneOf3)*(width+labelWidth))
	for i, names := range rows {
		p := styled(styleNumber)
		p.Align = wml.Word("left")
		p.Spacing = below(0, linePitch)
		p.Tabs = &wml.Tabs{Stops: []wml.Stop{{Val: "left", Pos: labelAt}, {Val: "left", Pos: labelAt + labelWidth*oneOf3}}}
		number, label := "　", "\t\t"
		if i == 0 {
			p.Spacing.Before, label = 2*linePitch, "\t签发人：\t"
		}
		if i == len(rows)-1 {
			number, p.Borders = "　"+c.paper.Number, redLine()
		}
		c.put(wml.Paragraph{Properties: p, Content: []any{wml.Write(number+label, nil), wml.Write(names, look(kaiTi, size3))}})
	}
}

// oneOf3 is the width of one character of 三号; labelWidth is that of 签发人 and its colon, usualName that of a name.
const (
	oneOf3     = 10 * size3
	labelWidth = 4
	usualName  = 3
)

// signerRows sets two names on a line and gives how many characters the widest takes.
func signerRows(signers []string) (rows []string, width float64) {
	for i := 0; i < len(signers); i += 2 {
		row := spread(signers[i])
		if i+1 < len(signers) {
			row += "　" + spread(signers[i+1])
		}
		rows = append(rows, row)
	}
	if isMark(rows[0]) {
		return rows, usualName
	}
	return rows, widest(rows)
}

// spread sets a name of two characters as wide as one of three.
func spread(name string) string {
	if letters := []rune(name); len(letters) == 2 {
		return string(letters[0]) + "　" + string(letters[1])
	}
	return name
}

// redLine is as wide as the text. 4 mm lie between it and the foot of the characters, which stand a little above
// the foot of their line.
func redLine() *wml.Borders {
	return &wml.Borders{Bottom: &wml.Border{Val: "single", Size: 12, Space: 7, Color: red}}
}

// minutesNumber is the issue of the minutes, then who issues them and when, above the red line.
func (c *composer) minutesNumber() {
	if c.paper.Number != "" {
		p := line(styleNumber, c.paper.Number)
		p.Properties.Spacing = below(2*linePitch, linePitch)
		c.put(p)
	}
	p := line(styleNumber, "　"+strings.Join(c.paper.Issuers, "　")+"\t"+c.paper.Signature.date())
	p.Properties.Align = wml.Word("left")
	p.Properties.Tabs = &wml.Tabs{Stops: []wml.Stop{{Val: "right", Pos: textWidth - oneOf3}}}
	p.Properties.Spacing = below(linePitch, linePitch)
	p.Properties.Borders = redLine()
	c.put(p)
}
