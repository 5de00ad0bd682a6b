package attachments

import (
	"context"

	"smartcanal/data/grams"
	"smartcanal/data/search"
)

// Find gives the files of a subject's records (Owner.Subject) whose names hold every word of a text, or their pinyin; the
// newest first, at most limit.
func (r *Room) Find(ctx context.Context, subject, text string, limit int) ([]Attachment, error) {
	words := grams.Words(text)
	if len(words) == 0 {
		return nil, nil
	}
	holding, args := search.Holding(search.Attachment, words)
	var found []Attachment
	err := r.store.Read(ctx).Where("subject = ? AND id IN "+holding, append([]any{subject}, args...)...).Order("id DESC").Limit(limit).Find(&found).Error
	return found, err
}
