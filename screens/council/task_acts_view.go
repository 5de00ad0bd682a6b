package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// deed is something that can be done with a task now: how it is called and what asks for it.
type deed struct {
	key string
	ask func()
}

// deeds are what can be done at the step, the verb of the step last.
func (p *taskPanel) deeds() []deed {
	waits := p.extension() != nil
	switch p.task.Task.Step {
	case council.Assigning:
		return []deed{{"revise", p.askRevise}, {"assign", p.askAssign}}
	case council.Undertaking:
		return []deed{{"remind", p.remind}, {"undertake", p.askUndertake}}
	case council.Reporting:
		if waits {
			return []deed{{"remind", p.remind}, {"report", p.askReport}, {"decide", p.askExtension}}
		}
		return []deed{{"remind", p.remind}, {"extend", p.askExtend}, {"report", p.askReport}}
	case council.Reviewing:
		return []deed{{"return", p.askReturn}, {"approve", p.askApprove}}
	case council.Archiving:
		return []deed{{"close", p.askClose}}
	}
	return nil
}

func (p *taskPanel) buttons() []fyne.CanvasObject {
	deeds := p.deeds()
	if len(deeds) == 0 {
		return []fyne.CanvasObject{kit.NewPlain(wording.Text("council.do.open"), func() { p.context.Open(taskLink(p.task.Task.ID)) })}
	}
	buttons := make([]fyne.CanvasObject, len(deeds))
	for i, d := range deeds {
		buttons[i] = kit.NewPlain(wording.Text("council.do."+d.key), d.ask)
		if i == len(deeds)-1 {
			buttons[i] = kit.NewPrimary(wording.Text("council.do."+d.key), d.ask)
		}
	}
	return buttons
}

// extension is the request that waits to be decided, nil for none.
func (p *taskPanel) extension() *council.Extension {
	for i := range p.task.Extensions {
		if p.task.Extensions[i].State == council.Asked {
			return &p.task.Extensions[i]
		}
	}
	return nil
}

func (p *taskPanel) held() council.Held {
	return council.Held{ID: p.task.Task.ID, Version: p.task.Task.Version}
}

// act is a form of some fields and a text, for one task.
type act struct {
	key      string // council.act.<key>.title and so on
	needed   bool   // the text
	approver bool   // asks who approves
	lines    int
	proposed string
	fields   []*form.Field
	first    fyne.Focusable
	do       func(ctx context.Context, actor store.Actor, held council.Held, text string) error
	done     func(id int64) // after it went well; may be nil
}

// ask shows the form; where it is an approver's, once it is known who signs.
func (p *taskPanel) ask(a act) {
	if !a.approver {
		p.askAs(a, signature{person: p.desk.person})
		return
	}
	p.desk.signing(p.context, func(s signature) { p.askAs(a, s) })
}

func (p *taskPanel) askAs(a act, signed signature) {
	p.desk.readNames()
	held := p.held()
	field, text := form.Lines(wording.Text("council.act."+a.key+".text"), a.proposed, max(3, a.lines))
	field.Required = a.needed
	fields := append(append([]*form.Field{}, a.fields...), field)
	if signed.field != nil {
		fields = append(fields, signed.field)
	}
	first := a.first
	if first == nil {
		first = text
	}
	form.Question{
		Title: wording.Text("council.act."+a.key+".title", "number", p.task.Task.Number), Verb: wording.Text("council.act." + a.key + ".verb"),
		Form: p.desk.taskColumns().locked(form.New(fields...), &held), First: first,
		Work: func(ctx context.Context) error { return a.do(ctx, signed.actor(), held, text.Text) },
		Done: func() {
			p.done(held.ID)
			if a.done != nil {
				a.done(held.ID)
			}
		},
	}.Ask(p.context.Window().Canvas())
}

func (p *taskPanel) done(id int64) {
	p.load(id)
	p.context.Changed()
	if p.changed != nil {
		p.changed()
	}
}

func (p *taskPanel) askAssign() { p.ask(act{key: "assign", do: p.desk.room.Assign}) }

