package form

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/money"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Conflict is what somebody else made of a record while a person was at its form.
type Conflict struct {
	By     string
	At     string // RFC 3339, as the journal has it
	Fields []Contested
}

// Contested is a field they or the person changed, each value as it is read.
type Contested struct {
	Label             string
	Was, Theirs, Mine string
}

// ByMe and ByThem tell who changed the field; Both, that the two want different things.
func (c Contested) ByMe() bool { return c.Mine != c.Was }

// ByThem is like ByMe.
func (c Contested) ByThem() bool { return c.Theirs != c.Was }

// Both is like ByMe.
func (c Contested) Both() bool { return c.ByMe() && c.ByThem() && c.Mine != c.Theirs }

const conflictWidth float32 = 720

// Ask shows both side by side and asks what shall stand: what they wrote, or what the person changed over it.
func (c Conflict) Ask(over fyne.Canvas, takeTheirs, keepMine func()) *kit.Dialog {
	text := kit.NewParagraph(wording.Text("form.conflict.text", "by", c.By, "at", momentText(c.At)))
	var d *kit.Dialog
	closing := func(then func()) func() {
		return func() {
			d.Close()
			then()
		}
	}
	back := kit.NewPlain(wording.Text("form.conflict.back"), func() { d.Close() })
	theirs := kit.NewPlain(wording.Text("form.conflict.take_theirs"), closing(takeTheirs))
	mine := kit.NewPrimary(wording.Text("form.conflict.keep_mine"), closing(keepMine))
	d = kit.NewDialog(over, conflictWidth, wording.Text("form.conflict.title"), kit.Column(kit.WideGap, text, c.table()), back, theirs, mine)
	d.Show(back)
	return d
}

func orDash(value string) string {
	if value == "" {
		return "—"
	}
	return value
}

// momentText shows a journal's moment as a person reads it.
func momentText(at string) string {
	moment, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return moment.Local().Format("2006-01-02 15:04")
}

// overtaken is the cause of record.changed: the columns others changed, what stood in them before and stands there now,
// and the version that is the record's by now.
type overtaken interface {
	Before() map[string]any
	Theirs() (values map[string]any, version int64)
}

// Locked has the form show what somebody else changed meanwhile where saving ends with record.changed. Its fields must
// have their columns as keys; rebase is told the version the next save is to be based on.
func (f *Form) Locked(rebase func(version int64)) *Form {
	f.rebase, f.began = rebase, values([]*Form{f})
	return f
}

// Besides words what others changed of the record that the form has no field for, so that nobody decides without
// having seen it; a label "" leaves a column out. It goes with Locked.
func (f *Form) Besides(word func(column string, value any) (label, shown string)) *Form {
	f.besides = word
	return f
}

// contest shows the conflict a save ended with; false where it is none, or the form knows no versions. Once the person
// chose to keep his own, again saves anew.
func (f *Form) contest(over fyne.Canvas, p *problem.Problem, again func()) bool {
	var theirs overtaken
	if f.rebase == nil || !errors.As(p, &theirs) {
		return false
	}
	stored, version := theirs.Theirs()
	now, mine := f.theirs(stored), values([]*Form{f})
	c := Conflict{By: p.Args["by"], At: p.Args["at"]}
	for _, field := range f.fields {
		key := field.key()
		one := Contested{field.Label, field.shown(f.began[key]), field.shown(now[key]), field.shown(mine[key])}
		if one.ByMe() || one.ByThem() {
			c.Fields = append(c.Fields, one)
		}
	}
	c.Fields = append(c.Fields, f.beside(theirs.Before(), stored)...)
	c.Ask(over, func() {
		f.take(now, version, f.fields)
	}, func() {
		var untouched []*Field
		for _, field := range f.fields {
			if mine[field.key()] == f.began[field.key()] {
				untouched = append(untouched, field)
			}
		}
		f.take(now, version, untouched)
		again()
	})
	return true
}

// beside are the columns others changed that are no fields of the form.
func (f *Form) beside(before, stored map[string]any) []Contested {
	var more []Contested
	if f.besides == nil {
		return nil
	}
	for _, column := range slices.Sorted(maps.Keys(stored)) {
		label, theirs := f.besides(column, stored[column])
		if label == "" || fieldOf([]*Form{f}, column) != nil {
			continue
		}
		_, was := f.besides(column, before[column])
		if was != theirs {
			more = append(more, Contested{label, was, theirs, was})
		}
	}
	return more
}

// theirs are the fields' values by now: those others changed, else as the form began.
func (f *Form) theirs(stored map[string]any) Values {
	now := Values{}
	for key, was := range f.began {
		now[key] = was
		if value, is := stored[key]; is {
			now[key] = fieldOf([]*Form{f}, key).fromRecord(value)
		}
	}
	return now
}

// take puts what they wrote into some fields and goes on from their version.
func (f *Form) take(now Values, version int64, fields []*Field) {
	for _, field := range fields {
		if value, is := now[field.key()]; is {
			field.put(value)
		}
	}
	f.began = now
	f.rebase(version)
}

// fromRecord is a column's value as the field keeps it.
func (field *Field) fromRecord(value any) string {
	if field.Stored != nil {
		return field.Stored(value)
	}
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case int64:
		if _, is := field.Input.(*Amount); is {
			return money.Fen(v).Plain()
		}
	}
	return fmt.Sprint(value)
}
