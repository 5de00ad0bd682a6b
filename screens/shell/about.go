package shell

import (
	"fyne.io/fyne/v2"

	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// showAbout tells which program this is, and its version as the program's entry set it.
func (s *Shell) showAbout() {
	lines := []fyne.CanvasObject{kit.NewParagraph(wording.Text("shell.about.text"))}
	if version := fyne.CurrentApp().Metadata().Version; version != "" {
		lines = append(lines, kit.NewSecondary(wording.Text("shell.about.version", "version", version)))
	}
	var d *kit.Dialog
	closing := kit.NewPrimary(wording.Text("shell.keys.close"), func() { d.Close() })
	d = kit.NewDialog(s.window.Canvas(), 420, wording.Text("shell.title"), kit.Column(kit.Gap, lines...), closing)
	d.Show(closing)
}