func (p *taskPanel) askUndertake() {
	field, person := form.Text(wording.Text("council.field.responsible"), p.task.Task.Responsible)
	field.Key, field.Help = "responsible", wording.Text("council.field.responsible_help")
	p.ask(act{key: "undertake", fields: []*form.Field{field}, first: person,
		do: func(ctx context.Context, actor store.Actor, held council.Held, text string) error {
			return p.desk.room.Undertake(ctx, actor, held, person.Text, text)
		}})
}

func (p *taskPanel) askReport() {
	task := p.task.Task
	progressField, progress := form.Count(wording.Text("council.field.progress"), 0, 100, "%")
	progress.SetWhole(int64(task.Progress))
	progressField.Key, progressField.Required = "progress", true
	troubleField, trouble := form.Text(wording.Text("council.field.trouble"), task.Trouble)
	nextField, next := form.Text(wording.Text("council.field.next"), task.NextStep)
	troubleField.Key, nextField.Key = "trouble", "next_step"
	submit := kit.NewCheck(wording.Text("council.field.submit"), false, nil)
	attach := kit.NewCheck(wording.Text("council.files.attach"), false, nil)
	p.ask(act{key: "report", needed: true, first: progress,
		fields: []*form.Field{progressField, troubleField, nextField, {Label: "", Input: submit, Help: wording.Text("council.field.submit_help")},
			{Label: "", Input: attach, Help: wording.Text("council.files.attach_help")}},
		done: func(id int64) {
			if attach.Checked() {
				p.files.openLatest(id, func() { p.done(id) })
			}
		},
		do: func(ctx context.Context, actor store.Actor, held council.Held, text string) error {
			whole, _ := progress.Whole()
			return p.desk.room.Report(ctx, actor, held, council.Report{Progress: int(whole), Text: text, Trouble: trouble.Text, NextStep: next.Text, Submit: submit.Checked()})
		}})
}

func (p *taskPanel) askExtend() {
	field, day := form.Day(wording.Text("council.field.until"), "")
	field.Required, field.Help = true, wording.Text("council.field.until_help", "due", p.task.Task.DueOn)
	p.ask(act{key: "extend", needed: true, fields: []*form.Field{field}, first: day,
		do: func(ctx context.Context, actor store.Actor, held council.Held, text string) error {
			return p.desk.room.Extend(ctx, actor, held, day.Value(), text)
		}})
}

func (p *taskPanel) askApprove() { p.ask(act{key: "approve", approver: true, do: p.desk.room.Approve}) }

func (p *taskPanel) askReturn() {
	p.ask(act{key: "return", needed: true, approver: true, do: p.desk.room.Return})
}

func (p *taskPanel) askClose() { p.ask(act{key: "close", do: p.desk.room.Close}) }

// askExtension grants more time, until the day asked for or another, or refuses it.
func (p *taskPanel) askExtension() {
	e := p.extension()
	answer := kit.NewRadio([]kit.Choice{{Value: "grant", Label: wording.Text("council.act.grant")}, {Value: "refuse", Label: wording.Text("council.act.refuse")}}, "grant", nil).Abreast()
	dayField, day := form.Day(wording.Text("council.field.until"), e.UntilOn)
	dayField.Help = wording.Text("council.field.until_help", "due", e.FromOn)
	p.ask(act{key: "decide", approver: true,
		fields: []*form.Field{
			{Label: wording.Text("council.field.reason"), Input: kit.NewParagraph(wording.Text("council.act.asked", "who", e.AskedBy, "until", e.UntilOn, "reason", e.Reason))},
			{Label: wording.Text("council.field.answer"), Input: answer}, dayField,
		},
		do: func(ctx context.Context, actor store.Actor, held council.Held, text string) error {
			if answer.Value() == "refuse" {
				return p.desk.room.Refuse(ctx, actor, held, text)
			}
			return p.desk.room.Grant(ctx, actor, held, day.Value(), text)
		}})
}

func (p *taskPanel) remind() {
	openReminders(p.context, p.desk, []int32{int32(p.task.Task.ID)}, func() { p.done(p.task.Task.ID) })
}

func (p *taskPanel) askRevise() {
	openFiling(p.context, p.desk, p.task, func(int64) { p.done(p.task.Task.ID) })
}
