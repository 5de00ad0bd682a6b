package shell

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// binding is a key and what it does.
type binding struct{ keys, what string }

// bindings are all keys of the window: those of the frame and the areas, the commands', and the lists' own.
func (s *Shell) bindings() []binding {
	all := []binding{{keysOf(searchShortcut), wording.Text("shell.keys.search")}}
	for i, area := range inOrder(s.areas()) {
		if i < len(digits) {
			all = append(all, binding{keysOf(areaShortcut(i)), wording.Text("shell.area." + area.Key)})
		}
	}
	for _, command := range s.commands() {
		if command.Shortcut != nil {
			all = append(all, binding{keysOf(command.Shortcut), command.Label})
		}
	}
	for _, own := range []struct{ keys, key string }{
		{"?", "keys"}, {"Esc", "escape"}, {"Enter", "open"}, {"Shift+↑↓←→", "select"}, {"Ctrl+A", "all"}, {"Ctrl+Home / End", "ends"}, {"Ctrl+C", "copy"},
		{"Ctrl+Shift+C", "copy_text"}, {"Ctrl+Shift+E", "export"}, {"Alt+↓", "filter"}, {"Shift+F10", "menu"},
	} {
		all = append(all, binding{own.keys, wording.Text("shell.keys." + own.key)})
	}
	return all
}

func (s *Shell) keysTable() fyne.CanvasObject {
	var rows [][]kit.Cell
	for _, b := range s.bindings() {
		rows = append(rows, []kit.Cell{{Text: b.keys, Bold: true}, {Text: b.what}})
	}
	return kit.NewTable([]kit.Head{{Title: wording.Text("shell.keys.key")}, {Title: wording.Text("shell.keys.what"), Grow: true}}, rows...)
}

// ShowKeys lists every key over the window, as ? does.
func (s *Shell) ShowKeys() {
	if s.session == nil {
		return
	}
	var d *kit.Dialog
	done := kit.NewPrimary(wording.Text("shell.keys.close"), func() { d.Close() })
	list := kit.Down(0, []kit.Track{kit.Fixed(keysHeight)}, kit.Scrolled(s.keysTable()))
	d = kit.NewDialog(s.window.Canvas(), 460, wording.Text("shell.keys"), list, done)
	d.Show(done)
}

const keysHeight float32 = 480
