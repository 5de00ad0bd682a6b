package grid

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
)

// shopList is an editable list of records in memory: name, kind (one of three), place (searched), count, code (read
// only), a day and an amount.
type shopList struct {
	shown
	records [][]string
	writes  int
	fault   error
	told    []int
}

var shopKinds = []string{"企业", "合作社", "个体工商户"}

func showShops(t *testing.T, count int) *shopList {
	s := &shopList{shown: show(t, kit.Light, nil)}
	for i := range count {
		s.records = append(s.records, []string{fmt.Sprintf("店铺%d", i+1), shopKinds[i%3], "城关镇", fmt.Sprint(i), fmt.Sprintf("91%016d", i), "2026-01-05", "1,200.00"})
	}
	s.SetColumns(
		Column{ID: "name", Label: "名称", Width: 200, Edit: &Editor{}},
		Column{ID: "kind", Label: "类型", Width: 120, Edit: &Editor{Choices: func() []string { return shopKinds }}},
		Column{ID: "place", Label: "所在地", Width: 120, Edit: &Editor{Find: func(_ context.Context, text string, _ int) ([]kit.Found[string], error) {
			return []kit.Found[string]{{Key: "1", Label: text + "镇"}}, nil
		}}},
		Column{ID: "count", Label: "数量", Width: 120, Kind: Number, Edit: &Editor{}},
		Column{ID: "code", Label: "代码", Width: 220, Kind: Code},
		Column{ID: "since", Label: "开业", Width: 120, Kind: Moment, Edit: &Editor{Read: ReadDay}},
		Column{ID: "paid", Label: "金额(元)", Width: 120, Kind: Number, Edit: &Editor{Read: ReadAmount}},
	)
	s.Editable(Editing{Write: s.write, Done: func(cells int) {
		s.told = append(s.told, cells)
		s.Update(s.model())
	}})
	s.OnProblem = func(p *problem.Problem) { t.Log("problem", p.Code); s.fault = p }
	s.SetModel(s.model())
	s.window.Canvas().Focus(s.Grid)
	return s
}

func (s *shopList) model() *IDModel {
	ids := make([]int32, len(s.records))
	for i := range ids {
		ids[i] = int32(i + 1)
	}
	return NewIDModel(ids, func(_ context.Context, ids []int32) (map[int32]Row, error) {
		rows := map[int32]Row{}
		for _, id := range ids {
			rows[id] = Row{Cells: Words(s.records[id-1]...)}
		}
		return rows, nil
	})
}

var shopFields = []string{"name", "kind", "place", "count", "code", "since", "paid"}

// write refuses an empty name, an unknown kind and a count that is none, as a room does.
func (s *shopList) write(_ context.Context, changes []Change, try bool) ([]*problem.Problem, Back, error) {
	wrong := make([]*problem.Problem, len(changes))
	for i, c := range changes {
		field := slices.Index(shopFields, c.Column)
		switch {
		case s.records[c.Record-1][field] != c.From:
			return nil, nil, problem.New("record.changed")
		case field == 0 && c.To == "", field == 1 && !slices.Contains(shopKinds, c.To), field == 3 && strings.Trim(c.To, "0123456789") != "":
			wrong[i] = problem.New("register.name_empty").At(0, c.Column)
		}
	}
	if try || len(only(wrong)) > 0 {
		return wrong, nil, nil
	}
	s.writes++
	return wrong, s.set(changes), nil
}

func (s *shopList) set(changes []Change) Back {
	turned := make([]Change, len(changes))
	for i, c := range changes {
		s.records[c.Record-1][slices.Index(shopFields, c.Column)] = c.To
		turned[len(changes)-1-i] = Change{c.Record, c.Column, c.To, c.From}
	}
	return func(context.Context) (Back, error) { return s.set(turned), nil }
}

func (s *shopList) typeText(text string) {
	for _, r := range text {
		s.window.Canvas().Focused().TypedRune(r)
	}
}

func (s *shopList) paste(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
}

func (s *shopList) column(field int) []string {
	var values []string
	for _, record := range s.records {
		values = append(values, record[field])
	}
	return values
}

func (s *shopList) wants(name string, got, want any) {
	s.t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		s.t.Errorf("%s: %v, want %v", name, got, want)
	}
}

