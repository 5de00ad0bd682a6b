package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
)

// Conflict is what others did to a record since it was read; errors.As finds it in record.changed.
type Conflict struct {
	Entries []journal.Entry // the newest first; Fields gives the values before and after
	Version int64           // the record's by now
}

// Theirs are the columns others changed with what they hold now, and the record's version.
func (c *Conflict) Theirs() (values map[string]any, version int64) {
	values = map[string]any{}
	for i := len(c.Entries) - 1; i >= 0; i-- {
		if _, after, err := c.Entries[i].Fields(); err == nil {
			maps.Copy(values, after)
		}
	}
	return values, c.Version
}

// Before are the same columns as they were when the record was read.
func (c *Conflict) Before() map[string]any {
	values := map[string]any{}
	for _, entry := range c.Entries {
		if before, _, err := entry.Fields(); err == nil {
			maps.Copy(values, before)
		}
	}
	return values
}

// Error is for the log, which holds no personal data: no values.
func (c *Conflict) Error() string {
	return fmt.Sprintf("changed %d times since it was read", len(c.Entries))
}

// conflict tells why a record of the version held could not be saved.
func conflict(tx *Tx, table string, id, held int64) error {
	var present []int64
	if err := tx.Table(table).Where("id = ? AND deleted_at IS NULL", id).Pluck("version", &present).Error; err != nil {
		return err
	}
	if len(present) == 0 {
		return problem.New("record.gone", "table", table)
	}
	entries, err := journal.History(tx.DB, table, id)
	if err != nil {
		return err
	}
	theirs := &Conflict{Version: present[0]}
	names := map[string]bool{}
	for _, e := range entries {
		_, after, err := e.Fields()
		if err != nil {
			return err
		}
		if version, counts := after["version"].(int64); counts && version <= held {
			break
		}
		theirs.Entries = append(theirs.Entries, e)
		for name := range after {
			names[name] = true
		}
	}
	for _, name := range []string{"version", "updated_at"} {
		delete(names, name)
	}
	p := problem.New("record.changed", "table", table, "fields", strings.Join(slices.Sorted(maps.Keys(names)), ", "), "by", "—", "at", "—")
	if len(theirs.Entries) > 0 {
		p.Args["by"], p.Args["at"] = theirs.Entries[0].Actor, theirs.Entries[0].At
	}
	return p.Because(theirs)
}
