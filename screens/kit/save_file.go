package kit

import (
	"context"
	"path/filepath"

	"smartcanal/data/problem"
	"smartcanal/screens/wording"
)

// SavedFile is a file to be written where a person says.
type SavedFile struct {
	Title string // of the dialogs: 导出 Word…
	Name  string // proposed, with its extension
	Kind  FileKind
	Write func(ctx context.Context, path string) error
}

// SaveFile asks where a file goes, writes it with progress, and offers to open it.
func SaveFile(c Context, f SavedFile) {
	ChooseTarget(c.Window(), f.Title, f.Name, f.Kind, func(path string) {
		Run(c.Window().Canvas(), heading(f.Title), func(ctx context.Context, _ Progress) error { return f.Write(ctx, path) }, func(p *problem.Problem) {
			if p != nil {
				c.Problem(p)
				return
			}
			Confirm(c.Window().Canvas(), wording.Text("kit.saved.title", "name", filepath.Base(path)), path, wording.Text("kit.saved.open"), func() { c.Problem(OpenFile(path)) })
		})
	})
}
