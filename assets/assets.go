// Package assets holds what the program carries inside itself: the wording, the fonts and the icon.
package assets

import "embed"

// Lang holds the wording: lang/<language>/<area>.json, flat objects of key and text.
//
//go:embed lang
var Lang embed.FS

// FontRegular is Noto Sans SC Regular, cut down by fonts/make to the characters an office writes.
//
//go:embed fonts/NotoSansSC-Regular.ttf
var FontRegular []byte

// FontBold is Noto Sans SC Bold, cut down like FontRegular.
//
//go:embed fonts/NotoSansSC-Bold.ttf
var FontBold []byte

// Icon is the program's icon as PNG, 512 pixels square.
//
//go:embed icons/icon-512.png
var Icon []byte

// Regions is places.zip: every province, city, district, town and village of China (see regions/README.md).
//
//go:embed regions/places.zip
var Regions []byte

// Manual holds the user's manual: manual/<language>/<number>-<chapter>.md, in the order of the numbers. A chapter is
// named after the area it explains, so that F1 finds it.
//
//go:embed manual/zh/*.md manual/en/*.md
var Manual embed.FS

// Pictures are those of the manual's chapters, as far as make manual has drawn them: manual/pictures/<name>.png.
//
//go:embed manual/pictures
var Pictures embed.FS

// Licences are those of everything built in, collected by make licences.
//
//go:embed licences/THIRD-PARTY.txt
var Licences string
