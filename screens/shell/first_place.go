package shell

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Placing is a host whose file may be put elsewhere before it is made: on another disk.
type Placing interface {
	// Place makes path the one File names.
	Place(path string)
	// Remote says whether path lies on another computer.
	Remote(path string) bool
}

// firstPlace tells where the data will be and lets it be put elsewhere.
type firstPlace struct {
	shell   *Shell
	object  fyne.CanvasObject
	file    *kit.Paragraph
	warning *kit.Paragraph
}

func newFirstPlace(s *Shell) *firstPlace {
	p := &firstPlace{shell: s, file: kit.NewNote(""), warning: kit.NewParagraph(wording.Text("shell.first.remote"))}
	p.warning.Colour = kit.AmberText
	lines := []fyne.CanvasObject{p.file, p.warning}
	if _, can := s.host.(Placing); can {
		lines = append(lines, kit.Row(0, kit.NewLink(wording.Text("shell.first.elsewhere"), p.ask), kit.Spring()))
	}
	p.object = kit.Column(kit.Gap, lines...)
	p.show()
	return p
}

func (p *firstPlace) ask() {
	kit.ChooseFolder(p.shell.window, wording.Text("shell.first.elsewhere"), dataFiles(), p.put)
}

// put has the file made in a folder, under the name it would have had.
func (p *firstPlace) put(folder string) {
	p.shell.host.(Placing).Place(filepath.Join(folder, filepath.Base(p.shell.host.File())))
	p.show()
}

// show words the place; one on another computer is warned about, with why.
func (p *firstPlace) show() {
	file := p.shell.host.File()
	p.file.SetText(wording.Text("shell.first.file", "file", file))
	host, can := p.shell.host.(Placing)
	if can && host.Remote(file) {
		p.warning.Show()
	} else {
		p.warning.Hide()
	}
	p.object.Refresh()
}
