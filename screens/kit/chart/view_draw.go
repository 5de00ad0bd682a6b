package chart

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"smartcanal/screens/kit"
)

// CreateRenderer is Fyne's.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &presence{view: v} }

// presence is what the window has of a view: the scene, drawn anew where size, chart or look changed, and over
// it what the pointer or the keyboard is on.
type presence struct {
	view    *View
	scene   *scene
	look    fyne.ThemeVariant
	theme   fyne.Theme
	ground  []fyne.CanvasObject
	objects []fyne.CanvasObject
}

// Destroy is Fyne's.
func (d *presence) Destroy() {}

// MinSize is Fyne's.
func (d *presence) MinSize() fyne.Size { return d.view.MinSize() }

// Objects is Fyne's.
func (d *presence) Objects() []fyne.CanvasObject { return d.objects }

// Layout is Fyne's.
func (d *presence) Layout(fyne.Size) { d.update() }

// Refresh is Fyne's.
func (d *presence) Refresh() {
	d.update()
	canvas.Refresh(d.view)
}

func (d *presence) update() {
	settings := fyne.CurrentApp().Settings()
	scene := d.view.drawn()
	if scene != d.scene || d.look != settings.ThemeVariant() || d.theme != settings.Theme() {
		d.scene, d.look, d.theme = scene, settings.ThemeVariant(), settings.Theme()
		d.ground = onCanvas(scene.shapes)
	}
	d.objects = append([]fyne.CanvasObject{}, d.ground...)
	if d.view.focused {
		d.objects = append(d.objects, outline(area{0, 0, scene.size.Width, scene.size.Height}.grown(4), kit.Canal, 1, 4))
	}
	if at := d.view.at(); at != nil {
		d.point(scene, at)
	}
	if d.view.note != "" {
		d.objects = append(d.objects, onCanvas(scene.told(d.view.note))...)
	}
}

// point shows which mark is meant and says its value, where the mark itself does not.
func (d *presence) point(s *scene, at *mark) {
	switch {
	case at.value != "":
		d.objects = append(d.objects, outline(at.at.grown(ring), kit.Ink, 2, 3))
		d.objects = append(d.objects, onCanvas(s.hint(at))...)
		d.objects = append(d.objects, outline(s.hintArea(at), kit.Axis, 1, 4))
	case d.view.focused:
		d.objects = append(d.objects, outline(at.at.grown(ring), kit.Canal, 2, 4))
	case d.view.opens() != nil:
		d.objects = append([]fyne.CanvasObject{onCanvas([]any{box{area: at.at.grown(ring), tone: theme.ColorNameHover, top: 4, bottom: 4}})[0]}, d.objects...)
	}
}

func outline(a area, t tone, width, radius float32) fyne.CanvasObject {
	return put(&canvas.Rectangle{StrokeColor: kit.Color(t), StrokeWidth: width, CornerRadius: radius}, a)
}

func put(o fyne.CanvasObject, a area) fyne.CanvasObject {
	o.Move(fyne.NewPos(a.X, a.Y))
	o.Resize(fyne.NewSize(a.Width, a.Height))
	return o
}

// onCanvas makes a window's objects of shapes.
func onCanvas(shapes []any) []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(shapes))
	for i, shape := range shapes {
		switch s := shape.(type) {
		case box:
			objects[i] = put(&canvas.Rectangle{
				FillColor: kit.Color(s.tone), TopLeftCornerRadius: s.top, TopRightCornerRadius: s.top,
				BottomLeftCornerRadius: s.bottom, BottomRightCornerRadius: s.bottom,
			}, s.area)
		case stroke:
			objects[i] = &canvas.Line{Position1: s.from, Position2: s.to, StrokeColor: kit.Color(s.tone), StrokeWidth: s.width}
		case disc:
			objects[i] = put(&canvas.Circle{FillColor: kit.Color(s.tone)}, area{s.at.X, s.at.Y, 0, 0}.grown(s.radius))
		case patch:
			objects[i] = polygon(s)
		case arc:
			objects[i] = put(&canvas.Arc{FillColor: kit.Color(s.tone), StartAngle: -90, EndAngle: -90 + 180*s.part, CutoutRatio: dialInner}, area{s.at.X, s.at.Y, 0, 0}.grown(s.radius))
		case words:
			objects[i] = text(s)
		}
	}
	return objects
}

func text(w words) fyne.CanvasObject {
	drawn := canvas.NewText(w.text, kit.Color(w.tone))
	drawn.TextSize, drawn.TextStyle.Bold = w.size, w.bold
	drawn.Move(w.at)
	drawn.Resize(drawn.MinSize())
	return drawn
}

func polygon(p patch) fyne.CanvasObject {
	around := p.around()
	corners := make([]fyne.Position, len(p.corners))
	for i, corner := range p.corners {
		corners[i] = corner.SubtractXY(around.X, around.Y)
	}
	return put(canvas.NewArbitraryPolygon(corners, kit.Color(p.tone)), around)
}

// around is the smallest area that holds a patch.
func (p patch) around() area {
	low, high := p.corners[0], p.corners[0]
	for _, corner := range p.corners[1:] {
		low = fyne.NewPos(min(low.X, corner.X), min(low.Y, corner.Y))
		high = fyne.NewPos(max(high.X, corner.X), max(high.Y, corner.Y))
	}
	return area{low.X, low.Y, high.X - low.X, high.Y - low.Y}
}
