package people

import (
	"path/filepath"
	"testing"

	"smartcanal/data/problem"
	"smartcanal/data/store"
)

const head store.Actor = "科长"

func newRoom(t *testing.T) *Room {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return New(st)
}

func (r *Room) with(t *testing.T, name string, roles ...Role) *Person {
	t.Helper()
	p := &Person{Name: name, Roles: roles}
	if err := r.Save(t.Context(), head, p); err != nil {
		t.Fatal(err)
	}
	return p
}

// asked tells the code of the problem a person meets who asks for a role.
func (r *Room) asked(t *testing.T, name store.Actor, role Role) string {
	t.Helper()
	err := r.store.Write(t.Context(), name, "people.test", func(tx *store.Tx) error { return Require(tx, role) })
	if err == nil {
		return ""
	}
	return problem.Of(err).Code
}

func TestAnOfficeOfNobodyMayDoEverything(t *testing.T) {
	r := newRoom(t)
	for _, role := range Roles {
		if code := r.asked(t, "经办人", role); code != "" {
			t.Errorf("%s: %s", role, code)
		}
	}
}

func TestPeopleDoWhatTheirRolesSay(t *testing.T) {
	r := newRoom(t)
	r.with(t, "王主任", Reviewer, Approver)
	clerk := r.with(t, "李经办", Clerk)
	for _, c := range []struct {
		name store.Actor
		role Role
		want string
	}{
		{"王主任", Approver, ""},
		{"王主任", Reviewer, ""},
		{"王主任", Clerk, "people.may_not"},
		{"李经办", Clerk, ""},
		{"李经办", Approver, "people.may_not"},
		{"路人", Clerk, "people.may_not"},
	} {
		if code := r.asked(t, c.name, c.role); code != c.want {
			t.Errorf("%s as %s: %q, want %q", c.name, c.role, code, c.want)
		}
	}
	clerk.Gone = true
	if err := r.Save(t.Context(), head, clerk); err != nil {
		t.Fatal(err)
	}
	if code := r.asked(t, "李经办", Clerk); code != "people.may_not" {
		t.Errorf("who left may still enter: %q", code)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	r := newRoom(t)
	if err := r.Save(t.Context(), head, &Person{Name: "赵经办", Roles: []Role{Clerk}}); problem.Of(err).Code != "people.no_approver" {
		t.Errorf("an office where nobody approves: %v", err)
	}
	boss := r.with(t, " 王主任 ", Approver)
	if boss.Name != "王主任" || boss.Initials != "wzr" {
		t.Errorf("written as %q, %q", boss.Name, boss.Initials)
	}
	for _, c := range []struct {
		person Person
		want   string
	}{
		{Person{Name: "  ", Roles: []Role{Clerk}}, "people.name_missing"},
		{Person{Name: "王主任", Roles: []Role{Clerk}}, "people.name_taken"},
		{Person{Name: "孙复核"}, "people.role_missing"},
		{Person{Name: "孙复核", Roles: []Role{"boss"}}, "people.role_unknown"},
	} {
		if err := r.Save(t.Context(), head, &c.person); err == nil || problem.Of(err).Code != c.want {
			t.Errorf("%+v: %v, want %s", c.person, err, c.want)
		}
	}
	r.with(t, "李经办", Clerk)
	if err := r.Remove(t.Context(), head, boss); problem.Of(err).Code != "people.no_approver" {
		t.Errorf("the only approver removed: %v", err)
	}
	if all, err := r.All(t.Context()); err != nil || len(all) != 2 {
		t.Errorf("%v %v, want both still there", all, err)
	}
}
