package kit

import (
	"image/color"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The roles of the palette: what is written, what lies under it, what shows where the keyboard is or what can be
// ticked, and what only adorns. A role that is none of these has no place here.
var (
	texts = []fyne.ThemeColorName{Ink, Secondary, Canal, TealText, AmberText, RedText, GreenText, OnCanal,
		theme.ColorNameError, theme.ColorNameSuccess, theme.ColorNameHyperlink}
	grounds = []fyne.ThemeColorName{Paper, CardGround, Wash, CanalSoft, CanalPale, TealSoft, AmberSoft, RedSoft, GreenSoft, Canal, CanalHover, Red,
		theme.ColorNameButton, theme.ColorNameHeaderBackground, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground}
	signs = []fyne.ThemeColorName{Edge, Canal, Teal, Red, Green}
	// adornments carry no meaning by themselves (lines, grids, the amber dot beside its words), lie over what is measured
	// (washes of hover and selection), or belong to what cannot be used now.
	adornments = []fyne.ThemeColorName{Amber, Line, Grid, Axis, Hatch, none, theme.ColorNameDisabled, theme.ColorNameDisabledButton, theme.ColorNameWarning, theme.ColorNameFocus,
		theme.ColorNameSelection, theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameInputBorder, theme.ColorNameScrollBar, theme.ColorNameShadow}
)

// written are the texts that stand on a ground.
func written(ground fyne.ThemeColorName) []fyne.ThemeColorName {
	tinted := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		CanalSoft: {Ink, Canal, Secondary}, CanalPale: {Ink}, TealSoft: {Ink, TealText}, AmberSoft: {Ink, AmberText}, RedSoft: {Ink, RedText}, GreenSoft: {Ink, GreenText},
		Canal: {OnCanal}, CanalHover: {OnCanal}, Red: {OnCanal},
	}
	if on, is := tinted[ground]; is {
		return on
	}
	var on []fyne.ThemeColorName
	for _, text := range texts {
		if text != OnCanal {
			on = append(on, text)
		}
	}
	return on
}

func inBothLooks(t *testing.T, check func(t *testing.T, colour func(fyne.ThemeColorName) color.Color)) {
	for name, mode := range map[string]Mode{"light": Light, "dark": Dark} {
		t.Run(name, func(t *testing.T) {
			look := NewTheme(mode)
			check(t, func(name fyne.ThemeColorName) color.Color { return look.Color(name, theme.VariantLight) })
		})
	}
}

func TestEveryRoleOfThePaletteIsMeasured(t *testing.T) {
	for _, palette := range []map[fyne.ThemeColorName]color.Color{lightPalette, darkPalette} {
		for role := range palette {
			if !slices.Contains(slices.Concat(texts, grounds, signs, adornments), role) {
				t.Errorf("nobody knows whether %s is for texts, grounds or signs", role)
			}
		}
	}
}

func TestEveryTextReadsOnItsGround(t *testing.T) {
	inBothLooks(t, func(t *testing.T, colour func(fyne.ThemeColorName) color.Color) {
		asks := func(text, ground fyne.ThemeColorName) {
			if ratio := contrast(colour(text), colour(ground)); ratio < 4.5 {
				t.Errorf("%s on %s has contrast %.2f, AA asks 4.5", text, ground, ratio)
			}
		}
		for _, ground := range grounds {
			for _, text := range written(ground) {
				asks(text, ground)
			}
		}
		for _, tint := range []Tint{Blue, GreenTint, AmberTint, RedTint, TealTint, Grey, StrongBlue, StrongRed} {
			ground, text := tint.Colours()
			asks(text, ground)
		}
	})
}

// TestTheKeyboardsPlaceIsSeen measures the ring round what has the keyboard, boxes to tick and dots that tell by
// their colour beside a word: AA asks 3 of what is no text.
func TestTheKeyboardsPlaceIsSeen(t *testing.T) {
	inBothLooks(t, func(t *testing.T, colour func(fyne.ThemeColorName) color.Color) {
		asks := func(sign, ground fyne.ThemeColorName) {
			if ratio := contrast(colour(sign), colour(ground)); ratio < 3 {
				t.Errorf("%s on %s has contrast %.2f, AA asks 3", sign, ground, ratio)
			}
		}
		for _, ground := range []fyne.ThemeColorName{Paper, CardGround, Wash, CanalSoft, theme.ColorNameInputBackground} {
			asks(Canal, ground) // the ring
		}
		asks(Ink, CardGround) // the ring round a primary button
		for _, sign := range signs {
			asks(sign, CardGround)
		}
	})
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
