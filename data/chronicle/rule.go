package chronicle

import (
	"context"
	"encoding/json"

	"gorm.io/gorm"

	"smartcanal/data/journal"
	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Rule proposes entries for what the journal tells of one table.
type Rule struct {
	Key        string
	Subject    string // the table whose entries it reads
	Kind       Kind
	Importance Importance
	Public     bool
	// Happened tells whether an entry of the journal is the thing; before is nil for a record that is new.
	Happened func(before, after map[string]any) bool
	// Tell words what happened to a record, from the file as it is now; nil where there is nothing to tell.
	Tell func(db *gorm.DB, event Event) ([]Proposal, error)
}

// Event is one entry of the journal a rule looks at.
type Event struct {
	RecordID int64
	OnDay    string // of the write
	// After are the columns the write changed, as it left them.
	After map[string]any
}

// Proposal is what a rule tells of an event.
type Proposal struct {
	Origin string // what it is about; a rule proposes it once
	OnDay  string
	Title  string
	Text   string
	Source Source
	// Importance is another than the rule's, where it is set.
	Importance Importance
}

// became tells that a field has come to a value.
func became(field string, value any) func(before, after map[string]any) bool {
	return func(_, after map[string]any) bool { return after[field] == value }
}

// Setting is a rule as the office has set it.
type Setting struct {
	Key        string     `json:"key"`
	Off        bool       `json:"off"`
	Importance Importance `json:"importance"`
	Public     bool       `json:"public"`
}

const rulesKey = "chronicle.rules"

// Settings gives the rules as they are set, in their order.
func (r *Room) Settings(ctx context.Context) ([]Setting, error) {
	text, err := r.store.Setting(ctx, rulesKey)
	if err != nil {
		return nil, err
	}
	return r.settings(text), nil
}

func (r *Room) settings(text string) []Setting {
	var kept []Setting
	_ = json.Unmarshal([]byte(text), &kept) // what cannot be read was never set
	settings := make([]Setting, len(r.rules))
	for i, rule := range r.rules {
		settings[i] = Setting{Key: rule.Key, Importance: rule.Importance, Public: rule.Public}
		for _, one := range kept {
			if one.Key == rule.Key {
				settings[i] = one
			}
		}
	}
	return settings
}

// ChangeSettings sets the rules a person changed from those he saw: what others changed of the rest meanwhile stays.
// Problems: those of SetSettings and of store.Merged.
func (r *Room) ChangeSettings(ctx context.Context, actor store.Actor, seen, wanted []Setting) error {
	return r.setSettings(ctx, actor, wanted, func(present []Setting) ([]Setting, error) {
		merged, err := store.Merged(byKey(seen), byKey(wanted), byKey(present))
		if err != nil {
			return nil, err
		}
		settings := make([]Setting, len(r.rules))
		for i, rule := range r.rules {
			settings[i] = merged[rule.Key]
		}
		return settings, nil
	})
}

func byKey(settings []Setting) map[string]Setting {
	keyed := make(map[string]Setting, len(settings))
	for _, one := range settings {
		keyed[one.Key] = one
	}
	return keyed
}

// SetSettings switches rules on and off and says how what they propose begins. A rule switched on reads what happens
// from then on. Problem: chronicle.unknown_rule (rule).
func (r *Room) SetSettings(ctx context.Context, actor store.Actor, settings []Setting) error {
	return r.setSettings(ctx, actor, settings, func([]Setting) ([]Setting, error) { return settings, nil })
}

func (r *Room) setSettings(ctx context.Context, actor store.Actor, given []Setting, change func(present []Setting) ([]Setting, error)) error {
	known := map[string]bool{}
	for _, rule := range r.rules {
		known[rule.Key] = true
	}
	for _, one := range given {
		if !known[one.Key] {
			return problem.New("chronicle.unknown_rule", "rule", one.Key)
		}
	}
	return r.write(ctx, actor, "set_rules", func(tx *store.Tx) error {
		stored, err := store.SettingIn(tx.DB, rulesKey)
		if err != nil {
			return err
		}
		settings, err := change(r.settings(stored))
		if err != nil {
			return err
		}
		text, err := json.Marshal(settings)
		if err != nil {
			return err
		}
		return tx.SetSetting(rulesKey, string(text))
	})
}

// program is who proposes.
const program store.Actor = "program"

// Propose reads what the journal has since the last time and writes what the rules propose of it. It gives how many.
func (r *Room) Propose(ctx context.Context) (int, error) {
	waiting, err := r.waiting(ctx)
	if err != nil || !waiting {
		return 0, err
	}
	proposed := 0
	err = r.write(ctx, program, "propose", func(tx *store.Tx) error {
		proposed = 0
		entries, last, err := r.unread(tx)
		if err != nil {
			return err
		}
		text, err := store.SettingIn(tx.DB, rulesKey)
		if err != nil {
			return err
		}
		for i, setting := range r.settings(text) {
			n, err := r.rules[i].propose(tx, setting, entries)
			if err != nil {
				return err
			}
			proposed += n
		}
		return tx.Exec(`UPDATE chronicle_reading SET journal_id = ? WHERE id = 1`, last).Error
	})
	return proposed, err
}

// waiting tells without a write whether there is anything to read.
func (r *Room) waiting(ctx context.Context) (bool, error) {
	var behind int64
	err := r.store.Read(ctx).Raw(`SELECT COALESCE((SELECT MAX(id) FROM journal), 0) - (SELECT journal_id FROM chronicle_reading WHERE id = 1)`).Scan(&behind).Error
	return behind > 0, err
}

// unread gives the entries of the rules' tables since the last reading, and the last entry there is.
func (r *Room) unread(tx *store.Tx) (entries []journal.Entry, last int64, err error) {
	var from int64
	if err := tx.Raw(`SELECT journal_id FROM chronicle_reading WHERE id = 1`).Scan(&from).Error; err != nil {
		return nil, 0, err
	}
	if err := tx.Raw(`SELECT COALESCE(MAX(id), 0) FROM journal`).Scan(&last).Error; err != nil {
		return nil, 0, err
	}
	var subjects []string
	for _, rule := range r.rules {
		subjects = append(subjects, rule.Subject)
	}
	err = tx.Where("id > ? AND id <= ? AND subject IN ? AND action IN ?", from, last, subjects, []string{journal.Create, journal.Update}).
		Order("id").Find(&entries).Error
	return entries, last, err
}

func (rule Rule) propose(tx *store.Tx, setting Setting, entries []journal.Entry) (int, error) {
	if setting.Off {
		return 0, nil
	}
	proposed := 0
	for _, entry := range entries {
		if entry.Subject != rule.Subject {
			continue
		}
		before, after, err := entry.Fields()
		if err != nil {
			return 0, err
		}
		if !rule.Happened(before, after) {
			continue
		}
		told, err := rule.Tell(tx.DB, Event{entry.RecordID, entry.At[:len("2006-01-02")], after})
		if err != nil {
			return 0, err
		}
		for _, one := range told {
			is, err := write(tx, rule, setting, one)
			if err != nil {
				return 0, err
			}
			if is {
				proposed++
			}
		}
	}
	return proposed, nil
}

// write writes a proposal unless the rule made it before.
func write(tx *store.Tx, rule Rule, setting Setting, p Proposal) (bool, error) {
	var there int64
	err := tx.Unscoped().Model(&Entry{}).Where("rule = ? AND origin = ?", rule.Key, p.Origin).Count(&there).Error
	if err != nil || there > 0 {
		return false, err
	}
	importance := setting.Importance
	if p.Importance != "" {
		importance = p.Importance
	}
	e := &Entry{
		OnDay: p.OnDay, Title: p.Title, Text: p.Text, Kind: rule.Kind, Importance: importance, Public: setting.Public,
		State: Proposed, Rule: rule.Key, Origin: p.Origin,
	}
	if err := e.check(); err != nil {
		return false, err
	}
	if err := tx.Create(e).Error; err != nil {
		return false, err
	}
	return true, addSources(tx, e.ID, []Source{p.Source})
}
