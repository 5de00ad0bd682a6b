package register

import (
	"context"
	"encoding/json"
	"errors"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// OrganizationMerge is what a merge did, so that it can be taken back.
type OrganizationMerge struct {
	store.Record
	KeptID   int64
	MergedID int64
	Moved    string // Moved as JSON
}

// Moved are the ids a merge moved, by table, and the fields it filled in the kept organisation.
type Moved struct {
	Records map[string][]int64 `json:"records"`
	Filled  map[string]string  `json:"filled"`
}

// Merge makes two records of one organisation into one: all that belongs to the merged one moves to the kept
// one, whose empty fields are filled; the merged one leaves the lists.
//
// Problems: register.merge_itself, register.not_found, register.merge_two_codes (kept, merged).
func (r *Room) Merge(ctx context.Context, actor store.Actor, keptID, mergedID int64) (*OrganizationMerge, error) {
	var merge *OrganizationMerge
	err := r.store.Write(ctx, actor, "register.merge", func(tx *store.Tx) error {
		kept, merged, err := mergeable(tx, keptID, mergedID)
		if err != nil {
			return err
		}
		merge, err = mergeInto(tx, kept, merged)
		return err
	})
	return merge, err
}

func mergeable(tx *store.Tx, keptID, mergedID int64) (kept, merged *Organization, err error) {
	if keptID == mergedID {
		return nil, nil, problem.New("register.merge_itself")
	}
	if kept, err = find(tx.DB, keptID); err != nil {
		return nil, nil, err
	}
	if merged, err = find(tx.DB, mergedID); err != nil {
		return nil, nil, err
	}
	if kept.DeletedAt.Valid || merged.DeletedAt.Valid {
		return nil, nil, problem.New("register.not_found")
	}
	if kept.CreditCode != "" && merged.CreditCode != "" && kept.CreditCode != merged.CreditCode {
		return nil, nil, problem.New("register.merge_two_codes", "kept", kept.CreditCode, "merged", merged.CreditCode)
	}
	return kept, merged, nil
}

func mergeInto(tx *store.Tx, kept, merged *Organization) (*OrganizationMerge, error) {
	moved := Moved{Records: map[string][]int64{}, Filled: map[string]string{}}
	for _, belonging := range belongings {
		ids, err := belonging.of(tx, merged.ID)
		if err != nil {
			return nil, err
		}
		if len(ids) == 0 {
			continue
		}
		if err := belonging.move(tx, ids, merged.ID, kept.ID); err != nil {
			return nil, err
		}
		moved.Records[belonging.Table] = ids
	}
	merged.MergedInto = &kept.ID
	if err := errors.Join(store.Update(tx, merged), tx.Remove(merged)); err != nil {
		return nil, err
	}
	// Only now is the merged one's credit code free to be the kept one's.
	if fill(kept, merged, moved.Filled); len(moved.Filled) > 0 {
		if err := update(tx, kept); err != nil {
			return nil, err
		}
	}
	text, err := json.Marshal(moved)
	if err != nil {
		return nil, err
	}
	merge := &OrganizationMerge{KeptID: kept.ID, MergedID: merged.ID, Moved: string(text)}
	return merge, tx.Create(merge).Error
}

// fillable are the fields a merge fills where the kept organisation's are empty.
func fillable(o *Organization) map[string]*string {
	fields := o.fields()
	for _, own := range []string{FieldName, FieldKind, FieldStatus} {
		delete(fields, own)
	}
	return fields
}

func fill(kept, merged *Organization, filled map[string]string) {
	theirs := fillable(merged)
	for field, value := range fillable(kept) {
		if *value == "" && *theirs[field] != "" {
			*value = *theirs[field]
			filled[field] = *value
		}
	}
}

// UndoMerge takes a merge back: the merged organisation returns with what was its own and still belongs to the
// kept one, and the fields it filled there are emptied unless somebody changed them since.
//
// Problems: register.not_found, register.merge_undone, register.merge_kept_gone (name): the kept one was itself
// merged or removed since and has to come back first.
func (r *Room) UndoMerge(ctx context.Context, actor store.Actor, mergeID int64) error {
	return r.store.Write(ctx, actor, "register.undo_merge", func(tx *store.Tx) error {
		var merge OrganizationMerge
		err := tx.First(&merge, mergeID).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			return problem.New("register.merge_undone")
		}
		if err != nil {
			return err
		}
		return undo(tx, &merge)
	})
}

func undo(tx *store.Tx, merge *OrganizationMerge) error {
	var moved Moved
	if err := json.Unmarshal([]byte(merge.Moved), &moved); err != nil {
		return err
	}
	kept, err := find(tx.DB, merge.KeptID)
	if err != nil {
		return err
	}
	if kept.DeletedAt.Valid {
		return problem.New("register.merge_kept_gone", "name", kept.Name)
	}
	if err := empty(tx, kept, moved.Filled); err != nil {
		return err
	}
	if err := bringBack(tx, merge.MergedID); err != nil {
		return err
	}
	for _, belonging := range belongings {
		if err := belonging.move(tx, moved.Records[belonging.Table], kept.ID, merge.MergedID); err != nil {
			return err
		}
	}
	return tx.Remove(merge)
}

func empty(tx *store.Tx, kept *Organization, filled map[string]string) error {
	if len(filled) == 0 {
		return nil
	}
	mine := fillable(kept)
	for field, value := range filled {
		if *mine[field] == value {
			*mine[field] = ""
		}
	}
	return update(tx, kept)
}

func bringBack(tx *store.Tx, id int64) error {
	merged, err := find(tx.DB, id)
	if err != nil {
		return err
	}
	if err := freeCode(tx, merged); err != nil {
		return err
	}
	if err := tx.Restore(merged); err != nil {
		return err
	}
	if merged, err = find(tx.DB, id); err != nil {
		return err
	}
	merged.MergedInto = nil
	return store.Update(tx, merged)
}
