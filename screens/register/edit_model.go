package register

import (
	"context"
	"errors"
	"fmt"
	"time"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit/form"
)

// EditModel is the form of an organisation: what was read, what the person made of it, and what is wrong.
type EditModel struct {
	rooms rooms
	id    int64 // 0 for a new one
	now   func() time.Time

	Original register.Organization
	Draft    register.Organization
	refused  map[string]refusal // what only the whole register could tell, by field
}

// refusal is a value the register refused.
type refusal struct {
	value string
	fault *problem.Problem
}

func newEditModel(r rooms, id int64) *EditModel {
	fresh := register.Organization{Kind: register.Enterprise, Status: register.Active}
	return &EditModel{rooms: r, id: id, now: time.Now, Original: fresh, Draft: fresh, refused: map[string]refusal{}}
}

// DraftName names the form among the drafts.
func (m *EditModel) DraftName() string {
	if m.New() {
		return "organization/new"
	}
	return fmt.Sprintf("organization/%d", m.id)
}

// New tells whether the form makes a new organisation.
func (m *EditModel) New() bool { return m.id == 0 }

// Load reads the organisation to change; a new one begins empty.
func (m *EditModel) Load(ctx context.Context) (*register.Organization, error) {
	if m.New() {
		return &m.Original, nil
	}
	return m.rooms.room.Find(ctx, m.id)
}

// Take begins with an organisation as it was read.
func (m *EditModel) Take(o *register.Organization) { m.Original, m.Draft = *o, *o }

// Wrong words what is wrong with a field, "" for nothing.
func (m *EditModel) Wrong(field string) string {
	draft := m.Draft
	for _, p := range draft.Check(m.now()) {
		if p.Where.Column == field {
			return wrongText(p)
		}
	}
	if r, is := m.refused[field]; is && r.value == *m.Draft.Field(field) {
		return wrongText(r.fault)
	}
	return ""
}

// Changed are the fields the person changed.
func (m *EditModel) Changed() []string {
	return differing(&m.Original, &m.Draft)
}

func differing(a, b *register.Organization) []string {
	var names []string
	for _, name := range register.FieldNames() {
		if *a.Field(name) != *b.Field(name) {
			names = append(names, name)
		}
	}
	return names
}

// Save writes the draft and gives the organisation's id. What the register refuses is then wrong at its field.
func (m *EditModel) Save(ctx context.Context) (int64, error) {
	draft := m.Draft
	var err error
	if m.New() {
		err = m.rooms.room.Create(ctx, m.rooms.actor, &draft)
	} else {
		err = m.rooms.room.Update(ctx, m.rooms.actor, &draft)
	}
	if p := problem.Of(err); p != nil && draft.Field(p.Where.Column) != nil {
		m.refused[p.Where.Column] = refusal{*m.Draft.Field(p.Where.Column), p}
	}
	return draft.ID, err
}

// Conflict is what somebody else made of the organisation while the person was at it.
type Conflict struct {
	form.Conflict
	Theirs register.Organization
}

// IsConflict tells whether a save failed because somebody else saved first.
func IsConflict(err error) bool { return errors.Is(err, problem.New("record.changed")) }

// Conflict reads what they made of it; p is what the save ended with.
func (m *EditModel) Conflict(ctx context.Context, p *problem.Problem) (*Conflict, error) {
	theirs, err := m.rooms.room.Find(ctx, m.id)
	if err != nil {
		return nil, err
	}
	c := &Conflict{form.Conflict{By: p.Args["by"], At: p.Args["at"]}, *theirs}
	for _, name := range register.FieldNames() {
		shown := func(o *register.Organization) string { return valueText(name, *o.Field(name)) }
		field := form.Contested{Label: fieldText(name), Was: shown(&m.Original), Theirs: shown(theirs), Mine: shown(&m.Draft)}
		if field.ByMe() || field.ByThem() {
			c.Fields = append(c.Fields, field)
		}
	}
	return c, nil
}

// KeepMine puts the fields the person changed over what they made of it; saving then writes both.
func (m *EditModel) KeepMine(c *Conflict) {
	draft := c.Theirs
	for _, name := range m.Changed() {
		*draft.Field(name) = *m.Draft.Field(name)
	}
	m.Original, m.Draft = c.Theirs, draft
}

// Alike finds organisations with a name like the draft's, other than itself.
func (m *EditModel) Alike(ctx context.Context, name string) ([]register.Similar, error) {
	if name == "" {
		return nil, nil
	}
	found, err := m.rooms.room.SimilarOrganizations(ctx, name, 6)
	var others []register.Similar
	for _, one := range found {
		if one.ID != m.id {
			others = append(others, one)
		}
	}
	return others, err
}
