package help

import (
	"bytes"
	"image"
	_ "image/png" // the gallery's pictures
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// What of the window an enlarged picture leaves to its dialog's edges, title and button.
const (
	besidePicture float32 = 80
	overPicture   float32 = 150
)

// picture shows one of the manual's pictures as wide as the lines, with what it shows below; a press enlarges it. It is
// nil where the program was built without it.
func (p *manualPage) picture(b block) fyne.CanvasObject {
	if p.shown == nil {
		return nil
	}
	content, err := fs.ReadFile(p.shown, b.image)
	if err != nil {
		return nil
	}
	drawn, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil
	}
	small := kit.NewPressable(kit.NewPanel("", kit.Line, 0, pictured(drawn, linesWidth)), func() { p.enlarge(b.text, drawn) })
	return kit.Pad(kit.Column(4, small, kit.NewNote(wording.Text("help.picture", "what", b.text))), 4, 0, 8, 0)
}

func (p *manualPage) enlarge(what string, drawn image.Image) {
	var d *kit.Dialog
	done := kit.NewPrimary(wording.Text("help.close"), func() { d.Close() })
	room, size := p.window.Canvas().Size(), drawn.Bounds().Size()
	width := min(room.Width-besidePicture, (room.Height-overPicture)*float32(size.X)/float32(size.Y))
	d = kit.NewDialog(p.window.Canvas(), width, what, pictured(drawn, width), done)
	d.Show(done)
}

// pictured is a picture at a width, in its proportions.
func pictured(drawn image.Image, width float32) *canvas.Image {
	shown := canvas.NewImageFromImage(drawn)
	shown.FillMode, shown.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	size := drawn.Bounds().Size()
	shown.SetMinSize(fyne.NewSize(width, width*float32(size.Y)/float32(size.X)))
	return shown
}
