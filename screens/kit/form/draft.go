package form

import (
	"context"
	"encoding/json"
	"log/slog"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Draft keeps what a person types into a form until it is saved: closing by mistake, a fault or a power cut loses two
// seconds of it at most. When the form opens again it stands there again, said at its head with a way to give it up.
type Draft struct {
	memory kit.Memory
	key    string
	read   func() Values
	put    func(Values)
	label  func(key string) string

	was    Values // what the form began with
	later  kit.Later
	first  time.Time // of what is typed and not kept yet
	begun  bool
	stored bool // the memory holds something, or will in a moment
	own    bool // the form is being filled from the draft, not by a person
	loader kit.Loader[kept]
	ending kit.Loader[struct{}]
	asking bool
	bar    *fyne.Container
	told   func(theirs Values) // fields both the person and somebody else changed
}

// kept is a draft as the memory has it: the changed fields, as the form began and as they were typed.
type kept struct {
	At      time.Time
	Was, Is Values
}

// longestUnkept is how long a person may type without a pause before it is kept.
const longestUnkept = 500 * time.Millisecond

// NewDraft keeps what read gives, under draft/<name>; put shows values again and label names a field. Begin looks for
// what was kept; Touch is to be called whenever something was typed.
func NewDraft(memory kit.Memory, name string, read func() Values, put func(Values), label func(key string) string) *Draft {
	d := &Draft{memory: memory, key: "draft/" + name, read: read, put: put, label: label, bar: kit.Column(0)}
	d.bar.Hide()
	return d
}

// Keep keeps the drafts of forms that are one page; call it once their fields hold what they begin with.
func Keep(memory kit.Memory, name string, forms ...*Form) *Draft {
	d := NewDraft(memory, name, func() Values { return values(forms) }, func(v Values) {
		for name, value := range v {
			if field := fieldOf(forms, name); field != nil {
				field.put(value)
			}
		}
	}, func(key string) string {
		if field := fieldOf(forms, key); field != nil {
			return field.Label
		}
		return key
	})
	d.told = func(theirs Values) {
		for name, value := range theirs {
			if field := fieldOf(forms, name); field != nil {
				field.remark(value)
			}
		}
	}
	for _, f := range forms {
		for _, field := range f.fields {
			if input, is := field.Input.(changing); is {
				input.WhenChanged(d.Touch)
			}
		}
	}
	d.Begin()
	return d
}

// Bar is the line at the form's head that says what was restored; it takes no room while nothing was.
func (d *Draft) Bar() fyne.CanvasObject { return d.bar }

// Begin takes what the form holds now as its beginning and looks for a draft.
func (d *Draft) Begin() {
	d.was, d.begun = d.read(), true
	d.loader.Load(func(ctx context.Context) (kept, error) {
		var k kept
		text, err := d.memory.Recall(ctx, d.key)
		if err == nil && text != "" && json.Unmarshal([]byte(text), &k) != nil {
			return kept{}, nil // of another version of the program
		}
		return k, err
	}, func(k kept, _ *problem.Problem) { d.restore(k) })
}

// restore puts a draft into fields that were not touched meanwhile.
func (d *Draft) restore(k kept) {
	now, back, theirs := d.read(), Values{}, Values{}
	for _, name := range k.Is.differing(k.Was) {
		if _, is := now[name]; !is || now[name] != d.was[name] || now[name] == k.Is[name] {
			continue
		}
		back[name] = k.Is[name]
		if now[name] != k.Was[name] {
			theirs[name] = now[name]
		}
	}
	if len(back) == 0 {
		return
	}
	d.stored = true
	d.fill(back)
	d.tell(k.At, len(back), theirs)
}

// fill puts values in without taking them for typed ones.
func (d *Draft) fill(v Values) {
	d.own = true
	d.put(v)
	d.own = false
}

// tell says what was restored, and where somebody else wrote the same field since.
func (d *Draft) tell(at time.Time, fields int, theirs Values) {
	text := wording.Text("form.draft.restored", "at", at.Local().Format("2006-01-02 15:04"), "n", fields)
	ground, ink := kit.CanalSoft, kit.Ink
	if len(theirs) > 0 {
		var names []string
		for _, name := range theirs.differing(nil) {
			names = append(names, wording.Text("form.draft.field", "field", d.label(name)))
		}
		text += wording.Text("form.draft.overtaken", "fields", strings.Join(names, wording.Text("form.draft.comma")))
		ground, ink = kit.AmberSoft, kit.AmberText
		if d.told != nil {
			d.told(theirs)
		}
	}
	words := kit.NewParagraph(text)
	words.Colour, words.Points = ink, kit.DenseTextSize
	line := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Natural}, kit.Column(0, words), kit.Column(0, kit.NewLink(wording.Text("form.draft.discard"), d.Discard)))
	d.bar.Objects = []fyne.CanvasObject{kit.NewPanel(ground, "", kit.Radius, kit.Pad(line, 8, 12, 8, 12))}
	d.bar.Show()
	relayout(d.bar)
}

