package form

import (
	"strings"

	"fyne.io/fyne/v2"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Field is one line of a form: a label, an input, and beside it help or what is wrong.
type Field struct {
	Label    string
	Required bool
	// Key names the field in a draft and is its column where the form is Locked; "" for its label.
	Key string
	// Stored turns a column's value into the field's; nil where the column holds the text itself, or an amount's fen.
	Stored func(value any) string
	// Help is a secondary line under the input.
	Help string
	// Input is an entry, a select, a picker or any other object.
	Input fyne.CanvasObject
	// Check says what is wrong with the input, "" when it is right. It runs when the keyboard leaves
	// the input and when the form is submitted, after the input's own check.
	Check func() string

	note *kit.Paragraph
}

// What a form knows of an input, each part only where the input has it.
type (
	// lined is an input with an entry to watch.
	lined interface{ Line() *kit.Entry }
	// valued is an input the form can see to be empty.
	valued interface{ Value() string }
	// judged is an input that knows by itself what is wrong with it.
	judged interface{ Wrong() *problem.Problem }
)

// Text is a field with an entry holding value.
func Text(label, value string) (*Field, *kit.Entry) {
	entry := kit.NewEntry("")
	entry.SetText(value)
	return &Field{Label: label, Input: entry}, entry
}

// Lines is a field for a text of several lines.
func Lines(label, value string, lines int) (*Field, *kit.Entry) {
	entry := kit.NewMultiLineEntry("", lines)
	entry.SetText(value)
	return &Field{Label: label, Input: entry}, entry
}

// Choice is a field for one of a few.
func Choice(label string, choices []kit.Choice, value string) (*Field, *kit.Select) {
	choice := kit.NewSelect(choices, value, nil)
	return &Field{Label: label, Input: choice}, choice
}

func (field *Field) empty() bool {
	input, is := field.Input.(valued)
	return is && strings.TrimSpace(input.Value()) == ""
}

func (field *Field) check() bool {
	wrong := field.wrong()
	field.show(wrong)
	return wrong == ""
}

// wrong says the first thing that is wrong, "" for nothing.
func (field *Field) wrong() string {
	if field.Required && field.empty() {
		return wording.Text("kit.form.required", "field", field.Label)
	}
	if input, is := field.Input.(judged); is {
		if p := input.Wrong(); p != nil {
			return worded(p)
		}
	}
	if field.Check != nil {
		return field.Check()
	}
	return ""
}

func (field *Field) show(wrong string) {
	field.note.Colour = kit.Secondary
	text := field.Help
	if wrong != "" {
		field.note.Colour, text = kit.RedText, wrong
	}
	field.note.SetText(text)
	if text == "" {
		field.note.Hide()
	} else {
		field.note.Show()
	}
}

// remark says beside the field what its record holds by now, where a draft shows something else.
func (field *Field) remark(held string) {
	if shown := field.shown(held); shown != "" {
		field.note.Colour = kit.AmberText
		field.note.SetText(wording.Text("form.draft.held", "value", shown))
		field.note.Show()
	}
}

// worded is what is wrong and what to do about it, in one line.
func worded(p *problem.Problem) string {
	what, todo := wording.Problem(p)
	return wording.Text("form.wrong", "what", strings.TrimRight(what, "。."), "do", todo)
}
