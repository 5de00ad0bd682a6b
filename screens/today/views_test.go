package today

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"smartcanal/data/demo"
	"smartcanal/data/money"
	"smartcanal/data/people"
	"smartcanal/data/store"
	"smartcanal/data/today"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/kit/kittest"
)

// bench is a window on a file; it notes what the page asks of it.
type bench struct {
	*kittest.Frame
	t     *testing.T
	store *store.Store
}

func newBench(t *testing.T, filled bool) *bench {
	t.Helper()
	frame := kittest.NewFrame(t)
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if filled {
		fill(t, st)
	}
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC) })
	return &bench{Frame: frame, t: t, store: st}
}

func fill(t *testing.T, st *store.Store) {
	t.Helper()
	files, err := demo.Write(t.Context(), t.TempDir(), demo.Seed)
	if err == nil {
		_, err = demo.Fill(t.Context(), st, files, "经办员", nil)
	}
	if err == nil {
		_, err = demo.FillClaims(t.Context(), st)
	}
	if err == nil {
		err = demo.FillCouncil(t.Context(), st)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (b *bench) page(person store.Actor) *View {
	v := NewView(b, NewModel(today.New(b.store), person))
	b.Over.SetContent(v.Object())
	v.Shown()
	return v
}

// press puts the keyboard on the smallest thing that says a text and presses Enter.
func (b *bench) press(text string) {
	b.t.Helper()
	var found fyne.Focusable
	kittest.Walk(b.Over.Content(), func(o fyne.CanvasObject) {
		if focusable, is := o.(fyne.Focusable); is && strings.Contains(kittest.Text(o), text) {
			found = focusable // what is inside comes later
		}
	})
	if found == nil {
		b.t.Fatalf("nothing that takes keys says %q", text)
	}
	b.Over.Canvas().Focus(found)
	found.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestEachFigureOpensWhatItRestsOn(t *testing.T) {
	b := newBench(t, true)
	b.page("经办员")
	for _, c := range []struct{ says, link string }{
		{"核实网络零售额（2026 年）", "smartcanal://sales/lines?channel=1&matched=1&from=202601&to=202612"},
		{"有核实销售的主体", "smartcanal://sales/totals?by=organization&channel=1&matched=1&from=202601&to=202612"},
		{"奖励预算", "smartcanal://rewards/budget?year=2026"},
		{"件在办", "smartcanal://council"},
		{"逾期 2", "smartcanal://council/tasks?lamp=overdue"},
		{"未匹配的账户", "smartcanal://sales/unmatched"},
		{"待导入的账单", "smartcanal://today/wanted"},
		{"上次备份", "smartcanal://settings"},
		{"导入账单…", "smartcanal://sales/import"},
	} {
		if b.press(c.says); b.Last() != c.link {
			t.Errorf("%s opens %s, want %s", c.says, b.Last(), c.link)
		}
	}
	if len(b.Problems) != 0 {
		t.Error(b.Problems)
	}
}

func TestEveryItemOpensByEnter(t *testing.T) {
	b := newBench(t, true)
	v := b.page("经办员")
	if v.items == nil || len(v.items.Items) < 5 {
		t.Fatal("too little is due")
	}
	for _, item := range v.items.Items {
		if b.press(titleOf(item)); b.Last() != item.Link {
			t.Errorf("%s opens %s, want %s", titleOf(item), b.Last(), item.Link)
		}
	}
}

func TestAMonthAndAPlatformOpenTheirLines(t *testing.T) {
	b := newBench(t, true)
	v := b.page("经办员")
	var charts []*chart.View
	kittest.Walk(v.chart.Container, func(o fyne.CanvasObject) {
		if drawn, is := o.(*chart.View); is {
			charts = append(charts, drawn)
		}
	})
	if len(charts) != 2 {
		t.Fatalf("%d charts", len(charts))
	}
	for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyReturn} {
		b.Over.Canvas().Focus(charts[0])
		charts[0].TypedKey(&fyne.KeyEvent{Name: key})
	}
	if link := b.Last(); link != "smartcanal://sales/lines?channel=1&matched=1&from=202601&to=202601" {
		t.Errorf("a bar opens %q", link)
	}
	for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyReturn} {
		b.Over.Canvas().Focus(charts[1])
		charts[1].TypedKey(&fyne.KeyEvent{Name: key})
	}
	if link := b.Last(); !strings.HasSuffix(link, "&platform=wechat") {
		t.Errorf("the largest share opens %q", link)
	}
}

func TestMineLeavesWhatIsMine(t *testing.T) {
	b := newBench(t, true)
	p := people.Person{Name: "王主任", Roles: []people.Role{people.Approver}}
	if err := people.New(b.store).Save(t.Context(), "王主任", &p); err != nil {
		t.Fatal(err)
	}
	v := b.page("王主任")
	all := len(v.items.Items)
	if b.press("我的"); len(v.items.Items) == 0 || len(v.items.Items) >= all || !b.Shows("延期申请") {
		t.Errorf("%d of %d are mine", len(v.items.Items), all)
	}
	if b.press("全部"); len(v.items.Items) != all {
		t.Errorf("%d of %d are everybody's", len(v.items.Items), all)
	}
}

func TestWhatIsNewSinceTheLastVisit(t *testing.T) {
	b := newBench(t, true)
	b.page("经办员")
	if b.Shows("以来") {
		t.Error("on the first visit everything would be new")
	}
	p := people.Person{Name: "王主任", Roles: []people.Role{people.Approver}}
	if err := people.New(b.store).Save(t.Context(), "王主任", &p); err != nil {
		t.Fatal(err)
	}
	if b.page("经办员"); !b.Shows("以来 1 项") || !b.Shows("维护人员") {
		t.Error("what a colleague did is not new")
	}
	if b.page("经办员"); b.Shows("以来") {
		t.Error("it is new twice")
	}
}

func TestEmptyAndFailedPages(t *testing.T) {
	b := newBench(t, false)
	b.page("经办员")
	if !b.Shows("还没有数据") {
		t.Error(kittest.Text(b.Over.Content()))
	}
	if b.press("导入账单…"); b.Last() != importLink {
		t.Error(b.Opened)
	}
	_ = b.store.Close()
	if b.page("经办员"); !b.Shows("重新读取") {
		t.Error(kittest.Text(b.Over.Content()))
	}
}

func TestChangeOnTheYear(t *testing.T) {
	for _, c := range []struct {
		now, before int64
		want        string
	}{
		{118_600, 100_000, "18.6%"}, {100_000, 100_000, "0.0%"}, {50_000, 100_000, "−50.0%"}, {100_000, 0, ""}, {100_000, -5, ""}, {0, 100, "−100.0%"}, {200_050, 100_000, "100.1%"},
	} {
		if _, got := change(money.Fen(c.now), money.Fen(c.before)); got != c.want {
			t.Errorf("%d after %d: %q, want %q", c.now, c.before, got, c.want)
		}
	}
}
