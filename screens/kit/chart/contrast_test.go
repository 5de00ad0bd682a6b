package chart

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"smartcanal/screens/kit"
)

// TestEveryTextReadsOnWhatItStandsOn measures texts against the shape they lie over, the card where there is none.
func TestEveryTextReadsOnWhatItStandsOn(t *testing.T) {
	for _, mode := range []kit.Mode{kit.Light, kit.Dark} {
		look := kit.NewTheme(mode)
		for _, kind := range kinds() {
			s := compose(sample(kind), fyne.NewSize(440, 240), rough)
			for _, m := range s.marks {
				checkContrast(t, look, kind, append(s.shapes, s.hint(&m)...))
			}
			checkContrast(t, look, kind, append(s.shapes, s.told("图片已复制")...))
		}
	}
}

func checkContrast(t *testing.T, look fyne.Theme, kind Kind, shapes []any) {
	t.Helper()
	for i, shape := range shapes {
		w, is := shape.(words)
		if !is || w.text == "" {
			continue
		}
		ground := kit.CardGround
		room := rough(w.text, w.size, w.bold)
		for _, under := range shapes[:i] {
			if b, is := under.(box); is && b.holds(w.at.AddXY(room.Width/2, room.Height/2)) && b.Height > room.Height/2 {
				ground = b.tone
			}
		}
		a, b := brightness(look.Color(w.tone, theme.VariantLight)), brightness(look.Color(ground, theme.VariantLight))
		if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
			t.Errorf("kind %d: %q in %s on %s has contrast %.2f, AA asks 4.5", kind, w.text, w.tone, ground, ratio)
		}
	}
}

// brightness is the relative luminance WCAG goes by.
func brightness(c color.Color) float64 {
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
