// Package journal keeps what changed, who changed it and when, with the record before and after,
// in a chain of hashes that shows any later tampering.
//
// It stands below store (see decision 0001): the store installs Plugin on its writer, so that no
// write can forget its entry.
package journal

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/emmansun/gmsm/sm3"
	"gorm.io/gorm"
)

// The actions an entry tells of.
const (
	Create  = "create"
	Update  = "update"
	Delete  = "delete"
	Restore = "restore"
	Bulk    = "bulk" // many rows at once: After has the counts
)

// Entry is one line of the journal. Before and After are JSON objects of the fields that changed.
type Entry struct {
	ID       int64 `gorm:"primaryKey"`
	At       string
	Actor    string
	Reason   string
	Action   string
	Subject  string // the table
	RecordID int64
	Before   string
	After    string
	Previous string
	Hash     string
}

// TableName is the table of migration 0001.
func (Entry) TableName() string { return "journal" }

// seal hashes the entry with SM3 (GB/T 32905-2016) over all it says, the hash of the one before included.
// The fields are hashed as a JSON list, which keeps one field from running into the next.
func (e *Entry) seal(previous string) error {
	e.Previous = previous
	text, err := json.Marshal([]any{e.At, e.Actor, e.Reason, e.Action, e.Subject, e.RecordID, e.Before, e.After, e.Previous})
	if err != nil {
		return err
	}
	sum := sm3.Sum(text)
	e.Hash = hex.EncodeToString(sum[:])
	return nil
}

// Append writes an entry at the end of the chain, within db's transaction.
func Append(db *gorm.DB, e *Entry) error {
	session := fresh(db)
	var previous string
	if err := session.Raw(`SELECT hash FROM journal ORDER BY id DESC LIMIT 1`).Scan(&previous).Error; err != nil {
		return err
	}
	if err := e.seal(previous); err != nil {
		return err
	}
	return session.Exec(`INSERT INTO journal (at, actor, reason, action, subject, record_id, before, after, previous, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.At, e.Actor, e.Reason, e.Action, e.Subject, e.RecordID, e.Before, e.After, e.Previous, e.Hash).Error
}

// Write is who writes, why, and the one moment the whole write happens at.
type Write struct {
	Actor  string
	Reason string
	At     time.Time
}

type writeKey struct{}

// With puts a write into the context its statements run in.
func With(ctx context.Context, w Write) context.Context { return context.WithValue(ctx, writeKey{}, w) }

func writeOf(ctx context.Context) (Write, bool) {
	w, is := ctx.Value(writeKey{}).(Write)
	return w, is
}

func (w Write) entry(action, subject string, id int64) *Entry {
	return &Entry{At: w.At.Format(time.RFC3339), Actor: w.Actor, Reason: w.Reason, Action: action, Subject: subject, RecordID: id}
}

// Note appends the one entry of a bulk path; after tells counts and where the rows came from.
func Note(db *gorm.DB, subject string, after any) error {
	w, is := writeOf(db.Statement.Context)
	if !is {
		return errOutside
	}
	text, err := json.Marshal(after)
	if err != nil {
		return err
	}
	e := w.entry(Bulk, subject, 0)
	e.After = string(text)
	return Append(db, e)
}
