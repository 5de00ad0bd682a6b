package shell

import (
	"os"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"smartcanal/screens/kit"
)

// scaled has a test's window follow the scale as the driver's windows do.
func scaled(f *fixture) {
	over := f.window.Canvas().(software.WindowlessCanvas)
	fyne.CurrentApp().Settings().AddListener(func(fyne.Settings) {
		scale, err := strconv.ParseFloat(os.Getenv(scaleVariable), 32)
		if err != nil {
			scale = 1
		}
		over.SetScale(float32(scale))
	})
}

func TestTextsGrowWhileTheWindowStays(t *testing.T) {
	t.Setenv(scaleVariable, "")
	os.Unsetenv(scaleVariable)
	memory := kit.NewMemory()
	withMemory := func(h *fakeHost) { h.session.Memory = memory }
	f := start(t, withMemory)
	scaled(f)
	f.choosesMenu(t, "放大")
	f.choosesMenu(t, "放大")
	if size := f.window.Canvas().Size(); f.zoom != 120 || int(size.Width) != 1138 || int(size.Height) != 640 {
		t.Errorf("%d %%: %v has not the pixels of 1366 x 768", f.zoom, size)
	}
	f.Shell.closed()

	os.Unsetenv(scaleVariable)
	again := start(t, withMemory)
	if again.zoom != 120 || os.Getenv(scaleVariable) != "1.20" {
		t.Errorf("%d %%, %q: the size is not remembered", again.zoom, os.Getenv(scaleVariable))
	}
	again.choosesMenu(t, "默认大小")
	if _, set := os.LookupEnv(scaleVariable); set || again.zoom != 100 {
		t.Errorf("%d %%: what was not set before stays unset", again.zoom)
	}
	for range 9 {
		again.choosesMenu(t, "放大")
	}
	if again.zoom != 150 {
		t.Errorf("%d %%", again.zoom)
	}
}
