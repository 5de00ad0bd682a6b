package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestEveryTextReadsOnItsGround(t *testing.T) {
	for name, mode := range map[string]Mode{"light": Light, "dark": Dark} {
		look := NewTheme(mode)
		pairs := [][2]fyne.ThemeColorName{
			{Ink, Paper}, {Ink, CardGround}, {Secondary, Paper}, {Secondary, CardGround}, {Secondary, Wash},
			{Canal, CardGround}, {Canal, CanalSoft}, {OnCanal, Canal}, {OnCanal, CanalHover},
			{RedText, CardGround}, {GreenText, CardGround}, {AmberText, CardGround}, {TealText, CardGround}, {Ink, CanalSoft}, {Ink, CanalPale},
		}
		for _, tint := range []Tint{Blue, GreenTint, AmberTint, RedTint, TealTint, Grey, StrongBlue, StrongRed} {
			ground, text := tint.Colours()
			pairs = append(pairs, [2]fyne.ThemeColorName{text, ground})
		}
		for _, pair := range pairs {
			ratio := contrast(look.Color(pair[0], theme.VariantLight), look.Color(pair[1], theme.VariantLight))
			if ratio < 4.5 {
				t.Errorf("%s: %s on %s has contrast %.2f, AA asks 4.5", name, pair[0], pair[1], ratio)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func TestOneFontServesItalicAndMonospace(t *testing.T) {
	look := NewTheme(Light)
	upright := look.Font(fyne.TextStyle{})
	if look.Font(fyne.TextStyle{Italic: true}) != upright || look.Font(fyne.TextStyle{Monospace: true}) != upright {
		t.Error("each other resource would be parsed again")
	}
	if look.Font(fyne.TextStyle{Bold: true}) == upright {
		t.Error("bold needs its own file")
	}
}
