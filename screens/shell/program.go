package shell

import (
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// program is what all windows share: the file of data that is open, the person at work, how it looks. Each
// window has its own pages and its own way through them.
type program struct {
	host    Host
	session *Session
	windows []*Shell   // in the order they were opened
	memory  kit.Memory // where no file is open: lasts as long as the program
	mode    kit.Mode
	zoom    int // size of the texts, per cent
	keeping kit.Later

	repainting kit.Later
	seeing     bool // the windows are being told of a change
}

// besideSize is how large a window opens beside the first: a record, without the navigation.
var besideSize = fyne.NewSize(1000, 640)

// openBeside opens a page in a window of its own, which has a way of its own and shares everything else.
func (s *Shell) openBeside(link string) {
	if s.session == nil {
		return
	}
	if _, answers := s.answering(link); !answers {
		s.Problem(noPage(link))
		return
	}
	window := fyne.CurrentApp().NewWindow("")
	if icon := s.window.Icon(); icon != nil {
		window.SetIcon(icon)
	}
	other := newWindow(window, s.program, true)
	window.Resize(besideSize)
	other.frame.setBrand()
	other.take()
	other.Open(link)
	window.Show()
	s.tellWindows()
	s.stand()
}

// besideFocused opens in a window of its own what Return would open here: the record under the cursor, the link
// that has the keyboard, the marked result of the search; where that is nothing, the page shown.
func (s *Shell) besideFocused() {
	if s.palette != nil && s.palette.popup.Visible() {
		kit.Beside(func() { s.palette.list.Entry.OnSubmitted("") })
		return
	}
	before := len(s.windows)
	if focused := s.window.Canvas().Focused(); focused != nil {
		leading, is := focused.(kit.Leading)
		if !is || !leading.Leads() {
			return // what is typed or pressed there is no page
		}
		kit.Beside(func() { focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) })
	}
	if len(s.windows) == before && s.current.link != "" {
		s.openBeside(s.current.link)
	}
}

// closed lets go of a window that closes: with the last one goes the file. The first one's place is kept for
// the next start.
func (s *Shell) closed() {
	s.unwatch()
	if len(s.windows) > 1 {
		s.leavePage()
		if s.windows[0] == s {
			s.keepPlace()
		}
		s.windows = slices.DeleteFunc(s.windows, func(other *Shell) bool { return other == s })
		s.tellWindows()
		return
	}
	s.letGo()
	s.windows = nil
}

// letGo closes the file and every other window on it.
func (s *Shell) letGo() {
	for _, other := range slices.Clone(s.windows) {
		if other != s {
			other.window.Close()
		}
	}
	s.leavePage()
	kit.RemoveCopies()
	if s.session == nil {
		return
	}
	s.keeping.Now()
	s.keepPlace()
	if s.session.Close != nil {
		_ = s.session.Close()
	}
	s.session = nil
}

// quit closes every window that may be left, the first one last, so that its place is the one kept.
func (s *Shell) quit() {
	last := s.windows[len(s.windows)-1]
	last.leaving(func() {
		last.window.Close()
		if len(s.windows) > 0 {
			s.quit()
		}
	})
}

// tellWindows has every window list the others in its menu.
func (p *program) tellWindows() {
	for _, s := range p.windows {
		s.setTitle()
	}
	for _, s := range p.windows {
		s.setMenu()
	}
}

// nextWindow brings the window after this one to the front.
func (s *Shell) nextWindow() {
	at := slices.Index(s.windows, s)
	s.windows[(at+1)%len(s.windows)].window.RequestFocus()
}

// seen has the pages of the other windows look again after a change in this one.
func (s *Shell) seen() {
	if s.seeing {
		return // a page that looks again tells of a change of its own
	}
	s.seeing = true
	defer func() { s.seeing = false }()
	for _, other := range s.windows {
		if other == s || other.current.page == nil {
			continue
		}
		if page, is := other.current.page.(kit.Shown); is {
			page.Shown()
		}
	}
}
