// Command smartcanal is the workbench of a commerce bureau's e-commerce section: a window, and the
// same work from a terminal.
package main

import (
	"context"
	"image"
	"image/color"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"smartcanal/assets"
	"smartcanal/screens/console"
	"smartcanal/screens/kit"
	"smartcanal/screens/opengl"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
	"smartcanal/screens/workbench"
)

func main() {
	if path, is := windowFile(os.Args[1:]); is {
		openWindow(path)
		return
	}
	joinConsole()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(console.Run(ctx, os.Args[1:], os.Stdout, os.Stderr, detail("Version")))
}

// windowFile tells whether the arguments ask for the window, and on which file of data: none, the
// file itself (a double click on it), or --db with it and no command.
func windowFile(args []string) (string, bool) {
	switch {
	case len(args) == 0:
		return "", true
	case len(args) == 1 && isData(args[0]):
		return args[0], true
	case len(args) == 1 && strings.HasPrefix(args[0], "--db="):
		return strings.TrimPrefix(args[0], "--db="), true
	case len(args) == 2 && args[0] == "--db":
		return args[1], true
	}
	return "", false
}

// isData tells a file of data by its ending: the one that belongs to the program, and the one before it.
func isData(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return ending == ".smartcanal" || ending == ".db"
}

// openWindow shows the window at once; the file is opened after it shows.
func openWindow(path string) {
	go wording.Language() // reads the texts while the window system wakes up
	workbench.StartLog(detail("Version"))
	markRunning()
	if err := opengl.Choose(); err != nil {
		sayWithoutWindow(err)
		os.Exit(console.ExitUnusable)
	}
	app.SetMetadata(fyne.AppMetadata{ID: detail("ID"), Name: detail("Name"), Version: detail("Version")})
	a := app.NewWithID(detail("ID"))
	a.Settings().SetTheme(kit.NewTheme(kit.Light))
	window := a.NewWindow(detail("Name"))
	window.Resize(fyne.NewSize(1366, 700)) // with title and task bar that is a 1366x768 screen
	host := workbench.NewHost(path)
	host.Version = detail("Version")
	s := shell.New(window, host)
	window.SetContent(container.NewStack(window.Content(), afterFirstFrame(func() {
		if os.Getenv("SMARTCANAL_QUIT_WHEN_SHOWN") != "" {
			os.Exit(0) // what the benchmark of the start measures ends here
		}
		window.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
		s.Start()
	})))
	window.ShowAndRun()
}

// afterFirstFrame is an object of one pixel that calls start once, when the window's first frame is drawn:
// the window appears first, and everything else loads after it.
func afterFirstFrame(start func()) fyne.CanvasObject {
	var once sync.Once
	pixel := canvas.NewRaster(func(int, int) image.Image {
		once.Do(func() { go fyne.Do(start) })
		return image.NewUniform(color.Transparent)
	})
	pixel.Resize(fyne.NewSize(1, 1))
	return container.NewWithoutLayout(pixel)
}
