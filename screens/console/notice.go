package console

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

func (s *session) noticeCommand() *cobra.Command {
	var terms rewards.NoticeTerms
	var claims string
	cmd := &cobra.Command{
		Use:   "notice FILE.xlsx",
		Short: wording.Text("console.notice"),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.reading(cmd.Context(), func(st *store.Store) error {
				return s.notice(cmd.Context(), st, args[0], terms, claims)
			})
		},
	}
	cmd.Flags().StringVar(&claims, "claims", "", wording.Text("console.flag.claims"))
	cmd.Flags().StringVar(&terms.Title, "title", "", wording.Text("console.flag.title"))
	cmd.Flags().StringVar(&terms.DocNumber, "number", "", wording.Text("console.flag.number"))
	cmd.Flags().StringVar(&terms.Contact, "contact", "", wording.Text("console.flag.contact"))
	cmd.Flags().StringVar(&terms.Phone, "phone", "", wording.Text("console.flag.phone"))
	return s.needsDB(cmd)
}

// notice writes the 公示表 of the claims named, or of all that stand at the notice.
func (s *session) notice(ctx context.Context, st *store.Store, path string, terms rewards.NoticeTerms, claims string) error {
	room := rewards.New(st, sales.New(st))
	var ids []int64
	for _, number := range strings.FieldsFunc(claims, func(r rune) bool { return r == ',' || r == '，' }) {
		page, err := room.PageByNumber(ctx, strings.TrimSpace(number))
		if err != nil {
			return err
		}
		ids = append(ids, page.Claim.ID)
	}
	notice, err := room.Notice(ctx, terms, ids...)
	if err != nil {
		return err
	}
	if err := notice.Save(path); err != nil {
		return err
	}
	fmt.Fprintln(s.out, wording.Text("console.noticed", "file", path, "n", len(notice.Items), "total", notice.Total(), "capitals", notice.Total().Capitals()))
	return nil
}
