package council

import (
	"context"

	"smartcanal/data/council"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// filingForm is 立项: a new task, or one that is revised.
type filingForm struct {
	title, expected, responsible *kit.Entry
	filed, begin, due            *form.Date
	priority                     *kit.Select
	lead                         *kit.Picker[int64]
	supports                     *departmentList
	fields                       []*form.Field
}

// newFilingForm holds what a task says; its days can be changed while it is to be assigned.
func newFilingForm(d *desk, filing council.Filing, lead string, supports []kit.Found[int64]) *filingForm {
	f, t := &filingForm{}, filing.Task
	titleField, title := form.Text(wording.Text("council.field.title"), t.Title)
	titleField.Required, titleField.Help = true, wording.Text("council.field.title_help")
	f.lead = kit.NewPicker(wording.Text("council.field.lead_pick"), d.departments, nil)
	if t.OrganizationID != 0 {
		f.lead.Set(kit.Found[int64]{Key: t.OrganizationID, Label: lead})
	}
	f.supports = newDepartmentList(d, supports)
	responsibleField, responsible := form.Text(wording.Text("council.field.responsible"), t.Responsible)
	priority := t.Priority
	if priority == "" {
		priority = council.Normal
	}
	priorityField, prio := form.Choice(wording.Text("council.field.priority"), choices("council.priority.", council.Priorities), string(priority))
	dueField, due := form.Day(wording.Text("council.field.due"), t.DueOn)
	dueField.Help = wording.Text("council.field.due_help")
	beginField, begin := form.Day(wording.Text("council.field.begin"), t.BeginOn)
	filedField, filed := form.Day(wording.Text("council.field.filed"), t.FiledOn)
	expectedField, expected := form.Text(wording.Text("council.field.expected"), t.Expected)
	f.title, f.expected, f.responsible, f.filed, f.begin, f.due, f.priority = title, expected, responsible, filed, begin, due, prio
	f.fields = []*form.Field{
		titleField, {Label: wording.Text("council.column.lead"), Required: true, Input: f.lead, Check: f.checkLead},
		{Label: wording.Text("council.column.supports"), Input: f.supports.object}, responsibleField, priorityField, filedField, dueField, beginField, expectedField,
	}
	for i, column := range []string{"title", "organization_id", "", "responsible", "priority", "filed_on", "due_on", "begin_on", "expected"} {
		f.fields[i].Key = column
	}
	f.fields[1].Stored = d.storedDepartment
	if t.ID != 0 && t.Step != council.Assigning {
		f.fields = append(f.fields[:5:5], beginField, expectedField)
	}
	return f
}

func (f *filingForm) checkLead() string {
	if _, is := f.lead.Chosen(); !is {
		return wording.Text("kit.form.required", "field", wording.Text("council.column.lead"))
	}
	return ""
}

// into writes what the form says into a filing.
func (f *filingForm) into(filing *council.Filing) {
	t := &filing.Task
	lead, _ := f.lead.Chosen()
	t.Title, t.OrganizationID, t.Responsible, t.Priority = f.title.Text, lead.Key, f.responsible.Text, council.Priority(f.priority.Value())
	t.FiledOn, t.DueOn, t.BeginOn, t.Expected = f.filed.Value(), f.due.Value(), f.begin.Value(), f.expected.Text
	filing.Supports = f.supports.ids()
}

// openFiling asks for a new task, or changes one; done gets its id.
func openFiling(c kit.Context, d *desk, task *council.TaskPage, done func(id int64)) {
	filing, lead := council.Filing{}, ""
	var supports []kit.Found[int64]
	title, verb := wording.Text("council.file.title"), wording.Text("council.file.verb")
	if task != nil {
		filing.Task, lead = task.Task, task.Row.Lead
		for i, id := range task.SupportIDs {
			supports = append(supports, kit.Found[int64]{Key: id, Label: task.Row.Supports[i]})
		}
		title, verb = wording.Text("council.revise.title", "number", task.Task.Number), wording.Text("council.revise.verb")
	}
	f := newFilingForm(d, filing, lead, supports)
	d.readNames()
	filing.Seen = f.supports.ids()
	asked := form.New(f.fields...)
	if task != nil {
		asked.Locked(func(version int64) { filing.Task.Version = version }).Besides(d.taskColumns().word)
	}
	form.Question{
		Title: title, Verb: verb, Form: asked, First: f.title,
		Work: func(ctx context.Context) error {
			f.into(&filing)
			if task != nil {
				return d.room.Revise(ctx, d.person, filing)
			}
			return d.room.File(ctx, d.person, &filing)
		},
		Done: func() { done(filing.Task.ID) },
	}.Ask(c.Window().Canvas())
}

// file files a new task and shows it.
func (v *TasksView) file() {
	openFiling(v.context, v.desk, nil, func(id int64) {
		v.context.Changed()
		v.context.Open(taskLink(id))
	})
}
