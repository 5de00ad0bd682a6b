package console

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"smartcanal/data/demo"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// demoCommand walks through the main job on the demo's files.
func (s *session) demoCommand() *cobra.Command {
	var dir string
	var seed uint64
	cmd := &cobra.Command{
		Use:   "demo",
		Short: wording.Text("console.demo"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.demo(cmd.Context(), dir, seed)
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "demo", wording.Text("console.flag.dir"))
	cmd.Flags().Uint64Var(&seed, "seed", demo.Seed, wording.Text("console.flag.seed"))
	return cmd
}

// demo makes the files, takes them in, shows the sales and a claim, and writes the notice. A demo made
// before is made anew: it is nobody's work.
func (s *session) demo(ctx context.Context, dir string, seed uint64) error {
	statements := filepath.Join(dir, wording.Text("workbench.demo_folder"))
	fmt.Fprintln(s.out, wording.Text("console.demo_files", "dir", statements))
	files, err := demo.Write(ctx, statements, seed)
	if err != nil {
		return err
	}
	s.db = filepath.Join(dir, "demo.db")
	for _, tail := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(s.db + tail); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return s.writing(ctx, true, func(st *store.Store) error { return s.demoJob(ctx, st, files, dir) })
}

func (s *session) demoJob(ctx context.Context, st *store.Store, files demo.Files, dir string) error {
	report, err := demo.Fill(ctx, st, files, Actor, nil)
	if err != nil {
		return err
	}
	s.demoImported(report)
	if err := s.demoSales(ctx, st); err != nil {
		return err
	}
	claims, err := demo.FillClaims(ctx, st)
	if err != nil {
		return err
	}
	if err := demo.FillCouncil(ctx, st); err != nil {
		return err
	}
	if err := demo.FillChronicle(ctx, st); err != nil {
		return err
	}
	return s.demoNotice(ctx, st, claims, filepath.Join(dir, wording.Text("console.notice_file")))
}

func (s *session) demoImported(report sales.Report) {
	var lines, added, updated, repeated, unreadable int
	for _, file := range report.Files {
		lines += file.Lines
		added += file.Added
		updated += file.Updated
		repeated += file.Repeated
		unreadable += file.Unreadable
	}
	fmt.Fprintln(s.out, wording.Text("console.demo_imported", "files", len(report.Files), "lines", lines, "new", added, "updated", updated,
		"duplicate", repeated, "unreadable", unreadable, "seconds", fmt.Sprintf("%.1f", report.Took.Seconds())))
}

// demoSales prints the verified online sales of the year by platform and month.
func (s *session) demoSales(ctx context.Context, st *store.Store) error {
	room := sales.New(st)
	fmt.Fprintln(s.out, "\n"+wording.Text("console.demo_sales"))
	for _, by := range [][]sales.Dimension{{sales.ByPlatform}, {sales.ByMonth}} {
		totals, err := room.Totals(ctx, sales.Query{By: by, Channel: statement.Online, From: 202601, To: 202612})
		if err != nil {
			return err
		}
		if err := s.printTotalsTable(by, totals); err != nil {
			return err
		}
	}
	return nil
}

// demoNotice shows how the largest claim was computed and writes the notice.
func (s *session) demoNotice(ctx context.Context, st *store.Store, claims []int64, path string) error {
	room := rewards.New(st, sales.New(st))
	if len(claims) > 0 {
		page, err := room.Page(ctx, claims[0])
		if err != nil {
			return err
		}
		fmt.Fprintln(s.out, "\n"+wording.Text("console.demo_claim", "organization", page.Organization.Name, "number", page.Claim.Number))
		if err := s.printTrace("", page.Trace); err != nil {
			return err
		}
	}
	notice, err := room.Notice(ctx, demo.NoticeTerms(), claims...)
	if err != nil {
		return err
	}
	if err := notice.Save(path); err != nil {
		return err
	}
	fmt.Fprintln(s.out, "\n"+wording.Text("console.noticed", "file", path, "n", len(notice.Items), "total", notice.Total(), "capitals", notice.Total().Capitals()))
	fmt.Fprintln(s.out, wording.Text("console.demo_done", "file", s.db, "at", time.Now().Format("15:04:05")))
	return nil
}
