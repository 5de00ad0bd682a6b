package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is the entry to use everywhere. It keeps the keys of a pinyin input method from leaking into
// the text: on X11 BackSpace and Return of a composition reach the program before its characters do.
type Entry struct {
	widget.Entry
	// OnLeave is called when the keyboard leaves, with the text; commit and check there.
	OnLeave func(text string)
	// OnKey sees keys first and says whether it took one (arrows of a search box).
	OnKey func(*fyne.KeyEvent) bool
	// OnPaste sees what is pasted first and says whether it took it (a block copied from a spreadsheet).
	OnPaste func(text string) bool

	// pending counts letter keys seen without their character: they are being composed.
	pending int
	digits  bool
	self    fyne.CanvasObject
}

// ExtendBaseWidget is Fyne's; what is built on an entry (a date, an amount) is the object the window knows.
func (e *Entry) ExtendBaseWidget(whole fyne.Widget) {
	e.self = whole
	e.Entry.ExtendBaseWidget(whole)
}

// canvas is the window's the entry is shown on, nil while it is on none.
func (e *Entry) canvas() fyne.Canvas {
	if e.self == nil {
		return nil
	}
	return fyne.CurrentApp().Driver().CanvasForObject(e.self)
}

// Line is the entry itself, also of what is built on one: a form watches it.
func (e *Entry) Line() *Entry { return e }

// Value is the text.
func (e *Entry) Value() string { return e.Text }

// SetValue puts another text in the place of the one there is.
func (e *Entry) SetValue(text string) { e.SetText(text) }

// WhenChanged has f called as well whenever the text changes; set OnChanged before.
func (e *Entry) WhenChanged(f func()) {
	before := e.OnChanged
	e.OnChanged = func(text string) {
		if before != nil {
			before(text)
		}
		f()
	}
}

// Composing says whether an input method has letters that are not in the text yet; the text is not to be touched then.
func (e *Entry) Composing() bool { return e.pending > 0 }

// NewEntry is an entry of one line, 32 high.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.PlaceHolder = placeholder
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewMultiLineEntry is an entry of several lines.
func NewMultiLineEntry(placeholder string, lines int) *Entry {
	e := NewEntry(placeholder)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(lines)
	return e
}

// NewNumberEntry is an entry that takes digits, signs and separators only.
func NewNumberEntry(placeholder string) *Entry {
	e := NewEntry(placeholder)
	e.digits = true
	return e
}

// TypedKey keeps editing keys of a composition away from the text.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.composing(key) {
		return
	}
	if e.OnKey != nil && e.OnKey(key) {
		return
	}
	if key.Name == fyne.KeyEscape && closeTopAround(e) {
		return
	}
	if functionKeys[key.Name] {
		passKey(fyne.CurrentApp().Driver().CanvasForObject(e), key)
		return
	}
	e.Entry.TypedKey(key)
}

// AcceptsTab lets Tab lead on from a text of several lines too, as from all there is in a form: nobody could leave it by
// keyboard otherwise.
func (e *Entry) AcceptsTab() bool { return false }

func (e *Entry) composing(key *fyne.KeyEvent) bool {
	name := string(key.Name)
	switch {
	case len(name) == 1 && name[0] >= 'A' && name[0] <= 'Z':
		e.pending++
		return false
	case e.pending == 0:
		return false
	case key.Name == fyne.KeyBackspace:
		e.pending--
	case key.Name == fyne.KeyEscape:
		e.pending = 0
	case key.Name == fyne.KeyTab:
		e.pending = 0
		return false
	}
	return true
}

// TypedRune takes a character; the composition it ends is over.
func (e *Entry) TypedRune(r rune) {
	e.pending = 0
	if e.digits && !numberRune(r) {
		return
	}
	e.Entry.TypedRune(r)
}

func numberRune(r rune) bool {
	switch r {
	case '.', ',', '-', '，', '．', '－', '。':
		return true
	}
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

// TypedShortcut keeps the entry's own shortcuts and hands the window's (Ctrl+K, Ctrl+1) on to it,
// which Fyne would let end here.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok && e.OnPaste != nil && e.OnPaste(paste.Clipboard.Content()) {
		return
	}
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if ok && len(custom.KeyName) == 1 {
		if over, ok := e.canvas().(fyne.Shortcutable); ok {
			over.TypedShortcut(shortcut)
			return
		}
	}
	e.Entry.TypedShortcut(shortcut)
}

// FocusGained has the input method know where the caret is.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	Reveal(e)
	if over := e.canvas(); over != nil {
		followCaret(over)
	}
}

// FocusLost ends a composition and hands the text over.
func (e *Entry) FocusLost() {
	e.pending = 0
	e.Entry.FocusLost()
	if e.OnLeave != nil {
		e.OnLeave(e.Text)
	}
}

// MinSize is one row high for an entry of one line.
func (e *Entry) MinSize() fyne.Size {
	size := e.Entry.MinSize()
	if e.MultiLine {
		return size
	}
	return fyne.NewSize(max(size.Width, 60), RowHeight)
}
