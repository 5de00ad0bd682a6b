package shell

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

// peopleCard is who works in the office and what each may do.
type peopleCard struct {
	shell   *Shell
	object  fyne.CanvasObject
	states  *kit.States
	known   int // how many are entered
	reading kit.Loader[[]people.Person]
}

func newPeopleCard(s *Shell) *peopleCard {
	c := &peopleCard{shell: s, states: kit.NewStates()}
	if s.session == nil || s.session.Staff == nil {
		c.object = kit.Space(0, 0)
		return c
	}
	add := kit.NewPlain(wording.Text("shell.person.add"), func() { c.edit(c.newcomer()) })
	c.object = kit.NewCard(wording.Text("shell.person.card"), kit.Column(kit.WideGap, kit.NewNote(wording.Text("shell.person.card_help")), c.states.Container,
		kit.Row(0, kit.Spring(), add)))
	return c
}

func (c *peopleCard) load() {
	if c.shell.session == nil || c.shell.session.Staff == nil {
		return
	}
	c.reading.Load(c.shell.session.Staff.All, c.show)
}

func (c *peopleCard) show(all []people.Person, p *problem.Problem) {
	c.known = len(all)
	switch {
	case p != nil:
		c.states.Failed(p)
	case len(all) == 0:
		empty := kit.NewParagraph(wording.Text("shell.person.none"))
		empty.Colour = kit.Secondary
		c.states.Show(empty)
	default:
		c.states.Show(c.table(all))
	}
	c.object.Refresh()
}

func (c *peopleCard) table(all []people.Person) fyne.CanvasObject {
	rows := make([][]kit.Cell, len(all))
	for i := range all {
		p := &all[i]
		state := kit.Cell{Text: wording.Text("shell.person.working")}
		if p.Gone {
			state = kit.Cell{Text: wording.Text("shell.person.gone"), Colour: kit.Secondary}
		}
		rows[i] = []kit.Cell{{Text: p.Name, Bold: p.Name == c.shell.session.Person}, {Object: roleBadges(p)}, state}
	}
	heads := []kit.Head{{Title: wording.Text("shell.person.name")}, {Title: wording.Text("shell.person.roles"), Grow: true}, {Title: wording.Text("shell.person.state")}}
	return kit.NewTable(heads, rows...).Roomy().OnRow(func(row int) { c.edit(all[row]) })
}

// newcomer proposes that whoever is entered first may do everything: somebody must approve.
func (c *peopleCard) newcomer() people.Person {
	if c.known == 0 {
		return people.Person{Roles: people.Roles}
	}
	return people.Person{Roles: []people.Role{people.Clerk}}
}

// edit asks about a person, new or known.
func (c *peopleCard) edit(p people.Person) {
	name, entry := form.Text(wording.Text("shell.person.name"), p.Name)
	name.Required, name.Help = true, wording.Text("shell.person.name_help")
	boxes, objects := make([]*kit.Check, len(people.Roles)), make([]fyne.CanvasObject, len(people.Roles))
	for i, role := range people.Roles {
		boxes[i] = kit.NewCheck(wording.Text(role.Key()), p.May(role), nil)
		objects[i] = boxes[i]
	}
	fields := []*form.Field{name, {Label: wording.Text("shell.person.roles"), Required: true, Input: kit.Row(20, objects...), Help: wording.Text("shell.person.roles_help")}}
	gone := kit.NewCheck(wording.Text("shell.person.left"), p.Gone, nil)
	title := wording.Text("shell.person.add")
	if p.ID != 0 {
		title = wording.Text("shell.person.edit")
		fields = append(fields, &form.Field{Label: wording.Text("shell.person.state"), Input: gone, Help: wording.Text("shell.person.left_help")})
	}
	answer := func(ctx context.Context) error {
		p.Name, p.Gone, p.Roles = entry.Text, gone.Checked(), nil
		for i, role := range people.Roles {
			if boxes[i].Checked() {
				p.Roles = append(p.Roles, role)
			}
		}
		return c.shell.session.Staff.Save(ctx, store.Actor(c.shell.session.Person), &p)
	}
	form.Question{Title: title, Verb: wording.Text("shell.person.save"), Form: form.New(fields...), Work: answer, Done: c.saved}.Ask(c.shell.window.Canvas())
}

// saved shows the people as they are now and, where the one at work is none of those who are entered, asks who works now.
func (c *peopleCard) saved() {
	s := c.shell
	c.load()
	s.Changed()
	s.askRoster(func(all roster) {
		s.session.staffed = len(all) > 0
		known := slices.ContainsFunc(all, func(p people.Person) bool { return p.Name == s.session.Person })
		switch {
		case known || len(all) == 0:
			s.frame.setPerson(s.session.Office, s.session.Person, s.switchPerson())
		default:
			s.choosePerson()
		}
	})
}
