//go:build e2e

// Package e2e drives the real window, with the real mouse and keys of an X server, from opening files to
// the public notice. Run it with make e2e; its pictures are in build/e2e.
package e2e

import (
	"errors"
	"log"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"smartcanal/screens/kit"
	"smartcanal/screens/shell"
	"smartcanal/screens/workbench"
)

// kept is where a run leaves what it saw and made: a picture of each station, and the person's folder with
// the file of data and the notice.
const kept = "../../build/e2e"

// program is what is driven: the window as main.go opens it, on a file of data that is not there yet.
var program struct {
	window fyne.Window
	shell  *shell.Shell
	home   string // the person's folder, in place of the real one
	data   string
}

// TestMain gives the main goroutine to the window, which needs it, and runs the test beside it.
func TestMain(m *testing.M) {
	home, err := filepath.Abs(filepath.Join(kept, "home"))
	if err != nil {
		log.Fatal(err)
	}
	settle(home)
	program.home, program.data = home, filepath.Join(home, "智慧运河.db")

	a := app.NewWithID("smartcanal.e2e")
	a.Settings().SetTheme(kit.NewTheme(kit.Follow))
	program.window = a.NewWindow("e2e")
	program.window.Resize(fyne.NewSize(1366, 768))
	program.shell = shell.New(program.window, workbench.NewHost(program.data))
	code := 1
	a.Lifecycle().SetOnStarted(func() {
		program.shell.Start()
		go func() {
			code = m.Run()
			fyne.Do(a.Quit)
		}()
	})
	program.window.ShowAndRun()
	os.Exit(code)
}

// settle makes the surroundings the same on every machine: an empty home, X11 and a pixel for a unit.
func settle(home string) {
	if err := errors.Join(os.RemoveAll(home), os.MkdirAll(filepath.Join(home, ".cache"), 0o700)); err != nil {
		log.Fatal(err)
	}
	for name, value := range map[string]string{
		"HOME": home, "XDG_CONFIG_HOME": filepath.Join(home, ".config"), "XDG_CACHE_HOME": filepath.Join(home, ".cache"),
		"XDG_RUNTIME_DIR": home, "WAYLAND_DISPLAY": "", "FYNE_SCALE": "1", "FYNE_THEME": "light",
	} {
		if err := os.Setenv(name, value); err != nil {
			log.Fatal(err)
		}
	}
}