func TestTypingChangesACellAndMovesOn(t *testing.T) {
	s := showShops(t, 5)
	s.GoTo(Place{1, 0})
	s.typeText("运河茶业")
	s.wants("nothing is written while one types", s.writes, 0)
	s.press(fyne.KeyReturn)
	s.wants("name", s.records[1][0], "运河茶业")
	s.wants("cursor", s.Selection().Cursor, Place{2, 0})
	s.press(fyne.KeyF2)
	s.typeText("号")
	s.press(fyne.KeyTab)
	s.wants("F2 keeps what stood there", s.records[2][0], "店铺3号")
	s.wants("Tab goes right", s.Selection().Cursor, Place{2, 1})
	s.GoTo(Place{2, 0})
	s.typeText("x")
	s.press(fyne.KeyEscape)
	s.wants("Escape gives up", s.records[2][0], "店铺3号")
	s.GoTo(Place{0, 4})
	s.typeText("9")
	s.wants("a column without an editor", s.editing.open == nil, true)
	s.wants("told", s.told, []int{1, 1})
}

func TestLeavingTheCellWritesIt(t *testing.T) {
	s := showShops(t, 5)
	s.GoTo(Place{0, 0})
	s.typeText("新名")
	s.window.Canvas().Unfocus()
	s.wants("name", s.records[0][0], "新名")
	s.window.Canvas().Focus(s.Grid)
	s.typeText("再改")
	s.click(s.cellAt(3, 0), 0)
	s.window.Canvas().Focus(s.Grid)
	s.wants("a click elsewhere", s.records[0][0], "再改")
}

// TestDaysAndAmountsAreTypedAsPeopleType: by the keyboard into a cell, and pasted.
func TestDaysAndAmountsAreTypedAsPeopleType(t *testing.T) {
	yesterday := time.Now().AddDate(0, 0, -1).Format(time.DateOnly)
	year := time.Now().Format("2006")
	for _, c := range []struct {
		field       int
		typed, want string
	}{
		{5, "20261116", "2026-11-16"}, {5, "11-16", year + "-11-16"}, {5, "昨天", yesterday}, {5, "2026年2月3日", "2026-02-03"},
		{6, "3.5万", "35,000.00"}, {6, "-1234.5", "-1,234.50"}, {6, "12", "12.00"},
	} {
		s := showShops(t, 3)
		s.GoTo(Place{1, c.field})
		s.typeText(c.typed)
		s.press(fyne.KeyReturn)
		s.wants(c.typed, s.records[1][c.field], c.want)
		s.wants(c.typed+" writes once", s.writes, 1)
		s.GoTo(Place{2, c.field})
		s.paste(c.typed)
		s.wants(c.typed+" pasted", s.records[2][c.field], c.want)
	}
	for _, c := range []struct {
		field       int
		typed, code string
	}{{5, "11-31", "date.no_such_day"}, {5, "很久以前", "date.unreadable"}, {6, "十二", ""}} {
		s := showShops(t, 3)
		s.GoTo(Place{1, c.field})
		s.typeText(c.typed)
		s.press(fyne.KeyReturn)
		s.wants("nothing is written of "+c.typed, s.writes, 0)
		held := s.heldAt(Place{1, c.field})
		if held == nil || held.why == nil || held.text != c.typed || c.code != "" && held.why.Code != c.code {
			t.Errorf("%s: held %+v", c.typed, held)
		}
		s.MouseMoved(s.mouse(s.cellAt(1, c.field), 0, 0))
		s.wants("why shows where one points", s.view.hint.Hidden, false)
		s.MouseMoved(s.mouse(s.cellAt(0, 0), 0, 0))
		s.wants("and goes with the mouse", s.view.hint.Hidden, true)
	}
	s := showShops(t, 3)
	s.GoTo(Place{0, 5})
	s.press(fyne.KeyF2)
	s.window.Canvas().Focused().(*cellEntry).SetText("2026-1-5")
	s.press(fyne.KeyTab)
	s.wants("the same day in another form is no change", s.writes, 0)
	s.wants("Tab goes on", s.Selection().Cursor, Place{0, 6})
}

