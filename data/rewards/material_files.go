package rewards

import (
	"context"

	"smartcanal/data/attachments"
	"smartcanal/data/store"
)

// filesOf names a claim as the owner of attachments; the material a file proves is its role.
func filesOf(claimID int64) attachments.Owner {
	return attachments.Owner{Subject: Claim{}.TableName(), ID: claimID}
}

// MaterialFiles are the files that prove a material of a claim, for somebody to work with.
func (r *Room) MaterialFiles(actor store.Actor, material Material) *attachments.Shelf {
	return attachments.New(r.store).Shelf(actor, filesOf(material.ClaimID), material.Name)
}

// FindFiles gives the files of claims whose names hold every word of a text, the newest first, at most limit.
func (r *Room) FindFiles(ctx context.Context, text string, limit int) ([]attachments.Attachment, error) {
	return attachments.New(r.store).Find(ctx, filesOf(0).Subject, text, limit)
}

// MaterialFileCounts tells how many files each material of a claim has, by its name.
func (r *Room) MaterialFileCounts(ctx context.Context, claimID int64) (map[string]int, error) {
	all, err := attachments.New(r.store).Of(ctx, filesOf(claimID))
	counts := map[string]int{}
	for _, a := range all {
		counts[a.Role]++
	}
	return counts, err
}
