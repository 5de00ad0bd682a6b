package chart

import (
	"bytes"
	"encoding/binary"
	"image/png"
)

const bitmapHeader = 40

// bitmapOf makes of a PNG what Windows calls a device independent bitmap: a header and rows from the lowest
// to the highest, four bytes a point.
func bitmapOf(content []byte) ([]byte, error) {
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	width, height := picture.Bounds().Dx(), picture.Bounds().Dy()
	out := make([]byte, 0, bitmapHeader+4*width*height)
	out = binary.LittleEndian.AppendUint32(out, bitmapHeader)
	out = binary.LittleEndian.AppendUint32(out, uint32(width))
	out = binary.LittleEndian.AppendUint32(out, uint32(height))
	out = binary.LittleEndian.AppendUint16(out, 1)  // planes
	out = binary.LittleEndian.AppendUint16(out, 32) // bits a point
	out = append(out, make([]byte, bitmapHeader-len(out))...)
	for y := height - 1; y >= 0; y-- {
		for x := range width {
			r, g, b, _ := picture.At(x, y).RGBA()
			out = append(out, byte(b>>8), byte(g>>8), byte(r>>8), 0xff)
		}
	}
	return out, nil
}
