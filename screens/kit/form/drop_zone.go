package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// dropZone says where files go. A press or Return chooses some, Ctrl+V pastes; what is dropped comes from the window.
type dropZone struct {
	widget.BaseWidget
	onPressed, onPaste func()
	hovered, focused   bool
}

func newDropZone(onPressed, onPaste func()) *dropZone {
	z := &dropZone{onPressed: onPressed, onPaste: onPaste}
	z.ExtendBaseWidget(z)
	return z
}

// Tapped is a click.
func (z *dropZone) Tapped(*fyne.PointEvent) {
	if over := fyne.CurrentApp().Driver().CanvasForObject(z); over != nil {
		over.Focus(z) // so that Ctrl+V goes here
	}
	z.onPressed()
}

// TappedSecondary offers what the keyboard can do.
func (z *dropZone) TappedSecondary(*fyne.PointEvent) {
	kit.OpenChoices(z, []kit.Choice{
		{Value: "choose", Label: wording.Text("form.files.choose")}, {Value: "paste", Label: wording.Text("form.files.paste")},
	}, func(what string) {
		if what == "paste" {
			z.onPaste()
			return
		}
		z.onPressed()
	})
}

// TypedKey chooses files with Return or the space bar.
func (z *dropZone) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		z.onPressed()
	case fyne.KeyEscape:
		kit.CloseTop()
	}
}

// TypedRune is Fyne's; the zone takes no text.
func (z *dropZone) TypedRune(rune) {}

// TypedShortcut pastes.
func (z *dropZone) TypedShortcut(shortcut fyne.Shortcut) {
	if _, is := shortcut.(*fyne.ShortcutPaste); is {
		z.onPaste()
		return
	}
	if over, is := fyne.CurrentApp().Driver().CanvasForObject(z).(fyne.Shortcutable); is {
		over.TypedShortcut(shortcut)
	}
}

// FocusGained shows where the keyboard is.
func (z *dropZone) FocusGained() { z.focused = true; z.Refresh() }

// FocusLost takes that away.
func (z *dropZone) FocusLost() { z.focused = false; z.Refresh() }

// MouseIn is Fyne's.
func (z *dropZone) MouseIn(*desktop.MouseEvent) { z.hovered = true; z.Refresh() }

// MouseMoved is Fyne's.
func (z *dropZone) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (z *dropZone) MouseOut() { z.hovered = false; z.Refresh() }

// Cursor is a hand.
func (z *dropZone) Cursor() desktop.Cursor { return desktop.PointerCursor }

const zoneHeight float32 = 34

// CreateRenderer is Fyne's.
func (z *dropZone) CreateRenderer() fyne.WidgetRenderer {
	r := &zoneRenderer{zone: z, ground: &canvas.Rectangle{CornerRadius: kit.Radius, StrokeWidth: 1}, words: kit.NewNote(wording.Text("form.files.zone"))}
	r.words.Align, r.words.MaxLines = fyne.TextAlignCenter, 2
	r.Refresh()
	return r
}

type zoneRenderer struct {
	zone   *dropZone
	ground *canvas.Rectangle
	words  *kit.Paragraph
}

func (r *zoneRenderer) Destroy() {}

func (r *zoneRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	height := min(r.words.HeightFor(size.Width-16), size.Height)
	r.words.Resize(fyne.NewSize(size.Width-16, height))
	r.words.Move(fyne.NewPos(8, (size.Height-height)/2))
}

func (r *zoneRenderer) MinSize() fyne.Size { return fyne.NewSize(120, zoneHeight+8) }

func (r *zoneRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.words}
}

func (r *zoneRenderer) Refresh() {
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = kit.Color(kit.Wash), kit.Color(kit.Line), 1
	if r.zone.hovered {
		r.ground.FillColor = kit.Color(kit.CanalSoft)
	}
	if r.zone.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = kit.Color(kit.Canal), 2
	}
	r.ground.Refresh()
	r.words.Refresh()
}
