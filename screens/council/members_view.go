package council

import (
	"context"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/identity"
	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/form"
	"smartcanal/screens/wording"
)

type membersShown struct {
	conference *council.Conference
	members    []council.MemberRow
	past       bool
}

// MembersView is the page of the conference itself and its member departments.
type MembersView struct {
	context kit.Context
	desk    *desk
	past    bool // memberships that ended are shown too
	loader  kit.Loader[membersShown]
	states  *kit.States
}

// NewMembersView makes the page; it loads when it is shown.
func NewMembersView(c kit.Context, d *desk) *MembersView {
	return &MembersView{context: c, desk: d, states: kit.NewStates()}
}

// Object is the page.
func (v *MembersView) Object() fyne.CanvasObject { return v.states.Container }

// Shown reads the members anew.
func (v *MembersView) Shown() { v.load() }

// Left stops reading.
func (v *MembersView) Left() { v.loader.Stop() }

func (v *MembersView) load() {
	past := v.past
	v.loader.Load(func(ctx context.Context) (shown membersShown, err error) {
		shown.past = past
		day := v.desk.room.Today()
		if past {
			day = ""
		}
		if shown.conference, err = v.desk.room.Conference(ctx); err == nil {
			shown.members, err = v.desk.room.MembersOn(ctx, day)
		}
		return shown, err
	}, func(shown membersShown, p *problem.Problem) {
		if p != nil {
			v.states.Failed(p, kit.NewPlain(wording.Text("council.page.again"), v.load))
			return
		}
		v.show(shown)
	})
}

func (v *MembersView) show(shown membersShown) {
	header := kit.Header{
		Crumbs: []kit.Crumb{{Label: wording.Text("shell.area.council"), Open: func() { v.context.Open(tasksLink) }}},
		Title:  wording.Text("council.members.title"),
		Note:   wording.Text("council.page.count", "n", len(shown.members)),
		Actions: []fyne.CanvasObject{kit.NewPlain(wording.Text("council.conference.open"), func() { v.askConference(shown.conference) }),
			kit.NewPrimary(wording.Text("council.members.add"), v.askMember)},
	}
	chip := kit.NewChip(wording.Text("council.members.past"), func() {
		v.past = !v.past
		v.load()
	})
	chip.SetActive(shown.past)
	content := kit.Down(kit.WideGap, []kit.Track{kit.Natural, kit.Natural, kit.Share(1)}, v.conference(shown.conference), kit.Row(kit.Gap, chip, kit.Spring()), v.list(shown))
	v.states.Show(kit.NewPage(header, content))
	v.context.Status(wording.Text("council.members.status"))
}

func (v *MembersView) conference(c *council.Conference) fyne.CanvasObject {
	if c.ID == 0 {
		return kit.NewPlainCard(kit.Row(kit.Gap, kit.NewSecondary(wording.Text("council.conference.none")), kit.Spring(),
			kit.NewPlain(wording.Text("council.conference.open"), func() { v.askConference(c) })))
	}
	facts := kit.Across(kit.WideGap, []kit.Track{kit.Share(1), kit.Share(1)},
		kit.NewPropertyList(76, kit.Property{Name: wording.Text("council.conference.convener"), Value: c.Convener}, kit.Property{Name: wording.Text("council.conference.office"), Value: c.Office},
			kit.Property{Name: wording.Text("council.conference.head"), Value: c.OfficeHead}),
		kit.NewPropertyList(76, kit.Property{Name: wording.Text("council.conference.rules"), Value: c.Rules}))
	return kit.NewCard(c.Name, facts)
}

func (v *MembersView) list(shown membersShown) fyne.CanvasObject {
	if len(shown.members) == 0 {
		return kit.NewPlainCard(kit.NewEmpty(wording.Text("council.members.none"), wording.Text("council.members.none_do"), kit.NewPrimary(wording.Text("council.members.add"), v.askMember)))
	}
	rows := make([][]kit.Cell, len(shown.members))
	for i, m := range shown.members {
		lasts := m.FromOn + " —"
		if m.UntilOn != "" {
			lasts += " " + m.UntilOn
		}
		rows[i] = kit.Cells(m.Name, m.Leader, m.LeaderPost, m.Liaison, identity.MaskPhone(m.LiaisonPhone), lasts, wording.Grouped(m.Open), m.Note)
	}
	heads := make([]kit.Head, 8)
	for i, key := range []string{"name", "leader", "post", "liaison", "phone", "lasts", "open", "note"} {
		heads[i] = kit.Head{Title: wording.Text("council.members." + key), Grow: key == "note", Right: key == "open"}
	}
	table := kit.NewTable(heads, rows...).Roomy().OnRow(func(row int) { v.askChange(shown.members[row]) })
	return kit.NewCard(wording.Text("council.members.list"), kit.Scrolled(table), kit.NewSecondary(wording.Text("council.members.click")))
}

