package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"smartcanal/screens/kit"
)

// choosesMenu chooses an item of a window's menu bar by its words, as a click does.
func (s *Shell) choosesMenu(t *testing.T, label string) {
	t.Helper()
	for _, menu := range s.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == label {
				if item.Disabled {
					t.Fatalf("%s is greyed out", label)
				}
				item.Action()
				return
			}
		}
	}
	t.Fatalf("no menu has %s", label)
}

func (f *fixture) second(t *testing.T) *Shell {
	t.Helper()
	if len(f.windows) != 2 {
		t.Fatalf("%d windows, want a second", len(f.windows))
	}
	return f.windows[1]
}

func pageOf(s *Shell) *fakePage {
	page, _ := s.current.page.(*fakePage)
	return page
}

func TestARecordOpensBesideTheList(t *testing.T) {
	f := start(t, nil)
	f.frame.nav.entries["sales"].press.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonTertiary})
	other := f.second(t)
	if f.page() != "register" || pageOf(other).name != "sales" {
		t.Fatalf("%q and %q", f.page(), pageOf(other).name)
	}
	if other.frame.showsNavigation() || !f.frame.showsNavigation() {
		t.Error("the window beside shows the record, not the navigation")
	}
	other.Open("smartcanal://organization/7")
	other.Back()
	if pageOf(other).name != "sales" || len(f.visited) != 0 {
		t.Errorf("%q, %d: each window has a way of its own", pageOf(other).name, len(f.visited))
	}
	if other.pages["sales"] == f.pages["sales"] {
		t.Error("a page stands in one window only")
	}
}

func TestCtrlReturnOpensWhatHasTheKeyboardBeside(t *testing.T) {
	f := start(t, nil)
	f.window.Canvas().Focus(f.frame.nav.entries["sales"].press)
	f.choosesMenu(t, "在新窗口中打开")
	if pageOf(f.second(t)).name != "sales" {
		t.Errorf("%q", pageOf(f.windows[1]).name)
	}
	f.windows[1].window.Close()
	f.window.Canvas().Unfocus()
	f.choosesMenu(t, "在新窗口中打开")
	if pageOf(f.second(t)).name != "register" {
		t.Errorf("%q: nothing is marked, so the page itself", pageOf(f.windows[1]).name)
	}
	f.windows[1].window.Close()
	pressed := false
	button := kit.NewPlain("删除", func() { pressed = true })
	f.frame.show(button)
	f.window.Canvas().Focus(button)
	f.choosesMenu(t, "在新窗口中打开")
	if pressed || len(f.windows) != 1 {
		t.Error("a button that does something is not pressed by it")
	}
}

func TestTheSearchOpensAResultBeside(t *testing.T) {
	f := start(t, nil)
	f.OpenSearch()
	f.palette.list.Entry.SetText("企业:老号")
	f.choosesMenu(t, "在新窗口中打开")
	if pageOf(f.second(t)).name != "organization 42" || f.page() != "register" {
		t.Errorf("%q beside %q", pageOf(f.windows[1]).name, f.page())
	}
}

func TestAChangeInOneWindowIsSeenInTheOther(t *testing.T) {
	f := start(t, nil)
	f.openBeside("smartcanal://organization/7")
	other := f.second(t)
	before, mine := pageOf(other).shown, f.current.page.(*fakePage).shown
	f.Changed()
	if pageOf(other).shown != before+1 || f.current.page.(*fakePage).shown != mine {
		t.Errorf("the other page looked again %d times, this one %d", pageOf(other).shown-before, f.current.page.(*fakePage).shown-mine)
	}
	other.Changed()
	if f.current.page.(*fakePage).shown != mine+1 {
		t.Error("a change there is not seen here")
	}
}

