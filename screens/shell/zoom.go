package shell

import (
	"log/slog"
	"os"
	"slices"
	"strconv"
	"sync"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// zooms are the sizes of texts, with all that stands around them, a person can choose, per cent. Fyne rounds a
// window's scale to tenths.
var zooms = []int{100, 110, 120, 130, 140, 150}

const ordinaryZoom = 100

// scaleVariable is where Fyne looks for a person's scale, each time the settings are applied.
const scaleVariable = "FYNE_SCALE"

// given is the scale the program was started with: what an office set for all of Fyne's programs stays under
// what a person chooses here.
var given = sync.OnceValues(func() (string, bool) { return os.LookupEnv(scaleVariable) })

// setScale tells Fyne the scale of a zoom.
func setScale(zoom int) error {
	text, set := given()
	switch {
	case zoom == ordinaryZoom && set:
		return os.Setenv(scaleVariable, text)
	case zoom == ordinaryZoom:
		return os.Unsetenv(scaleVariable)
	}
	scale, err := strconv.ParseFloat(text, 64)
	if err != nil || scale <= 0 {
		scale = max(1, float64(fyne.CurrentApp().Settings().Scale()))
	}
	return os.Setenv(scaleVariable, strconv.FormatFloat(scale*float64(zoom)/100, 'f', 2, 64))
}

// nextZoom is a step larger or smaller than a zoom.
func nextZoom(zoom, step int) int {
	at, _ := slices.BinarySearch(zooms, zoom)
	return zooms[min(max(at+step, 0), len(zooms)-1)]
}

// SetZoom shows texts, and all that stands around them, larger or smaller, and remembers it.
func (s *Shell) SetZoom(zoom int) {
	s.applyZoom(zoom)
	s.keepAppearance()
	s.tellWindows()
}

// applyZoom leaves the windows as large as they are on the screen; their pages get more or less room.
func (s *Shell) applyZoom(zoom int) {
	if !slices.Contains(zooms, zoom) {
		zoom = ordinaryZoom
	}
	if zoom == s.zoom {
		return
	}
	before := s.zoom
	s.zoom = zoom
	if err := setScale(zoom); err != nil {
		slog.Warn("the size of the texts stays", "cause", err)
		return
	}
	// The room a window has for its page changes first: Fyne keeps it while the scale changes, and the window is
	// again as large as it was.
	part := float32(before) / float32(zoom)
	for _, window := range s.windows {
		size := window.window.Canvas().Size()
		window.window.Resize(fyne.NewSize(size.Width*part, size.Height*part))
	}
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(s.mode))
	s.repainting.Do(func() { fyne.Do(s.repaint) })
}

// repaint draws every window once more when its new size has come through: some systems show the first frame at
// the place of the old one.
func (p *program) repaint() {
	for _, s := range p.windows {
		s.window.Content().Refresh()
	}
}
