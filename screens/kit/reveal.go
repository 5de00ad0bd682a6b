package kit

import (
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// scrolls are the views that may hide what gets the keyboard. They are only known here, not kept: a page that goes takes
// its views with it. Only the UI goroutine touches them.
var scrolls []weak.Pointer[container.Scroll]

// FollowsFocus has a view scroll to what gets the keyboard inside it.
func FollowsFocus(view *container.Scroll) *container.Scroll {
	alive := scrolls[:0]
	for _, known := range scrolls {
		if known.Value() != nil {
			alive = append(alive, known)
		}
	}
	scrolls = append(alive, weak.Make(view))
	return view
}

// Reveal scrolls the views an object stands in until it can be seen; call it when the object gets the keyboard.
func Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	over := driver.CanvasForObject(o)
	if over == nil {
		return
	}
	for i := range scrolls {
		view := scrolls[len(scrolls)-1-i].Value() // what was made last stands inside what was made before
		if view == nil || driver.CanvasForObject(view) != over || driver.AbsolutePositionForObject(view).IsZero() {
			continue
		}
		content := area{driver.AbsolutePositionForObject(view.Content), view.Content.Size()}
		if own := (area{driver.AbsolutePositionForObject(o), o.Size()}); content.holds(own) {
			scrollTo(view, area{driver.AbsolutePositionForObject(view), view.Size()}, own)
		}
	}
}

// area is a part of the window.
type area struct {
	at   fyne.Position
	size fyne.Size
}

func (a area) end() fyne.Position { return a.at.Add(a.size) }

func (a area) holds(other area) bool {
	return other.at.X >= a.at.X-1 && other.at.Y >= a.at.Y-1 && other.end().X <= a.end().X+1 && other.end().Y <= a.end().Y+1
}

// aside is the room left between what is revealed and the edge of its view.
const aside float32 = 8

func scrollTo(view *container.Scroll, seen, own area) {
	offset := view.Offset
	if view.Direction != container.ScrollHorizontalOnly {
		offset.Y += hidden(seen.at.Y, seen.end().Y, own.at.Y, own.end().Y)
	}
	if view.Direction != container.ScrollVerticalOnly {
		offset.X += hidden(seen.at.X, seen.end().X, own.at.X, own.end().X)
	}
	if offset != view.Offset {
		view.ScrollToOffset(offset)
	}
}

// hidden is how far a view must move for a stretch to be seen; its beginning where it is longer than the view.
func hidden(from, to, first, last float32) float32 {
	switch {
	case first < from || last-first > to-from:
		return first - from - aside
	case last > to:
		return last - to + aside
	}
	return 0
}
