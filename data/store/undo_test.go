package store

import (
	"slices"
	"testing"

	"smartcanal/data/journal"
)

func TestUndoGoesThroughTheDoor(t *testing.T) {
	s := created(t)
	o := add(t, s, "甲")
	held := o
	change := func(do func(tx *Tx) error) error { return s.Write(t.Context(), "复核", "change", do) }
	o.Name = "乙"
	if err := change(func(tx *Tx) error { return Update(tx, &o) }); err != nil {
		t.Fatal(err)
	}
	entries, err := journal.History(s.Read(t.Context()), "organizations", o.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := change(func(tx *Tx) error { return tx.Undo(entries[0].ID) }); err != nil {
		t.Fatal(err)
	}
	if got := names(t, s); !slices.Equal(got, []string{"甲"}) {
		t.Errorf("got %v", got)
	}
	held.Name = "丙"
	is(t, change(func(tx *Tx) error { return Update(tx, &held) }), "record.changed") // the undo counts as a change
	is(t, change(func(tx *Tx) error { return tx.Undo(999) }), "journal.no_entry")
	if err := journal.Verify(t.Context(), s.Read(t.Context())); err != nil {
		t.Error(err)
	}
}

func TestUndoBringsBackNothingThatIsAnothersByNow(t *testing.T) {
	s := created(t)
	coded := func(code string) *Coded {
		return &Coded{Organization: Organization{Kind: "farm", Name: code}, CreditCode: code}
	}
	write := func(do func(tx *Tx) error) error { return s.Write(t.Context(), "经办", "change", do) }
	first := coded("91130903MA0000000X")
	if err := write(func(tx *Tx) error { return tx.Create(first).Error }); err != nil {
		t.Fatal(err)
	}
	if err := write(func(tx *Tx) error { return tx.Remove(first) }); err != nil {
		t.Fatal(err)
	}
	if err := write(func(tx *Tx) error { return tx.Create(coded(first.CreditCode)).Error }); err != nil {
		t.Fatal(err)
	}
	is(t, write(func(tx *Tx) error { return tx.Undo(2) }), "record.taken")
}

// Coded is an organisation with what must be its own.
type Coded struct {
	Organization
	CreditCode string
}

func (Coded) TableName() string { return "organizations" }
