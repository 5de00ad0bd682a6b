package console

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"smartcanal/data/chronicle"
	"smartcanal/data/document/papers"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// chronicleFlags are the options of the command chronicle export.
type chronicleFlags struct {
	year, out string
	public    bool
}

// chronicleCommand exports the chronicle as a Word document, or with --json as its entries.
func (s *session) chronicleCommand() *cobra.Command {
	var flags chronicleFlags
	export := &cobra.Command{
		Use:   "export",
		Short: wording.Text("console.chronicle_export"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.reading(cmd.Context(), func(st *store.Store) error { return s.chronicle(cmd.Context(), chronicle.New(st), flags) })
		},
	}
	export.Flags().StringVar(&flags.year, "year", "", wording.Text("console.flag.chronicle_year"))
	export.Flags().BoolVar(&flags.public, "public", false, wording.Text("console.flag.public"))
	export.Flags().StringVarP(&flags.out, "out", "o", "", wording.Text("console.flag.chronicle_out"))
	s.answersJSON(export).MarkFlagsOneRequired("out", "json")
	cmd := &cobra.Command{Use: "chronicle", Short: wording.Text("console.chronicle")}
	cmd.AddCommand(s.needsDB(export))
	return cmd
}

// chronicle writes the entries somebody has read; proposals never leave the program.
func (s *session) chronicle(ctx context.Context, room *chronicle.Room, flags chronicleFlags) error {
	filter := chronicle.Filter{Year: flags.year, Public: flags.public}
	entries, err := room.Export(ctx, filter)
	if err != nil {
		return err
	}
	if flags.out != "" {
		paper, err := room.Paper(ctx, filter)
		if err != nil {
			return err
		}
		if err := papers.Save(ctx, paper, room.Templates(), flags.out); err != nil {
			return err
		}
		if !s.json {
			fmt.Fprintln(s.out, wording.Text("console.chronicle_exported", "file", flags.out, "n", len(entries)))
		}
	}
	if s.json {
		if entries == nil {
			entries = []chronicle.Exported{}
		}
		return s.print(entries)
	}
	return nil
}
