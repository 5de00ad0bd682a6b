package shell

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// failed shows why the data file did not open and every way out of it.
func (s *Shell) failed(p *problem.Problem) {
	if p.Where.File == "" {
		p.Where.File = s.host.File()
	}
	s.frame.show(kit.NewFailed(p,
		kit.NewPrimary(wording.Text("shell.failed.again"), s.Start),
		kit.NewPlain(wording.Text("shell.failed.other"), s.chooseFile),
		kit.NewPlain(wording.Text("shell.failed.restore"), s.chooseBackup),
	))
}

func dataFiles() kit.FileKind {
	return kit.FileKind{Name: wording.Text("shell.file.data"), Extensions: []string{"smartcanal", "db"}}
}

func backups() kit.FileKind {
	return kit.FileKind{Name: wording.Text("shell.file.backup"), Extensions: []string{"smartcanal", "db", "bak"}}
}

func (s *Shell) chooseFile() {
	kit.ChooseFiles(s.window, wording.Text("shell.failed.other"), dataFiles(), func(paths []string) { s.openFile(paths[0]) })
}

func (s *Shell) chooseBackup() {
	kit.ChooseFiles(s.window, wording.Text("shell.failed.restore"), backups(), func(paths []string) { s.restore(paths[0]) })
}

func (s *Shell) restore(backup string) {
	s.replace(wording.Text("shell.restore.title"), func(ctx context.Context, progress kit.Progress) (*Session, error) {
		return s.host.Restore(ctx, backup, progress)
	}, s.failed)
}

// replace runs what makes a new session and shows it; instead says where to go when that fails.
func (s *Shell) replace(title string, work func(context.Context, kit.Progress) (*Session, error), instead func(*problem.Problem)) {
	var session *Session
	kit.Run(s.window.Canvas(), title, func(ctx context.Context, progress kit.Progress) error {
		made, err := work(ctx, progress)
		session = made
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			instead(p)
			return
		}
		s.opened(session, nil)
	})
}
