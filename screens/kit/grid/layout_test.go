package grid

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"pgregory.net/rapid"

	"smartcanal/screens/kit"
)

// ids are the columns on the screen from left to right.
func (s shown) ids() []string {
	ids := make([]string, len(s.columns))
	for i := range ids {
		ids[i] = s.ColumnAt(i).ID
	}
	return ids
}

// choose opens the menu at a place as a right click does and presses the entries named, one in another.
func (s shown) choose(at fyne.Position, path ...string) {
	s.t.Helper()
	s.MouseDown(s.mouse(at, desktop.MouseButtonSecondary, 0))
	s.MouseUp(s.mouse(at, desktop.MouseButtonSecondary, 0))
	s.TappedSecondary(&fyne.PointEvent{Position: at, AbsolutePosition: at})
	s.pick(path...)
}

// pick presses entries of the menu that is open, one in another.
func (s shown) pick(path ...string) {
	s.t.Helper()
	over := s.window.Canvas().Overlays()
	if over.Top() == nil {
		s.t.Fatal("no menu opened")
	}
	// The overlay's type is the toolkit's own; its content is the menu.
	items := reflect.Indirect(reflect.ValueOf(over.Top())).FieldByName("Content").Interface().(*widget.PopUpMenu).Items
	for i, label := range path {
		at := slices.IndexFunc(items, func(o fyne.CanvasObject) bool {
			item, is := menuItem(o)
			return is && item.Label == label
		})
		if at < 0 {
			s.t.Fatalf("no %q in the menu", label)
		}
		item, _ := menuItem(items[at])
		if i < len(path)-1 {
			items = widget.NewPopUpMenu(item.ChildMenu, s.window.Canvas()).Items
			continue
		}
		if item.Disabled {
			s.t.Fatalf("%q cannot be chosen", label)
		}
		over.Remove(over.Top()) // as the menu does before what was chosen opens anything
		item.Action()
	}
}

// menuItem is what an entry of an open menu stands for.
func menuItem(o fyne.CanvasObject) (*fyne.MenuItem, bool) {
	field := reflect.Indirect(reflect.ValueOf(o)).FieldByName("Item")
	if !field.IsValid() {
		return nil, false
	}
	item, is := field.Interface().(*fyne.MenuItem)
	return item, is
}

func TestAHeadIsDraggedToAnotherPlace(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	told := 0
	s.OnArranged = func(Arrangement) { told++ }
	s.drag(s.headAt(0), s.headAt(1), s.headAt(2).AddXY(20, 0))
	if got := s.ids()[:4]; !slices.Equal(got, []string{"shop", "platform", "time", "number"}) || told == 0 {
		t.Errorf("%v, told %d times", got, told)
	}
	if head, cell := s.view.scrolled.headPens.texts.items[2].Text, s.words(2)[0]; head != "交易时间" || cell[:2] != "20" {
		t.Errorf("head %q over cell %q: cells go with their heads", head, cell)
	}
	if len(s.Sort()) != 0 {
		t.Error("dragging a head sorts nothing")
	}
	s.drag(s.headAt(8), s.headAt(0).AddXY(-30, 0))
	if s.ids()[0] != "tick" {
		t.Errorf("%v: the last column goes to the front", s.ids())
	}
}

func TestEscapeGivesUpADraggedHead(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	before := s.ids()
	s.window.Canvas().Focus(s.Grid)
	s.MouseDown(s.mouse(s.headAt(0), desktop.MouseButtonPrimary, 0))
	at := s.headAt(4)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}})
	if s.view.drop.Hidden {
		t.Error("nothing shows where the column would go")
	}
	s.press(fyne.KeyEscape)
	s.MouseUp(s.mouse(at, desktop.MouseButtonPrimary, 0))
	s.DragEnd()
	if !slices.Equal(s.ids(), before) || !s.view.drop.Hidden {
		t.Errorf("%v", s.ids())
	}
}

