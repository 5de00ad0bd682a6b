package console

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/rewards"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/wording"
)

// claimFlags are the options of the command claim.
type claimFlags struct {
	organization, clause, base string
	year                       int
	save                       bool
}

func (s *session) claimCommand() *cobra.Command {
	var flags claimFlags
	cmd := &cobra.Command{
		Use:   "claim",
		Short: wording.Text("console.claim"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			compute := func(st *store.Store) error { return s.claim(cmd.Context(), st, flags) }
			if flags.save {
				return s.writing(cmd.Context(), false, compute)
			}
			return s.reading(cmd.Context(), compute)
		},
	}
	cmd.Flags().StringVar(&flags.organization, "organization", "", wording.Text("console.flag.organization"))
	cmd.Flags().StringVar(&flags.clause, "clause", "", wording.Text("console.flag.clause"))
	cmd.Flags().StringVar(&flags.base, "amount", "0", wording.Text("console.flag.amount"))
	cmd.Flags().IntVar(&flags.year, "year", time.Now().Year(), wording.Text("console.flag.year"))
	cmd.Flags().BoolVar(&flags.save, "save", false, wording.Text("console.flag.save"))
	if err := cmd.MarkFlagRequired("organization"); err != nil {
		panic(err) // the flag is defined above
	}
	return s.answersJSON(s.needsDB(cmd))
}

// claim computes what an organisation is owed and shows how it got there; with --save it becomes a claim.
func (s *session) claim(ctx context.Context, st *store.Store, flags claimFlags) error {
	room := rewards.New(st, sales.New(st))
	application, err := flags.application(ctx, st, room)
	if err != nil {
		return err
	}
	trace, err := room.Trial(ctx, application)
	if err != nil {
		return err
	}
	number := ""
	if flags.save {
		claim, err := room.Create(ctx, Actor, application)
		if err != nil {
			return err
		}
		number = claim.Number
	}
	return s.printTrace(number, trace)
}

func (f claimFlags) application(ctx context.Context, st *store.Store, room *rewards.Room) (rewards.Application, error) {
	organization, err := findOrganization(ctx, st, f.organization)
	if err != nil {
		return rewards.Application{}, err
	}
	base, err := money.Parse(f.base)
	if err != nil {
		return rewards.Application{}, wrongOption("amount", f.base)
	}
	rule, err := findRule(ctx, room, f.year, f.clause)
	if err != nil {
		return rewards.Application{}, err
	}
	return rewards.Application{RuleID: rule.ID, OrganizationID: organization, Year: f.year, Declaration: rewards.Declaration{Base: base}}, nil
}

// findOrganization takes a credit code or a name; a name must be of one organisation only.
func findOrganization(ctx context.Context, st *store.Store, text string) (int64, error) {
	ids, err := register.New(st).IDs(ctx, register.Filter{Text: text}, nil)
	if err != nil {
		return 0, err
	}
	if len(ids) != 1 {
		return 0, problem.New("console.which_organization", "text", text, "found", len(ids))
	}
	return int64(ids[0]), nil
}

// findRule takes the clause as the measure numbers it; without one it is the measure's first.
func findRule(ctx context.Context, room *rewards.Room, year int, clause string) (rewards.Rule, error) {
	scheme, err := room.SchemeOfYear(ctx, year)
	if err != nil {
		return rewards.Rule{}, err
	}
	for _, rule := range scheme.Rules {
		if clause == "" || rule.Clause == clause {
			return rule, nil
		}
	}
	return rewards.Rule{}, problem.New("console.no_clause", "clause", clause, "measure", scheme.Name())
}

func (s *session) printTrace(number string, trace rewards.Trace) error {
	if s.json {
		return s.print(map[string]any{"number": number, "amount_fen": trace.Amount, "steps": trace.Steps})
	}
	for _, step := range trace.Steps {
		fmt.Fprintf(s.out, "  %s　%s\n", step.Title(), step.Outcome())
	}
	if number != "" {
		fmt.Fprintln(s.out, wording.Text("console.claim_saved", "number", number))
	}
	return nil
}
