package document

import "smartcanal/data/document/wml"

// jointMark is the head of a paper of several offices: their names one below the other, spread to one width, and 文件
// at the right of them, half-way down.
func (c *composer) jointMark(labels int) {
	size := min(jointSize, int(0.97*float64(textWidth)/10/(widest(c.paper.Issuers)+markWord+1)))
	right := (markWord + 1) * size * 10
	names := wml.Cell{Properties: wml.CellProperties{Width: wml.Twips(textWidth - right), Align: wml.Word("center")}}
	for _, name := range c.paper.Issuers {
		p := markLine(name, size)
		p.Properties.Align = wml.Word("distribute")
		names.Content = append(names.Content, p)
	}
	kind := wml.Cell{Properties: wml.CellProperties{Width: wml.Twips(right), Align: wml.Word("center")}}
	kind.Content = []any{markLine("文件", size)}

	room := wml.Paragraph{Properties: &wml.ParagraphProperties{Spacing: wml.Exactly(mm(35) - labels*linePitch - overhang(size))}}
	c.put(room, wml.Table{
		Properties: wml.TableProperties{Width: wml.Twips(textWidth), Layout: fixed, CellMargins: noMargins()},
		Grid:       wml.Grid{Columns: []wml.GridColumn{{W: textWidth - right}, {W: right}}},
		Rows:       []wml.Row{{Cells: []wml.Cell{names, kind}}},
	})
}

const (
	jointSize = 2 * 36
	markWord  = 2 // the characters of 文件
)

var fixed = &wml.Layout{Type: "fixed"}

func noMargins() *wml.CellMargins {
	return &wml.CellMargins{Left: wml.Twips(0), Right: wml.Twips(0)}
}
