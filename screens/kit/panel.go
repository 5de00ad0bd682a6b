package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Panel is a rounded ground with a fill and a line, both by role, around content.
type Panel struct {
	widget.BaseWidget
	Fill, Stroke fyne.ThemeColorName
	Radius       float32
	content      fyne.CanvasObject
}

// NewPanel puts content on a ground; pass "" for no fill or no line.
func NewPanel(fill, stroke fyne.ThemeColorName, radius float32, content fyne.CanvasObject) *Panel {
	p := &Panel{Fill: fill, Stroke: stroke, Radius: radius, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// SetFill changes the ground's colour.
func (p *Panel) SetFill(fill fyne.ThemeColorName) {
	p.Fill = fill
	p.Refresh()
}

// SetContent puts other content on the ground.
func (p *Panel) SetContent(content fyne.CanvasObject) {
	p.content = content
	p.Refresh()
}

// HeightFor is the height at a width, for texts over several lines.
func (p *Panel) HeightFor(width float32) float32 { return heightFor(p.content, width) }

// CreateRenderer is Fyne's.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{}
	r := &painter{}
	paint := func() {
		ground.FillColor, ground.StrokeColor = Color(orNone(p.Fill)), Color(orNone(p.Stroke))
		ground.StrokeWidth, ground.CornerRadius = 0, p.Radius
		if p.Stroke != "" {
			ground.StrokeWidth = 1
		}
		r.objects = []fyne.CanvasObject{ground, p.content}
	}
	paint()
	r.layout = func(size fyne.Size) {
		ground.Resize(size)
		p.content.Resize(size)
	}
	r.min = func() fyne.Size { return p.content.MinSize() }
	r.refresh = func() {
		paint()
		r.layout(p.BaseWidget.Size())
		ground.Refresh()
		p.content.Refresh()
	}
	return r
}

func orNone(name fyne.ThemeColorName) fyne.ThemeColorName {
	if name == "" {
		return none
	}
	return name
}

// Dot is a small filled circle in a role's colour.
func Dot(colour fyne.ThemeColorName) fyne.CanvasObject {
	return NewPanel(colour, "", 5, Space(10, 10))
}
