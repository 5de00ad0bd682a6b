package demo

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
)

// scene is an invented picture for the demo's entries: hills over a canal, another for every seed.
func scene(seed float64) []byte {
	const width, height = 420, 250
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		far := 110 + 30*math.Sin(float64(x)/60+seed)
		near := 160 + 22*math.Sin(float64(x)/38+2*seed)
		for y := range height {
			shade := color.RGBA{0xcf, 0xe3, 0xee, 0xff}
			switch at := float64(y); {
			case at > 205:
				shade = color.RGBA{0x6f, 0xa8, 0xc4, 0xff}
			case at > near:
				shade = color.RGBA{0x5c, 0x8a, 0x6e, 0xff}
			case at > far:
				shade = color.RGBA{0x93, 0xb5, 0xa4, 0xff}
			}
			picture.Set(x, y, shade)
		}
	}
	var out bytes.Buffer
	_ = png.Encode(&out, picture) // into memory: cannot fail
	return out.Bytes()
}
