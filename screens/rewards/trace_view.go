package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
)

// newTraceTable shows how an amount came about; a line opens what is behind it.
func newTraceTable(lines []TraceLine, open func(link string), dense bool) fyne.CanvasObject {
	rows := make([][]kit.Cell, len(lines))
	strong := -1
	for i, line := range lines {
		rows[i] = traceCells(line, dense)
		if line.Strong {
			strong = i
		}
	}
	table := kit.NewTable([]kit.Head{{Grow: true}, {Right: true}}).Headless()
	if !dense {
		table.Roomy()
	}
	table.SetRows(rows...)
	return table.Mark(strong).OnRow(func(row int) { openLinks(lines[row].Links, table, open) })
}

// openLinks opens the one thing behind a line, or offers all there are.
func openLinks(links []TraceLink, under fyne.CanvasObject, open func(link string)) {
	switch len(links) {
	case 0:
	case 1:
		open(links[0].Link)
	default:
		choices := make([]kit.Choice, len(links))
		for i, link := range links {
			choices[i] = kit.Choice{Value: link.Link, Label: link.Label}
		}
		kit.OpenChoices(under, choices, open)
	}
}

func traceCells(line TraceLine, dense bool) []kit.Cell {
	ink := kit.Ink
	switch {
	case line.Pale:
		ink = kit.Secondary
	case line.FromLines:
		ink = kit.Canal // a figure that opens its lines
	}
	title := kit.Cell{Text: line.Title, Bold: line.Strong}
	result := kit.Cell{Text: line.Result, Colour: ink, Bold: line.Strong}
	if line.Badge != "" {
		result = kit.Cell{Object: verdict(line, ink, dense)}
	}
	return []kit.Cell{title, result}
}

// verdict is the badge with what it gives, or why it gives nothing.
func verdict(line TraceLine, ink fyne.ThemeColorName, dense bool) fyne.CanvasObject {
	points := kit.TextSize
	if dense {
		points = kit.DenseTextSize
	}
	if line.Verdict == rewards.Met {
		return kit.Row(kit.Gap, kit.NewBadge(line.Badge, kit.GreenTint), kit.NewStyled(line.Result, ink, points, false))
	}
	return kit.Row(kit.Gap, kit.NewBadge(line.Badge, kit.RedTint), kit.NewStyled(line.Reason, kit.Secondary, points, false))
}
