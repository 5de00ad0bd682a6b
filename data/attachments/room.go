package attachments

import (
	"context"

	"smartcanal/data/store"
)

// Room keeps the attachments of one file of data, for who has no write under way.
type Room struct {
	store *store.Store
}

// New opens the attachments of a file of data.
func New(st *store.Store) *Room { return &Room{store: st} }

// Of is the package's Of.
func (r *Room) Of(ctx context.Context, owner Owner) ([]Attachment, error) {
	return Of(r.store.Read(ctx), owner)
}

// Removed is the package's Removed.
func (r *Room) Removed(ctx context.Context, owner Owner) ([]Attachment, error) {
	return Removed(r.store.Read(ctx), owner)
}

// Content is the package's Content.
func (r *Room) Content(ctx context.Context, id int64) ([]byte, error) {
	return Content(r.store.Read(ctx), id)
}

// Add is the package's Add.
func (r *Room) Add(ctx context.Context, actor store.Actor, to Owner, role, name string, content []byte) (added *Attachment, err error) {
	err = r.store.Write(ctx, actor, "attachments.add", func(tx *store.Tx) error {
		added, err = Add(tx, to, role, name, content)
		return err
	})
	return added, err
}

// Rename is the package's Rename.
func (r *Room) Rename(ctx context.Context, actor store.Actor, id, version int64, name string) error {
	return r.store.Write(ctx, actor, "attachments.rename", func(tx *store.Tx) error { return Rename(tx, id, version, name) })
}

// Remove is the package's Remove.
func (r *Room) Remove(ctx context.Context, actor store.Actor, id, version int64) error {
	return r.store.Write(ctx, actor, "attachments.remove", func(tx *store.Tx) error { return Remove(tx, id, version) })
}

// Restore is the package's Restore.
func (r *Room) Restore(ctx context.Context, actor store.Actor, id int64) error {
	return r.store.Write(ctx, actor, "attachments.restore", func(tx *store.Tx) error { return Restore(tx, id) })
}
