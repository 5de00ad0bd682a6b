package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"smartcanal/screens/kit"
)

func TestAPictureNeedsNoWindow(t *testing.T) {
	for _, kind := range kinds() {
		for mode, ground := range map[kit.Mode]color.NRGBA{kit.Light: {0xff, 0xff, 0xff, 0xff}, kit.Dark: {0x1a, 0x24, 0x29, 0xff}} {
			c := sample(kind)
			c.Title = "核实网络零售额"
			content, err := Picture(c, fyne.NewSize(400, 240), PNG, mode)
			if err != nil {
				t.Fatal(err)
			}
			drawn, err := png.Decode(bytes.NewReader(content))
			if err != nil || drawn.Bounds().Dx() != 400*density || drawn.Bounds().Dy() != 240*density {
				t.Fatalf("kind %d: %v, %v", kind, drawn.Bounds(), err)
			}
			if got := color.NRGBAModel.Convert(drawn.At(2, 2)); got != ground {
				t.Errorf("kind %d: the ground is %v", kind, got)
			}
			if !holds(drawn, kit.NewTheme(mode).Color(kit.Canal, theme.VariantLight)) {
				t.Errorf("kind %d: nothing is drawn in the accent", kind)
			}
		}
	}
}

func holds(drawn image.Image, want color.Color) bool {
	for y := range drawn.Bounds().Dy() {
		for x := range drawn.Bounds().Dx() {
			if color.NRGBAModel.Convert(drawn.At(x, y)) == color.NRGBAModel.Convert(want) {
				return true
			}
		}
	}
	return false
}

func TestASVGSaysItsTexts(t *testing.T) {
	c := sample(Bars)
	c.Title = "零售额 <按月> & 比较"
	content, err := Picture(c, fyne.NewSize(400, 240), SVG, kit.Light)
	if err != nil {
		t.Fatal(err)
	}
	decoder, texts := xml.NewDecoder(bytes.NewReader(content)), ""
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if data, is := token.(xml.CharData); is {
			texts += string(data) + "|"
		}
	}
	for _, want := range []string{c.Title, "万元", "2月", "2026 年"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%s is not in %s", want, texts)
		}
	}
}

func TestTheFontsAreReadable(t *testing.T) {
	for i, font := range fonts() {
		if font == nil || font.Index('运') == 0 {
			t.Errorf("font %d cannot write 运", i)
		}
	}
}

func TestPicturesAreDrawnBesideEachOther(t *testing.T) {
	alone, err := Picture(sample(Bars), fyne.NewSize(360, 240), PNG, kit.Light)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if got, err := Picture(sample(Bars), fyne.NewSize(360, 240), PNG, kit.Light); err != nil || !bytes.Equal(got, alone) {
				t.Errorf("drawn beside others it is another picture: %v", err)
			}
		})
	}
	group.Wait()
}
