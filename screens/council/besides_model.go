package council

import (
	"context"
	"fmt"

	"smartcanal/data/council"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// readNames reads what departments are called, for what may have to be shown of others' changes.
func (d *desk) readNames() {
	d.naming.Load(func(ctx context.Context) (map[int64]string, error) {
		all, err := d.room.Departments(ctx)
		names := make(map[int64]string, len(all))
		for _, one := range all {
			names[one.ID] = one.Shown()
		}
		return names, err
	}, func(names map[int64]string, p *problem.Problem) {
		if p == nil {
			d.names = names
		}
	})
}

// columns words the columns of a record that others may have changed: each by its label and how its value reads.
type columns map[string]column

type column struct {
	label string
	shown func(value any) string // nil: as it is
}

// word is for form.Besides.
func (c columns) word(name string, value any) (label, shown string) {
	one, is := c[name]
	if !is {
		return "", ""
	}
	switch {
	case one.shown != nil:
		shown = one.shown(value)
	case value != nil:
		shown = fmt.Sprint(value)
	}
	return wording.Text(one.label), shown
}

// keyed words a value by its key in the catalogue.
func keyed(prefix string) func(any) string {
	return func(value any) string {
		if value == nil || value == "" {
			return ""
		}
		return wording.Text(prefix + fmt.Sprint(value))
	}
}

// taskColumns are those of a task a person knows.
func (d *desk) taskColumns() columns {
	return columns{
		"title": {label: "council.column.title"}, "organization_id": {"council.column.lead", d.departmentName},
		"responsible": {label: "council.field.responsible"}, "expected": {label: "council.field.expected"},
		"priority": {"council.field.priority", keyed("council.priority.")}, "filed_on": {label: "council.field.filed"},
		"begin_on": {label: "council.field.begin"}, "due_on": {label: "council.field.due"},
		"progress":    {"council.field.progress", func(value any) string { return fmt.Sprintf("%v%%", value) }},
		"reported_on": {label: "council.column.reported"}, "trouble": {label: "council.field.trouble"}, "next_step": {label: "council.field.next"},
		"step": {"council.column.step", keyed("council.step.")},
	}
}

func (d *desk) departmentName(value any) string {
	id, _ := value.(int64)
	return d.names[id]
}

// storedDepartment is a department's id as a picker keeps it.
func (d *desk) storedDepartment(value any) string {
	id, _ := value.(int64)
	picker := kit.NewPicker[int64]("", d.departments, nil)
	picker.Set(kit.Found[int64]{Key: id, Label: d.names[id]})
	return picker.Draft()
}

// meetingColumns are those of a meeting a person knows; of the minutes only whose they are.
func meetingColumns() columns {
	return columns{
		"kind":    {"council.meetings.kind", keyed("council.meeting_kind.")},
		"held_on": {label: "council.meetings.on"}, "time": {label: "council.meetings.time"}, "place": {label: "council.meetings.place"},
		"chair": {label: "council.meetings.chair"}, "state": {"council.meetings.state", keyed("council.meeting_state.")},
		"topics_until": {label: "council.meetings.until"}, "minutes_number": {label: "council.minutes.number"}, "minutes_on": {label: "council.minutes.on"},
		"minutes": {label: "council.minutes.text"},
	}
}

// policyColumns are those of a policy document.
func policyColumns() columns {
	return columns{
		"title": {label: "council.policies.name"}, "kind": {"council.policies.kind", keyed("council.policy_kind.")},
		"number": {label: "council.policies.number"}, "status": {"council.policies.state", keyed("council.policy_status.")},
		"issued_on": {label: "council.policies.issued"}, "ended_on": {label: "council.policies.ended"}, "comments_until": {label: "council.policies.until"},
	}
}

// memberColumns are those of a membership besides the words of its form.
func memberColumns() columns {
	return columns{"from_on": {label: "council.members.from"}, "until_on": {label: "council.members.until"}}
}

// topicColumns are those of a topic besides the words of its form.
func topicColumns() columns {
	return columns{"state": {"council.topic.state", keyed("council.topic_state.")}}
}

// locked has a form of a record show what others changed of it meanwhile; held goes on from their version.
func (c columns) locked(f *form.Form, held *council.Held) *form.Form {
	return f.Locked(func(version int64) { held.Version = version }).Besides(c.word)
}
