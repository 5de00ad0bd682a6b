package store

import (
	"context"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
)

// Check looks the whole file over: SQLite's own integrity, references, and the journal's chain. It
// gives what is wrong, nothing if all is well; an error means that it could not look.
func (s *Store) Check(ctx context.Context) ([]*problem.Problem, error) {
	var wrong []*problem.Problem
	for _, check := range []string{"PRAGMA integrity_check", "PRAGMA foreign_key_check"} {
		found, err := firstComplaint(ctx, s.readSQL, check)
		if err != nil {
			return nil, explain(err, s.path)
		}
		if found {
			wrong = append(wrong, problem.New("store.damaged").In(s.path))
		}
	}
	if err := journal.Verify(ctx, s.reader); err != nil {
		wrong = append(wrong, problem.Of(err))
	}
	return wrong, nil
}
