package register

import (
	"context"
	"time"

	"smartcanal/data/journal"
)

// Event is one write that touched an organisation or something of its own: the entries of the same moment,
// person and command.
type Event struct {
	At      time.Time
	Actor   string
	Reason  string          // the command: register.update …
	Entries []journal.Entry // in the order they were written
}

// History gives what was ever written about an organisation, its people, shops, accounts and files, the latest
// first, and how many entries of the journal that is. Accounts given away since are the new owner's.
func (r *Room) History(ctx context.Context, organizationID int64) ([]Event, int, error) {
	const of = "SELECT id FROM "
	const mine = " WHERE organization_id = @id"
	var entries []journal.Entry
	err := r.store.Read(ctx).Raw(`SELECT * FROM journal WHERE subject = 'organizations' AND record_id = @id
		OR subject = 'people' AND record_id IN (`+of+people+mine+`)
		OR subject = 'shops' AND record_id IN (`+of+shops+mine+`)
		OR subject = 'payment_accounts' AND record_id IN (`+of+accounts+mine+`)
		OR subject = 'attachments' AND record_id IN (SELECT id FROM attachments WHERE subject = 'organizations' AND record_id = @id)
		OR subject = 'organization_merges' AND record_id IN (SELECT id FROM organization_merges WHERE kept_id = @id)
		ORDER BY id DESC`, map[string]any{"id": organizationID}).Scan(&entries).Error
	if err != nil {
		return nil, 0, err
	}
	return events(entries), len(entries), nil
}

// events puts entries of one write together; entries come the latest first.
func events(entries []journal.Entry) []Event {
	var found []Event
	var key string
	for i := len(entries) - 1; i >= 0; i-- {
		entry := entries[i]
		if now := entry.At + "\n" + entry.Actor + "\n" + entry.Reason; now != key || len(found) == 0 {
			at, _ := time.Parse(time.RFC3339, entry.At)
			found = append(found, Event{At: at, Actor: entry.Actor, Reason: entry.Reason})
			key = now
		}
		last := &found[len(found)-1]
		last.Entries = append(last.Entries, entry)
	}
	for i, j := 0, len(found)-1; i < j; i, j = i+1, j-1 {
		found[i], found[j] = found[j], found[i]
	}
	return found
}
