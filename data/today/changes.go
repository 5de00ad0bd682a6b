package today

import (
	"context"
	"fmt"
	"strings"
	"time"

	"smartcanal/data/chronicle"
	"smartcanal/data/journal"
	"smartcanal/data/listing"
)

// Change is one write of the journal: who did what, to how many records.
type Change struct {
	ID     int64 // of its last entry
	At     time.Time
	Actor  string
	Reason string // council.approve: the area and the command
	Count  int    // entries
	Title  string // of the record, where the write is of one and it has a name
	Link   string // opens it, "" for none
}

// Area is the area the write belongs to.
func (c Change) Area() string {
	area, _, _ := strings.Cut(c.Reason, ".")
	return area
}

// looked is how many entries of the journal are read for the latest changes.
const looked = 300

// unseen are writes that are no news: the search index following, the demo.
var unseen = []string{"search.", "settings.", "demo.", "bench."}

// Changes gives the latest writes, the latest first, and the id of the journal's last entry.
func (r *Room) Changes(ctx context.Context, limit int) (changes []Change, last int64, err error) {
	var entries []journal.Entry
	err = r.store.Read(ctx).Raw(`SELECT id, at, actor, reason, action, subject, record_id FROM journal ORDER BY id DESC LIMIT ?`, looked).Scan(&entries).Error
	if err != nil || len(entries) == 0 {
		return nil, 0, err
	}
	last = entries[0].ID
	var records []journal.Entry // of each change the first entry of a record with a page: what the command is about
	for _, e := range entries {
		at, _ := time.Parse(time.RFC3339, e.At)
		if n := len(changes) - 1; n >= 0 && changes[n].Actor == e.Actor && changes[n].Reason == e.Reason && changes[n].At.Equal(at) {
			changes[n].Count++
			if _, has := named[e.Subject]; has {
				records[n] = e
			}
			continue
		}
		if len(changes) == limit {
			break
		}
		if !news(e.Reason) {
			continue
		}
		changes, records = append(changes, Change{ID: e.ID, At: at, Actor: e.Actor, Reason: e.Reason, Count: 1}), append(records, e)
	}
	for i := range changes {
		if err := r.name(ctx, &changes[i], records[i]); err != nil {
			return nil, last, err
		}
	}
	return changes, last, nil
}

func news(reason string) bool {
	for _, prefix := range unseen {
		if strings.HasPrefix(reason, prefix) {
			return false
		}
	}
	return true
}

// named are the tables whose records have a page, with what names them.
var named = map[string]struct{ name, link string }{
	"organizations":     {"COALESCE(NULLIF(short_name, ''), name)", "organization"},
	"claims":            {"number", "claim"},
	"supervised_tasks":  {"title", "task"},
	"policy_documents":  {"title", "policy"},
	"chronicle_entries": {"title", "entry"},
	"meetings":          {"held_on", "meeting"},
}

func (r *Room) name(ctx context.Context, c *Change, of journal.Entry) error {
	how, has := named[of.Subject]
	if !has || of.RecordID == 0 {
		return nil
	}
	c.Link = fmt.Sprintf("smartcanal://%s/%d", how.link, of.RecordID)
	return r.store.Read(ctx).Raw(`SELECT `+how.name+` FROM `+of.Subject+` WHERE id = ?`, of.RecordID).Scan(&c.Title).Error
}

// Happened gives the latest entries of the chronicle, the latest first.
func (r *Room) Happened(ctx context.Context, limit int) ([]chronicle.Row, error) {
	ids, err := r.chronicle.IDs(ctx, chronicle.Filter{}, []listing.Order{{Column: string(chronicle.ByDay), Descending: true}})
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return r.chronicle.Entries(ctx, ids[:min(limit, len(ids))])
}
