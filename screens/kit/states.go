package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// NewLoading says that a page's content is on its way.
func NewLoading() fyne.CanvasObject {
	return centred(NewSecondary(wording.Text("kit.state.loading")).Centered())
}

// NewEmpty says that there is nothing and how to fill it; actions are the buttons that do.
func NewEmpty(what, todo string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	hint := NewParagraph(todo)
	hint.Colour = Secondary
	return centred(stateText(NewStyled(what, Ink, 16, true), hint, actions)...)
}

// NewFailed words a problem, its place and what to do; actions are the buttons that help.
func NewFailed(p *problem.Problem, actions ...fyne.CanvasObject) fyne.CanvasObject {
	what, todo := wording.Problem(p)
	if where := wording.Where(p); where != "" {
		todo = where + "\n" + todo
	}
	hint := NewParagraph(todo)
	hint.Colour = Secondary
	return centred(stateText(NewStyled(what, RedText, 16, true).Short(), hint, actions)...)
}

func stateText(title *Text, hint *Paragraph, actions []fyne.CanvasObject) []fyne.CanvasObject {
	title.Align, hint.Align = fyne.TextAlignCenter, fyne.TextAlignCenter
	parts := []fyne.CanvasObject{title, hint}
	if len(actions) > 0 {
		row := append([]fyne.CanvasObject{Spring()}, actions...)
		parts = append(parts, Space(0, 4), Row(Gap, append(row, Spring())...))
	}
	return parts
}

const stateWidth float32 = 420

// centred puts parts in the middle, no wider than reads well.
func centred(parts ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&centreLayout{}, Column(Gap, parts...))
}

type centreLayout struct{}

// Layout is Fyne's.
func (*centreLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		width := min(stateWidth, size.Width)
		height := heightFor(o, width)
		place(o, (size.Width-width)/2, max(0, (size.Height-height)*0.4), width, height)
	}
}

// MinSize is Fyne's.
func (*centreLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(fyne.NewSize(120, heightFor(o, stateWidth)))
	}
	return size
}

// States shows one of a page's states at a time.
type States struct {
	*fyne.Container
}

// NewStates begins with loading.
func NewStates() *States { return &States{container.NewStack(NewLoading())} }

// Loading shows that the content is on its way.
func (s *States) Loading() { s.Show(NewLoading()) }

// Failed shows a problem with the buttons that help.
func (s *States) Failed(p *problem.Problem, actions ...fyne.CanvasObject) {
	s.Show(NewFailed(p, actions...))
}

// Show shows content: the filled page or NewEmpty. What goes loses the keyboard.
func (s *States) Show(content fyne.CanvasObject) {
	s.Objects = []fyne.CanvasObject{content}
	s.Refresh()
	if over := fyne.CurrentApp().Driver().CanvasForObject(s.Container); over != nil {
		ReleaseFocus(over)
	}
}
