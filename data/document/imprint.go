package document

import (
	"fmt"

	"smartcanal/data/document/wml"
)

// imprint is the 版记: its last line lies on the lower edge of the text on the last page. It is a text box fixed to
// that edge, so that it stays there when the office changes the text. (A table or a frame fixed there does as well in
// Word, but LibreOffice leaves a table as wide as the text where it was and takes a frame's lines apart.)
func (c *composer) imprint() {
	i := c.paper.Imprint
	lettered := c.paper.Form == Letter // a letter names no office that prints it and has no lines
	drawn := wml.Table{
		Properties: wml.TableProperties{Width: wml.Twips(textWidth), Layout: fixed, CellMargins: noMargins()},
		Grid:       wml.Grid{Columns: []wml.GridColumn{{W: textWidth}}},
	}
	height := 20
	if i.CopiesTo != "" {
		drawn.Rows = append(drawn.Rows, imprintRow(copies(i.CopiesTo)))
		height += imprintHeight * copiesLines(i.CopiesTo)
	}
	if !lettered && (i.Office != "" || i.date() != "") {
		drawn.Rows = append(drawn.Rows, imprintRow(printed(i)))
		height += imprintHeight
	}
	if len(drawn.Rows) == 0 {
		return
	}
	if !lettered {
		rule(drawn.Rows)
	}
	low := wml.Paragraph{Properties: &wml.ParagraphProperties{Spacing: wml.Exactly(20)}}
	box := wml.TextBox(fmt.Sprintf("position:absolute;margin-left:0;margin-top:0;width:%.2fpt;height:%.1fpt;z-index:2;"+
		"mso-wrap-distance-left:0;mso-wrap-distance-top:0;mso-wrap-distance-right:0;mso-wrap-distance-bottom:0;mso-position-horizontal:left;mso-position-horizontal-relative:margin;"+
		"mso-position-vertical:bottom;mso-position-vertical-relative:margin", float64(textWidth)/20, float64(height)/20),
		"mso-fit-shape-to-text:t", drawn, low)
	c.put(wml.Paragraph{Properties: low.Properties, Content: []any{wml.Run{Content: []any{box.Displacing()}}}})
}

// rule draws the lines: 0.35 mm above and below, 0.25 mm between.
func rule(rows []wml.Row) {
	thick := &wml.Border{Val: "single", Size: 8, Color: "000000"}
	thin := &wml.Border{Val: "single", Size: 6, Color: "000000"}
	for i := range rows {
		borders := &wml.Borders{Top: thin, Bottom: thin}
		if i == 0 {
			borders.Top = thick
		}
		if i == len(rows)-1 {
			borders.Bottom = thick
		}
		rows[i].Cells[0].Properties.Borders = borders
	}
}

func imprintRow(p wml.Paragraph) wml.Row {
	return wml.Row{Properties: &wml.RowProperties{CantSplit: wml.On}, Cells: []wml.Cell{{
		Properties: wml.CellProperties{Width: wml.Twips(textWidth), Align: wml.Word("center")}, Content: []any{p},
	}}}
}

// oneOf4 is the width of one character of 四号.
const oneOf4 = 10 * size4

// copies has one character at both sides and goes on below the first name.
func copies(to string) wml.Paragraph {
	p := line(styleImprint, "抄送："+stopped(to))
	p.Properties.Indent = &wml.Indent{Left: 4 * oneOf4, Right: oneOf4, Hanging: 3 * oneOf4}
	return p
}

// copiesLines is how many lines the offices take that get copies.
func copiesLines(to string) int {
	inLine := textWidth/oneOf4 - 5
	return max(1, (int(widthOf(stopped(to)))+inLine-1)/inLine)
}

func stopped(text string) string {
	if letters := []rune(text); len(letters) > 0 && letters[len(letters)-1] == '。' {
		return text
	}
	return text + "。"
}

func printed(i Imprint) wml.Paragraph {
	date := i.date()
	if date != "" {
		date += "印发"
	}
	p := line(styleImprint, i.Office+"\t"+date)
	p.Properties.Indent = &wml.Indent{Left: oneOf4, Right: oneOf4}
	p.Properties.Align = wml.Word("left")
	p.Properties.Tabs = &wml.Tabs{Stops: []wml.Stop{{Val: "right", Pos: textWidth - oneOf4}}}
	return p
}