// Touch keeps what is typed, a moment after.
func (d *Draft) Touch() {
	if !d.begun || d.own {
		return
	}
	if d.first.IsZero() {
		d.first = time.Now()
	}
	text := d.text()
	if text == "" && !d.stored {
		return // as it was, and nothing is kept that says otherwise
	}
	d.stored = text != ""
	d.later.Do(func() { d.write(text) })
	if time.Since(d.first) > longestUnkept {
		d.Now()
	}
}

// text is the draft as the memory keeps it, "" where nothing was changed.
func (d *Draft) text() string {
	is := d.read()
	changed := is.differing(d.was)
	if len(changed) == 0 {
		return ""
	}
	written, err := json.Marshal(kept{time.Now(), d.was.only(changed), is.only(changed)})
	if err != nil {
		return ""
	}
	return string(written)
}

// Now keeps at once what still waits to be: when the page goes.
func (d *Draft) Now() {
	d.first = time.Time{}
	d.later.Now()
}

func (d *Draft) write(text string) {
	if err := d.memory.Keep(context.Background(), d.key, text); err != nil {
		slog.Warn("a draft was not kept", "draft", d.key, "cause", err) // the key names a record, never what is in it
	}
}

// patience is how long who leaves waits for the draft to be written: an import may hold the file.
const patience = 2 * time.Second

// end writes the draft for the last time, then leaves: the file may be closed right after.
func (d *Draft) end(text string, leave func()) {
	d.first = time.Time{}
	d.later.Do(func() {}) // instead of what waited
	d.later.Now()
	d.ending.Load(func(ctx context.Context) (struct{}, error) {
		ctx, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		return struct{}{}, d.memory.Keep(ctx, d.key, text)
	}, func(struct{}, *problem.Problem) { leave() })
}

// Changed says whether something was typed that is not saved.
func (d *Draft) Changed() bool { return d.begun && len(d.read().differing(d.was)) > 0 }

// Saved forgets the draft: what was typed is in the record now.
func (d *Draft) Saved() {
	d.was = d.read()
	d.forget()
}

// Discard puts back what the form began with and forgets the draft.
func (d *Draft) Discard() {
	d.fill(d.was.only(d.read().differing(d.was)))
	d.forget()
}

func (d *Draft) forget() {
	d.loader.Stop()
	d.bar.Objects = nil
	d.bar.Hide()
	relayout(d.bar)
	d.stored = false
	d.later.Do(func() { d.write("") })
	d.Now()
}

// MayLeave says whether the form may be left now. Where something typed is not saved it asks, once, gives false, and
// calls leave where the person wants to go: with the draft kept for the next time, or without it.
func (d *Draft) MayLeave(over fyne.Canvas, leave func()) bool {
	if !d.Changed() {
		d.Now()
		return true
	}
	if d.asking {
		return false
	}
	var ask *kit.Dialog
	answer := func(then func()) func() {
		return func() {
			ask.Close()
			then()
		}
	}
	stay := kit.NewPlain(wording.Text("form.leave.stay"), func() { ask.Close() })
	drop := kit.NewDanger(wording.Text("form.leave.drop"), answer(func() {
		d.Discard()
		d.end("", leave)
	}))
	keep := kit.NewPrimary(wording.Text("form.leave.keep"), answer(func() { d.end(d.text(), leave) }))
	ask = kit.NewDialog(over, 460, wording.Text("form.leave.title"), kit.NewParagraph(wording.Text("form.leave.text")), stay, drop, keep)
	ask.OnClosed(func() { d.asking = false })
	d.asking = true
	ask.Show(keep)
	return false
}
