package kit

import "fyne.io/fyne/v2"

// Crumb is one step of the way to a page. Open is nil for one that cannot be opened.
type Crumb struct {
	Label string
	Open  func()
}

// Header is the top of a page: where one is, what it is about, its state, what one can do here.
type Header struct {
	Crumbs []Crumb
	Title  string
	Badges []fyne.CanvasObject
	// Note is the secondary text after the title; it is shortened first.
	Note    string
	Actions []fyne.CanvasObject
}

// Build makes the header's row, 32 high.
func (h Header) Build() *fyne.Container {
	left := []fyne.CanvasObject{}
	for _, crumb := range h.Crumbs {
		left = append(left, NewBreadcrumb(crumb))
	}
	left = append(left, NewStyled(h.Title, Ink, TitleSize, true).Short())
	if len(h.Badges) > 0 {
		left = append(left, Row(Gap, h.Badges...))
	}
	if h.Note != "" {
		left = append(left, NewSecondary(h.Note).Short())
	}
	actions := Row(Gap, h.Actions...)
	row := Across(WideGap, []Track{Share(1), Natural}, Row(Gap+2, left...), actions)
	return Down(0, []Track{Fixed(RowHeight)}, row)
}

// NewBreadcrumb is one step of the way to a page with its arrow.
func NewBreadcrumb(crumb Crumb) fyne.CanvasObject {
	label := NewSecondary(crumb.Label)
	arrow := NewSecondary("›")
	if crumb.Open == nil {
		return Row(Gap, label, arrow)
	}
	return Row(Gap, NewPressable(label, crumb.Open), arrow)
}

// NewPage puts content under a header with the room every page has around it.
func NewPage(header Header, content fyne.CanvasObject) *fyne.Container {
	body := Down(WideGap, []Track{Natural, Share(1)}, header.Build(), content)
	return Pad(body, 12, 20, 12, 20)
}
