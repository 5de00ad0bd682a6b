package form

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// conflictTracks share the width among the field and its three values.
var conflictTracks = []kit.Track{kit.Fixed(96), kit.Share(1), kit.Share(1), kit.Share(1)}

// mostHigh is how many fields stand in a conflict before they scroll.
const mostHigh = 7

// table shows the fields one below the other, each value over as many lines as it needs.
func (c Conflict) table() fyne.CanvasObject {
	heads := make([]fyne.CanvasObject, 0, len(conflictTracks))
	for _, key := range []string{"field", "was", "theirs", "mine"} {
		head := kit.NewStyled(wording.Text("form.conflict."+key), kit.Secondary, kit.DenseTextSize, true)
		heads = append(heads, head.Short())
	}
	top := kit.NewPanel(kit.Wash, "", 0, kit.Pad(kit.Across(kit.Gap, conflictTracks, heads...), 4, 6, 4, 6))
	lines := make([]fyne.CanvasObject, len(c.Fields))
	for i, f := range c.Fields {
		lines[i] = f.excerpts().row()
	}
	body := fyne.CanvasObject(kit.NewLines(lines...))
	if len(c.Fields) > mostHigh {
		body = kit.Down(0, []kit.Track{kit.Fixed(320)}, kit.Scrolled(body))
	}
	return kit.Column(0, top, body)
}

func (c Contested) row() fyne.CanvasObject {
	values := []fyne.CanvasObject{
		value(c.Label, kit.Secondary, false), value(orDash(c.Was), kit.Ink, false), c.side(c.Theirs, c.ByThem()), c.side(c.Mine, c.ByMe()),
	}
	return kit.Pad(kit.Across(kit.Gap, conflictTracks, values...), 3, 6, 3, 6)
}

// side shows one side's value: strong where that side changed it, in amber where both did.
func (c Contested) side(text string, changed bool) fyne.CanvasObject {
	colour := kit.Ink
	switch {
	case !changed:
		colour = kit.Secondary
	case c.Both():
		colour = kit.AmberText
	}
	return value(orDash(text), colour, changed)
}

func value(text string, colour fyne.ThemeColorName, bold bool) fyne.CanvasObject {
	words := kit.NewParagraph(text)
	words.Colour, words.Points, words.Bold = colour, kit.DenseTextSize, bold
	return words
}
