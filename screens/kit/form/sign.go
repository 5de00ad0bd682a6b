package form

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
)

// sign is a picture at the end of an entry that opens something. The keyboard has its own way there, so that Tab does
// not stop at it.
type sign struct {
	widget.BaseWidget
	icon     fyne.Resource
	onTapped func()
	hovered  bool
}

func newSign(icon fyne.Resource, onTapped func()) *sign {
	s := &sign{icon: icon, onTapped: onTapped}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped is Fyne's.
func (s *sign) Tapped(*fyne.PointEvent) { s.onTapped() }

// Cursor is a hand.
func (s *sign) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is Fyne's.
func (s *sign) MouseIn(*desktop.MouseEvent) {
	s.hovered = true
	s.Refresh()
}

// MouseMoved is Fyne's.
func (s *sign) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (s *sign) MouseOut() {
	s.hovered = false
	s.Refresh()
}

const signSize float32 = 18

// CreateRenderer is Fyne's.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	ground, picture := canvas.NewRectangle(color.Transparent), canvas.NewImageFromResource(theme.NewColoredResource(s.icon, kit.Secondary))
	ground.CornerRadius, picture.FillMode = 4, canvas.ImageFillContain
	return &signRenderer{sign: s, ground: ground, picture: picture}
}

type signRenderer struct {
	sign    *sign
	ground  *canvas.Rectangle
	picture *canvas.Image
}

func (r *signRenderer) Destroy() {}

func (r *signRenderer) Layout(size fyne.Size) {
	r.ground.Move(fyne.NewPos(2, 3))
	r.ground.Resize(size.SubtractWidthHeight(5, 6))
	r.picture.Move(fyne.NewPos((size.Width-signSize)/2-1, (size.Height-signSize)/2))
	r.picture.Resize(fyne.NewSquareSize(signSize))
}

func (r *signRenderer) MinSize() fyne.Size { return fyne.NewSize(signSize+14, signSize) }

func (r *signRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.picture}
}

func (r *signRenderer) Refresh() {
	r.ground.FillColor = color.Transparent
	if r.sign.hovered {
		r.ground.FillColor = kit.Color(kit.CanalSoft)
	}
	r.ground.Refresh()
	r.picture.Refresh()
}
