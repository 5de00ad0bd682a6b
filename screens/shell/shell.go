package shell

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Shell is the program's window.
type Shell struct {
	window  fyne.Window
	host    Host
	session *Session

	frame    *frame
	pages    map[string]kit.Page // start pages, built when first opened
	current  visit
	visited  []visit
	ahead    []visit // what Back left, for Forward
	mode     kit.Mode
	palette  *palette
	keeping  kit.Later
	memory   kit.Memory
	opening  kit.Loader[*Session]
	counting kit.Loader[map[string]kit.Count]
	standing kit.Loader[[]string]
	settling kit.Loader[settled]
}

// visit is a page that was opened, with the link that opened it.
type visit struct {
	link string
	area string
	page kit.Page
}

// New fills a window with the program's frame; nothing is read yet.
func New(window fyne.Window, host Host) *Shell {
	s := &Shell{window: window, host: host, pages: map[string]kit.Page{}, memory: kit.NewMemory(), mode: kit.Light}
	s.frame = newFrame(s.OpenSearch)
	window.SetTitle(wording.Text("shell.title"))
	window.SetPadded(false)
	window.SetContent(s.frame.object)
	window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { s.Drop(paths(files)) })
	window.SetCloseIntercept(func() { s.leaving(window.Close) })
	window.SetOnClosed(s.close)
	s.listen()
	return s
}

// Start opens the data file in the background, or asks how to begin where there is none. Call it once
// the window shows.
func (s *Shell) Start() {
	s.frame.setBrand()
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
	s.close()
	s.take(session)
	s.settle()
}

// take shows the areas of a session, with none of their pages open.
func (s *Shell) take(session *Session) {
	s.session, s.pages, s.visited, s.ahead, s.current = session, map[string]kit.Page{}, nil, nil, visit{}
	s.frame.setAreas(inOrder(s.areas()), s.Open)
	s.frame.setPerson(session.Office, session.Person)
	s.registerShortcuts()
	s.Changed()
}

// areas are those of the file and the window's own.
func (s *Shell) areas() []kit.Area {
	if s.session == nil {
		return nil
	}
	return append(slices.Clone(s.session.Areas), s.ownArea())
}

func (s *Shell) close() {
	if s.current.page != nil {
		leave(s.current.page)
	}
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

// Changed counts again what waits in the areas.
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
	}, func(counts map[string]kit.Count, _ *problem.Problem) { s.frame.setCounts(counts) })
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
