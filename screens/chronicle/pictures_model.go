package chronicle

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // what cameras write
	_ "image/png"
	"strings"

	"golang.org/x/image/draw"

	"smartcanal/data/chronicle"
)

// Picture is a photograph of an entry, small.
type Picture struct {
	Name  string
	Image image.Image
}

const (
	thumbWidth, thumbHeight float32 = 84, 50
	mostPictures                    = 3   // of an entry
	mostPictured                    = 40  // entries of a page
	sharpness                       = 2   // pixels for a unit, for screens that have them
	mostPixels                      = 1e8 // of a picture that is worth reading
)

// pictures reads the first photographs of the entries that have files. One that cannot be read is left out: the entry's
// page lists it all the same.
func (d *desk) pictures(ctx context.Context, entries []chronicle.Row) (map[int64][]Picture, error) {
	found, pictured := map[int64][]Picture{}, 0
	for _, e := range entries {
		if e.Files == 0 || pictured == mostPictured {
			continue
		}
		pictured++
		files, err := d.files.Of(ctx, chronicle.Owner(e.ID))
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			if !strings.HasPrefix(file.MediaType, "image/") || len(found[e.ID]) == mostPictures {
				continue
			}
			content, err := d.files.Content(ctx, file.ID)
			if err != nil {
				return nil, err
			}
			if small := thumbnail(content); small != nil {
				found[e.ID] = append(found[e.ID], Picture{file.Name, small})
			}
		}
	}
	return found, nil
}

// thumbnail makes a picture small, nil for what is none.
func thumbnail(content []byte) image.Image {
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || size.Width*size.Height > mostPixels || size.Width*size.Height == 0 {
		return nil
	}
	whole, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil
	}
	scale := min(float64(thumbWidth)*sharpness/float64(size.Width), float64(thumbHeight)*sharpness/float64(size.Height), 1)
	small := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(size.Width)*scale)), max(1, int(float64(size.Height)*scale))))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), whole, whole.Bounds(), draw.Src, nil)
	return small
}
