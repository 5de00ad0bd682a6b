package chronicle

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/wording"
)

// openEdit adds an entry, or changes one; a proposal is taken in by it. done gets its id.
func openEdit(c kit.Context, d *desk, row *chronicle.Row, done func(id int64)) {
	e, title := chronicle.Entry{Kind: chronicle.Other, Importance: chronicle.Normal}, "chronicle.add.title"
	if row != nil {
		e, title = row.Entry, "chronicle.edit.title"
	}
	dayField, day := form.Day(wording.Text("chronicle.column.day"), e.OnDay)
	dayField.Required = true
	titleField, words := form.Lines(wording.Text("chronicle.column.title"), e.Title, 2)
	titleField.Required, titleField.Help = true, wording.Text("chronicle.edit.title_help")
	textField, text := form.Lines(wording.Text("chronicle.edit.text"), e.Text, 4)
	kindField, kind := form.Choice(wording.Text("chronicle.column.kind"), choices("chronicle.kind.", chronicle.Kinds, false), string(e.Kind))
	importanceField, importance := form.Choice(wording.Text("chronicle.column.importance"), choices("chronicle.importance.", chronicle.Importances, false), string(e.Importance))
	public := kit.NewCheck(wording.Text("chronicle.edit.public"), e.Public, nil)
	publicField := &form.Field{Label: wording.Text("chronicle.column.public"), Input: public, Help: wording.Text("chronicle.edit.public_help"), Stored: storedTick}
	fields := []*form.Field{dayField, titleField, textField, kindField, importanceField, publicField}
	for i, column := range []string{"on_day", "title", "text", "kind", "importance", "public"} {
		fields[i].Key = column
	}
	var source *kit.Entry
	if row == nil {
		sourceField, entry := form.Text(wording.Text("chronicle.edit.source"), "")
		sourceField.Help = wording.Text("chronicle.edit.source_help")
		fields, source = append(fields, sourceField), entry
	}
	first := fyne.Focusable(words)
	if row == nil {
		first = day
	}
	form.Question{
		Title: wording.Text(title), Verb: wording.Text("chronicle.edit.verb"), First: first, Width: 600,
		Form: form.New(fields...).Locked(func(version int64) { e.Version = version }).Besides(besides),
		Work: func(ctx context.Context) error {
			e.OnDay, e.Title, e.Text = day.Value(), words.Text, text.Text
			e.Kind, e.Importance, e.Public = chronicle.Kind(kind.Value()), chronicle.Importance(importance.Value()), public.Checked()
			if row != nil {
				return d.room.Edit(ctx, d.person, &e)
			}
			return d.room.Add(ctx, d.person, &e, chronicle.Source{Label: source.Text})
		},
		Done: func() {
			c.Changed()
			done(e.ID)
		},
	}.Ask(c.Window().Canvas())
}

// besides words what others may have done with an entry besides writing it: taken it in.
func besides(name string, value any) (label, shown string) {
	if name != "read_by" || value == nil {
		return "", ""
	}
	return wording.Text("chronicle.column.read_by"), fmt.Sprint(value)
}

// storedTick is a column of yes or no as a box keeps it: SQLite's figures, or PostgreSQL's words.
func storedTick(value any) string {
	if value == true || value == int64(1) {
		return "1"
	}
	return ""
}

// add takes in an entry a person writes, and shows its year.
func (v *View) add() {
	openEdit(v.context, v.desk, nil, func(id int64) { v.context.Open(entryLink(id)) })
}

// menu is what a right click offers for all that is marked.
func (v *View) menu(at grid.Place) []*fyne.MenuItem {
	item := func(key string, run func(held []chronicle.Held)) *fyne.MenuItem {
		return fyne.NewMenuItem(wording.Text("chronicle.menu."+key), func() { v.withMarked(run) })
	}
	set := func(work func(ctx context.Context, held []chronicle.Held) error) func([]chronicle.Held) {
		return func(held []chronicle.Held) {
			v.write(func(ctx context.Context) error { return work(ctx, held) })
		}
	}
	room, who := v.desk.room, v.desk.person
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wording.Text("chronicle.menu.open"), func() { v.open(at.Row) }),
		item("public", set(func(ctx context.Context, held []chronicle.Held) error { return room.SetPublic(ctx, who, true, held...) })),
		item("internal", set(func(ctx context.Context, held []chronicle.Held) error {
			return room.SetPublic(ctx, who, false, held...)
		})),
		item("major", set(func(ctx context.Context, held []chronicle.Held) error {
			return room.SetImportance(ctx, who, chronicle.Major, held...)
		})),
		item("merge", set(func(ctx context.Context, held []chronicle.Held) error {
			return room.Merge(ctx, who, held[0], held[1:]...)
		})),
		item("remove", func(held []chronicle.Held) {
			kit.Confirm(v.context.Window().Canvas(), wording.Text("chronicle.remove.title", "n", len(held)), wording.Text("chronicle.remove.text"), wording.Text("chronicle.remove.verb"), func() {
				v.write(func(ctx context.Context) error { return room.Remove(ctx, who, held...) })
			})
		}),
	}
}

// withMarked reads the entries the selection touches, for their versions, and goes on with them.
func (v *View) withMarked(run func(held []chronicle.Held)) {
	ids := v.rows.SelectedIDs(v.grid.Selection())
	var loader kit.Loader[[]chronicle.Row]
	loader.Load(func(ctx context.Context) ([]chronicle.Row, error) { return v.desk.room.Entries(ctx, ids) }, func(rows []chronicle.Row, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		held := make([]chronicle.Held, len(rows))
		for i, row := range rows {
			held[i] = chronicle.Held{ID: row.ID, Version: row.Version}
		}
		if len(held) > 0 {
			run(held)
		}
	})
}
