package register

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"smartcanal/data/register"
	"smartcanal/data/settings"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
)

func TestAShopTwoChangedIsSettledSideBySide(t *testing.T) {
	for _, c := range []struct{ press, name, opened string }{
		{"保留我的并保存", "老号商城我的", "2026-11-01"}, // what only they changed stands as well
		{"改用对方的", "老号新商城", "2026-11-01"},
	} {
		t.Run(c.press, func(t *testing.T) {
			b := newBench(newOffice(t).trading())
			view := newOrganizationView(b.desk(), b.main.ID)
			b.show(view)
			shop := view.model.Page.Shops[0]
			view.editShop(&shop)
			theirs := shop
			theirs.Name, theirs.OpenedOn = "老号新商城", "2026-11-01"
			b.must(b.room.SaveShop(t.Context(), "复核员", &theirs))
			b.next() // from the platform to the name
			b.key(fyne.KeyEnd)
			b.typed("我的")
			b.press("保存")
			for _, text := range []string{"别人刚改过这条记录", "复核员", "老号商城", "老号新商城", "老号商城我的", "2026-11-01"} {
				if !b.shows(text) {
					t.Errorf("%q is not shown", text)
				}
			}
			b.press(c.press)
			if c.press == "改用对方的" { // the form goes on with theirs
				b.press("保存")
			}
			card, err := b.room.Card(t.Context(), b.main.ID)
			if err != nil || card.Shops[0].Name != c.name || card.Shops[0].OpenedOn != c.opened {
				t.Errorf("%+v %v", card.Shops[0], err)
			}
			if len(b.window.Canvas().Overlays().List()) != 0 {
				t.Error(b.words())
			}
		})
	}
}

func TestAPersonTwoChangedIsSettledSideBySide(t *testing.T) {
	b := newBench(newOffice(t).trading())
	view := newOrganizationView(b.desk(), b.main.ID)
	b.show(view)
	person := view.model.Page.People[0]
	view.editPerson(&person)
	theirs := person
	theirs.Role = register.FinanceContact
	b.must(b.room.SavePerson(t.Context(), "复核员", &theirs))
	b.next()
	b.key(fyne.KeyEnd)
	b.typed("丰")
	b.press("保存")
	b.press("保留我的并保存")
	card, err := b.room.Card(t.Context(), b.main.ID)
	if err != nil || card.People[0].Name != "张三丰" || card.People[0].Role != register.FinanceContact {
		t.Errorf("%+v %v", card.People[0], err)
	}
}

// TestAPowerCutLosesNothingTyped copies the file of data as it lies on the disk while the form is open: nothing is
// saved, left or closed. The program opened on the copy shows what was typed.
func TestAPowerCutLosesNothingTyped(t *testing.T) {
	before := filepath.Join(t.TempDir(), "office.db")
	st, err := store.Create(t.Context(), before)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	o := &office{rooms: rooms{room: register.New(st), actor: clerk}, t: t}
	o.main = register.Organization{Name: "运河老号食品有限公司"}
	o.must(o.room.Create(t.Context(), clerk, &o.main))
	b := newBench(o)
	b.memory = settings.NewPreferences(st, clerk)
	b.show(newEditView(b.desk(), o.main.ID))
	b.key(fyne.KeyEnd)
	b.typed("（运河分公司）")

	after := filepath.Join(t.TempDir(), "after.db")
	for _, tail := range []string{"", "-wal"} {
		content, err := os.ReadFile(before + tail)
		o.must(err)
		o.must(os.WriteFile(after+tail, content, 0o600))
	}
	again, err := store.Open(t.Context(), after)
	o.must(err)
	defer again.Close()
	c := newBench(&office{rooms: rooms{room: register.New(again), actor: clerk}, t: t, main: o.main})
	c.memory = settings.NewPreferences(again, clerk)
	view := newEditView(c.desk(), o.main.ID)
	c.show(view)
	if view.first.Text != "运河老号食品有限公司（运河分公司）" || !strings.Contains(c.words(), "已恢复") {
		t.Fatalf("%q\n%s", view.first.Text, c.words())
	}
	if found, _ := c.room.Find(t.Context(), o.main.ID); found.Name != "运河老号食品有限公司" {
		t.Errorf("%q: a draft is not the record", found.Name)
	}
	c.press("保存")
	if found, _ := c.room.Find(t.Context(), o.main.ID); found.Name != "运河老号食品有限公司（运河分公司）" {
		t.Errorf("%q", found.Name)
	}
	if keys, err := c.memory.Keys(t.Context(), "draft/"); len(keys) != 0 || err != nil {
		t.Errorf("%v %v: what is saved is no draft", keys, err)
	}
}

func TestLeavingTheFormOfAnOrganisationAsks(t *testing.T) {
	b := newBench(newOffice(t))
	view := newEditView(b.desk(), b.main.ID)
	b.show(view)
	left := 0
	if !view.MayLeave(func() { left++ }) {
		t.Error("nothing was typed")
	}
	b.typed("新")
	if view.MayLeave(func() { left++ }) || !b.shows("有内容还没有保存") {
		t.Fatal(b.words())
	}
	b.press("放弃修改")
	if left != 1 || view.first.Text != b.main.Name {
		t.Errorf("left %d times, %q", left, view.first.Text)
	}
	var _ kit.Held = view
}

func TestFilesDroppedOnThePageBelongToTheOrganisation(t *testing.T) {
	b := newBench(newOffice(t))
	view := newOrganizationView(b.desk(), b.main.ID)
	b.show(view)
	if !b.shows("拖到这里") {
		t.Fatal(b.words())
	}
	var page kit.Page = view
	page.(kit.Dropped).Drop([]string{b.file("营业执照.txt", "执照")})
	if !b.shows("营业执照.txt") {
		t.Error(b.words())
	}
	if view.Wants(fyne.NewPos(800, 300), []string{"账单.csv"}) || !view.Wants(fyne.NewPos(800, 300), []string{"执照.jpg"}) {
		t.Error("statements are left to the import, unless they are dropped on the files")
	}
	b.show(view) // coming back
	if !b.shows("附件 营业执照.txt") {
		t.Errorf("what was attached stands among the dealings: %s", b.words())
	}
}
