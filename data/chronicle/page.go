package chronicle

import (
	"context"

	"smartcanal/data/attachments"
	"smartcanal/data/problem"
)

// Page is an entry with its files, and what became a part of it.
type Page struct {
	Row
	Attachments []attachments.Attachment
	Parts       []Entry
}

// Page gives an entry with all its page shows. Problem: chronicle.no_entry.
func (r *Room) Page(ctx context.Context, id int64) (*Page, error) {
	rows, err := r.Entries(ctx, []int32{int32(id)})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, problem.New("chronicle.no_entry")
	}
	page := &Page{Row: rows[0]}
	db := r.store.Read(ctx)
	if page.Attachments, err = attachments.Of(db, Owner(id)); err != nil {
		return nil, err
	}
	return page, db.Where("merged_into = ?", id).Order("on_day, id").Find(&page.Parts).Error
}
