package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type buttonStyle int

const (
	plain buttonStyle = iota
	primary
	danger
	small
	link
	linkSmall
)

// Button is a verb to press. Its style says how much it asks for attention.
type Button struct {
	press
	label string
	style buttonStyle
}

// NewPrimary is the one button a page is for: canal blue.
func NewPrimary(label string, onPressed func()) *Button { return newButton(label, primary, onPressed) }

// NewPlain is any other button: white with a line.
func NewPlain(label string, onPressed func()) *Button { return newButton(label, plain, onPressed) }

// NewDanger is a button that takes something away: red text, white ground.
func NewDanger(label string, onPressed func()) *Button { return newButton(label, danger, onPressed) }

// NewSmallButton is a plain button 24 high, for rows of dense tables.
func NewSmallButton(label string, onPressed func()) *Button {
	return newButton(label, small, onPressed)
}

// NewLink is a button that looks like a text in canal blue.
func NewLink(label string, onPressed func()) *Button { return newButton(label, link, onPressed) }

// NewSmallLink is a link 12 high.
func NewSmallLink(label string, onPressed func()) *Button {
	return newButton(label, linkSmall, onPressed)
}

func newButton(label string, style buttonStyle, onPressed func()) *Button {
	b := &Button{label: label, style: style}
	b.onPressed, b.leads = onPressed, style == link || style == linkSmall
	b.ExtendBaseWidget(b)
	return b
}

// Label is what the button says.
func (b *Button) Label() string { return b.label }

// SetLabel changes what the button says.
func (b *Button) SetLabel(label string) {
	b.label = label
	b.Refresh()
}

// SetEnabled lets the button be pressed or not.
func (b *Button) SetEnabled(enabled bool) {
	if enabled {
		b.Enable()
	} else {
		b.Disable()
	}
}

// AccessibilityLabel is for screen readers.
func (b *Button) AccessibilityLabel() string { return b.label }

// AccessibilityRole is for screen readers.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

type buttonShape struct{ height, side, points float32 }

func (b *Button) shape() buttonShape {
	switch b.style {
	case small:
		return buttonShape{22, 8, DenseTextSize}
	case link:
		return buttonShape{20, 0, TextSize}
	case linkSmall:
		return buttonShape{18, 0, SmallTextSize}
	}
	return buttonShape{RowHeight, 12, TextSize}
}

func (b *Button) textColour() fyne.ThemeColorName {
	switch {
	case b.Disabled():
		return theme.ColorNameDisabled
	case b.style == primary:
		return OnCanal
	case b.style == danger:
		return RedText
	case b.style == small, b.style == link, b.style == linkSmall:
		return Canal
	}
	return Ink
}

func (b *Button) paint(ground *canvas.Rectangle) {
	ground.CornerRadius, ground.StrokeWidth = Radius, 0
	ground.FillColor = Color(none)
	switch {
	case b.style == link || b.style == linkSmall:
		if b.hovered && !b.Disabled() {
			ground.FillColor = Color(CanalSoft)
		}
		ground.CornerRadius = 3
	case b.style == primary:
		ground.FillColor = Color(Canal)
		if b.Disabled() {
			ground.FillColor = Color(theme.ColorNameDisabledButton)
		} else if b.hovered {
			ground.FillColor = Color(CanalHover)
		}
	default:
		ground.FillColor, ground.StrokeColor, ground.StrokeWidth = Color(CardGround), Color(Line), 1
		if b.hovered && !b.Disabled() {
			ground.FillColor = Color(Wash)
		}
	}
	if b.focused {
		ground.StrokeWidth, ground.StrokeColor = 2, Color(Canal)
		if b.style == primary {
			ground.StrokeColor = Color(Ink)
		}
	}
}

// CreateRenderer is Fyne's.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	ground, text := &canvas.Rectangle{}, &canvas.Text{Alignment: fyne.TextAlignCenter}
	paint := func() {
		b.paint(ground)
		text.Text, text.TextSize, text.Color = b.label, b.shape().points, Color(b.textColour())
	}
	paint()
	return &painter{
		objects: []fyne.CanvasObject{ground, text},
		layout: func(size fyne.Size) {
			ground.Resize(size)
			height := text.MinSize().Height
			place(text, 0, (size.Height-height)/2, size.Width, height)
		},
		min: func() fyne.Size {
			shape := b.shape()
			return fyne.NewSize(text.MinSize().Width+2*shape.side, shape.height)
		},
		refresh: func() {
			paint()
			ground.Refresh()
			text.Refresh()
		},
	}
}
