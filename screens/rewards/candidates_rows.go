package rewards

import (
	"context"
	"strings"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// The columns of the list that can be sorted by.
const (
	columnName     = "organization"
	columnClause   = "clause"
	columnVerified = "verified"
	columnAmount   = "amount"
)

func candidateColumns() []grid.Column {
	return []grid.Column{
		{ID: "in", Label: wording.Text("rewards.candidates.in"), Width: 56, Kind: grid.Check},
		{ID: columnName, Label: wording.Text("rewards.list.organization"), Width: 206, Grow: 2, Sortable: true},
		{ID: columnClause, Label: wording.Text("rewards.list.title"), Width: 186, Grow: 2, Sortable: true},
		{ID: columnVerified, Label: wording.Text("rewards.candidates.verified"), Width: 126, Kind: grid.Number, Sortable: true},
		{ID: columnAmount, Label: wording.Text("rewards.candidates.amount"), Width: 108, Kind: grid.Number, Sortable: true},
		{ID: "footing", Label: wording.Text("rewards.candidates.footing"), Width: 104},
		{ID: "why", Label: wording.Text("rewards.candidates.why"), Width: 272, Grow: 3},
	}
}

// candidateRows shows candidates; why is worded when a row comes to the screen.
type candidateRows struct {
	model *CandidatesModel
	p     Proposed
	rows  []int
}

// Rows is the grid's.
func (r candidateRows) Rows() int { return len(r.rows) }

// Page is the grid's.
func (r candidateRows) Page(ctx context.Context, first, count int) ([]grid.Row, error) {
	var page []grid.Row
	for _, at := range r.rows[first:min(len(r.rows), first+count)] {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		page = append(page, r.row(at))
	}
	return page, nil
}

func (r candidateRows) row(at int) grid.Row {
	c := &r.p.List[at]
	rule := &r.p.Scheme.Rules[c.Place]
	title := rule.Clause + " " + rule.Title
	if c.Part != rewards.WholeYear {
		title += " · " + wording.Text("rewards.new.part_of."+string(c.Part))
	}
	tick, amount := grid.Cell{}, grid.Word("—")
	if c.Footing == rewards.Qualifies {
		tick = grid.Box(r.model.Ticked(c))
	}
	if c.Footing == rewards.Qualifies || c.Footing == rewards.HasClaimed {
		amount = grid.Word(c.Amount.String())
	}
	return grid.Row{Muted: c.Footing != rewards.Qualifies, Cells: []grid.Cell{
		tick, grid.Word(c.Organization), grid.Word(title), amountCell(c.Verified), amount,
		grid.State(footingName(c.Footing), footingTint(c.Footing)), grid.Word(r.p.why(at)),
	}}
}

func footingName(f rewards.Footing) string { return wording.Text("rewards.footing." + string(f)) }

func footingTint(f rewards.Footing) kit.Tint {
	switch f {
	case rewards.Qualifies:
		return kit.GreenTint
	case rewards.MustDeclare:
		return kit.AmberTint
	case rewards.HasClaimed:
		return kit.Blue
	case rewards.LockedOut:
		return kit.RedTint
	}
	return kit.Grey
}

// why says what decided about a candidate: the step that gave the amount, or the one that took it.
func (p Proposed) why(at int) string {
	c := &p.List[at]
	switch c.Footing {
	case rewards.MustDeclare:
		what, _ := wording.Problem(c.Missing)
		return strings.TrimRight(what, "。.")
	case rewards.HasClaimed:
		return wording.Text("rewards.candidates.claimed", "number", c.Claim.Number)
	case rewards.LockedOut:
		return wording.Text("rewards.candidates.locked", "number", c.Claim.Number, "until", c.Until)
	}
	step := p.Reason(at)
	if step == nil {
		return ""
	}
	said := step.TitleIn(wording.Language())
	if reason := step.ReasonIn(wording.Language()); reason != "" {
		said = wording.Text("rewards.candidates.because", "what", said, "why", reason)
	}
	if c.Footing == rewards.Qualifies {
		return said
	}
	return wording.Text("rewards.candidates.lost", "why", said, "amount", wan(c.Amount))
}
