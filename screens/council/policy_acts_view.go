package council

import (
	"context"

	"smartcanal/data/council"
	"smartcanal/data/document/papers"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

func (v *PolicyView) moreChoices() []kit.Choice {
	var list []kit.Choice
	for _, key := range []string{"change", "import", "export", "adoption_table", "repeal"} {
		list = append(list, kit.Choice{Value: key, Label: wording.Text("council.policies." + key)})
	}
	return list
}

func (v *PolicyView) doMore(key string) {
	switch key {
	case "change":
		askPolicy(v.context, v.desk, &v.shown.page.PolicyDocument, func(int64) { v.load() })
	case "import":
		v.importBreakdown()
	case "export":
		v.exportBreakdown()
	case "adoption_table":
		id := v.shown.page.ID
		savePaper(v.context, v.desk, paper{"adoption", wording.Text("council.papers.adoption_file", "title", v.shown.page.Title),
			func(ctx context.Context) (papers.Facts, error) { return v.desk.room.AdoptionPaper(ctx, id) }})
	case "repeal":
		v.askRepeal()
	}
}

func (v *PolicyView) askVersion() {
	noteField, note := form.Text(wording.Text("council.policies.version_note"), "")
	noteField.Help = wording.Text("council.policies.version_note_help")
	textField, text := form.Lines(wording.Text("council.policies.text"), "", 14)
	textField.Required = true
	if texts := v.shown.page.Texts; len(texts) > 0 {
		text.SetText(texts[0].Text)
	}
	form.Question{
		Title: wording.Text("council.policies.version_title"), Verb: wording.Text("council.revise.verb"), Width: 760, Form: form.New(noteField, textField), First: text,
		Work: func(ctx context.Context) error {
			_, err := v.desk.room.AddVersion(ctx, v.desk.person, v.id, note.Text, text.Text)
			return err
		},
		Done: func() {
			v.before, v.after = 0, 0
			v.load()
		},
	}.Ask(v.context.Window().Canvas())
}

// askComments asks the members for comments; those not to be asked are taken off.
func (v *PolicyView) askComments() {
	var loader kit.Loader[[]council.Department]
	loader.Load(v.desk.room.Departments, func(all []council.Department, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		var members []kit.Found[int64]
		for _, one := range all {
			if one.Member {
				members = append(members, kit.Found[int64]{Key: one.ID, Label: one.Shown()})
			}
		}
		list, held := newDepartmentList(v.desk, members), v.held()
		dayField, day := form.Day(wording.Text("council.policies.until"), "")
		dayField.Key, dayField.Required = "comments_until", true
		whom := &form.Field{Label: wording.Text("council.policies.whom"), Input: list.object, Help: wording.Text("council.policies.whom_help")}
		form.Question{
			Title: wording.Text("council.policies.ask_title"), Verb: wording.Text("council.policies.ask_verb"), First: day,
			Form: policyColumns().locked(form.New(dayField, whom), &held),
			Work: func(ctx context.Context) error {
				return v.desk.room.AskComments(ctx, v.desk.person, held, day.Value(), list.ids())
			},
			Done: v.load,
		}.Ask(v.context.Window().Canvas())
	})
}

func (v *PolicyView) askComment(row council.CommentRow) {
	textField, text := form.Lines(wording.Text("council.policies.comment"), row.Text, 4)
	textField.Help = wording.Text("council.policies.comment_help")
	adoptionField, adoption := form.Choice(wording.Text("council.policies.adoption"), append([]kit.Choice{{Label: wording.Text("council.policies.undecided")}}, choices("council.adoption.", council.Adoptions)...), string(row.Adoption))
	replyField, reply := form.Lines(wording.Text("council.policies.reply"), row.Reply, 3)
	replyField.Help = wording.Text("council.policies.reply_help")
	textField.Key, adoptionField.Key, replyField.Key = "text", "adoption", "reply"
	held := council.Held{ID: row.ID, Version: row.Version}
	form.Question{
		Title: wording.Text("council.policies.comment_of", "department", row.Department), Verb: wording.Text("council.revise.verb"), First: text,
		Form: columns{}.locked(form.New(textField, adoptionField, replyField), &held),
		Work: func(ctx context.Context) error {
			c := row.PolicyComment
			c.Version = held.Version
			c.Text, c.Adoption, c.Reply = text.Text, council.Adoption(adoption.Value()), reply.Text
			return v.desk.room.SetComment(ctx, v.desk.person, &c)
		},
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

func (v *PolicyView) askIssue() {
	held := v.held()
	numberField, number := form.Text(wording.Text("council.policies.number"), v.shown.page.Number)
	numberField.Required, numberField.Help = true, wording.Text("council.policies.number_help")
	dayField, day := form.Day(wording.Text("council.policies.issued"), v.desk.room.Today())
	dayField.Required = true
	numberField.Key, dayField.Key = "number", "issued_on"
	form.Question{
		Title: wording.Text("council.policies.issue_title"), Verb: wording.Text("council.policies.issue_verb"), First: number,
		Form: policyColumns().locked(form.New(numberField, dayField), &held),
		Work: func(ctx context.Context) error {
			return v.desk.room.Issue(ctx, v.desk.person, held, number.Text, day.Value())
		},
		Done: func() {
			v.context.Changed()
			v.load()
		},
	}.Ask(v.context.Window().Canvas())
}

func (v *PolicyView) askRepeal() {
	held := v.held()
	dayField, day := form.Day(wording.Text("council.policies.ended"), v.desk.room.Today())
	dayField.Key, dayField.Required = "ended_on", true
	form.Question{
		Title: wording.Text("council.policies.repeal_title"), Verb: wording.Text("council.policies.repeal_verb"), First: day,
		Form: policyColumns().locked(form.New(dayField), &held),
		Work: func(ctx context.Context) error { return v.desk.room.Repeal(ctx, v.desk.person, held, day.Value()) },
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

// importBreakdown takes a 任务分解表 in: what it would file is told before it is filed.
func (v *PolicyView) importBreakdown() {
	kind := kit.FileKind{Name: wording.Text("council.ledger.kind"), Extensions: []string{"xlsx", "csv", "txt"}}
	kit.ChooseFiles(v.context.Window(), wording.Text("council.policies.import"), kind, func(paths []string) { v.Drop(paths) })
}

// Drop takes the first of the files dropped on the page for a breakdown.
func (v *PolicyView) Drop(paths []string) {
	var loader kit.Loader[*council.LedgerPlan]
	loader.Load(func(ctx context.Context) (*council.LedgerPlan, error) { return v.desk.previewLedger(ctx, paths[0]) }, func(plan *council.LedgerPlan, p *problem.Problem) {
		if p != nil {
			v.context.Problem(p)
			return
		}
		text := wording.Text("council.ledger.sum", "table", plan.Table, "kind", wording.Text("council.ledger.of."+string(plan.Kind)),
			"added", plan.Count(council.Added), "there", plan.Count(council.Unchanged), "refused", plan.Count(council.Rejected))
		for _, e := range plan.Entries {
			if e.Problem != nil {
				text += "\n" + wording.Text("council.policies.row", "n", e.Row, "why", worded(e.Problem))
			}
		}
		kit.Confirm(v.context.Window().Canvas(), wording.Text("council.policies.import_title"), text, wording.Text("council.policies.import_verb"), func() {
			write(v.context, func(ctx context.Context) error { return v.desk.room.ApplyBreakdown(ctx, v.desk.person, v.id, plan) }, v.load)
		})
	})
}

func (v *PolicyView) exportBreakdown() {
	kit.SaveFile(v.context, kit.SavedFile{
		Title: wording.Text("council.policies.export"), Name: wording.Text("council.policies.export_file", "title", v.shown.page.Title) + ".xlsx",
		Kind:  kit.FileKind{Name: wording.Text("council.ledger.kind"), Extensions: []string{"xlsx"}},
		Write: func(ctx context.Context, path string) error { return v.desk.room.ExportBreakdown(ctx, v.id, path) },
	})
}
