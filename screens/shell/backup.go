package shell

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// backUp copies the file into the folder of the daily backups.
func (s *Shell) backUp() {
	if !s.copies() {
		return
	}
	backups := s.session.Backups
	s.copyFile(func(ctx context.Context, progress func(done, total int)) (string, error) {
		return backups.Make(ctx, progress)
	})
}

// backUpTo copies the file where the person wants it: on a stick, on a share.
func (s *Shell) backUpTo() {
	if !s.copies() {
		return
	}
	name := filepath.Base(s.host.File())
	name = strings.TrimSuffix(name, filepath.Ext(name)) + "-" + time.Now().Format("20060102") + ".bak"
	kit.ChooseTarget(s.window, wording.Text("shell.backup.to"), name, kit.FileKind{Name: wording.Text("shell.file.backup"), Extensions: []string{"bak"}}, s.backUpAt)
}

func (s *Shell) backUpAt(path string) {
	backups, who := s.session.Backups, store.Actor(s.session.Person)
	s.copyFile(func(ctx context.Context, progress func(done, total int)) (string, error) {
		return path, backups.MakeAt(ctx, who, path, progress)
	})
}

func (s *Shell) copies() bool { return s.session != nil && s.session.Backups != nil }

// copyFile runs a backup and tells where it lies.
func (s *Shell) copyFile(work func(ctx context.Context, progress func(done, total int)) (string, error)) {
	path := ""
	kit.Run(s.window.Canvas(), wording.Text("shell.backup.running"), func(ctx context.Context, progress kit.Progress) error {
		made, err := work(ctx, func(done, total int) { progress(int64(done), int64(total), "") })
		path = made
		return err
	}, func(p *problem.Problem) {
		s.stand()
		if p != nil {
			s.Problem(p)
			return
		}
		s.Status(wording.Text("shell.backup.made", "file", path))
	})
}
