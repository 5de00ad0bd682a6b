package rewards

import (
	"context"

	"smartcanal/data/rewards"
)

// ObjectionsModel is the page of objections to what was published.
type ObjectionsModel struct{ office *office }

// NewObjectionsModel is all objections, the open ones first.
func NewObjectionsModel(o *office) *ObjectionsModel { return &ObjectionsModel{o} }

// Disputed is an objection with the claim it is against.
type Disputed struct {
	rewards.Objection
	Claim rewards.ClaimRow
}

// Load reads them. Call it off the UI goroutine.
func (m *ObjectionsModel) Load(ctx context.Context) ([]Disputed, error) {
	objections, err := m.office.claims.Objections(ctx, 0)
	if err != nil {
		return nil, err
	}
	ids := make([]int32, len(objections))
	for i, o := range objections {
		ids[i] = int32(o.ClaimID)
	}
	rows, err := m.office.claims.Claims(ctx, ids)
	claims := map[int64]rewards.ClaimRow{}
	for _, row := range rows {
		claims[row.ID] = row
	}
	list := make([]Disputed, len(objections))
	for i, o := range objections {
		list[i] = Disputed{o, claims[o.ClaimID]}
	}
	return list, err
}
