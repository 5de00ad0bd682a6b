package rewards

import (
	"context"
	"path/filepath"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// paper is a workbook, or a document, to be written where a person says.
type paper struct {
	title, name string
	document    bool
	save        func(path string) error
}

// kind is what files of the paper are.
func (p paper) kind() kit.FileKind {
	if p.document {
		return kit.FileKind{Name: wording.Text("rewards.paper.document"), Extensions: []string{"docx"}}
	}
	return kit.FileKind{Name: wording.Text("rewards.paper.kind"), Extensions: []string{"xlsx"}}
}

// savePaper asks where the paper goes, writes it, says where it is and offers to open it.
func savePaper(c kit.Context, p paper) {
	kit.ChooseTarget(c.Window(), p.title, p.name, p.kind(), func(path string) {
		writePaper(c, p, path)
	})
}

func writePaper(c kit.Context, p paper, path string) {
	kit.Run(c.Window().Canvas(), p.title, func(context.Context, kit.Progress) error { return p.save(path) }, func(wrong *problem.Problem) {
		if wrong != nil {
			c.Problem(wrong)
			return
		}
		showPaper(c, path)
	})
}

// showPaper says where a paper is and offers to open it or its folder.
func showPaper(c kit.Context, path string) {
	var d *kit.Dialog
	closing := kit.NewPlain(wording.Text("kit.dialog.close"), func() { d.Close() })
	folder := kit.NewPlain(wording.Text("rewards.paper.folder"), func() {
		d.Close()
		openFolder(c, path)
	})
	open := kit.NewPrimary(wording.Text("rewards.paper.open"), func() {
		d.Close()
		openFile(c, path)
	})
	d = kit.NewDialog(c.Window().Canvas(), 480, wording.Text("rewards.paper.saved", "name", filepath.Base(path)),
		kit.NewParagraph(wording.Text("rewards.paper.where", "path", path)), closing, folder, open)
	d.Show(open)
}

// openFolder opens the folder a file is in.
func openFolder(c kit.Context, path string) { openFile(c, filepath.Dir(path)) }

// openFile has the system open a file or a folder.
func openFile(c kit.Context, path string) {
	if p := kit.OpenFile(path); p != nil {
		c.Problem(p)
	}
}
