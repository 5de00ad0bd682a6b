package grid

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// pictures is where the pictures of the grid go; empty draws them without keeping.
var pictures = os.Getenv("GRID_PICTURES")

func keep(t *testing.T, s shown, name string) {
	t.Helper()
	picture := s.window.Canvas().Capture()
	if pictures == "" {
		return
	}
	file, err := os.Create(filepath.Join(pictures, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name    string
		mode    kit.Mode
		density Density
		scale   float32
	}{
		{"roomy", kit.Light, Roomy, 1}, {"dense", kit.Light, Dense, 1}, {"dark", kit.Dark, Roomy, 1},
		{"scale-1.5", kit.Light, Roomy, 1.5}, {"dense-dark-2", kit.Dark, Dense, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := show(t, c.mode, &sales{rows: 1_000_000})
			s.SetDensity(c.density)
			s.SetSort(SortKey{Column: "time", Descending: true})
			s.SetTotals(Word("合计"), Cell{}, Cell{}, Word("1,000,000 笔"), Cell{}, Word("-1,234.56"))
			if scaled, is := s.window.Canvas().(interface{ SetScale(float32) }); is {
				scaled.SetScale(c.scale)
			}
			s.window.Resize(fyne.NewSize(testWidth, testHeight))
			s.click(s.cellAt(4, 3), 0)
			keep(t, s, c.name+"-cell")
			s.drag(s.cellAt(8, 1), s.cellAt(11, 5))
			keep(t, s, c.name)
		})
	}
}
