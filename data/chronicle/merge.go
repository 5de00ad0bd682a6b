package chronicle

import (
	"context"
	"strings"

	"smartcanal/data/attachments"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Merge makes several entries about one thing into the first of them: it takes the others' texts, sources and files over
// and is kept; the others are left as parts of it. Problems: chronicle.merge_one, chronicle.no_entry, record.changed.
func (r *Room) Merge(ctx context.Context, actor store.Actor, into Held, others ...Held) error {
	if len(others) == 0 {
		return problem.New("chronicle.merge_one")
	}
	return r.write(ctx, actor, "merge", func(tx *store.Tx) error {
		kept, err := entryHeld(tx, into)
		if err != nil {
			return err
		}
		for _, one := range others {
			if one.ID == kept.ID {
				return problem.New("chronicle.merge_one")
			}
			if err := takeOver(tx, kept, one); err != nil {
				return err
			}
		}
		kept.State, kept.ReadBy = Kept, tx.Actor
		return store.Update(tx, kept)
	})
}

// takeOver moves what an entry has to the one it becomes a part of.
func takeOver(tx *store.Tx, kept *Entry, part Held) error {
	e, err := entryHeld(tx, part)
	if err != nil {
		return err
	}
	for _, text := range []string{e.Title, e.Text} {
		if text != "" && !strings.Contains(kept.Title+"\n"+kept.Text, text) {
			kept.Text = strings.TrimSpace(kept.Text + "\n" + text)
		}
	}
	var sources []Source
	if err := tx.Where("entry_id = ?", e.ID).Order("id").Find(&sources).Error; err != nil {
		return err
	}
	if err := addSources(tx, kept.ID, sources); err != nil {
		return err
	}
	files, err := attachments.Of(tx.DB, Owner(e.ID))
	if err != nil {
		return err
	}
	ids := make([]int64, len(files))
	for i, file := range files {
		ids[i] = file.ID
	}
	if err := attachments.Move(tx, ids, Owner(e.ID), Owner(kept.ID)); err != nil {
		return err
	}
	e.State, e.MergedInto = Merged, &kept.ID
	return store.Update(tx, e)
}

// Owner is an entry as the owner of attachments.
func Owner(entryID int64) attachments.Owner {
	return attachments.Owner{Subject: Entry{}.TableName(), ID: entryID}
}
