package shell

import (
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// longestWay is how many pages Back remembers.
const longestWay = 30

// Open opens a page by link. A link nobody answers says so and leaves the page as it is. The link of the
// page that is shown keeps it, with what was typed there, and has it look again.
func (s *Shell) Open(link string) {
	if kit.Besides() {
		s.openBeside(link)
		return
	}
	if s.current.page != nil && s.current.link == link {
		s.show(s.current)
		return
	}
	s.leaving(func() { s.open(link) })
}

func (s *Shell) open(link string) {
	next, ok := s.visitOf(link)
	if !ok {
		s.Problem(noPage(link))
		return
	}
	s.ahead = nil
	if s.current.page != nil {
		s.visited = append(s.visited, s.current)
		if len(s.visited) > longestWay {
			s.visited = s.visited[1:]
		}
	}
	s.show(next)
}

// leaving goes on once the page shown may be left.
func (s *Shell) leaving(on func()) {
	if held, is := s.current.page.(kit.Held); is && !held.MayLeave(on) {
		return
	}
	on()
}

// Back opens the page before this one.
func (s *Shell) Back() {
	if len(s.visited) > 0 {
		s.leaving(s.back)
	}
}

func (s *Shell) back() {
	last := s.visited[len(s.visited)-1]
	s.visited = s.visited[:len(s.visited)-1]
	s.ahead = append(s.ahead, s.current)
	s.show(last)
}

// Forward opens the page Back came from.
func (s *Shell) Forward() {
	if len(s.ahead) > 0 {
		s.leaving(s.forward)
	}
}

func (s *Shell) forward() {
	next := s.ahead[len(s.ahead)-1]
	s.ahead = s.ahead[:len(s.ahead)-1]
	s.visited = append(s.visited, s.current)
	s.show(next)
}

func noPage(link string) *problem.Problem { return problem.New("shell.no_page", "link", link) }

// visitOf has the page of a link built: a start page once, others each time.
func (s *Shell) visitOf(link string) (visit, bool) {
	area, answers := s.answering(link)
	if !answers {
		return visit{}, false
	}
	kind, rest, _ := parts(link)
	if area.Key == kind && rest == "" {
		return visit{link, area.Key, s.startPage(area)}, true
	}
	return visit{link, area.Key, area.Links[kind](s, rest)}, true
}

// answering finds the area that has the page of a link.
func (s *Shell) answering(link string) (kit.Area, bool) {
	kind, rest, ok := parts(link)
	if !ok || s.session == nil {
		return kit.Area{}, false
	}
	for _, area := range s.areas() {
		if _, has := area.Links[kind]; has || area.Key == kind && rest == "" {
			return area, true
		}
	}
	return kit.Area{}, false
}

func (s *Shell) startPage(area kit.Area) kit.Page {
	page, built := s.pages[area.Key]
	if !built {
		page = area.Start(s)
		s.pages[area.Key] = page
	}
	return page
}

func (s *Shell) show(next visit) {
	if s.current.page != nil && s.current.page != next.page {
		leave(s.current.page)
	}
	s.current = next
	s.frame.mark(next.area)
	s.setTitle()
	s.setMenu()
	s.ordinaryStatus()
	s.frame.show(next.page.Object())
	if page, ok := next.page.(kit.Shown); ok {
		page.Shown()
	}
}

func leave(page kit.Page) {
	if left, ok := page.(kit.Left); ok {
		left.Left()
	}
}

// reload has the page shown look again.
func (s *Shell) reload() {
	if s.current.page != nil {
		s.show(s.current)
	}
}

// setTitle names a window after the area it shows, so that people tell several apart.
func (s *Shell) setTitle() {
	title := wording.Text("shell.title")
	if len(s.windows) > 1 && s.current.area != "" {
		title = wording.Text("shell.window.title", "page", wording.Text("shell.area."+s.current.area))
	}
	s.window.SetTitle(title)
}