// memberFields are the fields of a membership.
type memberFields struct {
	leader, post, liaison, phone, note *kit.Entry
	from                               *form.Date
	fields                             []*form.Field
}

func newMemberFields(m council.Member) *memberFields {
	f := &memberFields{}
	text := func(key, value string) (*form.Field, *kit.Entry) {
		return form.Text(wording.Text("council.members."+key), value)
	}
	var fields [5]*form.Field
	fields[0], f.leader = text("leader", m.Leader)
	fields[1], f.post = text("post", m.LeaderPost)
	fields[2], f.liaison = text("liaison", m.Liaison)
	fields[3], f.phone = text("phone", m.LiaisonPhone)
	fields[4], f.note = text("note", m.Note)
	for i, column := range []string{"leader", "leader_post", "liaison", "liaison_phone", "note"} {
		fields[i].Key = column
	}
	fromField, from := form.Day(wording.Text("council.members.from"), m.FromOn)
	fromField.Required = true
	f.from = from
	f.fields = append(fields[:4:4], fromField, fields[4])
	return f
}

func (f *memberFields) into(m *council.Member) {
	m.Leader, m.LeaderPost, m.Liaison, m.LiaisonPhone, m.Note, m.FromOn = f.leader.Text, f.post.Text, f.liaison.Text, f.phone.Text, f.note.Text, f.from.Value()
}

func (v *MembersView) askMember() {
	f := newMemberFields(council.Member{FromOn: v.desk.room.Today()})
	who := kit.NewPicker(wording.Text("council.field.lead_pick"), v.desk.departments, nil)
	whoField := &form.Field{Label: wording.Text("council.members.name"), Required: true, Input: who, Help: wording.Text("council.members.name_help")}
	form.Question{
		Title: wording.Text("council.members.add_title"), Verb: wording.Text("council.members.add_verb"), Form: form.New(append([]*form.Field{whoField}, f.fields...)...), First: f.leader,
		Work: func(ctx context.Context) error {
			var m council.Member
			f.into(&m)
			chosen, _ := who.Chosen()
			m.OrganizationID = chosen.Key
			return v.desk.room.AddMember(ctx, v.desk.person, &m)
		},
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

// askChange changes leader or liaison from a day on, or lets the department leave.
func (v *MembersView) askChange(row council.MemberRow) {
	f := newMemberFields(row.Member)
	f.from.SetText(v.desk.room.Today())
	leaves := kit.NewCheck(wording.Text("council.members.leaves"), false, nil)
	held := council.Held{ID: row.ID, Version: row.Version}
	form.Question{
		Title: wording.Text("council.members.change_title", "name", row.Name), Verb: wording.Text("council.revise.verb"), First: f.leader,
		Form: memberColumns().locked(form.New(append(f.fields, &form.Field{Input: leaves, Help: wording.Text("council.members.leaves_help")})...), &held),
		Work: func(ctx context.Context) error {
			if leaves.Checked() {
				return v.desk.room.EndMember(ctx, v.desk.person, held, f.from.Value(), f.note.Text)
			}
			changed := row.Member
			f.into(&changed)
			return v.desk.room.ChangeMember(ctx, v.desk.person, held, changed)
		},
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}

func (v *MembersView) askConference(c *council.Conference) {
	nameField, name := form.Text(wording.Text("council.conference.name"), c.Name)
	nameField.Required = true
	convenerField, convener := form.Text(wording.Text("council.conference.convener"), c.Convener)
	officeField, office := form.Text(wording.Text("council.conference.office"), c.Office)
	headField, head := form.Text(wording.Text("council.conference.head"), c.OfficeHead)
	rulesField, rules := form.Lines(wording.Text("council.conference.rules"), c.Rules, 6)
	for column, field := range map[string]*form.Field{"name": nameField, "convener": convenerField, "office": officeField, "office_head": headField, "rules": rulesField} {
		field.Key = column
	}
	held := council.Held{ID: c.ID, Version: c.Version}
	form.Question{
		Title: wording.Text("council.conference.title"), Verb: wording.Text("council.revise.verb"), First: name,
		Form: columns{}.locked(form.New(nameField, convenerField, officeField, headField, rulesField), &held),
		Work: func(ctx context.Context) error {
			changed := *c
			changed.Version = held.Version
			changed.Name, changed.Convener, changed.Office, changed.OfficeHead, changed.Rules = name.Text, convener.Text, office.Text, head.Text, rules.Text
			return v.desk.room.SaveConference(ctx, v.desk.person, &changed)
		},
		Done: v.load,
	}.Ask(v.context.Window().Canvas())
}