func TestTheLastWindowClosesTheFile(t *testing.T) {
	f := start(t, nil)
	f.openBeside("smartcanal://organization/7")
	other := f.second(t)
	page := pageOf(other)
	other.choosesMenu(t, "关闭窗口")
	if len(f.windows) != 1 || f.closed != 0 || page.left != 1 {
		t.Fatalf("%d windows, file closed %d times, page left %d times", len(f.windows), f.closed, page.left)
	}
	f.openBeside("smartcanal://organization/8")
	other = f.second(t)
	f.Shell.closed()
	if f.closed != 0 || other.session == nil {
		t.Fatal("the file belongs to the windows that are left")
	}
	other.Open("smartcanal://sales")
	if pageOf(other).name != "sales" {
		t.Errorf("%q", pageOf(other).name)
	}
	other.window.Close()
	if f.closed != 1 {
		t.Errorf("closed %d times", f.closed)
	}
}

func TestAnotherFileClosesTheWindowsOnThisOne(t *testing.T) {
	f := start(t, nil)
	f.openBeside("smartcanal://organization/7")
	f.openFile("other.db")
	if len(f.windows) != 1 || f.closed != 1 || f.page() != "register" {
		t.Errorf("%d windows, closed %d, on %q", len(f.windows), f.closed, f.page())
	}
}

func TestEscapeClosesTheDialogOfItsOwnWindow(t *testing.T) {
	f := start(t, nil)
	f.openBeside("smartcanal://organization/7")
	other := f.second(t)
	kit.Confirm(f.window.Canvas(), "删除", "删除这条记录？", "删除", func() {})
	kit.Confirm(other.window.Canvas(), "撤销", "撤销这次导入？", "撤销", func() {})
	f.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.window.Canvas().Overlays().Top() != nil || other.window.Canvas().Overlays().Top() == nil {
		t.Error("the other window's dialog went instead")
	}
	kit.CloseTop()
}

func TestTheMenuSaysWhatCanBeDone(t *testing.T) {
	f := start(t, nil)
	bar := f.window.MainMenu()
	var titles []string
	items := map[string]*fyne.MenuItem{}
	for _, menu := range bar.Items {
		titles = append(titles, menu.Label)
		for _, item := range menu.Items {
			items[item.Label] = item
			if item.ChildMenu != nil {
				for _, child := range item.ChildMenu.Items {
					items[item.Label+"/"+child.Label] = child
				}
			}
		}
	}
	if len(titles) != 6 || titles[0] != "文件" || titles[5] != "帮助" {
		t.Errorf("%q", titles)
	}
	first := bar.Items[0].Items
	if last := first[len(first)-1]; !last.IsQuit || last.Label != "退出" {
		t.Errorf("the first menu ends with %q", last.Label)
	}
	if item := items["交易数据/撤销导入…"]; item == nil || !item.Disabled {
		t.Error("what is not allowed now is greyed out")
	}
	if item := items["交易数据/导入账单…"]; item == nil {
		t.Error("an area's commands stand under its name")
	} else if item.Action(); len(f.ran) != 1 {
		t.Error("the menu runs the command")
	}
	if !items["后退"].Disabled {
		t.Error("there is no way back yet")
	}
	f.Open("smartcanal://sales")
	f.choosesMenu(t, "后退")
	if f.page() != "register" {
		t.Errorf("%q", f.page())
	}
}

func TestTheWindowsKeysWorkWhateverHasTheKeyboard(t *testing.T) {
	f := start(t, nil)
	entry, button := kit.NewEntry(""), kit.NewPlain("导入", func() { t.Error("pressed") })
	f.frame.show(kit.Column(0, entry, button))
	over := f.window.Canvas()
	for name, has := range map[string]fyne.Focusable{"an entry": entry, "a button": button} {
		over.Focus(has)
		has.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
		if f.frame.showsNavigation() {
			t.Errorf("%s keeps F9", name)
		}
		has.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
		has.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if over.Overlays().Top() == nil {
			t.Errorf("%s keeps F1", name)
		}
		kit.CloseTop()
	}
	over.Focus(button)
	button.TypedRune('?')
	if over.Overlays().Top() == nil {
		t.Error("a button keeps ?")
	}
	kit.CloseTop()
	over.Focus(entry)
	entry.TypedRune('?')
	if over.Overlays().Top() != nil || entry.Text != "?" {
		t.Error("in an entry ? is text")
	}
}
