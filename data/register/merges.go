package register

import (
	"context"
	"encoding/json"
	"time"
)

// MergeNote is a merge as the list of merges shows it.
type MergeNote struct {
	ID         int64
	KeptID     int64
	Kept       string
	MergedID   int64
	Merged     string
	MergedCode string
	CreatedAt  time.Time
	Moved      string // Moved as JSON
}

// Records is how many people, shops, accounts and other records the merge moved.
func (n *MergeNote) Records() int {
	var moved Moved
	if json.Unmarshal([]byte(n.Moved), &moved) != nil {
		return 0
	}
	count := 0
	for _, ids := range moved.Records {
		count += len(ids)
	}
	return count
}

// Merges lists the merges not taken back, the latest first.
func (r *Room) Merges(ctx context.Context) ([]MergeNote, error) {
	var notes []MergeNote
	err := r.store.Read(ctx).Raw(`SELECT m.id, m.kept_id, k.name AS kept, m.merged_id, g.name AS merged, g.credit_code AS merged_code,
			m.created_at, m.moved
		FROM organization_merges m JOIN organizations k ON k.id = m.kept_id JOIN organizations g ON g.id = m.merged_id
		WHERE m.deleted_at IS NULL ORDER BY m.id DESC`).Scan(&notes).Error
	return notes, err
}
