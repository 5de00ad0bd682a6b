package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"smartcanal/assets"
)

// Mode says which of the two looks a theme has.
type Mode int

// Follow takes the system's look, Light and Dark keep theirs.
const (
	Follow Mode = iota
	Light
	Dark
)

// Sizes every screen shares, in Fyne's units.
const (
	RowHeight      float32 = 32
	DenseRowHeight float32 = 24
	TextSize       float32 = 14
	DenseTextSize  float32 = 13
	SmallTextSize  float32 = 12
	TitleSize      float32 = 20
	Radius         float32 = 6
	Gap            float32 = 8
	WideGap        float32 = 12
	CardPadding    float32 = 16
)

var (
	regular = fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.FontRegular)
	bold    = fyne.NewStaticResource("NotoSansSC-Bold.ttf", assets.FontBold)
)

type canalTheme struct {
	mode Mode
}

// NewTheme gives the program's look.
func NewTheme(mode Mode) fyne.Theme { return canalTheme{mode} }

// Color gives the palette's colour; names the palette does not have are Fyne's own.
func (t canalTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.mode {
	case Light:
		variant = theme.VariantLight
	case Dark:
		variant = theme.VariantDark
	}
	palette := lightPalette
	if variant == theme.VariantDark {
		palette = darkPalette
	}
	if found, ok := palette[name]; ok {
		return found
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font gives one resource for upright, italic and monospace, because Fyne parses a font again for
// every style it is asked for.
func (t canalTheme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	if style.Bold {
		return bold
	}
	return regular
}

// Icon gives Fyne's icons.
func (t canalTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               TextSize,
	theme.SizeNameHeadingText:        TitleSize,
	theme.SizeNameSubHeadingText:     16,
	theme.SizeNameCaptionText:        SmallTextSize,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       4.8, // an entry is then 32 high
	theme.SizeNameLineSpacing:        2,
	theme.SizeNameInlineIcon:         18,
	theme.SizeNameInputRadius:        Radius,
	theme.SizeNameButtonRadius:       Radius,
	theme.SizeNameSelectionRadius:    4,
	theme.SizeNameCardRadius:         Radius,
	theme.SizeNameDialogRadius:       8,
	theme.SizeNamePopupRadius:        Radius,
	theme.SizeNameMenuRadius:         Radius,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameModalBlurRadius:    0,
}

// Size gives the size by its role.
func (t canalTheme) Size(name fyne.ThemeSizeName) float32 {
	if found, ok := sizes[name]; ok {
		return found
	}
	return theme.DefaultTheme().Size(name)
}
