package sales

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// failed says on a card what went wrong, with a button that tries again.
func failed(p *problem.Problem, again func()) fyne.CanvasObject {
	return kit.NewPlainCard(kit.NewFailed(p, kit.NewPlain(wording.Text("sales.again"), again)))
}

// noLines is what pages of trade data show before there is any.
func noLines(d desk) fyne.CanvasObject {
	return kit.NewPlainCard(kit.NewEmpty(wording.Text("sales.lines.empty"), wording.Text("sales.lines.empty_do"),
		kit.NewPrimary(wording.Text("sales.import.open"), func() { d.Open(importLink) })))
}
