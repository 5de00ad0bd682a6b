package console

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"smartcanal/data/store"
	"smartcanal/data/today"
	"smartcanal/screens/wording"
)

// todayCommand tells what the front page shows: the key figures and what is due.
func (s *session) todayCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "today",
		Short: wording.Text("console.today"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.reading(cmd.Context(), func(st *store.Store) error { return s.today(cmd.Context(), today.New(st)) })
		},
	}
	return s.answersJSON(s.needsDB(cmd))
}

// todayJSON is the day as programs read it. Amounts are fen, days yyyy-mm-dd.
type todayJSON struct {
	Day           string          `json:"day"`
	Sales         int64           `json:"verified_online_sales_fen"`
	SalesBefore   int64           `json:"same_days_year_before_fen"`
	Until         string          `json:"until,omitempty"`
	Payments      int             `json:"payments"`
	Organizations int             `json:"organizations"`
	Registered    int             `json:"registered"`
	Appropriated  int64           `json:"appropriated_fen"`
	Committed     int64           `json:"committed_fen"`
	Paid          int64           `json:"paid_fen"`
	Left          int64           `json:"left_fen"`
	Tasks         map[string]int  `json:"tasks_by_lamp"`
	Unmatched     int             `json:"unmatched_accounts"`
	Lines         int             `json:"unmatched_lines"`
	Wanted        int             `json:"statements_wanted"`
	Due           []todayItemJSON `json:"due"`
	More          map[string]int  `json:"more,omitempty"` // of a kind, beyond the hundred listed
}

type todayItemJSON struct {
	Group  string `json:"group"`
	Source string `json:"source"`
	Kind   string `json:"kind"`
	Number string `json:"number,omitempty"`
	Title  string `json:"title"`
	Who    string `json:"who,omitempty"`
	On     string `json:"on,omitempty"`
	Days   int    `json:"days"`
	Link   string `json:"link"`
}

func (s *session) today(ctx context.Context, room *today.Room) error {
	figures, err := room.Figures(ctx)
	if err != nil {
		return err
	}
	data, err := room.Data(ctx)
	if err != nil {
		return err
	}
	due, err := room.Due(ctx, Actor, false)
	if err != nil {
		return err
	}
	outdated, err := room.Outdated(ctx, Actor, false)
	if err != nil {
		return err
	}
	told := tellToday(room.Today(), figures, data, room.With(due, outdated))
	if s.json {
		return s.print(told)
	}
	fmt.Fprintln(s.out, wording.Text("console.today_figures", "day", told.Day, "yuan", figures.Trade.Net, "payments", wording.Grouped(told.Payments),
		"organizations", told.Organizations, "tasks", figures.Tasks.Open, "unmatched", told.Unmatched, "wanted", told.Wanted))
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, item := range told.Due {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", wording.Text("console.today_group."+item.Group), item.On, item.Number, item.Who, item.Title)
	}
	return w.Flush()
}

func tellToday(day string, f today.Figures, d today.Data, due today.Due) todayJSON {
	b := f.Budget
	told := todayJSON{
		Day: day, Sales: int64(f.Trade.Net), SalesBefore: int64(f.Trade.Before), Payments: f.Trade.Payments, Organizations: f.Trade.Organizations,
		Registered: f.Registered, Appropriated: int64(b.Appropriated), Committed: int64(b.Committed + b.InNotice), Paid: int64(b.Paid), Left: int64(b.Left()),
		Tasks: map[string]int{}, Unmatched: d.Unmatched, Lines: d.UnmatchedLines, Wanted: len(d.Wanted), Due: []todayItemJSON{}, More: map[string]int{},
	}
	if !f.Trade.Until.IsZero() {
		told.Until = f.Trade.Until.Format("2006-01-02")
	}
	for lamp, n := range f.Tasks.Lamps {
		told.Tasks[string(lamp)] = n
	}
	for _, more := range due.More {
		told.More[more.Kind] = more.Count
	}
	for _, i := range due.Items {
		told.Due = append(told.Due, todayItemJSON{string(i.Group), string(i.Source), i.Kind, i.Number, i.Title, i.Who, i.On, i.Days, i.Link})
	}
	return told
}
