package chronicle

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/screens/kit"
)

const (
	lineRoom float32 = 34 // what stands left of a card
	lineAt   float32 = 11
	dotAt    float32 = 15 // under the upper edge
	cardGap  float32 = 8
)

// newAlongLine puts a card beside a dot on a line that goes on to the next card, and from the one before.
func newAlongLine(tone fyne.ThemeColorName, card fyne.CanvasObject, first, last bool) fyne.CanvasObject {
	line := kit.NewPanel(kit.Line, "", 0, kit.Space(2, 2))
	return container.New(&alongLine{first: first, last: last}, line, kit.Dot(tone), kit.Pad(card, 0, 0, cardGap, lineRoom))
}

type alongLine struct {
	first, last bool
	width       float32
}

// Layout is Fyne's.
func (l *alongLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	top, bottom := float32(0), size.Height
	if l.first {
		top = dotAt + 5
	}
	if l.last {
		bottom = dotAt + 5
	}
	line, dot, card := objects[0], objects[1], objects[2]
	line.Move(fyne.NewPos(lineAt-1, top))
	line.Resize(fyne.NewSize(2, max(0, bottom-top)))
	dot.Move(fyne.NewPos(lineAt-5, dotAt))
	dot.Resize(fyne.NewSize(10, 10))
	card.Move(fyne.NewPos(0, 0))
	card.Resize(size)
}

// MinSize is Fyne's. Once laid out, the card's height is that of its texts at the width given.
func (l *alongLine) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[2].MinSize() }
