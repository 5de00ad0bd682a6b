package person

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// box is a rectangle in the window, in units.
type box struct{ left, top, right, bottom float32 }

func boxOf(at fyne.Position, size fyne.Size) box {
	return box{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (b box) within(other box) box {
	return box{max(b.left, other.left), max(b.top, other.top), min(b.right, other.right), min(b.bottom, other.bottom)}
}

func (b box) middle() fyne.Position { return fyne.NewPos((b.left+b.right)/2, (b.top+b.bottom)/2) }

func (b box) holds(p fyne.Position) bool {
	return p.X >= b.left && p.X < b.right && p.Y >= b.top && p.Y < b.bottom
}

// word is a text on the screen, where it is drawn.
type word struct {
	text string
	box  box
	view box // what it is seen through: the window, or the part that scrolls
}

// thing is what a click can reach, and the part of it that is seen.
type thing struct {
	object fyne.CanvasObject
	box    box
	seen   box
}

// sight is what can be seen and reached: with a dialog over the window, the dialog alone.
type sight struct {
	words  []word
	beyond []word  // what has to be scrolled to
	fields []box   // what takes the keyboard
	things []thing // in the order they are drawn
}

// look gathers what is on the screen. Call it on the UI goroutine.
func look(c fyne.Canvas) *sight {
	s := &sight{}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	s.walk(root, fyne.Position{}, boxOf(fyne.Position{}, c.Size()))
	return s
}

// walk goes down to the texts that are drawn; clip is what scrolled parts leave to be seen.
func (s *sight) walk(o fyne.CanvasObject, origin fyne.Position, clip box) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	own := boxOf(at, o.Size())
	switch thing := o.(type) {
	case *canvas.Text:
		s.read(thing, own, clip)
	case *fyne.Container:
		s.walkAll(thing.Objects, at, clip)
	case fyne.Widget:
		s.reach(o, own, clip)
		if _, scrolls := o.(fyne.Scrollable); scrolls {
			clip = clip.within(own)
		}
		s.walkAll(test.WidgetRenderer(thing).Objects(), at, clip)
	}
}

func (s *sight) walkAll(objects []fyne.CanvasObject, at fyne.Position, clip box) {
	for _, child := range objects {
		s.walk(child, at, clip)
	}
}

// reach notes what takes clicks or keys.
func (s *sight) reach(o fyne.CanvasObject, own, clip box) {
	if _, takesKeys := o.(fyne.Focusable); takesKeys && clip.holds(own.middle()) {
		s.fields = append(s.fields, own)
	}
	switch o.(type) {
	case fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, fyne.Focusable, desktop.Mouseable:
		s.things = append(s.things, thing{o, own, own.within(clip)})
	}
}

// under is what a click at a place reaches: what was drawn there last.
func (s *sight) under(at fyne.Position) (thing, bool) {
	for i := len(s.things) - 1; i >= 0; i-- {
		if s.things[i].seen.holds(at) {
			return s.things[i], true
		}
	}
	return thing{}, false
}

// read takes a text in where it is drawn: its object is often wider.
func (s *sight) read(t *canvas.Text, own, clip box) {
	slack := own.right - own.left - t.MinSize().Width
	switch t.Alignment {
	case fyne.TextAlignTrailing:
		own.left += slack
	case fyne.TextAlignCenter:
		own.left, own.right = own.left+slack/2, own.right-slack/2
	default:
		own.right -= slack
	}
	switch read := (word{t.Text, own, clip}); {
	case t.Text == "":
	case clip.holds(own.middle()):
		s.words = append(s.words, read)
	case clip.right > clip.left && clip.bottom > clip.top:
		s.beyond = append(s.beyond, read)
	}
}

// text is everything there is to read, without breaks: a sentence may run over several lines.
func (s *sight) text() string {
	var b strings.Builder
	for _, w := range s.words {
		b.WriteString(w.text)
	}
	return b.String()
}

// begins is the word out of sight with which a text begins that may run over several lines; none where it is not there.
func (s *sight) begins(text string) []word {
	var all strings.Builder
	for _, w := range s.beyond {
		all.WriteString(unspaced(w.text))
	}
	at := strings.Index(all.String(), unspaced(text))
	if at < 0 {
		return nil
	}
	for _, w := range s.beyond {
		if at -= len(unspaced(w.text)); at < 0 {
			return []word{w}
		}
	}
	return nil
}

// find gives the places of a label.
func (s *sight) find(label string) []box { return s.where(called(label)) }

func (s *sight) where(is func(word) bool) []box {
	var found []box
	for _, w := range s.words {
		if is(w) {
			found = append(found, w.box)
		}
	}
	return found
}

// beside gives the input a form has at the right of a label.
func (s *sight) beside(label string) []box {
	var found []box
	for _, at := range s.find(label) {
		for _, field := range s.fields {
			if field.left >= at.right && field.top <= at.middle().Y && field.bottom >= at.middle().Y {
				found = append(found, field)
				break
			}
		}
	}
	return found
}

// abreast gives the places of a label that stand in one row with a text.
func (s *sight) abreast(text, label string) []box {
	var found []box
	for _, at := range s.words {
		if !strings.Contains(at.text, text) {
			continue
		}
		for _, b := range s.find(label) {
			if b.top <= at.box.middle().Y && b.bottom >= at.box.middle().Y && b != at.box {
				found = append(found, b)
			}
		}
	}
	return found
}
