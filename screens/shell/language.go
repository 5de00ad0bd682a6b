package shell

import "smartcanal/screens/wording"

// SetLanguage switches the program's language: every window is built anew on the page it shows.
func (s *Shell) SetLanguage(language string) {
	if language == wording.Language() {
		return
	}
	wording.SetLanguage(language)
	if s.session != nil {
		s.rebuildAll() // the file stays open
		return
	}
	s.frame = s.newFrame()
	s.window.SetTitle(wording.Text("shell.title"))
	s.window.SetContent(s.frame.object)
	s.setMenu()
	s.Start()
}
