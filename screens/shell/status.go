package shell

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// ordinaryStatus shows the session's own texts; a page's texts replace them.
func (s *Shell) ordinaryStatus() {
	s.frame.setStatus(nil)
	if s.session == nil || s.session.Status == nil {
		return
	}
	page, read := s.current.page, s.session.Status
	s.telling.Load(func(ctx context.Context) ([]string, error) {
		return read(ctx)
	}, func(texts []string, p *problem.Problem) {
		if p == nil && s.current.page == page && !s.frame.hasStatus() {
			s.frame.setStatus(texts)
		}
	})
}

// stand tells in every window what was saved last and how old the backup is.
func (s *Shell) stand() {
	if s.session == nil || s.session.Standing == nil {
		return
	}
	read := s.session.Standing
	s.standing.Load(func(ctx context.Context) (Standing, error) { return read(ctx) }, func(now Standing, p *problem.Problem) {
		if p != nil {
			return
		}
		for _, window := range s.windows {
			window.frame.status.setStanding(now, s.backUp, s.Open)
		}
	})
}

// statusLine is the window's foot: the page's texts at the left; at the right what runs now, what was saved last
// and the age of the backup.
type statusLine struct {
	object   fyne.CanvasObject
	row      *fyne.Container
	running  *fyne.Container
	standing *fyne.Container
}

func newStatusLine() *statusLine {
	l := &statusLine{row: kit.Row(24), running: kit.Row(kit.Gap), standing: kit.Row(16)}
	whole := kit.Across(24, []kit.Track{kit.Share(1), kit.Natural, kit.Natural}, l.row, l.running, l.standing)
	l.running.Hide()
	l.object = kit.Pad(whole, 0, 16, 0, 16)
	return l
}

func (l *statusLine) set(texts []string) {
	var objects []fyne.CanvasObject
	for _, text := range texts {
		objects = append(objects, kit.NewSmall(text).Short())
	}
	fill(l.row, 24, objects...)
}

// fill shows other objects in a row.
func fill(row *fyne.Container, gap float32, objects ...fyne.CanvasObject) {
	anew := kit.Row(gap, objects...)
	row.Objects, row.Layout = anew.Objects, anew.Layout
	row.Refresh()
}

// setRunning tells what began last and how many others run beside it.
func (l *statusLine) setRunning(all []kit.Running) {
	defer l.object.Refresh()
	if len(all) == 0 {
		l.running.Hide()
		return
	}
	last := all[len(all)-1]
	title := last.Title
	if len(all) > 1 {
		title = wording.Text("shell.status.more", "title", title, "n", len(all)-1)
	}
	objects := []fyne.CanvasObject{kit.NewSmall(title)}
	if last.Total > 0 {
		part := float64(last.Done) / float64(last.Total)
		objects = append(objects, kit.Down(0, []kit.Track{kit.Fixed(8)}, kit.NewMeter(kit.Canal, part)), kit.NewSmall(strconv.Itoa(int(100*part))+"%"))
	}
	if last.Cancel != nil {
		objects = append(objects, kit.NewSmallLink(wording.Text("kit.dialog.cancel"), last.Cancel))
	}
	fill(l.running, kit.Gap, objects...)
	l.running.Show()
}

// setStanding tells of the file; an old backup stands out by its words and its colour and is the way to a new one. A
// notice leads to the page that says more.
func (l *statusLine) setStanding(now Standing, backUp func(), open func(link string)) {
	var objects []fyne.CanvasObject
	for _, notice := range now.Notices {
		objects = append(objects, kit.Row(6, kit.Dot(kit.Amber), kit.NewSmallLink(notice.Text, func() { open(notice.Link) })))
	}
	if now.Saved != "" {
		objects = append(objects, kit.NewSmall(now.Saved))
	}
	switch {
	case now.Backup == "":
	case now.Late:
		words := kit.NewStyled(now.Backup, kit.AmberText, kit.SmallTextSize, true)
		objects = append(objects, kit.Row(6, kit.Dot(kit.Amber), words), kit.NewSmallLink(wording.Text("shell.backup.now"), backUp))
	default:
		objects = append(objects, kit.NewSmall(now.Backup))
	}
	fill(l.standing, 16, objects...)
	l.object.Refresh()
}
