package council

import (
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/council"
	"smartcanal/data/people"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
)

// staffed enters a clerk and an approver into the office.
func (b *bench) staffed(st *store.Store) {
	b.t.Helper()
	staff := people.New(st)
	for _, p := range []people.Person{{Name: "科长", Roles: []people.Role{people.Approver}}, {Name: "经办员", Roles: []people.Role{people.Clerk}}} {
		if err := staff.Save(b.t.Context(), "科长", &p); err != nil {
			b.t.Fatal(err)
		}
	}
}

// TestWhoSignedInApproves: with people entered nobody types a name. One without the role is told so, by the task's page,
// by its extension and in bulk, and nothing is written; the approver signs as himself.
func TestWhoSignedInApproves(t *testing.T) {
	b, st := newBenchOn(t)
	b.staffed(st)
	asking := func(id int64, button string) {
		b.Show(NewTaskView(b, b.desk, id))
		b.Tap(button)
	}
	bulk := func() {
		v := NewTasksView(b, b.desk)
		b.Show(v)
		v.askApproval([]council.TaskRow{{ID: 22, Version: b.task(22).Version}})
	}
	for _, ask := range []func(){func() { asking(22, "审核通过…") }, func() { asking(22, "退回…") }, func() { asking(11, "审批延期…") }, bulk} {
		b.Problems = nil
		ask()
		if len(b.Problems) != 1 || b.Problems[0].Code != "people.may_not" || b.Over.Canvas().Overlays().Top() != nil {
			t.Fatalf("a clerk is asked: %v", b.Problems)
		}
	}
	if b.task(22).Step != council.Reviewing {
		t.Fatal("a clerk approved")
	}
	b.desk, b.Problems = newDesk(council.New(st), "科长"), nil
	asking(22, "审核通过…")
	entries := 0
	b.Each(func(o fyne.CanvasObject) {
		if _, is := o.(*kit.Entry); is {
			entries++
		}
	})
	if entries != 1 || !b.Shows("科长") {
		t.Errorf("%d entries: the name is asked for", entries)
	}
	b.Tap("审核通过")
	page, err := b.desk.room.Page(t.Context(), 22)
	if err != nil || page.Task.Step != council.Archiving || page.Acts[0].Actor != "科长" || len(b.Problems) > 0 {
		t.Errorf("%+v %v %v", page.Acts[0], err, b.Problems)
	}
}
