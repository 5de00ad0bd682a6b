package form

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/attachments"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Files is a field of a record's files: dropped on it, chosen, or pasted as a picture; opened by the system, renamed,
// removed with a way back. What is done here is written at once: files are no part of a form's draft.
type Files struct {
	// OnChanged is called once the files are others, with how many there are.
	OnChanged func(count int)

	over    fyne.Window
	model   *FilesModel
	loader  kit.Loader[Listed]
	list    *fyne.Container
	zone    *dropZone
	trouble *kit.Paragraph
	box     *fyne.Container
	fixed   bool
	listed  Listed
	// gone is the one just removed, whose way back is one press.
	gone *attachments.Attachment
}

// NewFiles shows the files on a shelf in a window; they load at once.
func NewFiles(over fyne.Window, shelf *attachments.Shelf) *Files {
	f := &Files{over: over, model: NewFilesModel(shelf), list: kit.Column(2), trouble: kit.NewNote("")}
	f.trouble.Colour = kit.RedText
	f.trouble.Hide()
	f.zone = newDropZone(f.Choose, f.paste)
	f.box = kit.Column(6, f.list, f.zone, f.trouble)
	f.Reload()
	return f
}

// Object is what to put into a field or a card.
func (f *Files) Object() fyne.CanvasObject { return f.box }

// Disable lets files only be looked at.
func (f *Files) Disable() {
	f.fixed = true
	f.zone.Hide()
	f.show(f.listed)
}

// Reload reads the files anew.
func (f *Files) Reload() {
	f.loader.Load(f.model.Load, func(listed Listed, p *problem.Problem) {
		if p != nil {
			f.say(p)
			return
		}
		f.show(listed)
	})
}

// Left stops reading.
func (f *Files) Left() { f.loader.Stop() }

// Holds tells whether a place of the window lies on the field: where files are dropped.
func (f *Files) Holds(at fyne.Position) bool {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.box)
	size := f.box.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}

// Drop attaches files dropped on the window.
func (f *Files) Drop(paths []string) {
	if f.fixed {
		return
	}
	f.add(wording.Text("form.files.adding"), func(ctx context.Context, progress kit.Progress) (int, []*problem.Problem, error) {
		return f.model.Add(ctx, paths, progress)
	})
}

// Choose lets a person choose files to attach.
func (f *Files) Choose() {
	kit.ChooseFiles(f.over, wording.Text("form.files.choose"), kit.FileKind{Name: wording.Text("form.files.any"), Key: "attachment"}, f.Drop)
}

func (f *Files) paste() {
	text := fyne.CurrentApp().Clipboard().Content()
	f.add(wording.Text("form.files.pasting"), func(ctx context.Context, progress kit.Progress) (int, []*problem.Problem, error) {
		return f.model.Paste(ctx, text, progress)
	})
}

// add runs what attaches files and says beside the field what could not be.
func (f *Files) add(title string, work func(context.Context, kit.Progress) (int, []*problem.Problem, error)) {
	var wrong []*problem.Problem
	kit.Run(f.over.Canvas(), title, func(ctx context.Context, progress kit.Progress) (err error) {
		_, wrong, err = work(ctx, progress)
		return err
	}, func(p *problem.Problem) {
		if p != nil {
			wrong = append(wrong, p)
		}
		f.gone = nil
		f.say(wrong...)
		f.Reload()
	})
}

// say words what was wrong under the files.
func (f *Files) say(wrong ...*problem.Problem) {
	var lines []string
	for _, p := range wrong {
		lines = append(lines, worded(p))
	}
	f.trouble.SetText(strings.Join(lines, "\n"))
	if len(lines) == 0 {
		f.trouble.Hide()
	} else {
		f.trouble.Show()
	}
	relayout(f.box)
}

func (f *Files) show(listed Listed) {
	changed := f.OnChanged != nil && len(listed.Files) != len(f.listed.Files)
	f.listed = listed
	f.list.Objects = nil
	for _, file := range listed.Files {
		f.list.Add(f.row(file))
	}
	if len(listed.Files) == 0 && f.fixed {
		f.list.Add(kit.NewNote(wording.Text("form.files.none")))
	}
	if bin := f.bin(); bin != nil {
		f.list.Add(bin)
	}
	relayout(f.box)
	if changed {
		f.OnChanged(len(listed.Files))
	}
}

var kindTints = map[string]kit.Tint{"picture": kit.TealTint, "pdf": kit.RedTint, "document": kit.Blue, "table": kit.GreenTint}

