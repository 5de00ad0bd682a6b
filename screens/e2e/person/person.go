// Package person is somebody who works at the window: reads it, clicks, types. What is to be read comes from what is
// drawn; what is done goes through hands, an X server's mouse and keys for the real window, or Fyne's test driver.
package person

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// Hands do what a person does, and wait as long as one does.
type Hands interface {
	// Do runs f on the window's goroutine.
	Do(f func())
	// Press clicks at a place of the window, once or twice.
	Press(at fyne.Position, times int)
	// Scroll turns the wheel over a place by about so many units, down where they are above nothing.
	Scroll(at fyne.Position, by float32)
	// Key presses a key by its name on X11, with what is held down: Return, ctrl+shift+n.
	Key(name string)
	// Type writes with the keyboard.
	Type(text string)
	// Shot keeps a picture of the window.
	Shot(name string)
	// Patience is how long there is to wait for something, Steady whether what is seen once stays.
	Patience() time.Duration
	Steady() bool
}

// Person works at a window.
type Person struct {
	*testing.T
	window fyne.Window
	hands  Hands
}

// SitDown puts a person in front of a window.
func SitDown(t *testing.T, window fyne.Window, hands Hands) *Person {
	return &Person{T: t, window: window, hands: hands}
}

// For is the person in another test.
func (p *Person) For(t *testing.T) *Person { return &Person{T: t, window: p.window, hands: p.hands} }

func (p *Person) look() *sight {
	var s *sight
	p.hands.Do(func() { s = look(p.window.Canvas()) })
	return s
}

// waitFor looks until there is what is waited for; where things move, at the same place twice. What has to be scrolled to
// is scrolled to.
func (p *Person) waitFor(what string, find func(*sight) []box, hidden func(*sight) []word) []box {
	p.Helper()
	var before []box
	for end := time.Now().Add(p.hands.Patience()); ; time.Sleep(60 * time.Millisecond) {
		s := p.look()
		found := find(s)
		if len(found) > 0 && (p.hands.Steady() || len(found) == len(before) && found[0] == before[0]) {
			return found
		}
		before = found
		if len(found) == 0 && hidden != nil {
			p.scrollTo(s, hidden)
			if p.hands.Steady() {
				if found = find(p.look()); len(found) > 0 {
					return found
				}
			}
		}
		if time.Now().After(end) {
			break
		}
	}
	p.hands.Shot("failed")
	p.Fatalf("there is no %s; to be read: %s", what, p.look().text())
	return nil
}

// scrollTo turns the wheel until the first of what is out of sight is in the middle of what it is seen through.
func (p *Person) scrollTo(s *sight, wanted func(*sight) []word) {
	if found := wanted(s); len(found) > 0 {
		view := found[0].view.middle()
		p.hands.Scroll(view, found[0].box.middle().Y-view.Y)
	}
}

func called(label string) func(word) bool { return func(w word) bool { return w.text == label } }

func with(text string) func(word) bool {
	return func(w word) bool { return strings.Contains(w.text, text) }
}

// outOfSight are the words that have to be scrolled to.
func outOfSight(is func(word) bool) func(*sight) []word {
	return func(s *sight) []word {
		var found []word
		for _, w := range s.beyond {
			if is(w) {
				found = append(found, w)
			}
		}
		return found
	}
}

// unspaced is a text as it can be compared where lines break: a blank at the end of a line is not drawn.
func unspaced(text string) string { return strings.ReplaceAll(text, " ", "") }

// Reads waits until texts are on the screen.
func (p *Person) Reads(texts ...string) {
	p.Helper()
	for _, text := range texts {
		p.waitFor("text "+text, func(s *sight) []box {
			if strings.Contains(unspaced(s.text()), unspaced(text)) {
				return []box{{}}
			}
			return nil
		}, func(s *sight) []word { return s.begins(text) })
	}
}

// Misses says that texts are not on the screen.
func (p *Person) Misses(texts ...string) {
	p.Helper()
	all := p.look().text()
	for _, text := range texts {
		if strings.Contains(all, text) {
			p.hands.Shot("failed")
			p.Fatalf("%q is on the screen: %s", text, all)
		}
	}
}

// Sees says whether a text is on the screen now.
func (p *Person) Sees(text string) bool { return strings.Contains(p.look().text(), text) }

// Clicks presses what is called label; it must be there once.
func (p *Person) Clicks(label string) {
	p.Helper()
	p.clickOnly(label, p.waitFor(label, func(s *sight) []box { return s.find(label) }, outOfSight(called(label))))
}

// ClicksOn presses what begins with a text and says more: a chip with what is chosen.
func (p *Person) ClicksOn(start string) {
	p.Helper()
	p.clickOnly(start, p.waitFor(start+"…", func(s *sight) []box { return s.where(func(w word) bool { return strings.HasPrefix(w.text, start) }) }, nil))
}

// ClicksIn presses what is called label in the row of a text: a table's button, a list's box.
func (p *Person) ClicksIn(row, label string) {
	p.Helper()
	p.clickOnly(label+" in the row of "+row, p.waitFor(label+" beside "+row, func(s *sight) []box { return s.abreast(row, label) },
		outOfSight(with(row))))
}

func (p *Person) clickOnly(label string, found []box) {
	p.Helper()
	if len(found) > 1 {
		p.hands.Shot("failed")
		p.Fatalf("%q is on the screen %d times", label, len(found))
	}
	p.hands.Press(found[0].middle(), 1)
}

// Marks clicks the first cell of a list that has a text in it.
func (p *Person) Marks(text string) {
	p.Helper()
	found := p.waitFor(text, func(s *sight) []box { return s.where(with(text)) }, outOfSight(with(text)))
	p.hands.Press(found[0].middle(), 1)
}

// Answers presses a button of a dialog, which may be called as the dialog is: the one beside 取消.
func (p *Person) Answers(verb string) {
	p.Helper()
	p.ClicksIn("取消", verb)
}

// Opens double-clicks a row by one of its words.
func (p *Person) Opens(text string) {
	p.Helper()
	found := p.waitFor(text, func(s *sight) []box { return s.find(text) }, outOfSight(called(text)))
	p.hands.Press(found[0].middle(), 2)
}

// Fills replaces the text in the input beside a label.
func (p *Person) Fills(label, text string) {
	p.Helper()
	p.GoesTo(label)
	p.Keys("ctrl+a")
	p.Types(text)
}

// GoesTo clicks the input beside a label.
func (p *Person) GoesTo(label string) {
	p.Helper()
	found := p.waitFor("input "+label, func(s *sight) []box { return s.beside(label) }, outOfSight(called(label)))
	p.hands.Press(found[0].middle(), 1)
}

// Chooses picks one of the choices a select beside a label opens.
func (p *Person) Chooses(label, choice string) {
	p.Helper()
	p.GoesTo(label)
	p.Clicks(choice)
}

// Keys presses keys by X11's names: Return, ctrl+a.
func (p *Person) Keys(names ...string) {
	p.Helper()
	for _, name := range names {
		p.hands.Key(name)
	}
}

// Types writes with the keyboard.
func (p *Person) Types(text string) {
	p.Helper()
	p.hands.Type(text)
}

// Shot keeps a picture of the screen.
func (p *Person) Shot(name string) { p.hands.Shot(name) }
