package rewards

import (
	"context"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// HeldScheme names a version as the person changing it saw it.
type HeldScheme struct {
	ID      int64
	Version int64
}

// NewVersion copies a version as a draft to be edited; claims keep the one they were made under. A measure
// has one draft at a time. Problems: rewards.no_scheme_version, rewards.draft_exists.
func (r *Room) NewVersion(ctx context.Context, actor store.Actor, id int64) (Scheme, error) {
	var draft Scheme
	err := r.store.Write(ctx, actor, "rewards.new_version", func(tx *store.Tx) error {
		var err error
		if draft, err = schemeByID(tx.DB, id); err != nil {
			return err
		}
		var versions []Scheme
		if err := tx.Where("family = ?", draft.Family).Find(&versions).Error; err != nil {
			return err
		}
		for _, other := range versions {
			if other.State == Draft {
				return problem.New("rewards.draft_exists", "title", other.Title)
			}
			draft.Edition = max(draft.Edition, other.Edition)
		}
		draft.Edition, draft.State = draft.Edition+1, Draft
		return addScheme(tx, &draft)
	})
	return draft, err
}

// AddDraft adds a measure as a draft, such as one read from a file or put together from the library. It need
// not be sound yet, but has to have a title. Problem: rewards.scheme_untitled.
func (r *Room) AddDraft(ctx context.Context, actor store.Actor, scheme *Scheme) error {
	if blank(scheme.Title) {
		return problem.New("rewards.scheme_untitled")
	}
	return r.store.Write(ctx, actor, "rewards.add_draft", func(tx *store.Tx) error {
		scheme.Family, scheme.Edition, scheme.State = 0, 1, Draft
		for i := range scheme.Rules {
			scheme.Rules[i].Family = 0
		}
		return addScheme(tx, scheme)
	})
}

// SaveDraft keeps a draft with its rules as they are now; rules that are no longer in it go to the bin.
// Problems: rewards.no_scheme_version, record.changed, rewards.not_a_draft, rewards.scheme_untitled.
func (r *Room) SaveDraft(ctx context.Context, actor store.Actor, scheme *Scheme) error {
	if blank(scheme.Title) {
		return problem.New("rewards.scheme_untitled")
	}
	return r.store.Write(ctx, actor, "rewards.save_draft", func(tx *store.Tx) error {
		kept, err := draftHeld(tx, HeldScheme{scheme.ID, scheme.Version})
		if err != nil {
			return err
		}
		scheme.Family, scheme.Edition, scheme.State = kept.Family, kept.Edition, Draft
		if err := store.Update(tx, scheme); err != nil {
			return err
		}
		return keepRules(tx, kept.Rules, scheme)
	})
}

// draftHeld reads a draft that was seen in a version.
func draftHeld(tx *store.Tx, held HeldScheme) (Scheme, error) {
	scheme, err := schemeByID(tx.DB, held.ID)
	switch {
	case err != nil:
		return scheme, err
	case scheme.State != Draft || scheme.DeletedAt.Valid:
		return scheme, problem.New("rewards.not_a_draft", "title", scheme.Title)
	case scheme.Version != held.Version:
		return scheme, problem.New("record.changed", "table", scheme.TableName())
	}
	return scheme, nil
}

func keepRules(tx *store.Tx, kept []Rule, scheme *Scheme) error {
	still := map[int64]*Rule{}
	for i := range kept {
		still[kept[i].ID] = &kept[i]
	}
	for i := range scheme.Rules {
		rule := &scheme.Rules[i]
		before := still[rule.ID]
		delete(still, rule.ID)
		if before == nil {
			if err := addRule(tx, scheme, i); err != nil {
				return err
			}
			continue
		}
		rule.Record, rule.SchemeID, rule.Family, rule.Position = before.Record, scheme.ID, before.Family, i+1
		if err := store.Update(tx, rule); err != nil {
			return err
		}
	}
	for _, gone := range still {
		if err := tx.Remove(gone); err != nil {
			return err
		}
	}
	return nil
}

// Enact puts a draft in force: the version of the same measure in force until now is replaced, and claims made
// from now on are under this one. Problems: rewards.no_scheme_version, record.changed, rewards.not_a_draft, and
// those of Scheme.Check.
func (r *Room) Enact(ctx context.Context, actor store.Actor, held HeldScheme) (Scheme, error) {
	var scheme Scheme
	err := r.store.Write(ctx, actor, "rewards.enact", func(tx *store.Tx) error {
		var err error
		if scheme, err = draftHeld(tx, held); err != nil {
			return err
		}
		if err := scheme.Check(); err != nil {
			return err
		}
		var before []Scheme
		if err := tx.Where("family = ? AND state = ?", scheme.Family, InForce).Find(&before).Error; err != nil {
			return err
		}
		for i := range before {
			before[i].State = Replaced
			if err := store.Update(tx, &before[i]); err != nil {
				return err
			}
		}
		scheme.State = InForce
		return store.Update(tx, &scheme)
	})
	return scheme, err
}

// DropDraft puts a draft into the bin with its rules. Problems: rewards.no_scheme_version, record.changed, rewards.not_a_draft.
func (r *Room) DropDraft(ctx context.Context, actor store.Actor, held HeldScheme) error {
	return r.store.Write(ctx, actor, "rewards.drop_draft", func(tx *store.Tx) error {
		scheme, err := draftHeld(tx, held)
		if err != nil {
			return err
		}
		for i := range scheme.Rules {
			if err := tx.Remove(&scheme.Rules[i]); err != nil {
				return err
			}
		}
		return tx.Remove(&scheme)
	})
}
