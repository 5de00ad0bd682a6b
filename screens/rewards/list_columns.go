package rewards

import (
	"smartcanal/data/rewards"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// claimColumns are the list's columns in the order claimRow fills them; those that sort carry the data's names.
func claimColumns() []grid.Column {
	return []grid.Column{
		{ID: string(rewards.ByNumber), Label: wording.Text("rewards.list.number"), Width: 88, Kind: grid.Code, Sortable: true, Filter: grid.ByText},
		{ID: string(rewards.ByOrganization), Label: wording.Text("rewards.list.organization"), Width: 190, Grow: 2, Sortable: true, Filter: grid.ByValues},
		{ID: "title", Label: wording.Text("rewards.list.title"), Width: 132, Grow: 1},
		{ID: string(rewards.ByRule), Label: wording.Text("rewards.list.clause"), Width: 76, Sortable: true, Filter: grid.ByValues},
		{ID: "declared", Label: wording.Text("rewards.list.declared"), Width: 120, Kind: grid.Number},
		{ID: "verified", Label: wording.Text("rewards.list.verified"), Width: 120, Kind: grid.Number},
		{ID: string(rewards.ByAmount), Label: wording.Text("rewards.list.amount"), Width: 114, Kind: grid.Number, Sortable: true, Filter: grid.ByAmount},
		{ID: string(rewards.ByStage), Label: wording.Text("rewards.list.stage"), Width: 104, Sortable: true, Filter: grid.ByValues},
		{ID: "due", Label: wording.Text("rewards.list.due"), Width: 92},
		{ID: "materials", Label: wording.Text("rewards.list.materials"), Width: 64, Align: grid.Middle},
		{ID: string(rewards.ByUpdated), Label: wording.Text("rewards.list.updated"), Width: 96, Kind: grid.Moment, Sortable: true},
	}
}
