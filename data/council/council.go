// Package council is the joint conference (联席会议): its members, meetings, topics, minutes and decisions, and the
// tasks supervised to their end (督办).
//
// What must hold:
//   - a task goes through the steps of Steps; none is archived or closed that an approver has not approved since it was
//     last given to review. The rooms ask for it, and triggers of the migration refuse it whatever way a write comes;
//   - who did what with a task is written once (Act) and never changed;
//   - a day a task is due changes only by an extension asked before it passed and granted by an approver;
//   - the lamp of a task is a matter of its course (four days) and of today, so that lists of tens of thousands are
//     ranges of an index, and the history of colours is known also for days on which nobody opened the program.
//
// Days are yyyy-mm-dd. An exported method of Room owns its transaction.
package council

import (
	"context"
	"strings"
	"time"

	"smartcanal/data/document/papers"
	"smartcanal/data/store"
)

// Room is the conference of one file of data.
type Room struct {
	store *store.Store
}

// New opens the conference of a file of data.
func New(st *store.Store) *Room { return &Room{store: st} }

// Templates is the folder of the office's own templates of papers.
func (r *Room) Templates() string { return papers.Folder(r.store.Path()) }

// Today is the day of the file's clock.
func (r *Room) Today() string { return dayOf(r.store.Now()) }

// write is the store's door with the reason in the room's name.
func (r *Room) write(ctx context.Context, actor store.Actor, reason string, fn func(tx *store.Tx) error) error {
	return r.store.Write(ctx, actor, "council."+reason, fn)
}

// Held names a record as the person acting on it saw it: two people acting at once, the later one is told.
type Held struct {
	ID      int64
	Version int64
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

var china = time.FixedZone("UTC+8", 8*60*60)

// dayOf is the day of a moment in China, whatever the machine is set to.
func dayOf(at time.Time) string { return at.In(china).Format(time.DateOnly) }
