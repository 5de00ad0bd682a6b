package console

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/search"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// checkCommand looks the file over: SQLite's integrity, the journal's chain, the totals against the lines, the search index.
func (s *session) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: wording.Text("console.check"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.reading(cmd.Context(), func(st *store.Store) error { return s.check(cmd.Context(), st) })
		},
	}
	return s.answersJSON(s.needsDB(cmd))
}

func (s *session) check(ctx context.Context, st *store.Store) error {
	wrong, err := st.Check(ctx)
	if err != nil {
		return err
	}
	if len(wrong) == 0 { // lines of a damaged file prove nothing
		if wrong, err = sales.New(st).Check(ctx); err != nil {
			return err
		}
	}
	if len(wrong) == 0 {
		if wrong, err = search.New(st).Check(ctx); err != nil {
			return err
		}
	}
	if err := s.reportCheck(wrong); err != nil {
		return err
	}
	if len(wrong) > 0 {
		return errUnusable
	}
	return nil
}

func (s *session) reportCheck(wrong []*problem.Problem) error {
	if s.json {
		found := make([]string, len(wrong))
		for i, p := range wrong {
			found[i], _ = wording.Problem(p)
		}
		return s.print(map[string]any{"sound": len(wrong) == 0, "problems": found})
	}
	if len(wrong) == 0 {
		fmt.Fprintln(s.out, wording.Text("console.sound"))
	}
	for _, p := range wrong {
		s.tell(p)
	}
	return nil
}

// rebuildCommand makes the search index anew.
func (s *session) rebuildCommand() *cobra.Command {
	return s.needsDB(&cobra.Command{
		Use:   "rebuild",
		Short: wording.Text("search.rebuild_hint"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.writing(cmd.Context(), false, func(st *store.Store) error {
				if err := search.New(st).Rebuild(cmd.Context(), nil); err != nil {
					return err
				}
				fmt.Fprintln(s.out, wording.Text("search.rebuilt"))
				return nil
			})
		},
	})
}

// backupCommand copies the file while it stays as it is.
func (s *session) backupCommand() *cobra.Command {
	return s.needsDB(&cobra.Command{
		Use:   "backup FILE",
		Short: wording.Text("console.backup"),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.reading(cmd.Context(), func(st *store.Store) error {
				if err := st.Backup(cmd.Context(), args[0], nil); err != nil {
					return err
				}
				fmt.Fprintln(s.out, wording.Text("console.backed_up", "file", args[0]))
				return nil
			})
		},
	})
}

// restoreCommand puts a backup in the file's place; what was there stays beside it.
func (s *session) restoreCommand() *cobra.Command {
	return s.needsDB(&cobra.Command{
		Use:   "restore BACKUP",
		Short: wording.Text("console.restore"),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			kept, err := store.Restore(cmd.Context(), args[0], s.db, nil)
			if err != nil {
				return problem.Of(err)
			}
			fmt.Fprintln(s.out, wording.Text("console.restored", "file", s.db))
			if kept != "" {
				fmt.Fprintln(s.out, wording.Text("console.kept", "file", kept))
			}
			return nil
		},
	})
}
