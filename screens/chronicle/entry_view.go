package chronicle

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/chronicle"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// EntryView is the page of one entry with its files and where it comes from.
type EntryView struct {
	context kit.Context
	desk    *desk
	id      int64
	loader  kit.Loader[*chronicle.Page]
	states  *kit.States
	page    *chronicle.Page
	files   *form.Files
}

// NewEntryView makes the page; it loads when it is shown.
func NewEntryView(c kit.Context, d *desk, id int64) *EntryView {
	return &EntryView{context: c, desk: d, id: id, states: kit.NewStates()}
}

// Object is the page.
func (v *EntryView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the entry anew.
func (v *EntryView) Shown() { v.load() }

// Left stops reading.
func (v *EntryView) Left() {
	v.loader.Stop()
	if v.files != nil {
		v.files.Left()
	}
}

func (v *EntryView) load() {
	v.loader.Load(func(ctx context.Context) (*chronicle.Page, error) { return v.desk.room.Page(ctx, v.id) }, func(page *chronicle.Page, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("chronicle.to_start"), func() { v.context.Open(startLink) }))
			return
		}
		v.page = page
		v.show()
	})
}

func (v *EntryView) show() {
	columns := kit.Across(kit.WideGap, []kit.Track{kit.Share(3), kit.Share(2)}, v.words(), kit.Down(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)}, v.attachments(), v.sources()))
	v.states.Show(kit.NewPage(v.header(), columns))
	v.context.Status(wording.Text("chronicle.read_by", "who", v.page.ReadBy))
}

func (v *EntryView) held() chronicle.Held {
	return chronicle.Held{ID: v.page.ID, Version: v.page.Version}
}

func (v *EntryView) header() kit.Header {
	e := v.page
	toggle := "chronicle.menu.public"
	if e.Public {
		toggle = "chronicle.menu.internal"
	}
	return kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.chronicle"), Open: func() { v.context.Open(startLink) }}},
		Title:  e.OnDay,
		Badges: []fyne.CanvasObject{kit.NewBadge(kindName(e.Kind), kindTint(e.Kind)), kit.NewBadge(importanceName(e.Importance), importanceTint(e.Importance)),
			kit.NewBadge(publicName(e.Public), kit.Grey)},
		Actions: []fyne.CanvasObject{
			kit.NewPlain(wording.Text("chronicle.remove.open"), v.askRemove),
			kit.NewPlain(wording.Text(toggle), func() {
				write(v.context, func(ctx context.Context) error {
					return v.desk.room.SetPublic(ctx, v.desk.person, !e.Public, v.held())
				}, v.load)
			}),
			kit.NewPrimary(wording.Text("chronicle.proposed.edit"), func() { openEdit(v.context, v.desk, &e.Row, func(int64) { v.load() }) }),
		},
	}
}

func (v *EntryView) words() fyne.CanvasObject {
	title := kit.NewParagraph(v.page.Title)
	title.Bold, title.Points = true, 18
	parts := []fyne.CanvasObject{kit.NewSecondary(dayName(v.page.OnDay) + " " + weekday(v.page.OnDay)), title}
	if v.page.Text != "" {
		parts = append(parts, kit.NewParagraph(v.page.Text))
	}
	if len(v.page.Parts) > 0 {
		parts = append(parts, kit.NewBold(wording.Text("chronicle.parts")))
		for _, part := range v.page.Parts {
			parts = append(parts, kit.LineOf(part.Title, part.OnDay))
		}
	}
	return kit.NewPlainCard(kit.Scrolled(kit.Column(10, parts...)))
}

func (v *EntryView) sources() fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, source := range v.page.Sources {
		words := fyne.CanvasObject(kit.NewParagraph(source.Label))
		if source.Link != "" {
			words = kit.Row(0, kit.NewLink(source.Label, func() { v.context.Open(source.Link) }), kit.Spring())
		}
		off := kit.NewSmallLink(wording.Text("chronicle.sources.remove"), func() {
			write(v.context, func(ctx context.Context) error { return v.desk.room.RemoveSource(ctx, v.desk.person, source.ID) }, v.load)
		})
		lines = append(lines, kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, words, kit.Column(0, off)))
	}
	if len(lines) == 0 {
		lines = append(lines, kit.NewNote(wording.Text("chronicle.sources.none")))
	}
	return kit.NewCard(wording.Text("chronicle.sources.title"), kit.ScrolledClear(kit.Column(6, lines...)), kit.NewSmallLink(wording.Text("chronicle.sources.add"), v.askSource))
}

// askSource says where the entry comes from besides.
func (v *EntryView) askSource() {
	field, source := form.Text(wording.Text("chronicle.edit.source"), "")
	field.Required, field.Help = true, wording.Text("chronicle.edit.source_help")
	form.Question{
		Title: wording.Text("chronicle.sources.add_title"), Verb: wording.Text("chronicle.edit.verb"), Form: form.New(field),
		Work: func(ctx context.Context) error {
			return v.desk.room.AddSource(ctx, v.desk.person, v.id, source.Text)
		},
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

// attachments is the card of the entry's files. They read themselves anew with the page.
func (v *EntryView) attachments() fyne.CanvasObject {
	if v.files == nil {
		v.files = form.NewFiles(v.context.Window(), v.desk.files.Shelf(v.desk.person, chronicle.Owner(v.id), ""))
	} else {
		v.files.Reload()
	}
	return kit.NewCard(wording.Text("chronicle.files_title"), kit.ScrolledClear(v.files.Object()))
}

// Drop attaches files dropped on the page.
func (v *EntryView) Drop(paths []string) {
	if v.files != nil {
		v.files.Drop(paths)
	}
}

func (v *EntryView) askRemove() {
	kit.Confirm(v.context.Window().Canvas(), wording.Text("chronicle.remove.title", "n", 1), wording.Text("chronicle.remove.text"), wording.Text("chronicle.remove.verb"), func() {
		write(v.context, func(ctx context.Context) error { return v.desk.room.Remove(ctx, v.desk.person, v.held()) }, func() { v.context.Open(startLink) })
	})
}
