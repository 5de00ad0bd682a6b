package shell

import "smartcanal/screens/wording"

// SetLanguage switches the window's language: frame and pages are built anew on the page shown.
func (s *Shell) SetLanguage(language string) {
	if language == wording.Language() {
		return
	}
	wording.SetLanguage(language)
	link := s.current.link
	s.frame = newFrame(s.OpenSearch)
	s.window.SetTitle(wording.Text("shell.title"))
	s.window.SetContent(s.frame.object)
	if s.session == nil {
		s.Start()
		return
	}
	session := s.session
	if s.current.page != nil {
		leave(s.current.page)
	}
	s.take(session) // stays open: only its pages are built anew
	if link != "" {
		s.begin(link)
	}
}