// TestADayIsPicked: from a calendar that F4 opens under the cell, whether it is being typed into or not.
func TestADayIsPicked(t *testing.T) {
	s := showShops(t, 3)
	s.GoTo(Place{1, 5})
	s.press(fyne.KeyF4, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	s.wants("a day and a week on", s.records[1][5], "2026-01-13")
	s.wants("the list has the keyboard again", s.window.Canvas().Focused() == s.Grid, true)
	s.GoTo(Place{2, 5})
	s.typeText("20261116")
	s.press(fyne.KeyF4, fyne.KeyEnd, fyne.KeyReturn)
	s.wants("from what was typed", s.records[2][5], "2026-11-30")
	s.wants("two writes", s.writes, 2)
	s.GoTo(Place{0, 5})
	s.press(fyne.KeyF4, fyne.KeyEscape)
	s.wants("Escape picks nothing", s.writes, 2)
	s.GoTo(Place{0, 0})
	s.press(fyne.KeyF4)
	s.wants("a name has no calendar", s.window.Canvas().Overlays().Top() == nil, true)
}

func TestAWrongValueStaysInItsCell(t *testing.T) {
	s := showShops(t, 5)
	s.GoTo(Place{1, 3})
	s.typeText("十二")
	s.press(fyne.KeyReturn)
	s.wants("nothing is written", s.writes, 0)
	s.wants("the text is kept", s.words(3)[1], "十二")
	s.GoTo(Place{1, 3})
	s.wants("why is shown", s.view.hint.Hidden, false)
	s.Update(s.model())
	s.wants("also when the data changes", s.words(3)[1], "十二")
	s.press(fyne.KeyF2)
	s.wants("it is edited further", s.editing.open.entry.Text, "十二")
	s.editing.open.entry.SetText("12")
	s.press(fyne.KeyReturn)
	s.wants("count", s.records[1][3], "12")
	s.wants("nothing is held", len(s.editing.held), 0)
	s.GoTo(Place{2, 3})
	s.typeText("一")
	s.press(fyne.KeyReturn)
	s.GoTo(Place{2, 3})
	s.press(fyne.KeyEscape)
	s.wants("Escape takes it away", s.words(3)[2], "2")
}

func TestAConflictKeepsWhatWasTyped(t *testing.T) {
	s := showShops(t, 3)
	s.GoTo(Place{0, 0})
	s.typeText("甲")
	s.records[0][0] = "别人改的"
	s.press(fyne.KeyReturn)
	s.wants("theirs stands", s.records[0][0], "别人改的")
	s.wants("mine is kept", s.words(0)[0], "甲")
	if held := s.heldAt(Place{0, 0}); held == nil || !errors.Is(held.why, problem.New("record.changed")) {
		t.Errorf("held %+v", held)
	}
}

func TestChoicesAndSearch(t *testing.T) {
	s := showShops(t, 3)
	s.GoTo(Place{0, 1})
	s.press(fyne.KeyF2)
	menu := s.window.Canvas().Overlays().Top()
	if menu == nil {
		t.Fatal("no choices")
	}
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.wants("kind", s.records[0][1], shopKinds[1])
	s.wants("the list has the keyboard again", s.window.Canvas().Focused() == s.Grid, true)
	s.GoTo(Place{0, 2})
	s.press(fyne.KeyF2)
	s.typeText("马")
	s.press(fyne.KeyReturn)
	s.wants("place", s.records[0][2], "马镇")
	s.wants("and here too", s.window.Canvas().Focused() == s.Grid, true)
	s.press(fyne.KeyDown)
	s.wants("so the next cell is one key away", s.Selection().Cursor, Place{1, 2})
}

func TestPasteShowsFirstWhatDoesNotFit(t *testing.T) {
	s := showShops(t, 4)
	s.GoTo(Place{2, 0})
	s.paste("甲\t企业\t东镇\t1\t改代码\r\n乙\t不认识\t西镇\t2\r\n丙\r\n")
	dialog := s.window.Canvas().Overlays().Top()
	if dialog == nil {
		t.Fatal("nothing was asked")
	}
	s.wants("not written yet", s.writes, 0)
	test.Tap(button(t, s.window, "修改 7 处"))
	s.wants("names", s.column(0), []string{"店铺1", "店铺2", "甲", "乙"})
	s.wants("kinds", s.column(1), []string{"企业", "合作社", "企业", "企业"})
	s.wants("codes", s.column(4)[2], "91"+fmt.Sprintf("%016d", 2))
	s.wants("one write", s.writes, 1)
	s.TypedShortcut(&fyne.ShortcutUndo{})
	s.wants("one undo", s.column(0), []string{"店铺1", "店铺2", "店铺3", "店铺4"})
	s.TypedShortcut(&fyne.ShortcutRedo{})
	s.wants("and again", s.column(0), []string{"店铺1", "店铺2", "甲", "乙"})
}

func TestOneCellPastedFillsTheSelection(t *testing.T) {
	s := showShops(t, 4)
	s.GoTo(Place{0, 3})
	s.shifted(fyne.KeyDown, fyne.KeyDown)
	s.paste("77")
	test.Tap(button(t, s.window, "修改 3 处"))
	s.wants("counts", s.column(3), []string{"77", "77", "77", "3"})
	s.GoTo(Place{3, 3})
	s.paste("5")
	s.wants("one cell needs no question", s.column(3), []string{"77", "77", "77", "5"})
	s.GoTo(Place{0, 3})
	s.shifted(fyne.KeyDown)
	s.control(fyne.KeyD, 0)
	s.wants("the same below is no change", s.window.Canvas().Overlays().Top() == nil, true)
	s.GoTo(Place{2, 3})
	s.shifted(fyne.KeyDown)
	s.control(fyne.KeyD, 0)
	s.wants("filled down", s.column(3), []string{"77", "77", "77", "77"})
}

func TestAWholeSelectionIsChanged(t *testing.T) {
	s := showShops(t, 250)
	s.GoTo(Place{0, 1})
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.choose(s.cellAt(3, 1), "批量修改所选…")
	b := s.window.Canvas().Overlays().Top()
	if b == nil {
		t.Fatal("nothing was asked")
	}
	pick(t, s.window, "合作社")
	test.Tap(button(t, s.window, "下一步"))
	test.Tap(button(t, s.window, fmt.Sprintf("修改 %d 处", 250-83)))
	for i, kind := range s.column(1) {
		if kind != "合作社" {
			t.Fatalf("row %d is %s", i, kind)
		}
	}
	s.TypedShortcut(&fyne.ShortcutUndo{})
	s.wants("taken back", s.column(1)[:3], shopKinds)
}

func TestTooManyCellsAreRefused(t *testing.T) {
	s := showShops(t, ChangeLimit+10)
	s.GoTo(Place{0, 0})
	s.control(fyne.KeySpace, 0)
	s.paste("x")
	s.wants("refused", errors.Is(s.fault, problem.New("grid.too_much_to_change")), true)
	s.wants("nothing is written", s.writes, 0)
}

// TestWhatIsCopiedIsPastedAsItWas: a block we copy comes back cell by cell.
func TestWhatIsCopiedIsPastedAsItWas(t *testing.T) {
	cell := rapid.StringOfN(rapid.SampledFrom([]rune("0129=\"-,运河 a")), 0, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 3).Draw(t, "width")
		var want [][]string
		var text strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			var line []string
			for range width {
				line = append(line, strings.TrimSpace(cell.Draw(t, "cell")))
			}
			if width == 1 && line[0] == "" {
				line[0] = "x" // an empty line at the end is the end
			}
			want = append(want, line)
			for i, one := range line {
				if i > 0 {
					text.WriteByte('\t')
				}
				text.WriteString(forSpreadsheet(Word(one), Text))
			}
			text.WriteString("\r\n")
		}
		if got := pasted(text.String()); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%q became %q, want %q", text.String(), got, want)
		}
	})
}

