package council

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/data/council"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// Area is the conference over a file of data: task/<id>, meeting/<id>, council/tasks?lamp=<lamp>, council/file, council/meetings,
// council/members, council/ranking, council/rules, council/ledger, council/policies, council/templates, policy/<id>.
func Area(st *store.Store, actor store.Actor) kit.Area {
	d := newDesk(council.New(st), actor)
	return kit.Area{
		Key:   "council",
		Order: 50,
		Start: func(c kit.Context) kit.Page { return NewTasksView(c, d) },
		Links: map[string]func(kit.Context, string) kit.Page{
			"task":    func(c kit.Context, rest string) kit.Page { return NewTaskView(c, d, number(rest)) },
			"meeting": func(c kit.Context, rest string) kit.Page { return NewMeetingView(c, d, number(rest)) },
			"policy":  func(c kit.Context, rest string) kit.Page { return NewPolicyView(c, d, number(rest)) },
			"council": d.page,
		},
		Count:    d.count,
		Find:     d.find,
		Prefixes: []string{"council.find.task"},
		Kinds:    []string{"attachments.found"},
		Commands: commands,
	}
}

// page is behind smartcanal://council/<name>; a name it does not know is the list of tasks.
func (d *desk) page(c kit.Context, rest string) kit.Page {
	name, query, _ := strings.Cut(rest, "?")
	switch name {
	case "tasks":
		return newFilteredTasksView(c, d, query)
	case "file":
		v := NewTasksView(c, d)
		v.filing = true
		return v
	case "meetings":
		return NewMeetingsView(c, d)
	case "members":
		return NewMembersView(c, d)
	case "ranking":
		return NewRankingView(c, d)
	case "rules":
		return NewRulesView(c, d)
	case "policies":
		return NewPoliciesView(c, d)
	case "ledger":
		return NewLedgerView(c, d)
	case "templates":
		return NewTemplatesView(c, d)
	}
	return NewTasksView(c, d)
}

// newFilteredTasksView is the list as a figure of another page opens it: lamp=<lamp> or show=review, show=asked.
func newFilteredTasksView(c kit.Context, d *desk, query string) *TasksView {
	v := NewTasksView(c, d)
	values, _ := url.ParseQuery(query)
	v.model.SetSwitch(values.Get("show"))
	v.model.SetLamp(values.Get("lamp"))
	return v
}

// number reads an id of a link; 0 finds nothing.
func number(text string) int64 {
	id, _ := strconv.ParseInt(text, 10, 64)
	return id
}

// count is how many tasks are overdue.
func (d *desk) count(ctx context.Context) (kit.Count, error) {
	figures, err := d.room.Figures(ctx)
	return kit.Count{Number: figures.Lamps[council.Overdue], Urgent: true}, err
}

// find answers the window's search box with tasks by number, title and department, then with meetings, topics and documents.
func (d *desk) find(ctx context.Context, text string, limit int) ([]kit.Found[string], error) {
	ids, err := d.room.TaskIDs(ctx, council.TaskFilter{Text: text}, nil)
	if err != nil {
		return nil, err
	}
	rows, err := d.room.Tasks(ctx, ids[:min(limit, len(ids))])
	found := make([]kit.Found[string], len(rows))
	for i, row := range rows {
		found[i] = kit.Found[string]{Key: taskLink(row.ID), Label: row.Number + " " + row.Title,
			Note: row.Lead + " · " + stateOf(row), Kind: wording.Text("council.find.task")}
	}
	if err != nil {
		return nil, err
	}
	hits, err := d.room.Find(ctx, text, limit)
	if err == nil && len(found)+len(hits) < limit {
		var files []council.Hit
		files, err = d.room.FindFiles(ctx, text, limit-len(found)-len(hits))
		hits = append(hits, files...)
	}
	for _, hit := range hits {
		found = append(found, kit.Found[string]{Key: hit.Link, Label: hit.Label, Note: hit.Note, Kind: wording.Text("council.find." + string(hit.Kind))})
	}
	return found[:min(limit, len(found))], err
}

func commands(c kit.Context) []kit.Command {
	opening := func(key, link string, name fyne.KeyName) kit.Command {
		return kit.Command{
			Label:    wording.Text("council.command." + key),
			Shortcut: &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierAlt},
			Run:      func() { c.Open(link) },
		}
	}
	templates := kit.Command{Label: wording.Text("council.command.templates"), Run: func() { c.Open(templatesLink) }}
	return []kit.Command{opening("tasks", tasksLink, fyne.KeyT), opening("meetings", meetingsLink, fyne.KeyM), templates}
}
