package rewards

import (
	"context"
	"slices"

	"smartcanal/data/rewards"
	"smartcanal/data/store"
)

// queue is a row of claims that somebody reviews one after the other.
type queue struct{ ids []int64 }

// at is where a claim stands, from 0; -1 if it is not in the queue.
func (q *queue) at(id int64) int { return slices.Index(q.ids, id) }

// beside gives the claim so many places on, false past the ends.
func (q *queue) beside(id int64, places int) (int64, bool) {
	i := q.at(id)
	if i < 0 || i+places < 0 || i+places >= len(q.ids) {
		return 0, false
	}
	return q.ids[i+places], true
}

// BulkModel is the same thing done with several claims.
type BulkModel struct {
	office *office
	claims []rewards.ClaimRow
}

// newBulk reads the claims marked in a list, in its order. Call it off the UI goroutine.
func newBulk(ctx context.Context, o *office, ids []int32) (*BulkModel, error) {
	rows, err := o.claims.Claims(ctx, ids)
	return &BulkModel{o, rows}, err
}

// IDs are the claims', in their order.
func (m *BulkModel) IDs() []int64 {
	ids := make([]int64, len(m.claims))
	for i, claim := range m.claims {
		ids[i] = claim.ID
	}
	return ids
}

// StageCount is how many of the claims stand at a stage.
type StageCount struct {
	Stage rewards.Stage
	N     int
}

// Stages counts the claims by stage, in the order of the stages.
func (m *BulkModel) Stages() []StageCount {
	var counts []StageCount
	for _, stage := range append(slices.Clone(rewards.Stages), rewards.Completed, rewards.Withdrawn, rewards.Rejected) {
		n := 0
		for _, claim := range m.claims {
			if claim.Stage == stage {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, StageCount{stage, n})
		}
	}
	return counts
}

// AllDeciding tells whether all wait for a meeting, which passes them together.
func (m *BulkModel) AllDeciding() bool {
	counts := m.Stages()
	return len(counts) == 1 && counts[0].Stage == rewards.Deciding
}

func (m *BulkModel) held() []rewards.Held {
	held := make([]rewards.Held, len(m.claims))
	for i, claim := range m.claims {
		held[i] = rewards.Held{ID: claim.ID, Version: claim.Version}
	}
	return held
}

// Pass passes the stage each claim is at with one opinion; claims that wait for a meeting by that meeting.
func (m *BulkModel) Pass(ctx context.Context, a Acting, meeting rewards.Meeting) (rewards.Bulk, error) {
	if m.AllDeciding() {
		return m.office.claims.Decide(ctx, store.Actor(a.Person), m.held(), meeting, a.Opinion)
	}
	return m.office.claims.AdvanceAll(ctx, store.Actor(a.Person), m.held(), a.Opinion)
}

// Save writes a paper of the claims: reviews, opinions, archive.
func (m *BulkModel) Save(ctx context.Context, key, path string) error {
	switch key {
	case paperOpinions:
		return m.office.claims.SaveOpinions(ctx, path, m.IDs()...)
	case paperArchive:
		return m.office.claims.SaveArchive(ctx, path, m.IDs()...)
	}
	return m.office.claims.SaveReviews(ctx, path, m.IDs()...)
}

// The papers of several claims; "rewards.bulk.<key>" names them.
const (
	paperReviews  = "reviews"
	paperOpinions = "opinions"
	paperArchive  = "archive"
)
