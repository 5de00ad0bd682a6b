// Command emptywindow is the peer of the window's start: an empty Fyne window in the same font.
package main

import (
	"image"
	"image/color"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
)

func main() {
	a := app.New()
	a.Settings().SetTheme(kit.NewTheme(kit.Light))
	w := a.NewWindow("empty")
	painted := canvas.NewRaster(func(int, int) image.Image {
		go func() {
			fyne.DoAndWait(func() {}) // once the frame is drawn
			os.Exit(0)
		}()
		return image.NewUniform(color.Transparent)
	})
	w.SetContent(container.NewStack(painted, widget.NewLabel("智慧运河")))
	w.Resize(fyne.NewSize(1366, 768))
	w.ShowAndRun()
}
