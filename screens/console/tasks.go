package console

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"smartcanal/data/council"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// tasksCommand lists supervised tasks: all that are open, or with --due what is to be done today.
func (s *session) tasksCommand() *cobra.Command {
	var due bool
	cmd := &cobra.Command{
		Use:   "tasks",
		Short: wording.Text("console.tasks"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return s.reading(cmd.Context(), func(st *store.Store) error {
				if due {
					return s.dueTasks(cmd.Context(), council.New(st))
				}
				return s.openTasks(cmd.Context(), council.New(st))
			})
		},
	}
	cmd.Flags().BoolVar(&due, "due", false, wording.Text("console.flag.due"))
	return s.answersJSON(s.needsDB(cmd))
}

// taskJSON is a task as programs read it. Days are yyyy-mm-dd.
type taskJSON struct {
	Number   string   `json:"number"`
	Title    string   `json:"title"`
	Lead     string   `json:"lead"`
	Supports []string `json:"supports,omitempty"`
	Due      string   `json:"due"`
	Progress int      `json:"progress"`
	Planned  int      `json:"planned"`
	Lamp     string   `json:"lamp"`
	Step     string   `json:"step"`
}

func (s *session) openTasks(ctx context.Context, room *council.Room) error {
	ids, err := room.TaskIDs(ctx, council.TaskFilter{Open: true}, nil)
	if err != nil {
		return err
	}
	tasks := []taskJSON{}
	const some = 500
	for first := 0; first < len(ids); first += some {
		rows, err := room.Tasks(ctx, ids[first:min(first+some, len(ids))])
		if err != nil {
			return err
		}
		for _, row := range rows {
			tasks = append(tasks, taskJSON{row.Number, row.Title, row.Lead, row.Supports, row.DueOn, row.Progress, row.Planned, string(row.Lamp), string(row.Step)})
		}
	}
	if s.json {
		return s.print(tasks)
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, t := range tasks {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d%%\t%s\t%s\n", t.Number, t.Due, wording.Text("council.lamp."+t.Lamp), t.Progress, t.Lead, t.Title)
	}
	return w.Flush()
}

// dueJSON is one thing to be done; days is below 0 where the day has passed.
type dueJSON struct {
	Kind       string `json:"kind"`
	Number     string `json:"number,omitempty"`
	Title      string `json:"title"`
	Department string `json:"department,omitempty"`
	On         string `json:"on"`
	Days       int    `json:"days"`
}

// mostDue is how many of each kind are listed.
const mostDue = 1000

func (s *session) dueTasks(ctx context.Context, room *council.Room) error {
	items, err := room.Due(ctx, mostDue)
	if err != nil {
		return err
	}
	due := make([]dueJSON, len(items))
	for i, item := range items {
		due[i] = dueJSON{string(item.Kind), item.Number, item.Title, item.Department, item.On, item.Days}
	}
	if s.json {
		return s.print(due)
	}
	if len(due) == 0 {
		fmt.Fprintln(s.out, wording.Text("console.nothing_due"))
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, d := range due {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", wording.Text("council.due."+d.Kind), d.On, d.Number, d.Department, d.Title)
	}
	return w.Flush()
}
