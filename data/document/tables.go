package document

import (
	"math"
	"strings"

	"smartcanal/data/document/wml"
)

func (c *composer) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	put, width := c.put, textWidth
	if t.Landscape {
		put, width = c.putTurned, textHeight
	}
	if t.Title != "" {
		p := line(styleLabel, t.Title)
		p.Properties.Align, p.Properties.KeepNext = wml.Word("center"), wml.On
		put(p)
	}
	if t.Unit != "" {
		p := line(styleCell, t.Unit)
		p.Properties.Align, p.Properties.KeepNext = wml.Word("right"), wml.On
		put(p)
	}
	put(t.draw(width))
}

func (t Table) draw(width int) wml.Table {
	shares := make([]float64, len(t.Columns))
	for i, column := range t.Columns {
		shares[i] = column.Width
	}
	widths := split(width, shares)
	drawn := ruled(widths)
	head := wml.Row{Properties: &wml.RowProperties{CantSplit: wml.On, Header: wml.On}}
	for i, column := range t.Columns {
		head.Cells = append(head.Cells, cell(widths[i], column.Head, Centre, t.look(heiTi)))
	}
	drawn.Rows = append(make([]wml.Row, 0, len(t.Rows)+1), head)
	plain := t.look("")
	for _, texts := range t.Rows {
		row := wml.Row{Properties: &wml.RowProperties{CantSplit: wml.On}, Cells: make([]wml.Cell, len(t.Columns))}
		for i, column := range t.Columns {
			text := ""
			if i < len(texts) {
				text = texts[i]
			}
			row.Cells[i] = cell(widths[i], text, column.Align, plain)
		}
		drawn.Rows = append(drawn.Rows, row)
	}
	return drawn
}

// look is the type of the table's cells where it is not that of their style.
func (t Table) look(font string) *wml.RunProperties {
	if font == "" && t.Size == 0 {
		return nil
	}
	look := &wml.RunProperties{}
	if font != "" {
		look.Fonts = wml.Font(font)
	}
	if t.Size > 0 {
		size := int(math.Round(2 * t.Size))
		look.Size, look.SizeCS = wml.Count(size), wml.Count(size)
	}
	return look
}

func (c *composer) boxes(b Boxes) {
	widths := split(textWidth, b.Widths)
	drawn := ruled(widths)
	for _, boxes := range b.Rows {
		row := wml.Row{Properties: &wml.RowProperties{}}
		if boxes.Height > 0 {
			row.Properties.Height = &wml.Height{Val: mm(boxes.Height), Rule: "atLeast"}
		}
		column := 0
		for _, box := range boxes.Boxes {
			span := min(max(box.Span, 1), len(widths)-column)
			row.Cells = append(row.Cells, box.draw(sum(widths[column:column+span]), span))
			column += span
		}
		if len(row.Cells) > 0 {
			drawn.Rows = append(drawn.Rows, row)
		}
	}
	if len(drawn.Rows) > 0 {
		c.put(drawn)
	}
}

func (b Box) draw(width, span int) wml.Cell {
	align, look := b.Align, (*wml.RunProperties)(nil)
	if b.Label {
		look = &wml.RunProperties{Fonts: wml.Font(heiTi)}
		if align == "" {
			align = Centre
		}
	}
	drawn := cell(width, b.Text, align, look)
	if span > 1 {
		drawn.Properties.Span = wml.Count(span)
	}
	return drawn
}

// cell holds one paragraph for each line of its text.
func cell(width int, text string, align Align, look *wml.RunProperties) wml.Cell {
	drawn := wml.Cell{Properties: wml.CellProperties{Width: wml.Twips(width), Align: wml.Word("center")}}
	for part := range strings.SplitSeq(text, "\n") {
		p := styled(styleCell)
		if align != "" && align != Left {
			p.Align = wml.Word(string(align))
		}
		drawn.Content = append(drawn.Content, wml.Paragraph{Properties: p, Content: []any{wml.Write(part, look)}})
	}
	return drawn
}

// ruled is an empty table with thin lines round its cells.
func ruled(widths []int) wml.Table {
	thin := &wml.Border{Val: "single", Size: 4, Color: "000000"}
	drawn := wml.Table{Properties: wml.TableProperties{
		Width:       wml.Twips(sum(widths)),
		Align:       wml.Word("center"),
		Borders:     &wml.Borders{Top: thin, Left: thin, Bottom: thin, Right: thin, InsideH: thin, InsideV: thin},
		Layout:      fixed,
		CellMargins: &wml.CellMargins{Top: wml.Twips(60), Left: wml.Twips(80), Bottom: wml.Twips(60), Right: wml.Twips(80)},
	}}
	for _, w := range widths {
		drawn.Grid.Columns = append(drawn.Grid.Columns, wml.GridColumn{W: w})
	}
	return drawn
}

// split divides a width by shares to the last twip.
func split(width int, shares []float64) []int {
	total := 0.0
	for _, share := range shares {
		total += shareOf(share)
	}
	widths := make([]int, len(shares))
	so, done := 0.0, 0
	for i, share := range shares {
		so += shareOf(share)
		widths[i] = int(math.Round(float64(width)*so/total)) - done
		done += widths[i]
	}
	return widths
}

func shareOf(share float64) float64 {
	if share <= 0 {
		return 1
	}
	return share
}

func sum(widths []int) int {
	total := 0
	for _, w := range widths {
		total += w
	}
	return total
}
