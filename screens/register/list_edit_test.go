package register

import (
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/register"
	"smartcanal/screens/kit/grid"
)

func TestOrganisationsAreChangedInTheList(t *testing.T) {
	b := newBench(newOffice(t).trading())
	view := newListView(b.desk())
	b.show(view)
	row := view.rows.Find(int32(b.main.ID))
	find := func() *register.Organization {
		t.Helper()
		o, err := b.room.Find(t.Context(), b.main.ID)
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	b.window.Canvas().Focus(view.grid)
	view.grid.GoTo(grid.Place{Row: row, Column: 5})
	b.typed("限上零售")
	b.key(fyne.KeyReturn)
	if got := find().AboveQuota; got != "限上零售" {
		t.Errorf("限上: %q, problems %v", got, b.problems)
	}
	if len(b.status) == 0 || b.status[0] != "已修改 1 处，可用 Ctrl+Z 撤销" {
		t.Errorf("status %q", b.status)
	}
	row = view.rows.Find(int32(b.main.ID))
	view.grid.GoTo(grid.Place{Row: row, Column: 2})
	b.typed("123")
	b.key(fyne.KeyReturn)
	if find().CreditCode == "123" {
		t.Error("a wrong credit code was written")
	}
	view.grid.GoTo(grid.Place{Row: row, Column: 2})
	b.key(fyne.KeyEscape)
	view.grid.GoTo(grid.Place{Row: row, Column: 4})
	view.grid.Paste("歇业中")
	if got := find().Status; got == register.Suspended {
		t.Error("歇业中 is no word of the list")
	}
	view.grid.Paste(statusText(register.Suspended))
	if got := find().Status; got != register.Suspended {
		t.Errorf("status %q", got)
	}
	view.grid.TypedShortcut(&fyne.ShortcutUndo{})
	view.grid.TypedShortcut(&fyne.ShortcutUndo{})
	if o := find(); o.Status != register.Active || o.AboveQuota == "限上零售" {
		t.Errorf("after taking both back: %q %q, problems %v", o.Status, o.AboveQuota, b.problems)
	}
}

// TestWhatIsMarkedIsSummedToTheFen: the sales of the enterprises marked, in yuan.
func TestWhatIsMarkedIsSummedToTheFen(t *testing.T) {
	o := newOffice(t).trading()
	o.must(o.room.Create(t.Context(), clerk, &register.Organization{Name: "大运商贸行"}))
	b := newBench(o)
	view := newListView(b.desk())
	b.show(view)
	b.window.Canvas().Focus(view.grid)
	view.grid.TypedShortcut(&fyne.ShortcutSelectAll{})
	if want := "选中 2 家，网络零售额合计 96,000.00 元，平均 48,000.00 元"; len(b.status) == 0 || b.status[0] != want {
		t.Errorf("status %q, want %q", b.status, want)
	}
}
