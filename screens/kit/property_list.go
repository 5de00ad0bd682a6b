package kit

import "fyne.io/fyne/v2"

// Property is a line of what is known about something: its name and its value, as text or as any
// object (a badge, a link).
type Property struct {
	Name, Value string
	Object      fyne.CanvasObject
}

// NewPropertyList shows properties with the names in one column of nameWidth units.
func NewPropertyList(nameWidth float32, properties ...Property) *fyne.Container {
	rows := make([]fyne.CanvasObject, len(properties))
	for i, p := range properties {
		value := p.Object
		if value == nil {
			text := NewParagraph(orDash(p.Value))
			text.Points = DenseTextSize
			value = text
		}
		name := NewStyled(p.Name, Secondary, DenseTextSize, false).Short()
		rows[i] = Across(0, []Track{Fixed(nameWidth), Share(1)}, Column(0, name), Column(0, value))
	}
	return Column(6, rows...)
}

// orDash shows that something is not known, instead of nothing.
func orDash(value string) string {
	if value == "" {
		return "—"
	}
	return value
}