func TestPasted(t *testing.T) {
	for text, want := range map[string][][]string{
		"a\tb\r\nc\td\r\n":      {{"a", "b"}, {"c", "d"}},
		"\"two\nlines\"\tb":     {{"two\nlines", "b"}},
		"\"say \"\"hi\"\"\"\tx": {{`say "hi"`, "x"}},
		"=\"0012\"\t5":          {{"0012", "5"}},
		"a\n\nb":                {{"a"}, {""}, {"b"}},
		"":                      {{""}},
		"5' \"tall\"\t2":        {{`5' "tall"`, "2"}},
	} {
		if got := pasted(text); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// button finds a button by its label among what lies over the window.
func button(t *testing.T, w fyne.Window, label string) fyne.Tappable {
	t.Helper()
	var found fyne.Tappable
	eachObject(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if b, is := o.(*kit.Button); is && b.Label() == label {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", label)
	}
	return found
}

func pick(t *testing.T, w fyne.Window, value string) {
	t.Helper()
	var last *kit.Select
	eachObject(w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if s, is := o.(*kit.Select); is {
			last = s
		}
	})
	last.SetValue(value)
}

func eachObject(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			eachObject(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			eachObject(child, visit)
		}
	}
}

var _ desktop.Keyable = (*cellEntry)(nil)
