package chart

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

var palette = []tone{kit.Canal, kit.Teal, kit.Amber, kit.Green, kit.CanalPale, kit.Secondary, kit.Red}

// toneOf is the colour of a series, or of a part where each label is one.
func (c Chart) toneOf(series, part int) tone {
	switch {
	case series < len(c.Series) && c.Series[series].Tone != "":
		return c.Series[series].Tone
	case c.Kind == Bars && series == len(c.Series)-1:
		return kit.Canal
	case c.Kind == Bars && len(c.Series) == 2:
		return kit.CanalPale
	case c.Kind == Bars:
		return palette[(series+1)%len(palette)]
	}
	return palette[part%len(palette)]
}

// textTones are the readable text colours that belong to those of bars and dots.
var textTones = map[tone]tone{kit.Teal: kit.TealText, kit.Amber: kit.AmberText, kit.Red: kit.RedText, kit.Green: kit.GreenText, kit.CanalPale: kit.Secondary}

func textTone(t tone) tone {
	if darker, is := textTones[t]; is {
		return darker
	}
	return t
}

// hatch draws the pattern of a part over its ground, so that parts differ without colours too: the first is
// plain, then lines one way, the other way, across.
func (s *scene) hatch(a area, part int) {
	const apart, mostLines = 8, 80
	gap := max(apart, (a.Width+a.Height)/mostLines)
	line := func(x1, y1, x2, y2 float32) {
		s.draw(stroke{from: fyne.NewPos(x1, y1), to: fyne.NewPos(x2, y2), width: 1, tone: kit.Hatch})
	}
	switch part % 4 {
	case 1, 2:
		for along := gap; along < a.Width+a.Height; along += gap {
			x1, y1 := min(along, a.Width), max(0, along-a.Width)
			x2, y2 := max(0, along-a.Height), min(along, a.Height)
			if part%4 == 2 {
				x1, x2 = a.Width-x1, a.Width-x2
			}
			line(a.X+x1, a.Y+y1, a.X+x2, a.Y+y2)
		}
	case 3:
		for y := gap / 2; y < a.Height; y += gap {
			line(a.X, a.Y+y, a.X+a.Width, a.Y+y)
		}
	}
}
