//go:build ignore

// Draws icon.svg as PNG in the sizes the systems ask for: go run assets/icons/draw.go from the root.
package main

import (
	"fmt"
	"image"
	"image/png"
	"log"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/draw"
)

const folder = "assets/icons"

func main() {
	full, err := drawn(512)
	if err != nil {
		log.Fatal(err)
	}
	for _, size := range []int{512, 256, 128, 64, 48, 32, 16} {
		if err := write(full, size, filepath.Join(folder, fmt.Sprintf("icon-%d.png", size))); err != nil {
			log.Fatal(err)
		}
	}
	if err := write(full, 512, "Icon.png"); err != nil {
		log.Fatal(err)
	}
}

// drawn renders at one size only: oksvg does not scale the width of strokes.
func drawn(size int) (image.Image, error) {
	icon, err := oksvg.ReadIcon(filepath.Join(folder, "icon.svg"))
	if err != nil {
		return nil, err
	}
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, picture, picture.Bounds())
	icon.Draw(rasterx.NewDasher(size, size, scanner), 1)
	return picture, nil
}

func write(full image.Image, size int, name string) error {
	small := image.NewRGBA(image.Rect(0, 0, size, size))
	draw.CatmullRom.Scale(small, small.Bounds(), full, full.Bounds(), draw.Src, nil)
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := png.Encode(file, small); err != nil {
		return err
	}
	return file.Close()
}
