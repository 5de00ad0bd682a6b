package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text is one line of text that follows the theme. Where the room is too narrow and Shorten is set it
// ends in …, else it asks for its whole width.
type Text struct {
	widget.BaseWidget
	Content string
	Colour  fyne.ThemeColorName
	Points  float32
	Bold    bool
	Align   fyne.TextAlign
	Shorten bool
}

// NewText is a line in the text size and the ink colour.
func NewText(content string) *Text { return styled(content, Ink, TextSize, false) }

// NewSmall is a secondary line, 12 high.
func NewSmall(content string) *Text { return styled(content, Secondary, SmallTextSize, false) }

// NewSecondary is a secondary line in the text size.
func NewSecondary(content string) *Text { return styled(content, Secondary, TextSize, false) }

// NewBold is a bold line in the text size: titles of cards, sums.
func NewBold(content string) *Text { return styled(content, Ink, TextSize, true) }

// NewStyled is a line in any colour role and size.
func NewStyled(content string, colour fyne.ThemeColorName, size float32, bold bool) *Text {
	return styled(content, colour, size, bold)
}

func styled(content string, colour fyne.ThemeColorName, size float32, bold bool) *Text {
	t := &Text{Content: content, Colour: colour, Points: size, Bold: bold}
	t.ExtendBaseWidget(t)
	return t
}

// Right aligns the text to the right: numbers.
func (t *Text) Right() *Text {
	t.Align = fyne.TextAlignTrailing
	return t
}

// Centered puts the text into the middle of its room.
func (t *Text) Centered() *Text {
	t.Align = fyne.TextAlignCenter
	return t
}

// Short lets the text end in … where the room is too narrow.
func (t *Text) Short() *Text {
	t.Shorten = true
	return t
}

// SetText shows another content.
func (t *Text) SetText(content string) {
	if t.Content != content {
		t.Content = content
		t.Refresh()
	}
}

// SetColour shows the text in another role's colour.
func (t *Text) SetColour(colour fyne.ThemeColorName) {
	t.Colour = colour
	t.Refresh()
}

// CreateRenderer is Fyne's.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	drawn := canvas.NewText(t.Content, Color(t.Colour))
	update := func() {
		drawn.Color, drawn.TextSize, drawn.Alignment = Color(t.Colour), t.Points, t.Align
		drawn.TextStyle.Bold = t.Bold
		drawn.Text = t.fitting(t.BaseWidget.Size().Width)
	}
	update()
	return &painter{
		objects: []fyne.CanvasObject{drawn},
		layout: func(size fyne.Size) {
			drawn.Text = t.fitting(size.Width)
			height := drawn.MinSize().Height
			place(drawn, 0, (size.Height-height)/2, size.Width, height)
		},
		min: func() fyne.Size {
			whole := fyne.MeasureText(t.Content, t.Points, fyne.TextStyle{Bold: t.Bold})
			if t.Shorten {
				whole.Width = min(whole.Width, 3*t.Points)
			}
			return whole
		},
		refresh: func() {
			update()
			drawn.Refresh()
		},
	}
}

// wantedWidth is the whole text's, also where it could be shortened.
func (t *Text) wantedWidth() float32 {
	return fyne.MeasureText(t.Content, t.Points, fyne.TextStyle{Bold: t.Bold}).Width
}

func (t *Text) fitting(width float32) string {
	if !t.Shorten || width <= 0 {
		return t.Content
	}
	return shortened(t.Content, width, t.Points, fyne.TextStyle{Bold: t.Bold})
}

// shortened cuts content to width and ends it in … when it had to.
func shortened(content string, width, size float32, style fyne.TextStyle) string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width+0.5 }
	if fits(content) {
		return content
	}
	runes := []rune(content)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if fits(string(runes[:middle]) + "…") {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:low]) + "…"
}

// drawnText is a line a widget draws itself.
func drawnText(content string, colour fyne.ThemeColorName, points float32) *canvas.Text {
	text := canvas.NewText(content, Color(colour))
	text.TextSize = points
	text.Resize(text.MinSize())
	return text
}
