package rewards

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/data/rewards"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

func (v *CandidatesView) askCut() {
	askCut(v.context, v.model.office, v.shown.Scheme.ID, v.shown.Year, v.load)
}

// seenCut is a plan of a cut with the names of whoever it concerns.
type seenCut struct {
	*rewards.CutPlan
	names map[int64]string
}

func (o *office) planCut(ctx context.Context, scheme int64, year int) (seenCut, error) {
	plan, err := o.claims.PlanCut(ctx, scheme, year)
	seen := seenCut{plan, map[int64]string{}}
	if err != nil {
		return seen, err
	}
	ids := make([]int32, len(plan.Lines))
	for i, line := range plan.Lines {
		ids[i] = int32(line.ID)
	}
	rows, err := o.claims.Claims(ctx, ids)
	for _, row := range rows {
		seen.names[row.ID] = row.Organization
	}
	return seen, err
}

// askCut shows what holding a year's claims to the measure's budget comes to, claim by claim, and does it under a name.
func askCut(c kit.Context, o *office, scheme int64, year int, done func()) {
	var seen seenCut
	kit.Run(c.Window().Canvas(), wording.Text("rewards.cut.planning"), func(ctx context.Context, _ kit.Progress) (err error) {
		seen, err = o.planCut(ctx, scheme, year)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			c.Problem(p)
			return
		}
		showCut(c, o, seen, done)
	})
}

// cutWidth is as wide as a list of claims with their amounts before and after needs.
const cutWidth float32 = 820

func showCut(c kit.Context, o *office, seen seenCut, done func()) {
	head := kit.NewParagraph(seen.said())
	if seen.Changes() == 0 {
		var d *kit.Dialog
		closing := kit.NewPrimary(wording.Text("kit.dialog.close"), func() { d.Close() })
		d = kit.NewDialog(c.Window().Canvas(), cutWidth, wording.Text("rewards.cut.title", "year", seen.Year), kit.Column(kit.WideGap, head, seen.table()), closing)
		d.Show(closing)
		return
	}
	person, signer := form.Text(wording.Text("rewards.act.person"), o.signer(rewards.FirstReview))
	person.Required = true
	why, opinion := form.Text(wording.Text("rewards.act.opinion"), wording.Text("rewards.cut.opinion"))
	why.Required = true
	form.Question{
		Title: wording.Text("rewards.cut.title", "year", seen.Year), Verb: wording.Text("rewards.cut.verb", "n", seen.Changes()), Width: cutWidth,
		Form: form.New(&form.Field{Label: wording.Text("rewards.cut.sums"), Input: head}, &form.Field{Label: wording.Text("rewards.cut.claims"), Input: seen.table()}, person, why), First: opinion,
		Work: func(ctx context.Context) error {
			_, err := o.claims.ApplyCut(ctx, store.Actor(strings.TrimSpace(signer.Text)), seen.CutPlan, opinion.Text)
			return err
		},
		Done: func() {
			c.Changed()
			done()
		},
	}.Ask(c.Window().Canvas())
}

// said sums up the parts of the budget's year.
func (s seenCut) said() string {
	var parts []string
	for _, part := range s.Parts {
		said := wording.Text("rewards.cut.part", "budget", part.Budget, "stand", part.Stand, "wanted", part.Wanted, "after", part.After)
		if part.Part != rewards.WholeYear {
			said = wording.Text("rewards.new.part_of."+string(part.Part)) + "　" + said
		}
		switch {
		case !part.Cut():
			said += wording.Text("rewards.cut.reaches", "left", part.Left())
		case part.Left() < 0:
			said += wording.Text("rewards.cut.beyond", "over", -part.Left())
		case s.Unit > 0 && part.Left() > 0:
			said += wording.Text("rewards.cut.loss", "left", part.Left(), "unit", strings.TrimSuffix(s.Unit.String(), ".00"))
		}
		parts = append(parts, said)
	}
	return strings.Join(parts, "\n")
}

// cutRows is how many claims are seen at once.
const cutRows = 9

// table lists the claims with their amounts before and after, and the sums at its foot.
func (s seenCut) table() fyne.CanvasObject {
	list := grid.New(
		grid.Column{ID: "number", Label: wording.Text("rewards.list.number"), Width: 78},
		grid.Column{ID: "organization", Label: wording.Text("rewards.list.organization"), Width: 190, Grow: 1},
		grid.Column{ID: "stage", Label: wording.Text("rewards.list.stage"), Width: 96},
		grid.Column{ID: "was", Label: wording.Text("rewards.cut.was"), Width: 108, Kind: grid.Number},
		grid.Column{ID: "is", Label: wording.Text("rewards.cut.is"), Width: 108, Kind: grid.Number},
		grid.Column{ID: "change", Label: wording.Text("rewards.cut.change"), Width: 108, Kind: grid.Number},
	).Bare()
	list.SetDensity(grid.Dense)
	rows := make(grid.Ready, len(s.Lines))
	var was, is money.Fen
	for i, line := range s.Lines {
		was, is = was+line.Was, is+line.Is
		note := stageState(line.Stage)
		if line.Stands {
			note = wording.Text("rewards.cut.stands", "stage", note)
		}
		rows[i] = grid.Row{Muted: line.Stands, Cells: grid.Words(line.Number, s.names[line.ID], note, line.Was.String(), line.Is.String(), signed(line.Is-line.Was))}
	}
	list.SetTotals(grid.Words(wording.Text("rewards.list.figure.standing"), "", "", was.String(), is.String(), signed(is-was))...)
	list.Update(rows)
	return kit.Down(0, []kit.Track{kit.Fixed(kit.DenseRowHeight * float32(min(len(rows), cutRows)+3))}, list)
}

// signed writes an amount with its sign, "—" for none.
func signed(f money.Fen) string {
	switch {
	case f > 0:
		return "+" + f.String()
	case f < 0:
		return "−" + (-f).String()
	}
	return "—"
}
