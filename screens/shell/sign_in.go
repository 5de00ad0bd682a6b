package shell

import (
	"context"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"

	"smartcanal/data/people"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// personKey is where the office keeps who worked at this computer last.
const personKey = "person"

// roster is who may work here, the one who did last in front.
type roster []people.Person

// readRoster gives those who work in the office now.
func readRoster(ctx context.Context, staff *people.Room, memory kit.Memory) (roster, error) {
	all, err := staff.All(ctx)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(p people.Person) bool { return p.Gone })
	last, err := memory.Recall(ctx, personKey)
	slices.SortStableFunc(all, func(a, b people.Person) int {
		switch last {
		case a.Name:
			return -1
		case b.Name:
			return 1
		}
		return 0
	})
	return all, err
}

// signIn asks who works, where the office has entered its people, and goes on with the pages. There is no
// password: the file of data can be copied by whoever sits at the computer, and a name is what the journal needs.
func (s *Shell) signIn(then func()) {
	s.session.stands, s.session.office = s.stand, s.Memory()
	s.askRoster(func(all roster) {
		s.session.staffed = len(all) > 0
		if len(all) == 0 {
			s.begun(then)
			return
		}
		list, first := s.rosterList(all, func(name string) {
			s.actAs(name)
			s.begun(then)
		})
		content := kit.Column(kit.WideGap, kit.NewStyled(wording.Text("shell.person.who"), kit.Ink, kit.TitleSize, true),
			kit.NewNote(wording.Text("shell.person.help")), kit.Space(0, 2), list)
		card := kit.NewPanel(kit.CardGround, kit.Line, kit.Radius, kit.Pad(content, 24, 28, 24, 28))
		s.frame.show(kit.Scrolled(kit.Pad(kit.Across(0, []kit.Track{kit.Share(1), kit.Fixed(480), kit.Share(1)}, kit.Space(0, 0), kit.Column(0, card), kit.Space(0, 0)), 64, 0, 28, 0)))
		s.window.Canvas().Focus(first)
	})
}

func (s *Shell) begun(then func()) {
	s.take()
	s.Changed()
	then()
}

func (s *Shell) askRoster(then func(roster)) {
	staff, memory := s.session.Staff, s.session.office
	if staff == nil || s.session.As == nil {
		then(nil)
		return
	}
	s.signing.Load(func(ctx context.Context) (roster, error) { return readRoster(ctx, staff, memory) }, func(all roster, p *problem.Problem) {
		if p != nil {
			s.failed(p)
			return
		}
		then(all)
	})
}

// rosterList offers the people, and what to put the keyboard on.
func (s *Shell) rosterList(all roster, chosen func(name string)) (fyne.CanvasObject, fyne.Focusable) {
	rows := make([]fyne.CanvasObject, len(all))
	var first fyne.Focusable
	for i := range all {
		name := all[i].Name
		row := kit.Pad(kit.Across(kit.Gap, []kit.Track{kit.Share(1), kit.Natural}, kit.NewText(name).Short(), roleBadges(&all[i])), 6, 10, 6, 10)
		press := kit.NewPressable(row, func() { chosen(name) })
		if i == 0 {
			first = press
		}
		rows[i] = press
	}
	return kit.NewLines(rows...), first
}

func roleBadges(p *people.Person) fyne.CanvasObject {
	tints := map[people.Role]kit.Tint{people.Clerk: kit.Blue, people.Reviewer: kit.TealTint, people.Approver: kit.GreenTint}
	var badges []fyne.CanvasObject
	for _, role := range people.Roles {
		if p.May(role) {
			badges = append(badges, kit.NewBadge(wording.Text(role.Key()), tints[role]))
		}
	}
	return kit.Row(4, badges...)
}

// actAs makes a person the one who works in all windows.
func (s *Shell) actAs(name string) {
	s.keeping.Now()
	s.session.Person = name
	s.session.Areas, s.session.Memory = s.session.As(name)
	if err := keepIn(s.session.office, personKey, name); err != nil {
		slog.Warn("who worked last is not remembered", "cause", err)
	}
}

// switchPerson lets another person take over from the name at the top; nil where there is nobody else to.
func (s *Shell) switchPerson() func() {
	if !s.session.staffed {
		return nil
	}
	return s.choosePerson
}

// choosePerson asks who works now; the windows stay where they are.
func (s *Shell) choosePerson() {
	s.askRoster(func(all roster) {
		var d *kit.Dialog
		list, first := s.rosterList(all, func(name string) {
			d.Close()
			s.takeOver(name)
		})
		cancel := kit.NewPlain(wording.Text("kit.dialog.cancel"), func() { d.Close() })
		d = kit.NewDialog(s.window.Canvas(), 420, wording.Text("shell.person.who"), list, cancel)
		d.Show(first)
	})
}

// takeOver goes on as another person, whose look and language are his own.
func (s *Shell) takeOver(name string) {
	s.actAs(name)
	s.session.staffed = true
	memory := s.Memory()
	s.settling.Load(func(ctx context.Context) (settled, error) { return recallSettled(ctx, memory) }, func(last settled, p *problem.Problem) {
		s.Problem(p)
		if last.found {
			s.apply(last.appearance)
		}
		s.rebuildAll()
	})
}
