package kit

import (
	"fyne.io/fyne/v2"
)

// Figure is a key figure: what it is, how much, and what it is made of.
type Figure struct {
	Label, Value, Note string
	// Trend colours the value: above 0 good, below 0 bad, with its arrow.
	Trend int
	// Open, if given, shows the lines behind the figure.
	Open func()
}

// NewFigure is a card showing a key figure.
func NewFigure(f Figure) fyne.CanvasObject {
	value := NewStyled(f.Value, Ink, TitleSize, true).Short()
	switch {
	case f.Trend > 0:
		value.Content, value.Colour = "▲ "+f.Value, GreenText
	case f.Trend < 0:
		value.Content, value.Colour = "▼ "+f.Value, RedText
	}
	lines := Column(0, NewStyled(f.Label, Secondary, DenseTextSize, false).Short(), value, NewSmall(f.Note).Short())
	body := Pad(lines, 7, 14, 7, 14)
	if f.Open == nil {
		return NewPanel(CardGround, Line, Radius, body)
	}
	return NewPanel(CardGround, Line, Radius, NewPressable(body, f.Open))
}

// NewFigures puts key figures side by side, each as wide as the others.
func NewFigures(figures ...Figure) fyne.CanvasObject {
	objects, tracks := make([]fyne.CanvasObject, len(figures)), make([]Track, len(figures))
	for i, f := range figures {
		objects[i], tracks[i] = NewFigure(f), Share(1)
	}
	return Across(Gap, tracks, objects...)
}
