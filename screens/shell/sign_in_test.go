package shell

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/people"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/kittest"
)

// staffed is a host whose file has people; the areas of each are told apart by whom they were made for.
func staffed(t *testing.T, memory kit.Memory, entered ...people.Person) (change func(*fakeHost), actors *[]string) {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	room := people.New(st)
	for i := range entered {
		if err := room.Save(t.Context(), "科长", &entered[i]); err != nil {
			t.Fatal(err)
		}
	}
	actors = &[]string{}
	return func(h *fakeHost) {
		areas := h.session.Areas
		h.session.Staff, h.session.Memory = room, memory
		h.session.As = func(person string) ([]kit.Area, kit.Memory) {
			*actors = append(*actors, person)
			return areas, memory
		}
	}, actors
}

// office is three people who work and one who left.
func office() []people.Person {
	return []people.Person{{Name: "孙科长", Roles: []people.Role{people.Approver}}, {Name: "李静", Roles: []people.Role{people.Clerk}},
		{Name: "王敏", Roles: []people.Role{people.Clerk, people.Reviewer}}, {Name: "赵离", Roles: []people.Role{people.Clerk}, Gone: true}}
}

func (f *fixture) shown() fyne.CanvasObject { return f.frame.content.Objects[0] }

func TestAnOfficeOfOneBeginsAtOnce(t *testing.T) {
	change, actors := staffed(t, kit.NewMemory())
	f := start(t, change)
	if f.page() != "register" || len(*actors) != 0 || words(f.frame.person) != "运河区商务局 · 经办员" {
		t.Errorf("%q %v %q", f.page(), *actors, words(f.frame.person))
	}
}

func TestWhoWorksIsAskedAtTheStartAndRemembered(t *testing.T) {
	memory := kit.NewMemory()
	change, actors := staffed(t, memory, office()...)
	f := start(t, change)
	if f.page() != "" || strings.Contains(words(f.shown()), "赵离") {
		t.Fatalf("on %q, offered: %s", f.page(), words(f.shown()))
	}
	f.window.Canvas().FocusNext()
	f.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	chosen := f.session.Person
	if len(*actors) != 1 || (*actors)[0] != chosen || f.page() != "register" || !strings.Contains(words(f.frame.person), chosen) {
		t.Fatalf("%v, %q on %q, top says %q", *actors, chosen, f.page(), words(f.frame.person))
	}
	f.Shell.closed()
	again := start(t, change)
	again.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if again.session.Person != chosen {
		t.Errorf("%q is offered first, not %q, who worked last", again.session.Person, chosen)
	}
}

func TestAnotherPersonTakesOver(t *testing.T) {
	memory := kit.NewMemory()
	change, _ := staffed(t, memory, office()...)
	f := start(t, change)
	f.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	before := f.session.Person
	f.Open("smartcanal://sales")
	f.openBeside("smartcanal://organization/7")
	old := f.windows[1].current.page
	var name *kit.Pressable
	kittest.Walk(f.frame.person, func(o fyne.CanvasObject) {
		if press, is := o.(*kit.Pressable); is {
			name = press
		}
	})
	test.Tap(name)
	over := f.window.Canvas()
	over.FocusNext()
	over.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.session.Person == before || f.page() != "sales" || pageOf(f.windows[1]).name != "organization 7" {
		t.Errorf("%q on %q and %q", f.session.Person, f.page(), pageOf(f.windows[1]).name)
	}
	if f.windows[1].current.page == old {
		t.Error("a page of the person before is still shown")
	}
}

func TestPeopleAreEnteredInTheSettings(t *testing.T) {
	change, actors := staffed(t, kit.NewMemory())
	f := start(t, change)
	f.Open("smartcanal://settings")
	page := f.current.page.Object()
	pressed(t, page, "添加人员…")
	over := f.window.Canvas()
	test.Type(over.Focused().(*kit.Entry), "孙科长")
	over.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(*actors) != 0 || over.Overlays().Top() == nil {
		t.Fatal("who works now is asked, because the one at work is not entered")
	}
	over.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.session.Person != "孙科长" || !strings.Contains(words(f.frame.person), "孙科长") {
		t.Fatalf("%q works, top says %q", f.session.Person, words(f.frame.person))
	}
	all, err := f.session.Staff.All(t.Context())
	if err != nil || len(all) != 1 || !all[0].May(people.Approver) {
		t.Errorf("%+v %v: the first one may do everything", all, err)
	}
}

func TestAPersonThatCannotBeSavedStaysInTheForm(t *testing.T) {
	change, _ := staffed(t, kit.NewMemory(), office()...)
	f := start(t, change)
	f.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.Open("smartcanal://settings")
	pressed(t, f.current.page.Object(), "添加人员…")
	over := f.window.Canvas()
	entry := over.Focused().(*kit.Entry)
	test.Type(entry, "李静")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if over.Overlays().Top() == nil || entry.Text != "李静" {
		t.Error("the form is gone with what was typed")
	}
	if all, _ := f.session.Staff.All(t.Context()); len(all) != 4 {
		t.Errorf("%d people", len(all))
	}
}
