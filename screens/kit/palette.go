package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours by role. Ink, Secondary, Canal, Paper and Line are Fyne's own roles under our names, so
// that its widgets follow.
const (
	Ink       = theme.ColorNameForeground
	Secondary = theme.ColorNamePlaceHolder
	Canal     = theme.ColorNamePrimary
	Paper     = theme.ColorNameBackground
	Line      = theme.ColorNameSeparator
	OnCanal   = theme.ColorNameForegroundOnPrimary

	CardGround fyne.ThemeColorName = "card"
	CanalSoft  fyne.ThemeColorName = "canalSoft"
	CanalPale  fyne.ThemeColorName = "canalPale" // the bars of the year before
	CanalHover fyne.ThemeColorName = "canalHover"
	Wash       fyne.ThemeColorName = "wash" // heads of tables, idle chips and steps
	Grid       fyne.ThemeColorName = "chartGrid"
	Axis       fyne.ThemeColorName = "chartAxis"
	Edge       fyne.ThemeColorName = "edge"       // around what is ticked or chosen: it must be seen to be pressed
	Hatch      fyne.ThemeColorName = "chartHatch" // patterns over the parts of a chart

	Teal  fyne.ThemeColorName = "teal"
	Amber fyne.ThemeColorName = "amber"
	Red   fyne.ThemeColorName = "red"
	Green fyne.ThemeColorName = "green"

	TealSoft  fyne.ThemeColorName = "tealSoft"
	AmberSoft fyne.ThemeColorName = "amberSoft"
	RedSoft   fyne.ThemeColorName = "redSoft"
	GreenSoft fyne.ThemeColorName = "greenSoft"

	// Texts on a tint or on white are darker than bars and dots, for contrast.
	TealText  fyne.ThemeColorName = "tealText"
	AmberText fyne.ThemeColorName = "amberText"
	RedText   fyne.ThemeColorName = "redText"
	GreenText fyne.ThemeColorName = "greenText"

	none fyne.ThemeColorName = "none"
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

var lightPalette = map[fyne.ThemeColorName]color.Color{
	none: color.Transparent,
	Ink:  rgb(0x1d2b33), Secondary: rgb(0x5b6b75), Canal: rgb(0x1e6f9f), CanalSoft: rgb(0xe3f0f7),
	CanalPale: rgb(0xb4cfdf), CanalHover: rgb(0x185c85), OnCanal: rgb(0xffffff),
	Paper: rgb(0xf5f8f9), CardGround: rgb(0xffffff), Line: rgb(0xdde4e8), Wash: rgb(0xeef3f5),
	Grid: rgb(0xe8edf0), Axis: rgb(0xb4c0c7), Edge: rgb(0x82919a), Hatch: rgba(0xffffff, 0x80),
	Teal: rgb(0x2a9d8f), Amber: rgb(0xd98a1f), Red: rgb(0xc8402f), Green: rgb(0x2e8b57),
	TealSoft: rgb(0xe0f3f1), AmberSoft: rgb(0xfdf1de), RedSoft: rgb(0xfae5e2), GreenSoft: rgb(0xe3f4ea),
	TealText: rgb(0x1c7267), AmberText: rgb(0x9a5b0a), RedText: rgb(0xb23525), GreenText: rgb(0x237346),

	theme.ColorNameButton:            rgb(0xffffff),
	theme.ColorNameDisabledButton:    rgb(0xeef3f5),
	theme.ColorNameDisabled:          rgb(0x97a4ac),
	theme.ColorNameError:             rgb(0xb23525),
	theme.ColorNameSuccess:           rgb(0x237346),
	theme.ColorNameWarning:           rgb(0xd98a1f),
	theme.ColorNameFocus:             rgba(0x1e6f9f, 0x33),
	theme.ColorNameSelection:         rgba(0x1e6f9f, 0x40),
	theme.ColorNameHover:             rgba(0x1d2b33, 0x0d),
	theme.ColorNamePressed:           rgba(0x1d2b33, 0x1a),
	theme.ColorNameHyperlink:         rgb(0x1e6f9f),
	theme.ColorNameHeaderBackground:  rgb(0xeef3f5),
	theme.ColorNameInputBackground:   rgb(0xffffff),
	theme.ColorNameInputBorder:       rgb(0xdde4e8),
	theme.ColorNameMenuBackground:    rgb(0xffffff),
	theme.ColorNameOverlayBackground: rgb(0xffffff),
	theme.ColorNameScrollBar:         rgba(0x5b6b75, 0x80),
	theme.ColorNameShadow:            rgba(0x1d2b33, 0x33),
}

var darkPalette = map[fyne.ThemeColorName]color.Color{
	none: color.Transparent,
	Ink:  rgb(0xe6edf0), Secondary: rgb(0x9fb0b9), Canal: rgb(0x5fb0dd), CanalSoft: rgb(0x16394d),
	CanalPale: rgb(0x3a5a6c), CanalHover: rgb(0x86c5e8), OnCanal: rgb(0x0b1a22),
	Paper: rgb(0x12191d), CardGround: rgb(0x1a2429), Line: rgb(0x2b3940), Wash: rgb(0x222e34),
	Grid: rgb(0x263239), Axis: rgb(0x4a5b64), Edge: rgb(0x70848f), Hatch: rgba(0x12191d, 0x80),
	Teal: rgb(0x4dbfb1), Amber: rgb(0xe8a648), Red: rgb(0xe5766a), Green: rgb(0x56b883),
	TealSoft: rgb(0x15393a), AmberSoft: rgb(0x40301a), RedSoft: rgb(0x47241f), GreenSoft: rgb(0x183a28),
	TealText: rgb(0x6fd3c6), AmberText: rgb(0xf0b967), RedText: rgb(0xf19a8f), GreenText: rgb(0x7ccfa1),

	theme.ColorNameButton:            rgb(0x222e34),
	theme.ColorNameDisabledButton:    rgb(0x222e34),
	theme.ColorNameDisabled:          rgb(0x64757e),
	theme.ColorNameError:             rgb(0xf19a8f),
	theme.ColorNameSuccess:           rgb(0x7ccfa1),
	theme.ColorNameWarning:           rgb(0xe8a648),
	theme.ColorNameFocus:             rgba(0x5fb0dd, 0x40),
	theme.ColorNameSelection:         rgba(0x5fb0dd, 0x55),
	theme.ColorNameHover:             rgba(0xe6edf0, 0x12),
	theme.ColorNamePressed:           rgba(0xe6edf0, 0x22),
	theme.ColorNameHyperlink:         rgb(0x5fb0dd),
	theme.ColorNameHeaderBackground:  rgb(0x222e34),
	theme.ColorNameInputBackground:   rgb(0x141c21),
	theme.ColorNameInputBorder:       rgb(0x3a4a52),
	theme.ColorNameMenuBackground:    rgb(0x1a2429),
	theme.ColorNameOverlayBackground: rgb(0x1a2429),
	theme.ColorNameScrollBar:         rgba(0x9fb0b9, 0x80),
	theme.ColorNameShadow:            rgba(0x000000, 0x66),
}

// Color is the colour of a role in the look of now; call it in Refresh, not when building.
func Color(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	look, _ := settings.Theme().(canalTheme)
	return look.Color(name, settings.ThemeVariant())
}
