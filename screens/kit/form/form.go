// Package form is what a person fills in: fields with their checks, their drafts, and what becomes of them when somebody
// else was faster.
package form

import (
	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Form is labels at the left, inputs at the right and checks under each input.
type Form struct {
	fields   []*Field
	foot     *kit.Paragraph
	object   *fyne.Container
	onSubmit func()
	draft    *Draft
	// What Locked keeps: how to go on from another version, what the fields began with, and how Besides words the rest.
	rebase  func(version int64)
	began   Values
	besides func(column string, value any) (label, shown string)
}

const labelWidth float32 = 100

// New makes a form of fields.
func New(fields ...*Field) *Form {
	f := &Form{fields: fields, foot: kit.NewParagraph("")}
	f.foot.Colour = kit.RedText
	rows := make([]fyne.CanvasObject, 0, len(fields)+1)
	for _, field := range fields {
		rows = append(rows, f.row(field))
	}
	f.foot.Hide()
	f.object = kit.Column(kit.WideGap, append(rows, f.foot)...)
	return f
}

// Object is what to put on a page or into a dialog.
func (f *Form) Object() fyne.CanvasObject { return f.object }

// Fields are those of the form, in their order.
func (f *Form) Fields() []*Field { return f.fields }

// OnReturn is called for Return in an entry of one line: for a form on a page instead of in a dialog.
func (f *Form) OnReturn(submit func()) { f.onSubmit = submit }

// ReadOnly lets nothing be changed any more: who may only look, or what is closed.
func (f *Form) ReadOnly() {
	for _, field := range f.fields {
		if input, is := field.Input.(fyne.Disableable); is {
			input.Disable()
		}
	}
}

// KeepDraft keeps what is typed under draft/<name> until the form is saved, and shows what was left unsaved; call it once
// the fields hold what they begin with. A dialog of the form then asks before it closes.
func (f *Form) KeepDraft(memory kit.Memory, name string) *Form {
	f.draft = Keep(memory, name, f)
	f.object.Objects = append([]fyne.CanvasObject{f.draft.Bar()}, f.object.Objects...)
	return f
}

func (f *Form) row(field *Field) fyne.CanvasObject {
	field.note = kit.NewNote(field.Help)
	if field.Help == "" {
		field.note.Hide()
	}
	label := []fyne.CanvasObject{kit.NewSecondary(field.Label).Short()}
	if field.Required {
		label = append(label, kit.NewStyled("*", kit.RedText, kit.TextSize, true))
	}
	f.watch(field)
	side := kit.Down(0, []kit.Track{kit.Fixed(kit.RowHeight)}, kit.Row(3, label...))
	return kit.Across(0, []kit.Track{kit.Fixed(labelWidth), kit.Share(1)}, kit.Column(0, side), kit.Column(3, field.Input, field.note))
}

// watch checks a field when the keyboard leaves it and submits on Return.
func (f *Form) watch(field *Field) {
	on, is := field.Input.(lined)
	if !is {
		return
	}
	entry := on.Line()
	before := entry.OnLeave
	entry.OnLeave = func(text string) {
		if before != nil {
			before(text)
		}
		field.check()
	}
	if !entry.MultiLine {
		entry.OnSubmitted = func(string) {
			if f.onSubmit != nil {
				f.onSubmit()
			}
		}
	}
}

// Valid checks every field, shows what is wrong beside it, and puts the keyboard on the first wrong one.
func (f *Form) Valid() bool {
	f.foot.Hide()
	var wrong *Field
	for _, field := range f.fields {
		if !field.check() && wrong == nil {
			wrong = field
		}
	}
	if wrong == nil {
		return true
	}
	if input, ok := wrong.Input.(fyne.Focusable); ok {
		if over := fyne.CurrentApp().Driver().CanvasForObject(wrong.Input); over != nil {
			over.Focus(input)
		}
	}
	return false
}

// ShowProblem shows under the fields what was wrong after all.
func (f *Form) ShowProblem(p *problem.Problem) {
	what, todo := wording.Problem(p)
	f.foot.SetText(what + "\n" + todo)
	f.foot.Show()
	f.object.Refresh()
}

func (f *Form) first() fyne.Focusable {
	for _, field := range f.fields {
		if input, ok := field.Input.(fyne.Focusable); ok {
			return input
		}
	}
	return nil
}
