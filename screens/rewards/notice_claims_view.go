package rewards

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/rewards"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// claims lists what stands at 公示, each to be taken in or left out: by a click on its box, or by
// the space bar on the boxes that are marked.
func (v *NoticeView) claims() fyne.CanvasObject {
	v.sum, v.big = kit.NewBold("").Right(), kit.NewNote("")
	v.list = grid.New(
		grid.Column{ID: "in", Label: wording.Text("rewards.notice.in"), Width: 48, Kind: grid.Check},
		grid.Column{ID: string(rewards.ByNumber), Label: wording.Text("rewards.list.number"), Width: 84},
		grid.Column{ID: string(rewards.ByOrganization), Label: wording.Text("rewards.list.organization"), Width: 218, Grow: 1},
		grid.Column{ID: "title", Label: wording.Text("rewards.list.title"), Width: 118, Grow: 1},
		grid.Column{ID: "clause", Label: wording.Text("rewards.list.clause"), Width: 62},
		grid.Column{ID: string(rewards.ByAmount), Label: wording.Text("rewards.list.amount"), Width: 112, Kind: grid.Number},
	).Bare()
	v.list.OnCheck = func(at grid.Place, in bool) { v.tick(in, v.list.Selection().Spans()) }
	v.list.OnOpen = func(row int, _ grid.Row) { v.context.Open(claimLink(v.model.Claims[row].ID)) }
	v.list.OnProblem = v.context.Problem
	v.fillClaims()
	foot := kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, v.big, v.sum)
	return kit.NewCard(wording.Text("rewards.notice.claims"), kit.Down(kit.Gap, []kit.Track{kit.Share(1), kit.Natural, kit.Natural}, v.list, kit.Rule(), foot),
		kit.NewLink(wording.Text("rewards.notice.all"), func() { v.tickAll(true) }), kit.NewLink(wording.Text("rewards.notice.no_claim"), func() { v.tickAll(false) }))
}

// fillClaims shows which claims are taken in.
func (v *NoticeView) fillClaims() {
	rows := make(grid.Ready, len(v.model.Claims))
	for i, claim := range v.model.Claims {
		in := v.model.Included(claim.ID)
		rows[i] = grid.Row{Muted: !in, Cells: []grid.Cell{
			grid.Box(in), grid.Word(claim.Number), grid.Word(claim.Organization), grid.Word(claim.Title), grid.Word(claim.Clause), grid.Word(claim.Amount.String()),
		}}
	}
	v.list.Update(rows)
}

func (v *NoticeView) tickAll(in bool) { v.tick(in, []grid.Span{{Last: len(v.model.Claims) - 1}}) }

func (v *NoticeView) tick(in bool, rows []grid.Span) {
	for _, span := range rows {
		for _, claim := range v.model.Claims[span.First : span.Last+1] {
			v.model.Include(claim.ID, in)
		}
	}
	v.fillClaims()
	v.sumUp()
}
