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
