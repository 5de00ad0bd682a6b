package shell

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// palette is the search box with its results: what the areas find, and the commands.
type palette struct {
	popup *widget.PopUp
	list  *kit.SearchList[target]
}

// target is what a result does: open a link or run a command.
type target struct {
	link    string
	command *kit.Command
}

const paletteRows = 12

// OpenSearch opens the search box with its results, as Ctrl+K does.
func (s *Shell) OpenSearch() {
	if s.session == nil || s.palette != nil && s.palette.popup.Visible() {
		return
	}
	p := &palette{}
	areas, commands := s.session.Areas, s.commands()
	p.list = kit.NewSearchList(wording.Text("shell.search.hint"), paletteRows, func(ctx context.Context, text string, limit int) ([]kit.Found[target], error) {
		return find(ctx, areas, commands, text, limit)
	}, s.chosen)
	handled := p.list.Entry.OnKey
	p.list.Entry.OnKey = func(event *fyne.KeyEvent) bool {
		if event.Name == fyne.KeyEscape {
			return s.closePalette()
		}
		return handled(event)
	}
	over := s.window.Canvas()
	p.popup = widget.NewPopUp(p.list.Object(), over)
	p.list.OnResults = func(height float32) {
		p.popup.Resize(fyne.NewSize(searchWidth, kit.RowHeight+kit.Gap+height))
	}
	p.popup.ShowAtPosition(fyne.NewPos(searchLeft, searchTop))
	s.palette = p
	over.Focus(p.list.Entry)
	p.list.Search("")
}

// closePalette takes the results away; false when there were none.
func (s *Shell) closePalette() bool {
	if s.palette == nil {
		return false
	}
	shown := s.palette.popup.Visible()
	s.palette.popup.Hide()
	s.palette = nil
	return shown
}

func (s *Shell) chosen(found kit.Found[target]) {
	s.closePalette()
	if found.Key.command != nil {
		run(*found.Key.command)
		return
	}
	s.Open(found.Key.link)
}

// find asks every area; the commands come first, since their verbs are few and meant.
func find(ctx context.Context, areas []kit.Area, commands []kit.Command, text string, limit int) ([]kit.Found[target], error) {
	found := matching(commands, text)
	for _, area := range areas {
		if area.Find == nil || strings.TrimSpace(text) == "" || len(found) >= limit {
			continue
		}
		results, err := area.Find(ctx, text, limit-len(found))
		if err != nil {
			return found, err
		}
		for _, r := range results {
			found = append(found, kit.Found[target]{Key: target{link: r.Key}, Label: r.Label, Note: r.Note, Kind: r.Kind})
		}
	}
	return found, nil
}

func matching(commands []kit.Command, text string) []kit.Found[target] {
	var found []kit.Found[target]
	for _, c := range commands {
		if allowed(c) && strings.Contains(strings.ToLower(c.Label), strings.ToLower(strings.TrimSpace(text))) {
			found = append(found, kit.Found[target]{
				Key: target{command: &c}, Label: c.Label, Note: keysOf(c.Shortcut), Kind: wording.Text("shell.search.command"),
			})
		}
	}
	return found
}
