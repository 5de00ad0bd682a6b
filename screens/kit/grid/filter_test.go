package grid

import (
	"context"
	"reflect"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/listing"
	"smartcanal/screens/kit"
)

// filterable is a list whose columns can be filtered; asked is what the page was last asked for.
func filterable(t *testing.T) (shown, *[]listing.Filter) {
	s := show(t, kit.Light, &sales{rows: 200})
	columns := saleColumns()
	columns[0].Filter, columns[1].Filter, columns[3].Filter, columns[4].Filter, columns[5].Filter = ByDay, ByValues, ByText, ByValues, ByAmount
	s.SetColumns(columns...)
	asked := &[]listing.Filter{}
	s.Filterable(func(_ context.Context, column string, _ []listing.Filter, _ int) ([]listing.Value, error) {
		return []listing.Value{{Key: "paid", Count: 120}, {Key: "refund", Count: 7}, {Key: "", Count: 1}}, nil
	}, func(_, key string) string {
		return map[string]string{"paid": "支付成功", "refund": "退款"}[key]
	}, func(filters []listing.Filter) { *asked = filters })
	t.Cleanup(func() {
		for kit.CloseTop() {
		}
	})
	return s, asked
}

// signAt is the sign at the right of a head.
func (s shown) signAt(column int) fyne.Position {
	return fyne.NewPos(s.view.head.X+s.across(column)+s.lanes[column].width-8, s.view.head.Y+10)
}

// within finds the widgets of a sort in the dialog that is open, from top to bottom.
func within[T fyne.CanvasObject](s shown) []T {
	var found []T
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if wanted, is := o.(T); is {
			found = append(found, wanted)
			return
		}
		switch thing := o.(type) {
		case *fyne.Container:
			for _, child := range thing.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(thing).Objects() {
				walk(child)
			}
		}
	}
	if top := s.window.Canvas().Overlays().Top(); top != nil {
		walk(top)
	}
	return found
}

// labelled is a button, a choice or a tick box of the kit.
type labelled interface {
	fyne.CanvasObject
	fyne.Tappable
	Label() string
}

// tap presses what of the dialog that is open has a label.
func (s shown) tap(label string) {
	s.t.Helper()
	for _, one := range within[labelled](s) {
		if one.Label() == label {
			test.Tap(one)
			return
		}
	}
	s.t.Fatalf("nothing says %q", label)
}

func TestAColumnIsFilteredByPartOfItsText(t *testing.T) {
	s, asked := filterable(t)
	s.click(s.signAt(3), 0)
	entry, is := s.window.Canvas().Focused().(*kit.Entry)
	if !is {
		t.Fatal("the sign at the head opens no filter")
	}
	test.Type(entry, " 0042 ")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []listing.Filter{{Column: "number", Contains: "0042"}}; !reflect.DeepEqual(*asked, want) || !reflect.DeepEqual(s.Filters(), want) {
		t.Errorf("%+v", *asked)
	}
	if len(s.Sort()) != 0 {
		t.Error("the sign does not sort")
	}
	chips := s.FilterChips()
	if len(chips) != 1 || chips[0].(*kit.Chip).Label() != "平台订单号：含“0042” ×" {
		t.Fatalf("%q", chips[0].(*kit.Chip).Label())
	}
	test.Tap(chips[0].(*kit.Chip))
	if len(*asked) != 0 || len(s.FilterChips()) != 0 {
		t.Errorf("%+v: pressing the chip takes the filter away", *asked)
	}
}

func TestValuesAreTickedWithTheirCounts(t *testing.T) {
	s, asked := filterable(t)
	s.window.Canvas().Focus(s.Grid)
	s.GoTo(Place{0, 4})
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	checks := within[*kit.Check](s)
	if len(checks) != 3 {
		t.Fatalf("%d values are offered", len(checks))
	}
	checks[1].Tapped(&fyne.PointEvent{})
	checks[2].Tapped(&fyne.PointEvent{})
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []listing.Filter{{Column: "status", Values: []string{"", "refund"}}}; !reflect.DeepEqual(*asked, want) {
		t.Fatalf("%+v", *asked)
	}
	if text := s.FilterText((*asked)[0]); text != "状态：空白、退款" {
		t.Error(text)
	}
	s.OpenFilter(4)
	checks = within[*kit.Check](s)
	if ticked := []bool{checks[0].Checked(), checks[1].Checked(), checks[2].Checked()}; !slices.Equal(ticked, []bool{false, true, true}) {
		t.Errorf("%v: what was ticked is ticked", ticked)
	}
}

