package shell

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
)

// Drop hands dropped files to the page shown, or to the one an area keeps for them.
func (s *Shell) Drop(paths []string) {
	if len(paths) == 0 || s.session == nil {
		return
	}
	if page, ok := s.current.page.(kit.Dropped); ok {
		page.Drop(paths)
		return
	}
	for _, area := range s.session.Areas {
		if area.DropLink == "" {
			continue
		}
		s.Open(area.DropLink)
		if page, ok := s.current.page.(kit.Dropped); ok {
			page.Drop(paths)
		}
		return
	}
}

func paths(files []fyne.URI) []string {
	out := make([]string, 0, len(files))
	for _, file := range files {
		out = append(out, file.Path())
	}
	return out
}
