package attachments

import (
	"context"

	"smartcanal/data/store"
)

// Shelf is what one person does with the attachments of one record under one role.
type Shelf struct {
	room  *Room
	actor store.Actor
	owner Owner
	role  string
}

// Shelf gives the attachments of a record under a role to somebody to work with.
func (r *Room) Shelf(actor store.Actor, owner Owner, role string) *Shelf {
	return &Shelf{r, actor, owner, role}
}

// Files are those on the shelf, in the order they were added.
func (s *Shelf) Files(ctx context.Context) ([]Attachment, error) {
	all, err := s.room.Of(ctx, s.owner)
	return s.mine(all), err
}

// Removed are those that can come back, the last removed first.
func (s *Shelf) Removed(ctx context.Context) ([]Attachment, error) {
	all, err := s.room.Removed(ctx, s.owner)
	return s.mine(all), err
}

func (s *Shelf) mine(all []Attachment) []Attachment {
	var mine []Attachment
	for _, a := range all {
		if a.Role == s.role {
			mine = append(mine, a)
		}
	}
	return mine
}

// Content is the package's Content.
func (s *Shelf) Content(ctx context.Context, id int64) ([]byte, error) {
	return s.room.Content(ctx, id)
}

// Add is the package's Add.
func (s *Shelf) Add(ctx context.Context, name string, content []byte) (*Attachment, error) {
	return s.room.Add(ctx, s.actor, s.owner, s.role, name, content)
}

// Rename is the package's Rename.
func (s *Shelf) Rename(ctx context.Context, id, version int64, name string) error {
	return s.room.Rename(ctx, s.actor, id, version, name)
}

// Remove is the package's Remove.
func (s *Shelf) Remove(ctx context.Context, id, version int64) error {
	return s.room.Remove(ctx, s.actor, id, version)
}

// Restore is the package's Restore.
func (s *Shelf) Restore(ctx context.Context, id int64) error {
	return s.room.Restore(ctx, s.actor, id)
}
