package console

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"smartcanal/data/problem"
	"smartcanal/data/sales"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// salesFlags are the options of the command sales.
type salesFlags struct {
	by, basis, channel, from, to string
}

func (s *session) salesCommand() *cobra.Command {
	var flags salesFlags
	cmd := &cobra.Command{
		Use:   "sales",
		Short: wording.Text("console.sales"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			query, err := flags.query()
			if err != nil {
				return err
			}
			return s.reading(cmd.Context(), func(st *store.Store) error {
				totals, err := sales.New(st).Totals(cmd.Context(), query)
				if err != nil {
					return err
				}
				return s.printTotals(query.By, totals)
			})
		},
	}
	flags.add(cmd, "month")
	return s.answersJSON(s.needsDB(cmd))
}

// add gives a command the options; by is what it groups by unless told.
func (f *salesFlags) add(cmd *cobra.Command, by string) {
	cmd.Flags().StringVar(&f.by, "by", by, wording.Text("console.flag.by"))
	cmd.Flags().StringVar(&f.basis, "basis", "order", wording.Text("console.flag.basis"))
	cmd.Flags().StringVar(&f.channel, "channel", "all", wording.Text("console.flag.channel"))
	cmd.Flags().StringVar(&f.from, "from", "", wording.Text("console.flag.from"))
	cmd.Flags().StringVar(&f.to, "to", "", wording.Text("console.flag.to"))
}

// query reads the options; a value nobody knows is wrong usage.
func (f salesFlags) query() (sales.Query, error) {
	var q sales.Query
	for _, name := range strings.FieldsFunc(f.by, func(r rune) bool { return r == ',' || r == ' ' }) {
		q.By = append(q.By, sales.Dimension(name))
	}
	if err := q.Valid(); err != nil {
		return q, wrongOption("by", f.by)
	}
	switch f.basis {
	case "order", "settled":
		q.Basis = sales.Basis(f.basis)
	default:
		return q, wrongOption("basis", f.basis)
	}
	channels := map[string]statement.Channel{"all": 0, "online": statement.Online, "in-person": statement.InPerson}
	channel, is := channels[f.channel]
	if !is {
		return q, wrongOption("channel", f.channel)
	}
	q.Channel = channel
	var err error
	if q.From, err = month("from", f.from); err != nil {
		return q, err
	}
	q.To, err = month("to", f.to)
	return q, err
}

var monthForm = regexp.MustCompile(`^(\d{4})-(0[1-9]|1[0-2])$`)

// month reads yyyy-mm as yyyymm; "" is none.
func month(option, text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	found := monthForm.FindStringSubmatch(text)
	if found == nil {
		return 0, wrongOption(option, text)
	}
	return strconv.Atoi(found[1] + found[2])
}

func wrongOption(option, value string) error {
	return usageError{problem.New("console.wrong_option", "option", option, "value", value)}
}

// printTotals prints the groups: as JSON with the keys asked for, or as a table.
func (s *session) printTotals(by []sales.Dimension, totals []sales.Total) error {
	if !s.json {
		return s.printTotalsTable(by, totals)
	}
	groups := make([]map[string]any, len(totals))
	for i, total := range totals {
		groups[i] = map[string]any{
			"payments": total.Payments, "payments_fen": total.Paid,
			"refunds": total.Refunds, "refunds_fen": total.Refunded, "net_fen": total.Net(),
		}
		for _, dimension := range by {
			groups[i][string(dimension)] = keyOf(dimension, total)
		}
	}
	return s.print(groups)
}

// keyOf is the value of a dimension; what nobody has matched yet is null.
func keyOf(dimension sales.Dimension, total sales.Total) any {
	switch dimension {
	case sales.ByAccount:
		return total.Account
	case sales.ByPlatform:
		return total.Platform
	case sales.ByMonth:
		return fmt.Sprintf("%04d-%02d", total.Month/100, total.Month%100)
	}
	if total.OrganizationID == 0 {
		return nil
	}
	return total.Organization
}

func (s *session) printTotalsTable(by []sales.Dimension, totals []sales.Total) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	var head []string
	for _, dimension := range by {
		head = append(head, wording.Text("console.by."+string(dimension)))
	}
	head = append(head, wording.Text("console.payments"), wording.Text("console.refunds"), wording.Text("console.net"))
	fmt.Fprintln(w, strings.Join(head, "\t"))
	for _, total := range totals {
		var cells []string
		for _, dimension := range by {
			cells = append(cells, cellOf(dimension, total))
		}
		cells = append(cells, total.Paid.String(), total.Refunded.String(), total.Net().String())
		fmt.Fprintln(w, strings.Join(cells, "\t"))
	}
	return w.Flush()
}

func cellOf(dimension sales.Dimension, total sales.Total) string {
	switch key := keyOf(dimension, total).(type) {
	case string:
		if dimension == sales.ByPlatform {
			return wording.Text("platform." + key)
		}
		return key
	default:
		return wording.Text("console.unmatched")
	}
}