func TestARangeIsCheckedBeforeItIsAsked(t *testing.T) {
	s, asked := filterable(t)
	s.choose(s.headAt(5), "筛选…")
	entries := within[*kit.Entry](s)
	test.Type(entries[0], "many")
	entries[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(*asked) != 0 || s.window.Canvas().Overlays().Top() == nil {
		t.Fatalf("%+v is no amount, and is asked", *asked)
	}
	entries[0].SetText("1,000")
	test.Type(entries[1], "2000.50")
	entries[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []listing.Filter{{Column: "amount", Least: "1,000.00", Most: "2,000.50"}}; !reflect.DeepEqual(*asked, want) {
		t.Errorf("%+v", *asked)
	}
	if text := s.FilterText((*asked)[0]); text != "金额(元)：1,000.00 – 2,000.50" {
		t.Error(text)
	}
	s.choose(s.headAt(5), "清除此列筛选")
	if len(*asked) != 0 {
		t.Errorf("%+v", *asked)
	}
}

// TestEndsAreTypedAsPeopleType: days in words and amounts in 万, each kept as the list asks for it.
func TestEndsAreTypedAsPeopleType(t *testing.T) {
	yesterday := time.Now().AddDate(0, 0, -1).Format(time.DateOnly)
	for _, c := range []struct {
		column      int
		least, most string
		want        listing.Filter
	}{
		{0, "20261101", "昨天", listing.Filter{Column: "time", Least: "2026-11-01", Most: yesterday}},
		{5, "1.2万", "", listing.Filter{Column: "amount", Least: "12,000.00"}},
		{6, "", "1,200", listing.Filter{Column: "kind", Most: "1,200"}},
	} {
		s, asked := filterable(t)
		columns := slices.Clone(s.defined)
		columns[6].Filter = ByNumber
		s.SetColumns(columns...)
		s.click(s.signAt(c.column), 0)
		entries := within[interface {
			fyne.CanvasObject
			typedEnd
		}](s)
		test.Type(entries[0], c.least)
		test.Type(entries[1], c.most)
		entries[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if !reflect.DeepEqual(*asked, []listing.Filter{c.want}) {
			t.Errorf("%q to %q asks for %+v, want %+v", c.least, c.most, *asked, c.want)
		}
	}
}

func TestRowsWithoutAnythingAreFound(t *testing.T) {
	for i, want := range []listing.Filter{{}, {Column: "number", Empty: true}, {Column: "number", Filled: true}} {
		s, asked := filterable(t)
		s.click(s.signAt(3), 0)
		s.tap([]string{"不限", "空白", "非空白"}[i])
		test.Tap(button(t, s.window, "筛选"))
		if i == 0 && len(*asked) != 0 || i > 0 && !reflect.DeepEqual(*asked, []listing.Filter{want}) {
			t.Errorf("choice %d asks for %+v", i, *asked)
		}
	}
}

func TestAFilterIsGivenUpInItsDialog(t *testing.T) {
	s, asked := filterable(t)
	s.filterNow([]listing.Filter{{Column: "number", Contains: "42"}, {Column: "status", Values: []string{"paid"}}})
	s.click(s.signAt(3), 0)
	if entry := s.window.Canvas().Focused().(*kit.Entry); entry.Text != "42" {
		t.Errorf("opens with %q", entry.Text)
	}
	test.Tap(button(t, s.window, "清除"))
	if want := []listing.Filter{{Column: "status", Values: []string{"paid"}}}; !reflect.DeepEqual(*asked, want) {
		t.Errorf("%+v", *asked)
	}
}

func TestAColumnWithoutAFilterHasNoSign(t *testing.T) {
	s, _ := filterable(t)
	s.click(s.signAt(6), 0)
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("a filter opened for a column that has none")
	}
}

func TestFiltersAreKeptWithTheView(t *testing.T) {
	s, _ := filterable(t)
	s.filterNow([]listing.Filter{{Column: "status", Values: []string{"paid"}}})
	if got := s.Arrangement().Query.Filters; len(got) != 1 || got[0].Column != "status" {
		t.Errorf("%+v", got)
	}
}
