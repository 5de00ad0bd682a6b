package chronicle

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"smartcanal/data/demo"
	"smartcanal/data/store"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/kit/kittest"
)

// bench is a window on the demo's chronicle; it notes what pages ask of it.
type bench struct {
	*kittest.Frame
	t    *testing.T
	desk *desk
}

func newBench(t *testing.T) *bench {
	t.Helper()
	frame := kittest.NewFrame(t)
	t.Cleanup(grid.Inline())
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*3600)) })
	for _, err := range []error{demo.FillCouncil(t.Context(), st), demo.FillChronicle(t.Context(), st)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return &bench{Frame: frame, t: t, desk: newDesk(st, "经办员")}
}

// TestTwoPeopleAtOneEntrySeeBothVersions: what a colleague made of an entry meanwhile stands beside what was typed.
func TestTwoPeopleAtOneEntrySeeBothVersions(t *testing.T) {
	b := newBench(t)
	ctx := t.Context()
	b.Show(NewEntryView(b, b.desk, 5))
	b.Tap("编辑…")
	page, err := b.desk.room.Page(ctx, 5)
	if err != nil {
		t.Fatal(err)
	}
	theirs := page.Entry
	theirs.Text, theirs.Public = "区长、腾讯公司负责人出席。", false
	if err := b.desk.room.Edit(ctx, "同事", &theirs); err != nil {
		t.Fatal(err)
	}
	b.Type("运河区：")
	b.Tap("保存")
	for _, text := range []string{"别人刚改过这条记录", "区长、腾讯公司负责人出席。", "运河区：", "公开范围", "否"} {
		if !b.Shows(text) {
			t.Errorf("%s is not shown", text)
		}
	}
	b.Tap("保留我的并保存")
	page, err = b.desk.room.Page(ctx, 5)
	if err != nil || !strings.HasPrefix(page.Title, "运河区：") || page.Text != theirs.Text || page.Public {
		t.Errorf("%+v %v", page.Entry, err)
	}
}

// TestASourceIsAddedAndTakenOff says where an entry comes from, on its page.
func TestASourceIsAddedAndTakenOff(t *testing.T) {
	b := newBench(t)
	v := NewEntryView(b, b.desk, 5)
	b.Show(v)
	b.Tap("添加来源…")
	b.Type("《沧州日报》2015年11月17日")
	b.Tap("保存")
	if len(v.page.Sources) != 1 || !b.Shows("《沧州日报》") {
		t.Fatalf("%+v", v.page.Sources)
	}
	b.Tap("移除")
	if len(v.page.Sources) != 0 || len(b.Problems) > 0 {
		t.Errorf("%+v %v", v.page.Sources, b.Problems)
	}
}
