package council

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	_ "image/png" // photographs come as both
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/image/draw"

	"smartcanal/data/attachments"
	"smartcanal/data/document"
	"smartcanal/data/problem"
)

// tripPhoto is a picture that belongs to a stop.
type tripPhoto struct {
	id   int64
	stop int64
	name string
}

var photoMark = regexp.MustCompile(`^【照片：(.+)】$`)

// mark is the line of a report where the photograph stands.
func (p tripPhoto) mark() string { return "【照片：" + p.name + "】" }

// tripPhotos gives the pictures of a trip's stops that a paper can show, by stop and in the order they were added.
func (r *Room) tripPhotos(ctx context.Context, page *TripPage) ([]tripPhoto, error) {
	var photos []tripPhoto
	db := r.store.Read(ctx)
	for _, s := range page.Stops {
		if s.Files == 0 {
			continue
		}
		files, err := attachments.Of(db, TripPhotos(s.ID))
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			if file.MediaType == "image/jpeg" || file.MediaType == "image/png" {
				photos = append(photos, tripPhoto{file.ID, s.ID, file.Name})
			}
		}
	}
	return photos, nil
}

// A photograph is at most as wide on paper, and keeps so many pixels: 200 to the inch. What a telephone takes is ten times
// that, and ten of them would be a document nobody can send.
const (
	photoWidth  = 120 // millimetres
	photoPixels = 950
)

// picture reads a photograph for a paper. Problem: council.trip_photo_broken (name).
func (r *Room) picture(ctx context.Context, p tripPhoto) (document.Picture, error) {
	content, err := attachments.Content(r.store.Read(ctx), p.id)
	if err != nil {
		return document.Picture{}, err
	}
	small, err := shrunk(content)
	if err != nil {
		return document.Picture{}, problem.New("council.trip_photo_broken", "name", p.name).Because(err)
	}
	return document.Picture{Content: small, Width: photoWidth, Caption: strings.TrimSuffix(p.name, filepath.Ext(p.name))}, nil
}

// shrunk brings a picture that is wider down to photoPixels.
func shrunk(content []byte) ([]byte, error) {
	full, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	size := full.Bounds().Size()
	if size.X <= photoPixels {
		return content, nil
	}
	small := image.NewRGBA(image.Rect(0, 0, photoPixels, max(1, size.Y*photoPixels/size.X)))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), full, full.Bounds(), draw.Src, nil)
	var b bytes.Buffer
	err = jpeg.Encode(&b, small, &jpeg.Options{Quality: 85})
	return b.Bytes(), err
}