func TestColumnsAreHiddenAndShownByTheMenu(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.choose(s.headAt(2), "隐藏此列")
	if slices.Contains(s.ids(), "platform") {
		t.Fatal(s.ids())
	}
	s.GoTo(Place{0, 2})
	s.Copy(ForSpreadsheet)
	if got := fyne.CurrentApp().Clipboard().Content(); got != number(0) {
		t.Errorf("copied %q: the third column shown is the number's now", got)
	}
	s.choose(s.headAt(0), "显示的列", "平台")
	if !slices.Equal(s.ids()[:4], []string{"time", "shop", "platform", "number"}) {
		t.Errorf("%v: it comes back where it was", s.ids())
	}
	for len(s.ids()) > 1 {
		s.HideColumn(s.ids()[0])
	}
	s.HideColumn(s.ids()[0])
	if len(s.ids()) != 1 {
		t.Error("the last column cannot be hidden")
	}
}

func TestTheKeyboardReachesTheColumnsMenu(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.window.Canvas().Focus(s.Grid)
	s.GoTo(Place{3, 1})
	s.press(desktop.KeyMenu)
	if s.window.Canvas().Overlays().Top() == nil {
		t.Fatal("the menu key opens nothing")
	}
	items := s.cellMenu(Place{3, 1})
	last := items[len(items)-1]
	if last.Label != "“主体”列" || last.ChildMenu == nil {
		t.Fatalf("%q", last.Label)
	}
}

func TestFrozenColumnsStayWhileTheOthersScroll(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 1000})
	s.window.Resize(fyne.NewSize(700, testHeight))
	s.choose(s.headAt(0), "冻结至此列")
	count, width := s.frozenNow()
	if count != 1 || width != s.lanes[0].width {
		t.Fatalf("%d columns of %v stay", count, width)
	}
	s.window.Canvas().Focus(s.Grid)
	s.GoTo(Place{5, 8})
	if s.left == 0 {
		t.Fatal("the last column is not in view")
	}
	if at := s.words(0); at[0][:2] != "20" {
		t.Errorf("the first column shows %q", at[0])
	}
	s.click(s.cellAt(2, 0), 0)
	if c := s.Selection().Cursor; c != (Place{2, 0}) {
		t.Errorf("a click on the column that stays marks %v", c)
	}
	s.press(fyne.KeyRight)
	if l := s.lanes[1]; l.at-s.left < width {
		t.Errorf("the second column lies %v under the first", width-(l.at-s.left))
	}
	s.drag(s.cellAt(2, 0), s.cellAt(4, 1))
	if r := s.Selection().Ranges[0]; r != (Range{2, 0, 4, 1}) {
		t.Errorf("dragging across the edge marks %v", r)
	}
	s.choose(s.headAt(0), "取消冻结")
	if count, _ := s.frozenNow(); count != 0 {
		t.Error("they scroll again")
	}
}

func TestAnArrangementComesBack(t *testing.T) {
	s := show(t, kit.Light, &sales{rows: 500})
	s.MoveColumn(0, 3)
	s.HideColumn("status")
	s.Freeze(2)
	s.choose(s.headAt(0), "紧凑行距")
	kept, err := json.Marshal(s.Arrangement())
	if err != nil {
		t.Fatal(err)
	}
	var back Arrangement
	if err := json.Unmarshal(kept, &back); err != nil {
		t.Fatal(err)
	}
	other := show(t, kit.Light, &sales{rows: 500})
	other.SetArrangement(back)
	if !slices.Equal(other.ids(), s.ids()) || !reflect.DeepEqual(other.Arrangement(), s.Arrangement()) {
		t.Errorf("%+v, want %+v", other.Arrangement(), s.Arrangement())
	}
}

// A file may have been arranged by an older or a newer program: nothing of what there is may be lost.
func TestEveryColumnIsInAnyArrangement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		defined := make([]Column, rapid.IntRange(1, 8).Draw(t, "columns"))
		for i := range defined {
			defined[i].ID = string(rune('a' + i))
		}
		kept := rapid.SliceOf(rapid.Custom(func(t *rapid.T) ColumnState {
			return ColumnState{ID: string(rapid.RuneFrom([]rune("abcdefghxyz")).Draw(t, "id"))}
		})).Draw(t, "kept")
		var got []string
		for _, s := range arranged(kept, defined) {
			got = append(got, s.ID)
		}
		sorted := slices.Clone(got)
		slices.Sort(sorted)
		for i, id := range sorted {
			if len(sorted) != len(defined) || id != defined[i].ID {
				t.Fatalf("%v of %d columns", got, len(defined))
			}
		}
	})
}
