// Package settings keeps what the office and its people have set: here what one person arranged.
package settings

import (
	"context"
	"strings"

	"smartcanal/data/store"
)

// Preferences are what one person arranged or left unsaved, by key. They are written through the store's
// door without an entry in the journal: the width of a column is nobody's record.
type Preferences struct {
	store  *store.Store
	person store.Actor
}

// NewPreferences opens those of a person.
func NewPreferences(st *store.Store, person store.Actor) *Preferences {
	return &Preferences{st, person}
}

// Recall gives what was kept under a key, "" where nothing is.
func (p *Preferences) Recall(ctx context.Context, key string) (string, error) {
	var value string
	err := p.store.Read(ctx).Raw(`SELECT value FROM preferences WHERE person = ? AND key = ?`, p.person, key).Scan(&value).Error
	return value, err
}

// Keep keeps a value under a key in the place of the one before; "" forgets the key.
func (p *Preferences) Keep(ctx context.Context, key, value string) error {
	return p.store.Write(ctx, p.person, "settings.preference", func(tx *store.Tx) error {
		if value == "" {
			return tx.Exec(`DELETE FROM preferences WHERE person = ? AND key = ?`, p.person, key).Error
		}
		return tx.Exec(`INSERT INTO preferences (person, key, value, updated_at) VALUES (?, ?, ?, ?)
			ON CONFLICT (person, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
			p.person, key, value, tx.Now).Error
	})
}

// Keys are the keys there are that begin with prefix, in their order.
func (p *Preferences) Keys(ctx context.Context, prefix string) ([]string, error) {
	var all []string
	if err := p.store.Read(ctx).Raw(`SELECT key FROM preferences WHERE person = ? ORDER BY key`, p.person).Scan(&all).Error; err != nil {
		return nil, err
	}
	keys := all[:0]
	for _, key := range all {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	return keys, nil
}
