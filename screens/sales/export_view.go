package sales

import (
	"context"
	"path/filepath"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// exporting asks where a workbook goes and writes it with progress; the status line then says what was
// written and where.
func exporting(d desk, name string, write func(ctx context.Context, path string, progress kit.Progress) (int, error)) {
	kind := kit.FileKind{Name: wording.Text("sales.export.kind"), Extensions: []string{"xlsx"}}
	kit.ChooseTarget(d.Window(), wording.Text("sales.export.open"), name+".xlsx", kind, func(path string) { exportTo(d, path, write) })
}

func exportTo(d desk, path string, write func(ctx context.Context, path string, progress kit.Progress) (int, error)) {
	var rows int
	kit.Run(d.Window().Canvas(), wording.Text("sales.export.running"), func(ctx context.Context, progress kit.Progress) error {
		n, err := write(ctx, path, progress)
		rows = n
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			d.Problem(p)
			return
		}
		d.Status(wording.Text("sales.export.done", "rows", wording.Grouped(rows), "file", filepath.Base(path), "folder", filepath.Dir(path)))
	})
}
