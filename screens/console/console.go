// Package console does the program's work from a terminal: the same rooms, no window.
package console

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// Exit codes of the command line.
const (
	ExitDone     = 0 // all was read, flagged lines included
	ExitUsage    = 1 // the command was given wrongly
	ExitUnusable = 2 // a file could not be used; the others still were
)

// Actor is who the journal names for work done from a terminal.
const Actor store.Actor = "命令行"

// session is one run of the command line.
type session struct {
	out  io.Writer
	err  io.Writer
	db   string
	json bool
}

// Run does what the arguments say and gives the exit code.
func Run(ctx context.Context, args []string, out, errOut io.Writer, version string) int {
	s := &session{out: out, err: errOut}
	root := &cobra.Command{
		Use:           "smartcanal",
		Short:         wording.Text("console.about"),
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetOut(out)
	root.SetErr(errOut)
	root.SetArgs(args)
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(s.importCommand(), s.salesCommand(), s.claimCommand(), s.noticeCommand(), s.exportCommand(), s.todayCommand(), s.tasksCommand(), s.chronicleCommand(),
		s.documentCommand(), s.checkCommand(), s.rebuildCommand(), s.backupCommand(), s.restoreCommand(), s.demoCommand(), s.versionCommand(version))
	return s.exit(root.ExecuteContext(ctx))
}

// exit tells the person what went wrong, if anything, and gives the exit code.
func (s *session) exit(err error) int {
	if err == nil {
		return ExitDone
	}
	if errors.Is(err, errUnusable) {
		return ExitUnusable
	}
	var p *problem.Problem
	if !errors.As(err, &p) {
		fmt.Fprintln(s.err, err) // cobra's word on a flag or an argument
		return ExitUsage
	}
	s.tell(p)
	var usage usageError
	if errors.As(err, &usage) {
		return ExitUsage
	}
	return ExitUnusable
}

// usageError is a problem of the command's words, not of a file.
type usageError struct{ *problem.Problem }

func (e usageError) Unwrap() error { return e.Problem }

// errUnusable says that the report already told which file could not be used.
var errUnusable = errors.New("a file could not be used")

// tell words a problem: what happened, then what to do.
func (s *session) tell(p *problem.Problem) {
	what, do := wording.Problem(p)
	if where := wording.Where(p); where != "" {
		what = where + "：" + what
	}
	fmt.Fprintln(s.err, what)
	if do != "" {
		fmt.Fprintln(s.err, "  "+do)
	}
}

// print writes JSON where it was asked for.
func (s *session) print(value any) error {
	encoder := json.NewEncoder(s.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// needsDB adds the flag that names the file of data.
func (s *session) needsDB(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().StringVar(&s.db, "db", "", wording.Text("console.flag.db"))
	if err := cmd.MarkFlagRequired("db"); err != nil {
		panic(err) // the flag is defined one line above
	}
	return cmd
}

// answersJSON adds the flag for output that programs read.
func (s *session) answersJSON(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVar(&s.json, "json", false, wording.Text("console.flag.json"))
	return cmd
}

// writing opens the file of data for a command that changes it; create makes it where it is not there yet.
func (s *session) writing(ctx context.Context, create bool, work func(*store.Store) error) error {
	open := store.Open
	if _, err := os.Stat(s.db); create && errors.Is(err, os.ErrNotExist) {
		open = store.Create
	}
	return with(ctx, s.db, open, work)
}

// reading opens the file of data for a command that only looks, also while the window has it open. A
// file of an older program is brought up to date first, which takes the whole file.
func (s *session) reading(ctx context.Context, work func(*store.Store) error) error {
	err := with(ctx, s.db, store.OpenReadOnly, work)
	if errors.Is(err, problem.New("store.older")) {
		return with(ctx, s.db, store.Open, work)
	}
	return err
}

func with(ctx context.Context, path string, open func(context.Context, string) (*store.Store, error), work func(*store.Store) error) error {
	st, err := open(ctx, path)
	if err == nil {
		defer st.Close()
		err = work(st)
	}
	if err == nil || errors.Is(err, errUnusable) {
		return err
	}
	return problem.Of(err)
}

func (s *session) versionCommand(version string) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: wording.Text("console.version"),
		Args:  cobra.NoArgs,
		Run:   func(*cobra.Command, []string) { fmt.Fprintln(s.out, version) },
	}
}
