package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a filter: a pill that opens its choices or switches on and off.
type Chip struct {
	press
	label  string
	active bool
	opens  bool
	quiet  bool
}

// NewChip is a chip that switches; the caller sets it active.
func NewChip(label string, onPressed func()) *Chip {
	c := &Chip{label: label}
	c.onPressed = onPressed
	c.ExtendBaseWidget(c)
	return c
}

// NewQuietChip is a smaller chip without a line, for choices inside a card.
func NewQuietChip(label string, onPressed func()) *Chip {
	c := NewChip(label, onPressed)
	c.quiet = true
	return c
}

// NewChoiceChip shows "name：choice ▾" and opens its choices as a menu. The first choice is the one
// that does not filter; with any other the chip is active.
func NewChoiceChip(name string, choices []Choice, selected string, onChosen func(value string)) *Chip {
	c := &Chip{opens: true}
	c.ExtendBaseWidget(c)
	show := func(value string) {
		c.label, c.active = name, false
		for i, choice := range choices {
			if choice.Value == value {
				c.label, c.active = joined(name, choice.Label), i > 0
			}
		}
		c.Refresh()
	}
	show(selected)
	c.onPressed = func() {
		OpenChoices(c, choices, func(value string) {
			show(value)
			onChosen(value)
		})
	}
	return c
}

func joined(name, choice string) string {
	if name == "" {
		return choice
	}
	return name + "：" + choice
}

// SetActive shows the chip as filtering.
func (c *Chip) SetActive(active bool) {
	c.active = active
	c.Refresh()
}

// SetLabel changes what the chip says.
func (c *Chip) SetLabel(label string) {
	c.label = label
	c.Refresh()
}

// Label is what the chip says.
func (c *Chip) Label() string { return c.label }

func (c *Chip) paint(ground *canvas.Rectangle, text *canvas.Text) {
	text.TextSize, text.Color, text.Text = TextSize, Color(Ink), c.label
	text.TextStyle.Bold = c.active // not by the colour alone
	if c.opens {
		text.Text += " ▾"
	}
	ground.FillColor, ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = Color(CardGround), Color(Line), 1, 14
	if c.quiet {
		ground.FillColor, ground.StrokeWidth, ground.CornerRadius = Color(Wash), 0, 11
		text.TextSize, text.Color = SmallTextSize, Color(Secondary)
	}
	switch {
	case c.active && c.quiet:
		ground.FillColor, text.Color = Color(CanalSoft), Color(Canal)
	case c.active:
		ground.FillColor, ground.StrokeColor, text.Color = Color(CanalSoft), Color(Canal), Color(Canal)
	case c.hovered && !c.Disabled():
		ground.FillColor = Color(CanalSoft)
	}
	if c.Disabled() {
		text.Color = Color(theme.ColorNameDisabled)
	}
	if c.focused {
		ground.StrokeWidth, ground.StrokeColor = 2, Color(Canal)
	}
}

// CreateRenderer is Fyne's.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	ground, text := &canvas.Rectangle{}, &canvas.Text{Alignment: fyne.TextAlignCenter}
	c.paint(ground, text)
	return &painter{
		objects: []fyne.CanvasObject{ground, text},
		layout: func(size fyne.Size) {
			ground.Resize(size)
			height := text.MinSize().Height
			place(text, 0, (size.Height-height)/2, size.Width, height)
		},
		min: func() fyne.Size {
			if c.quiet {
				return fyne.NewSize(text.MinSize().Width+18, 22)
			}
			return fyne.NewSize(text.MinSize().Width+24, 28)
		},
		refresh: func() {
			c.paint(ground, text)
			ground.Refresh()
			text.Refresh()
		},
	}
}

// Choice is one of a list: the value the program knows and the words a person reads.
type Choice struct {
	Value, Label string
}

// OpenChoices opens a menu of choices under an object.
func OpenChoices(under fyne.CanvasObject, choices []Choice, onChosen func(value string)) {
	canvasOf := fyne.CurrentApp().Driver().CanvasForObject(under)
	if canvasOf == nil {
		return
	}
	items := make([]*fyne.MenuItem, len(choices))
	for i, choice := range choices {
		items[i] = fyne.NewMenuItem(choice.Label, func() { onChosen(choice.Value) })
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), canvasOf)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	menu.ShowAtPosition(at.AddXY(0, under.Size().Height+2))
	menu.Resize(fyne.NewSize(max(under.Size().Width, menu.MinSize().Width), menu.MinSize().Height))
	canvasOf.Focus(menu)
}
