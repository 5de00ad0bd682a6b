// Package gallery draws every page in each of its states into build/gallery and fails where a text is
// cut off or a part lies outside its window. Areas add their pages in files of their own here.
package gallery

import (
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"smartcanal/screens/kit"
)

// Window sizes: the one that must be right and the one whose room must be used.
const (
	officeWidth, officeHeight float32 = 1366, 768
	wideWidth, wideHeight     float32 = 1920, 1080
)

const folder = "../../build/gallery"

// Shot builds a page in a window, checks it and writes build/gallery/<name>.png. The page is built
// after the look is set, with background work done at once; it may open dialogs over the window with
// the function it returns, which runs once the page has its size.
func Shot(t *testing.T, name string, width, height float32, dark bool, page func(over fyne.Window) (fyne.CanvasObject, func())) {
	t.Helper()
	over := draw(t, name, width, height, dark, page)
	for _, fault := range faults(over) {
		t.Errorf("%s: %s", name, fault)
	}
}

// draw is Shot without the checks: for what is scrolled sideways, whose parts lie outside by intent.
func draw(t *testing.T, name string, width, height float32, dark bool, page func(over fyne.Window) (fyne.CanvasObject, func())) fyne.Window {
	t.Helper()
	setTheme(dark)
	t.Cleanup(kit.Inline())
	over := test.NewTempWindow(t, nil)
	over.SetPadded(false)
	// The toolkit tells the age of what it keeps by the hour of the last picture: where none was taken for a minute, what is
	// built now would be thrown away as old before it is drawn.
	over.Canvas().Capture()
	content, then := page(over)
	over.SetContent(content)
	over.Resize(fyne.NewSize(width, height))
	if then != nil {
		then()
	}
	settle(over)
	steady(over)
	write(t, name, over)
	return over
}

// took is how long something took, as the pages say it.
var took = regexp.MustCompile(`[0-9.]+ (毫秒|秒|ms\b|s\b)`)

// steady has all that tells how long it took say the same, so that the same pages are the same pictures: the manual and
// with it the packages are made of them.
func steady(over fyne.Window) {
	visitAll(over.Content(), func(o fyne.CanvasObject) bool {
		if text, is := o.(*canvas.Text); is {
			text.Text = took.ReplaceAllString(text.Text, "1 $1")
		}
		return true
	})
}

// setTheme sets the theme where it is another. All pictures share one application, because a new one, like a new
// theme, parses the fonts anew, and the text shaper keeps the last 32 of them: some gigabytes.
func setTheme(dark bool) {
	wanted := kit.NewTheme(kit.Light)
	if dark {
		wanted = kit.NewTheme(kit.Dark)
	}
	if settings := fyne.CurrentApp().Settings(); settings.Theme() != wanted {
		settings.SetTheme(wanted)
	}
}

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

// settle lays the window out again until texts over several lines have their heights.
func settle(over fyne.Window) {
	size := over.Canvas().Size()
	for range 2 {
		over.Resize(size.AddWidthHeight(1, 0))
		over.Resize(size)
	}
}

func write(t *testing.T, name string, over fyne.Window) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, over.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
