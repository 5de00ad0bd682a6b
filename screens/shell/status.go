package shell

import (
	"context"

	"smartcanal/data/problem"
)

// ordinaryStatus shows the session's own texts; a page's texts replace them.
func (s *Shell) ordinaryStatus() {
	s.frame.setStatus(nil)
	if s.session == nil || s.session.Status == nil {
		return
	}
	page, read := s.current.page, s.session.Status
	s.standing.Load(func(ctx context.Context) ([]string, error) {
		return read(ctx)
	}, func(texts []string, p *problem.Problem) {
		if p == nil && s.current.page == page && !s.frame.hasStatus() {
			s.frame.setStatus(texts)
		}
	})
}
