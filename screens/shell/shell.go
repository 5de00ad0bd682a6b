package shell

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Shell is one of the program's windows.
type Shell struct {
	*program
	window fyne.Window
	beside bool // opened beside the first one: without the navigation

	frame    *frame
	pages    map[string]kit.Page // start pages, built when first opened
	current  visit
	visited  []visit
	ahead    []visit // what Back left, for Forward
	palette  *palette
	menu     string // how the menu bar was made last
	listened []fyne.Shortcut
	unwatch  func()
	opening  kit.Loader[*Session]
	counting kit.Loader[map[string]kit.Count]
	standing kit.Loader[Standing]
	telling  kit.Loader[[]string]
	settling kit.Loader[settled]
	signing  kit.Loader[roster]
}

// visit is a page that was opened, with the link that opened it.
type visit struct {
	link string
	area string
	page kit.Page
}

// New fills a window with the program's frame; nothing is read yet.
func New(window fyne.Window, host Host) *Shell {
	return newWindow(window, &program{host: host, memory: kit.NewMemory(), mode: kit.Light, zoom: ordinaryZoom}, false)
}

func newWindow(window fyne.Window, p *program, beside bool) *Shell {
	s := &Shell{program: p, window: window, beside: beside, pages: map[string]kit.Page{}}
	p.windows = append(p.windows, s)
	s.frame = s.newFrame()
	window.SetTitle(wording.Text("shell.title"))
	window.SetPadded(false)
	window.SetContent(s.frame.object)
	window.SetOnDropped(func(at fyne.Position, files []fyne.URI) { s.Drop(at, paths(files)) })
	window.SetCloseIntercept(func() { s.leaving(window.Close) })
	window.SetOnClosed(s.closed)
	s.unwatch = kit.WatchActivities(func() { s.frame.status.setRunning(kit.Activities()) })
	s.listen()
	return s
}

// Start opens the data file in the background, or asks how to begin where there is none. Call it once
// the window shows.
func (s *Shell) Start() {
	s.frame.setBrand()
	s.setMenu()
	if !s.host.Exists() {
		s.firstRun()
		return
	}
	s.openFile(s.host.File())
}

func (s *Shell) openFile(path string) {
	s.frame.show(kit.NewLoading())
	s.opening.Load(func(ctx context.Context) (*Session, error) {
		return s.host.Open(ctx, path)
	}, s.opened)
}

// opened shows the session's areas, or why there is none.
func (s *Shell) opened(session *Session, p *problem.Problem) {
	if p != nil {
		s.failed(p)
		return
	}
	s.letGo()
	s.session = session
	s.signIn(s.settle)
}

// take shows the areas of the session, with none of their pages open.
func (s *Shell) take() {
	s.pages, s.visited, s.ahead, s.current = map[string]kit.Page{}, nil, nil, visit{}
	s.frame.setAreas(inOrder(s.areas()), s.Open)
	s.frame.setPerson(s.session.Office, s.session.Person, s.switchPerson())
	kit.RememberFolders(s.Memory())
	s.listen()
	s.setMenu()
}

// rebuildAll makes every window anew, in another language or for another person.
func (p *program) rebuildAll() {
	for _, s := range p.windows {
		s.rebuild()
	}
	p.windows[0].Changed()
}

// rebuild makes the frame and the pages anew and opens the page shown.
func (s *Shell) rebuild() {
	link := s.current.link
	s.leavePage()
	s.frame = s.newFrame()
	s.frame.setBrand()
	s.window.SetTitle(wording.Text("shell.title"))
	s.window.SetContent(s.frame.object)
	s.take()
	if link != "" {
		s.begin(link)
	}
}

// areas are those of the file and the window's own.
func (s *Shell) areas() []kit.Area {
	if s.session == nil {
		return nil
	}
	return append(slices.Clone(s.session.Areas), s.ownArea())
}

// leavePage ends what the page shown has under way.
func (s *Shell) leavePage() {
	if s.current.page != nil {
		leave(s.current.page)
	}
}

// Window is where dialogs open.
func (s *Shell) Window() fyne.Window { return s.window }

// Problem words a problem over the window.
func (s *Shell) Problem(p *problem.Problem) {
	if p != nil {
		kit.ShowProblem(s.window.Canvas(), p)
	}
}

// Memory is the open file's; without one it lasts as long as the program.
func (s *Shell) Memory() kit.Memory {
	if s.session != nil && s.session.Memory != nil {
		return s.session.Memory
	}
	return s.memory
}

// Status sets the status line's texts.
func (s *Shell) Status(texts ...string) { s.frame.setStatus(texts) }

// Changed counts again what waits in the areas, tells what was saved, and has the other windows look again.
func (s *Shell) Changed() {
	if s.session == nil {
		return
	}
	if s.session.Changed != nil {
		s.session.Changed()
	}
	areas := s.areas()
	s.counting.Load(func(ctx context.Context) (map[string]kit.Count, error) {
		return count(ctx, areas)
	}, func(counts map[string]kit.Count, _ *problem.Problem) {
		for _, window := range s.windows {
			window.frame.setCounts(counts)
		}
	})
	s.stand()
	s.seen()
}

// count asks every area; one that fails leaves its number out and the others stay.
func count(ctx context.Context, areas []kit.Area) (map[string]kit.Count, error) {
	counts := map[string]kit.Count{}
	var failed error
	for _, area := range areas {
		if area.Count == nil {
			continue
		}
		found, err := area.Count(ctx)
		if err != nil {
			failed = err
			continue
		}
		counts[area.Key] = found
	}
	return counts, failed
}
