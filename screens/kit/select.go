package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Select chooses one of a few. Longer lists take a Picker, which searches.
type Select struct {
	press
	Placeholder string
	OnChanged   func(value string)

	choices []Choice
	value   string
	// shown is the label to show where it is not among the choices (a Picker's).
	shown string
}

// NewSelect makes a select; value is the chosen one's, "" for none yet.
func NewSelect(choices []Choice, value string, onChanged func(value string)) *Select {
	s := &Select{choices: choices, value: value, OnChanged: onChanged}
	s.onPressed = func() { OpenChoices(s, s.choices, s.choose) }
	s.ExtendBaseWidget(s)
	return s
}

// Value is the chosen value, "" without one.
func (s *Select) Value() string { return s.value }

// SetValue chooses without telling.
func (s *Select) SetValue(value string) {
	s.value = value
	s.Refresh()
}

// WhenChanged has f called as well whenever a person chooses; set OnChanged before.
func (s *Select) WhenChanged(f func()) {
	before := s.OnChanged
	s.OnChanged = func(value string) {
		if before != nil {
			before(value)
		}
		f()
	}
}

// SetChoices offers other choices; a value that is none of them is dropped.
func (s *Select) SetChoices(choices []Choice) {
	s.choices = choices
	if s.label() == "" {
		s.value = ""
	}
	s.Refresh()
}

func (s *Select) choose(value string) {
	s.SetValue(value)
	if s.OnChanged != nil {
		s.OnChanged(value)
	}
}

// TypedKey opens with Return, space and the arrow down.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyDown {
		s.Tapped(nil)
		return
	}
	s.press.TypedKey(key)
}

func (s *Select) label() string {
	if label := s.LabelOf(s.value); label != "" {
		return label
	}
	return s.shown
}

// LabelOf is what the choice of a value says, "" where there is none.
func (s *Select) LabelOf(value string) string {
	for _, c := range s.choices {
		if c.Value == value {
			return c.Label
		}
	}
	return ""
}

// CreateRenderer is Fyne's.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	ground, text, arrow := &canvas.Rectangle{}, &canvas.Text{TextSize: TextSize}, &canvas.Text{Text: "▾", TextSize: SmallTextSize}
	paint := func() {
		ground.FillColor, ground.StrokeColor = Color(theme.ColorNameInputBackground), Color(theme.ColorNameInputBorder)
		ground.StrokeWidth, ground.CornerRadius = 1, Radius
		if s.focused {
			ground.StrokeWidth, ground.StrokeColor = 2, Color(Canal)
		}
		label, ink := s.label(), Color(Ink)
		if label == "" {
			label, ink = s.Placeholder, Color(Secondary)
		}
		if s.Disabled() {
			ink = Color(theme.ColorNameDisabled)
		}
		text.Text = shortened(label, s.BaseWidget.Size().Width-32, TextSize, fyne.TextStyle{})
		text.Color, arrow.Color = ink, Color(Secondary)
	}
	return &painter{
		objects: []fyne.CanvasObject{ground, text, arrow},
		layout: func(size fyne.Size) {
			paint()
			ground.Resize(size)
			height, arrowSize := text.MinSize().Height, arrow.MinSize()
			place(text, 6, (size.Height-height)/2, max(0, size.Width-32), height) // where an entry's text begins
			place(arrow, size.Width-10-arrowSize.Width, (size.Height-arrowSize.Height)/2, arrowSize.Width, arrowSize.Height)
		},
		min: func() fyne.Size { return fyne.NewSize(s.widest()+40, RowHeight) },
		refresh: func() {
			paint()
			ground.Refresh()
			text.Refresh()
			arrow.Refresh()
		},
	}
}

func (s *Select) widest() float32 {
	widest := float32(60)
	for _, c := range s.choices {
		widest = max(widest, fyne.MeasureText(c.Label, TextSize, fyne.TextStyle{}).Width)
	}
	return min(widest, 240)
}
