package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"smartcanal/screens/kit"
)

// style is the sizes of a density.
type style struct {
	density               Density
	row, text, badge, pad float32
	rules                 *rules
}

// rules are made when first needed: an app with its theme is there by then.
type rules struct{ plain, bold, small *rule }

func styleOf(d Density) style {
	if d == Dense {
		return style{density: d, row: kit.DenseRowHeight, text: kit.DenseTextSize, badge: kit.SmallTextSize, pad: 6, rules: &rules{}}
	}
	return style{density: d, row: kit.RowHeight, text: kit.TextSize, badge: kit.SmallTextSize, pad: 10, rules: &rules{}}
}

func (s style) plain() *rule {
	if s.rules.plain == nil {
		s.rules.plain = newRule(s.text, false)
	}
	return s.rules.plain
}

func (s style) bold() *rule {
	if s.rules.bold == nil {
		s.rules.bold = newRule(s.text, true)
	}
	return s.rules.bold
}

func (s style) small() *rule {
	if s.rules.small == nil {
		s.rules.small = newRule(s.badge, false)
	}
	return s.rules.small
}

const (
	badgePad = 6
	boxSize  = 16
)

// need is how wide a cell's content is.
func (s style) need(c Cell) float32 {
	switch c.Look {
	case Badge:
		return s.small().width(c.Text) + 2*badgePad
	case Tick:
		return boxSize
	case Gauge:
		return 2*gaugeText + 24
	}
	return s.plain().width(c.Text)
}

func (s style) badgeHeight() float32 { return min(20, s.row-4) }

// colours are the theme's of now, read once a draw: reading one costs as much as setting ten texts. Most cells have the
// colour of the one before.
type colours struct {
	read   map[fyne.ThemeColorName]color.Color
	name   fyne.ThemeColorName
	colour color.Color
}

func (c *colours) forget() { *c = colours{read: map[fyne.ThemeColorName]color.Color{}} }

func (c *colours) of(name fyne.ThemeColorName) color.Color {
	if c.name == name && c.colour != nil {
		return c.colour
	}
	found, is := c.read[name]
	if !is {
		found = kit.Color(name)
		c.read[name] = found
	}
	c.name, c.colour = name, found
	return found
}

const (
	hoverTint  = theme.ColorNameHover
	thumbTint  = theme.ColorNameScrollBar
	stripeTint = kit.Paper
	dropTint   = kit.Canal
)
