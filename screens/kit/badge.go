package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tint is the colour of a badge: what kind of state it words.
type Tint int

// The tints: information, good, waiting, bad, second kind, neutral; the strong ones stand out.
const (
	Blue Tint = iota
	GreenTint
	AmberTint
	RedTint
	TealTint
	Grey
	StrongBlue
	StrongRed
)

type tintColours struct{ ground, text fyne.ThemeColorName }

var tints = map[Tint]tintColours{
	Blue:       {CanalSoft, Canal},
	GreenTint:  {GreenSoft, GreenText},
	AmberTint:  {AmberSoft, AmberText},
	RedTint:    {RedSoft, RedText},
	TealTint:   {TealSoft, TealText},
	Grey:       {Wash, Secondary},
	StrongBlue: {Canal, OnCanal},
	StrongRed:  {Red, OnCanal},
}

// Colours gives the roles of a tint's ground and text, for who draws badges himself (the grid).
func (t Tint) Colours() (ground, text fyne.ThemeColorName) {
	c := tints[t]
	return c.ground, c.text
}

// Badge is a state as a word on its tint.
type Badge struct {
	widget.BaseWidget
	text  string
	tint  Tint
	round bool
}

// NewBadge words a state.
func NewBadge(text string, tint Tint) *Badge {
	b := &Badge{text: text, tint: tint}
	b.ExtendBaseWidget(b)
	return b
}

// NewCount is a round badge holding a number: what waits in an area.
func NewCount(text string, tint Tint) *Badge {
	b := NewBadge(text, tint)
	b.round = true
	return b
}

// Text is the word shown.
func (b *Badge) Text() string { return b.text }

// Set words another state.
func (b *Badge) Set(text string, tint Tint) {
	b.text, b.tint = text, tint
	b.Refresh()
}

// CreateRenderer is Fyne's.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	ground, text := &canvas.Rectangle{}, &canvas.Text{Alignment: fyne.TextAlignCenter, TextSize: SmallTextSize}
	paint := func() {
		fill, ink := b.tint.Colours()
		ground.FillColor, ground.CornerRadius = Color(fill), 4
		if b.round {
			ground.CornerRadius = 9
		}
		text.Text, text.Color = b.text, Color(ink)
	}
	paint()
	const height = 20
	return &painter{
		objects: []fyne.CanvasObject{ground, text},
		layout: func(size fyne.Size) {
			tall := min(float32(height), size.Height)
			place(ground, 0, (size.Height-tall)/2, size.Width, tall)
			textHeight := text.MinSize().Height
			place(text, 0, (size.Height-textHeight)/2, size.Width, textHeight)
		},
		min: func() fyne.Size {
			width := text.MinSize().Width + 12
			if b.round {
				return fyne.NewSize(max(width, 21), 18)
			}
			return fyne.NewSize(width, height)
		},
		refresh: func() {
			paint()
			ground.Refresh()
			text.Refresh()
		},
	}
}
