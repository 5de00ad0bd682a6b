package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// press is what everything one can click or press a key on has in common.
type press struct {
	widget.DisableableWidget
	hovered, focused bool
	leads            bool // to a page, by all one can tell: then the middle button opens that beside
	onPressed        func()
}

// Leads says whether a press leads to a page.
func (p *press) Leads() bool { return p.leads && p.onPressed != nil && !p.Disabled() }

// MouseDown opens what a press leads to in a window of its own, for the middle button.
func (p *press) MouseDown(event *desktop.MouseEvent) {
	if event.Button == desktop.MouseButtonTertiary && p.Leads() {
		Beside(p.onPressed)
	}
}

// MouseUp is Fyne's.
func (p *press) MouseUp(*desktop.MouseEvent) {}

// Tapped is a click.
func (p *press) Tapped(*fyne.PointEvent) {
	if !p.Disabled() && p.onPressed != nil {
		p.onPressed()
	}
}

// TypedKey presses with Return, Enter or the space bar; what is not for a button is the window's.
func (p *press) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Tapped(nil)
	case fyne.KeyEscape:
		if over := p.canvas(); over == nil {
			CloseTop()
		} else {
			CloseTopOf(over)
		}
	default:
		passKey(p.canvas(), event)
	}
}

// self tells one pressed thing from another, whatever is made of it.
func (p *press) self() *press { return p }

// canvas is that of the window this has the keyboard of, nil where it has none.
func (p *press) canvas() fyne.Canvas {
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		if focused, is := window.Canvas().Focused().(interface{ self() *press }); is && focused.self() == p {
			return window.Canvas()
		}
	}
	return nil
}

// TypedRune gives the window what is typed, such as ?: a pressed thing takes no text.
func (p *press) TypedRune(r rune) {
	if over := p.canvas(); over != nil && r != ' ' && over.OnTypedRune() != nil {
		over.OnTypedRune()(r)
	}
}

// FocusGained shows the focus ring, and scrolls to it.
func (p *press) FocusGained() {
	p.focused = true
	if over := p.canvas(); over != nil {
		Reveal(over.Focused().(fyne.CanvasObject))
	}
	p.Refresh()
}

// FocusLost takes the focus ring away.
func (p *press) FocusLost() {
	p.focused = false
	p.Refresh()
}

// MouseIn is Fyne's.
func (p *press) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.Refresh()
}

// MouseMoved is Fyne's.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is Fyne's.
func (p *press) MouseOut() {
	p.hovered = false
	p.Refresh()
}

// Cursor is a hand where a press does something.
func (p *press) Cursor() desktop.Cursor {
	if p.Disabled() || p.onPressed == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Pressable makes any content clickable, with hover and focus shown.
type Pressable struct {
	press
	content fyne.CanvasObject
	radius  float32
	chosen  bool
}

// NewPressable wraps content; a nil onPressed leaves it plain.
func NewPressable(content fyne.CanvasObject, onPressed func()) *Pressable {
	p := &Pressable{content: content, radius: Radius}
	p.onPressed, p.leads = onPressed, true
	p.ExtendBaseWidget(p)
	return p
}

// SetChosen shows the content on the soft accent, as the chosen one of a list.
func (p *Pressable) SetChosen(chosen bool) {
	if p.chosen != chosen {
		p.chosen = chosen
		p.Refresh()
	}
}

// Disabled keeps content that does nothing out of the keyboard's way.
func (p *Pressable) Disabled() bool { return p.onPressed == nil || p.press.Disabled() }

// HeightFor is the height at a width, for texts over several lines.
func (p *Pressable) HeightFor(width float32) float32 { return heightFor(p.content, width) }

// CreateRenderer is Fyne's.
func (p *Pressable) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{}
	paint := func() {
		ground.CornerRadius = p.radius
		ground.FillColor = Color(none)
		if p.chosen {
			ground.FillColor = Color(CanalSoft)
		} else if p.hovered && p.onPressed != nil {
			ground.FillColor = Color(theme.ColorNameHover)
		}
		focusRing(ground, p.focused)
	}
	paint()
	return &painter{
		objects: []fyne.CanvasObject{ground, p.content},
		layout: func(size fyne.Size) {
			ground.Resize(size)
			p.content.Resize(size)
		},
		min: func() fyne.Size { return p.content.MinSize() },
		refresh: func() {
			paint()
			ground.Refresh()
			p.content.Refresh()
		},
	}
}

// focusRing draws the accent's line around what the keyboard is on.
func focusRing(ground *canvas.Rectangle, focused bool) {
	ground.StrokeWidth = 0
	if focused {
		ground.StrokeWidth, ground.StrokeColor = 2, Color(Canal)
	}
}
