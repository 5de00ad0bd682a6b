// Package chronicle keeps what happened (大事记): proposed by rules that read the journal of all areas, taken in,
// edited and added by people.
//
// What must hold:
//   - nothing is in the chronicle that nobody has read: an entry is kept with the name of who took it in, and the
//     table refuses it otherwise;
//   - a rule proposes each thing once, also where the person dismissed it;
//   - rules read on from where they stopped, so that proposing costs what happened since, not what ever happened.
package chronicle

import (
	"context"
	"strings"

	"smartcanal/data/document/papers"
	"smartcanal/data/store"
)

// Room is the chronicle of one file of data.
type Room struct {
	store *store.Store
	rules []Rule
}

// New opens the chronicle of a file of data with the rules of all areas.
func New(st *store.Store) *Room { return &Room{store: st, rules: Rules()} }

// Templates is the folder of the office's own templates of papers.
func (r *Room) Templates() string { return papers.Folder(r.store.Path()) }

func (r *Room) write(ctx context.Context, actor store.Actor, reason string, fn func(tx *store.Tx) error) error {
	return r.store.Write(ctx, actor, "chronicle."+reason, fn)
}

// Held names an entry as the person acting saw it.
type Held struct {
	ID      int64
	Version int64
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
