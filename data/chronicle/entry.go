package chronicle

import (
	"context"
	"errors"
	"strings"
	"time"

	"gorm.io/gorm"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

// Kind is what sort of thing happened.
type Kind string

// The kinds: 考察, 洽谈, 签约, 会议, 文件, 首次突破, 开业, 兑现, 培训, 督办, 其他.
const (
	Visit     Kind = "visit"
	Talk      Kind = "talk"
	Signing   Kind = "signing"
	Meeting   Kind = "meeting"
	Document  Kind = "document"
	Milestone Kind = "milestone"
	Opening   Kind = "opening"
	Payment   Kind = "payment"
	Training  Kind = "training"
	Task      Kind = "task"
	Other     Kind = "other"
)

// Kinds are all kinds, in the order a form offers them.
var Kinds = []Kind{Visit, Talk, Signing, Meeting, Document, Milestone, Opening, Payment, Training, Task, Other}

// Importance is how much an entry matters.
type Importance string

// The degrees: 一般, 重要, 重大.
const (
	Normal Importance = "normal"
	Major  Importance = "major"
	Great  Importance = "great"
)

// Importances are all degrees, from the least.
var Importances = []Importance{Normal, Major, Great}

// State is where an entry stands.
type State string

// The states: proposed by a rule, in the chronicle, dismissed, part of another entry.
const (
	Proposed  State = "proposed"
	Kept      State = "kept"
	Dismissed State = "dismissed"
	Merged    State = "merged"
)

// Entry is one thing that happened.
type Entry struct {
	store.Record
	OnDay      string // yyyy-mm-dd
	Title      string
	Text       string
	Kind       Kind
	Importance Importance
	Public     bool // may leave the office
	State      State
	ReadBy     string // who read it and took it in
	MergedInto *int64
	Rule       string // by which it was proposed, "" for one a person added
	Origin     string // what the rule proposed it for
}

// TableName is the table of migration 0014.
func (Entry) TableName() string { return "chronicle_entries" }

// Source is where an entry comes from.
type Source struct {
	store.Record
	EntryID int64
	Label   string
	Link    string // smartcanal://meeting/4, "" for what lies outside the program
}

// TableName is the table of migration 0014.
func (Source) TableName() string { return "chronicle_sources" }

func (e *Entry) check() error {
	e.OnDay, e.Title, e.Text = strings.TrimSpace(e.OnDay), strings.Join(strings.Fields(e.Title), " "), strings.TrimSpace(e.Text)
	if _, err := time.Parse(time.DateOnly, e.OnDay); err != nil {
		return problem.New("chronicle.not_a_day", "text", e.OnDay).At(0, "on_day")
	}
	if e.Title == "" {
		return problem.New("chronicle.untitled").At(0, "title")
	}
	if e.Kind == "" {
		e.Kind = Other
	}
	if e.Importance == "" {
		e.Importance = Normal
	}
	return nil
}

// Add takes in an entry a person wrote, with where it comes from. Problems: chronicle.not_a_day, chronicle.untitled.
func (r *Room) Add(ctx context.Context, actor store.Actor, e *Entry, sources ...Source) error {
	return r.write(ctx, actor, "add", func(tx *store.Tx) error {
		if err := e.check(); err != nil {
			return err
		}
		e.ID, e.State, e.ReadBy, e.Rule, e.Origin = 0, Kept, tx.Actor, "", ""
		if err := tx.Create(e).Error; err != nil {
			return err
		}
		return addSources(tx, e.ID, sources)
	})
}

func addSources(tx *store.Tx, entryID int64, sources []Source) error {
	for _, source := range sources {
		source.Record, source.EntryID = store.Record{}, entryID
		if blank(source.Label) {
			continue
		}
		if err := tx.Create(&source).Error; err != nil {
			return err
		}
	}
	return nil
}

// AddSource says of an entry where it comes from besides. Problems: chronicle.no_entry, chronicle.source_empty.
func (r *Room) AddSource(ctx context.Context, actor store.Actor, entryID int64, label string) error {
	if blank(label) {
		return problem.New("chronicle.source_empty").At(0, "label")
	}
	return r.write(ctx, actor, "add_source", func(tx *store.Tx) error {
		if err := tx.First(&Entry{}, entryID).Error; err != nil {
			return problem.New("chronicle.no_entry").Because(err)
		}
		return addSources(tx, entryID, []Source{{Label: strings.TrimSpace(label)}})
	})
}

// RemoveSource takes a source off its entry. Problem: record.gone.
func (r *Room) RemoveSource(ctx context.Context, actor store.Actor, id int64) error {
	return r.write(ctx, actor, "remove_source", func(tx *store.Tx) error { return tx.Remove(&Source{Record: store.Record{ID: id}}) })
}

// Edit writes an entry as a person changed it; a proposal is taken in by it. Problems: chronicle.not_a_day,
// chronicle.untitled, chronicle.no_entry, record.changed.
func (r *Room) Edit(ctx context.Context, actor store.Actor, changed *Entry) error {
	return r.write(ctx, actor, "edit", func(tx *store.Tx) error {
		if err := changed.check(); err != nil {
			return err
		}
		e, err := entryHeld(tx, Held{changed.ID, changed.Version})
		if err != nil {
			return err
		}
		e.OnDay, e.Title, e.Text, e.Kind, e.Importance, e.Public = changed.OnDay, changed.Title, changed.Text, changed.Kind, changed.Importance, changed.Public
		if e.State == Proposed {
			e.State, e.ReadBy = Kept, tx.Actor
		}
		err = store.Update(tx, e)
		*changed = *e
		return err
	})
}

// Accept takes proposals in as they are. Problems: chronicle.no_entry, record.changed; then none is taken in.
func (r *Room) Accept(ctx context.Context, actor store.Actor, held ...Held) error {
	return r.each(ctx, actor, "accept", held, func(tx *store.Tx, e *Entry) {
		if e.State == Proposed || e.State == Dismissed {
			e.State, e.ReadBy = Kept, tx.Actor
		}
	})
}

// Dismiss puts proposals aside; the rule does not propose them again. Problems: those of Accept.
func (r *Room) Dismiss(ctx context.Context, actor store.Actor, held ...Held) error {
	return r.each(ctx, actor, "dismiss", held, func(_ *store.Tx, e *Entry) {
		if e.State == Proposed {
			e.State = Dismissed
		}
	})
}

// SetPublic opens entries to the public or keeps them in the office. Problems: those of Accept.
func (r *Room) SetPublic(ctx context.Context, actor store.Actor, public bool, held ...Held) error {
	return r.each(ctx, actor, "set_public", held, func(_ *store.Tx, e *Entry) { e.Public = public })
}

// SetImportance changes how much entries matter. Problems: those of Accept.
func (r *Room) SetImportance(ctx context.Context, actor store.Actor, importance Importance, held ...Held) error {
	return r.each(ctx, actor, "set_importance", held, func(_ *store.Tx, e *Entry) { e.Importance = importance })
}

func (r *Room) each(ctx context.Context, actor store.Actor, reason string, held []Held, change func(*store.Tx, *Entry)) error {
	return r.write(ctx, actor, reason, func(tx *store.Tx) error {
		for _, one := range held {
			e, err := entryHeld(tx, one)
			if err != nil {
				return err
			}
			before := *e
			if change(tx, e); *e == before {
				continue
			}
			if err := store.Update(tx, e); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove puts an entry into the bin. Problems: chronicle.no_entry, record.changed.
func (r *Room) Remove(ctx context.Context, actor store.Actor, held ...Held) error {
	return r.write(ctx, actor, "remove", func(tx *store.Tx) error {
		for _, one := range held {
			e, err := entryHeld(tx, one)
			if err == nil {
				err = tx.Remove(e)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Restore takes an entry out of the bin. Problem: record.gone.
func (r *Room) Restore(ctx context.Context, actor store.Actor, id int64) error {
	return r.write(ctx, actor, "restore", func(tx *store.Tx) error { return tx.Restore(&Entry{Record: store.Record{ID: id}}) })
}

func entryHeld(tx *store.Tx, held Held) (*Entry, error) {
	var e Entry
	err := tx.First(&e, held.ID).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, problem.New("chronicle.no_entry")
	}
	if err != nil {
		return nil, err
	}
	return &e, store.Unchanged(tx.DB, &e, held.Version)
}
