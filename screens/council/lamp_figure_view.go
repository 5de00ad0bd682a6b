package council

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// lampFigure is how many tasks stand under a lamp: a bar in its colour, its word, the count and what it means.
type lampFigure struct {
	title, note string
	n           int
	tone        fyne.ThemeColorName
	tint        kit.Tint
	strong      bool // the word stands on its tint
	open        func()
}

func newLampFigure(f lampFigure) fyne.CanvasObject {
	_, ink := f.tint.Colours()
	var title fyne.CanvasObject = kit.NewStyled(f.title, ink, kit.TextSize, true).Short()
	number := kit.NewStyled(wording.Grouped(f.n), kit.Ink, kit.TitleSize, true)
	if f.strong {
		title = kit.NewBadge(f.title, f.tint)
		number.Colour = kit.RedText
	}
	bar := kit.NewPanel(f.tone, "", 2, kit.Space(4, 36))
	value := kit.Row(4, number, kit.NewStyled(wording.Text("council.page.pieces"), number.Colour, kit.TextSize, false), kit.Spring())
	words := kit.Column(0, kit.Row(0, title, kit.Spring()), kit.Across(4, []kit.Track{kit.Natural, kit.Share(1)}, value, kit.NewSmall(f.note).Right().Short()))
	body := kit.Pad(kit.Across(10, []kit.Track{kit.Fixed(4), kit.Share(1)}, kit.Down(0, []kit.Track{kit.Fixed(40)}, bar), words), 7, 12, 7, 10)
	return kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.NewPressable(body, f.open))
}