// row is a file: a press opens it, the sign at its end what else can be done.
func (f *Files) row(file attachments.Attachment) fyne.CanvasObject {
	kind := kindOf(file.MediaType)
	tint, known := kindTints[kind]
	if !known {
		tint = kit.Grey
	}
	badge := kit.NewBadge(wording.Text("form.files.kind."+kind), tint)
	when := wording.Text("form.files.size", "size", sizeText(file.Bytes), "at", file.CreatedAt.Local().Format("2006-01-02"))
	name := kit.NewStyled(file.Name, kit.Ink, kit.DenseTextSize, false).Short()
	line := kit.NewPressable(kit.Pad(kit.Across(kit.Gap, []kit.Track{kit.Natural, kit.Share(1), kit.Natural}, kit.Row(0, badge), name, kit.NewSmall(when)), 3, 6, 3, 6),
		func() { f.open(file) })
	if f.fixed {
		return line
	}
	var more *kit.Pressable
	more = kit.NewPressable(kit.Pad(kit.NewSmall("▾"), 4, 6, 4, 6), func() {
		kit.OpenChoices(more, []kit.Choice{
			{Value: "open", Label: wording.Text("form.files.open")}, {Value: "rename", Label: wording.Text("form.files.rename")},
			{Value: "remove", Label: wording.Text("form.files.remove")},
		}, func(what string) { f.do(what, file) })
	})
	return kit.Across(0, []kit.Track{kit.Share(1), kit.Natural}, line, more)
}

func (f *Files) do(what string, file attachments.Attachment) {
	switch what {
	case "open":
		f.open(file)
	case "rename":
		f.rename(file)
	case "remove":
		f.write(func(ctx context.Context) error { return f.model.Remove(ctx, file) }, &file)
	}
}

func (f *Files) open(file attachments.Attachment) {
	var path string
	kit.Run(f.over.Canvas(), wording.Text("form.files.opening", "name", file.Name), func(ctx context.Context, _ kit.Progress) (err error) {
		path, err = f.model.Copy(ctx, file)
		return err
	}, func(p *problem.Problem) {
		if p == nil {
			p = kit.OpenFile(path)
		}
		if p != nil {
			f.say(p)
		}
	})
}

func (f *Files) rename(file attachments.Attachment) {
	field, name := Text(wording.Text("form.files.name"), file.Name)
	field.Required = true
	Question{
		Title: strings.TrimSuffix(wording.Text("form.files.rename"), "…"), Verb: wording.Text("form.files.rename_verb"), Form: New(field),
		Work: func(ctx context.Context) error { return f.model.Rename(ctx, file, strings.TrimSpace(name.Text)) }, Done: f.Reload,
	}.Ask(f.over.Canvas())
}

// write changes the files; gone is the one that leaves, nil for none.
func (f *Files) write(work func(context.Context) error, gone *attachments.Attachment) {
	var writing kit.Loader[struct{}]
	writing.Load(func(ctx context.Context) (struct{}, error) { return struct{}{}, work(ctx) }, func(_ struct{}, p *problem.Problem) {
		if f.gone = gone; p != nil {
			f.gone = nil
			f.say(p)
		} else {
			f.say()
		}
		f.Reload()
	})
}

// bin says what was removed and takes it back; nil where there is nothing.
func (f *Files) bin() fyne.CanvasObject {
	if len(f.listed.Removed) == 0 || f.fixed {
		return nil
	}
	back := func(file attachments.Attachment) {
		f.write(func(ctx context.Context) error { return f.model.Restore(ctx, file) }, nil)
	}
	if f.gone != nil {
		for _, file := range f.listed.Removed {
			if file.ID == f.gone.ID {
				note := kit.NewSmall(wording.Text("form.files.removed", "name", file.Name)).Short()
				return kit.Pad(kit.Row(kit.Gap, note, kit.NewSmallLink(wording.Text("form.files.undo"), func() { back(file) })), 2, 6, 2, 6)
			}
		}
	}
	var link *kit.Button
	link = kit.NewSmallLink(wording.Text("form.files.bin", "n", len(f.listed.Removed)), func() {
		choices := make([]kit.Choice, len(f.listed.Removed))
		for i, file := range f.listed.Removed {
			choices[i] = kit.Choice{Value: fmt.Sprint(i), Label: wording.Text("form.files.restore", "name", file.Name)}
		}
		kit.OpenChoices(link, choices, func(which string) {
			var i int
			if _, err := fmt.Sscan(which, &i); err == nil && i < len(f.listed.Removed) {
				back(f.listed.Removed[i])
			}
		})
	})
	return kit.Pad(kit.Row(0, link), 2, 6, 2, 6)
}

// sizeText is a size as a person reads it.
func sizeText(bytes int64) string {
	switch {
	case bytes >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
	case bytes >= 1<<10:
		return fmt.Sprintf("%d KB", (bytes+1<<9)>>10)
	}
	return fmt.Sprintf("%d B", bytes)
}
