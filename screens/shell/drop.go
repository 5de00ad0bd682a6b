package shell

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Drop hands files dropped at a place of the window to the page shown, or to the one an area keeps for them. Without a
// file of data they may be one, or a backup of it.
func (s *Shell) Drop(at fyne.Position, paths []string) {
	if len(paths) == 0 {
		return
	}
	if s.session == nil {
		s.dropData(paths[0])
		return
	}
	page, takes := s.current.page.(kit.Dropped)
	if picky, is := page.(kit.Picky); is && !picky.Wants(at, paths) {
		takes = false
	}
	if takes {
		page.Drop(paths)
		return
	}
	for _, area := range s.session.Areas {
		if area.DropLink != "" {
			s.leaving(func() { s.dropOn(area.DropLink, paths) })
			return
		}
	}
}

func (s *Shell) dropOn(link string, paths []string) {
	s.open(link)
	if page, is := s.current.page.(kit.Dropped); is {
		page.Drop(paths)
	}
}

// dropData asks what a dropped file is, where the program has none open: the file of data, or a backup to begin from.
func (s *Shell) dropData(path string) {
	name := filepath.Base(path)
	if !slices.Contains(backups().Extensions, strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")) {
		s.Problem(problem.New("shell.no_data_yet", "name", name))
		return
	}
	var d *kit.Dialog
	answer := func(do func(string)) func() {
		return func() {
			d.Close()
			do(path)
		}
	}
	cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
	restore := kit.NewPrimary(wording.Text("shell.drop.restore"), answer(s.restore))
	d = kit.NewDialog(s.window.Canvas(), 460, wording.Text("shell.drop.title", "name", name), kit.NewParagraph(wording.Text("shell.drop.text")),
		cancel, kit.NewPlain(wording.Text("shell.drop.open"), answer(s.openFile)), restore)
	d.Show(restore)
}

func paths(files []fyne.URI) []string {
	out := make([]string, 0, len(files))
	for _, file := range files {
		out = append(out, file.Path())
	}
	return out
}
