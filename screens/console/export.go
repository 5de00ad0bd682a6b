package console

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// exportCommand writes lines, or totals with --by, as a workbook.
func (s *session) exportCommand() *cobra.Command {
	var flags salesFlags
	cmd := &cobra.Command{
		Use:   "export FILE.xlsx",
		Short: wording.Text("console.export"),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.reading(cmd.Context(), func(st *store.Store) error {
				return s.export(cmd.Context(), st, args[0], flags)
			})
		},
	}
	flags.add(cmd, "")
	return s.needsDB(cmd)
}

func (s *session) export(ctx context.Context, st *store.Store, path string, flags salesFlags) error {
	room := sales.New(st)
	written := 0
	query, err := flags.query()
	if err != nil {
		return err
	}
	if len(query.By) > 0 {
		written, err = room.ExportTotals(ctx, path, query, wording.Text)
	} else {
		filter := sales.LineFilter{From: query.From, To: query.To, Channel: query.Channel}
		written, err = room.ExportLines(ctx, path, sales.LineExport{Filter: filter, Words: wording.Text})
	}
	if err == nil {
		fmt.Fprintln(s.out, wording.Text("console.exported", "file", path, "n", written))
	}
	return err
}
