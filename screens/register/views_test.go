package register

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/chart"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/kit/kittest"
)

// bench is a window with the area's pages in it; it notes what pages ask of it.
type bench struct {
	*office
	window   fyne.Window
	page     kit.Page
	opened   []string
	status   []string
	problems []*problem.Problem
	memory   kit.Memory
}

func newBench(o *office) *bench {
	o.t.Helper()
	test.NewTempApp(o.t).Settings().SetTheme(kit.NewTheme(kit.Light))
	o.t.Cleanup(kit.Inline())
	o.t.Cleanup(grid.Inline())
	b := &bench{office: o, memory: kit.NewMemory(), window: test.NewTempWindow(o.t, nil)}
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1166, 682))
	return b
}

func (b *bench) Window() fyne.Window        { return b.window }
func (b *bench) Back()                      { b.opened = append(b.opened, "back") }
func (b *bench) Status(texts ...string)     { b.status = texts }
func (b *bench) Changed()                   {}
func (b *bench) Memory() kit.Memory         { return b.memory }
func (b *bench) Problem(p *problem.Problem) { b.problems = append(b.problems, p) }
func (b *bench) Open(link string)           { b.opened = append(b.opened, link) }
func (b *bench) desk() desk                 { return desk{b, b.rooms} }
func (b *bench) last() string               { return b.opened[len(b.opened)-1] }
func (b *bench) focused() fyne.Focusable    { return b.window.Canvas().Focused() }
func (b *bench) key(name fyne.KeyName)      { b.focused().TypedKey(&fyne.KeyEvent{Name: name}) }
func (b *bench) next()                      { b.window.Canvas().(interface{ FocusNext() }).FocusNext() }
func (b *bench) shows(text string) bool     { return strings.Contains(b.words(), text) }
func (b *bench) typed(text string) {
	for _, r := range text {
		b.focused().TypedRune(r)
	}
}

func (b *bench) show(page kit.Page) {
	b.page = page
	b.window.SetContent(page.Object())
	if shown, is := page.(kit.Shown); is {
		shown.Shown()
	}
}

// roots are the page and what lies over it, the top one last.
func (b *bench) roots() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{b.window.Canvas().Content()}, b.window.Canvas().Overlays().List()...)
}

// words are all texts that can be read.
func (b *bench) words() string {
	var words []string
	for _, root := range b.roots() {
		kittest.Walk(root, func(o fyne.CanvasObject) {
			if text, is := o.(*canvas.Text); is {
				words = append(words, text.Text)
			}
		})
	}
	return strings.Join(words, "\n")
}

// press presses the topmost button with a label.
func (b *bench) press(label string) {
	b.t.Helper()
	var found *kit.Button
	for _, root := range b.roots() {
		kittest.Walk(root, func(o fyne.CanvasObject) {
			if button, is := o.(*kit.Button); is && button.Label() == label {
				found = button
			}
		})
	}
	if found == nil {
		b.t.Fatalf("no button %q among\n%s", label, b.words())
	}
	found.Tapped(nil)
}

func TestTheListIsWorkedByKeyboard(t *testing.T) {
	b := newBench(newOffice(t).trading())
	view := newListView(b.desk())
	b.show(view)
	if !b.shows("运河老号食品有限公司") || !b.shows("9.60") {
		t.Fatal(b.words())
	}
	b.window.Canvas().Focus(view.search)
	b.typed("没有")
	if !b.shows("没有符合条件的主体") {
		t.Error(b.words())
	}
	view.clear()
	b.window.Canvas().Focus(view.search)
	b.key(fyne.KeyDown)
	b.key(fyne.KeyReturn)
	if len(b.opened) != 1 || b.last() != linkTo(b.main.ID) {
		t.Errorf("%v", b.opened)
	}
}

func TestABarOpensItsLines(t *testing.T) {
	b := newBench(newOffice(t).trading())
	b.show(newOrganizationView(b.desk(), b.main.ID))
	var months *chart.View
	kittest.Walk(b.page.Object(), func(o fyne.CanvasObject) {
		if found, is := o.(*chart.View); is && found.Chart().Kind == chart.Bars {
			months = found
		}
	})
	b.window.Canvas().Focus(months)
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp, fyne.KeyReturn} {
		b.key(key)
	}
	if want := linkToLines(b.main.ID, 202511, 202511, "", 0) + "&channel=1"; b.last() != want {
		t.Errorf("%s, want %s", b.last(), want)
	}
	if b.shows("13803176021") || !b.shows("138****6021") {
		t.Error("telephones must be masked")
	}
	b.press("显示电话")
	if !b.shows("13803176021") {
		t.Error("telephones must show when asked for")
	}
	if len(b.status) != 3 || b.status[0] != "信用代码校验通过" {
		t.Errorf("%v", b.status)
	}
}

func TestANewOrganisationIsCheckedAndSaved(t *testing.T) {
	b := newBench(newOffice(t))
	view := newEditView(b.desk(), 0)
	b.show(view)
	b.press("保存")
	if !b.shows("请填写名称") || b.focused() != fyne.Focusable(view.first) {
		t.Errorf("a missing name must be said at its field: %s", b.words())
	}
	b.typed("新开电子商务有限公司")
	b.next()
	b.typed(b.main.CreditCode)
	b.key(fyne.KeyReturn)
	if !b.shows("已属于“运河老号食品有限公司”") {
		t.Error(b.words())
	}
	for range b.main.CreditCode {
		b.key(fyne.KeyBackspace)
	}
	b.key(fyne.KeyReturn)
	found, err := b.room.Search(t.Context(), "新开", 1)
	if err != nil || len(found) != 1 || b.last() != linkTo(found[0].ID) {
		t.Errorf("%v, %v, %v", found, err, b.opened)
	}
}

func TestAConflictIsShownAndSettled(t *testing.T) {
	b := newBench(newOffice(t))
	view := newEditView(b.desk(), b.main.ID)
	b.show(view)
	theirs := b.main
	theirs.Industry = "食品制造业"
	b.must(b.room.Update(t.Context(), "复核员", &theirs))
	b.typed("新")
	b.press("保存")
	if !b.shows("别人刚改过这条记录") || !b.shows("食品制造业") || !b.shows("复核员") {
		t.Fatal(b.words())
	}
	b.press("保留我的并保存")
	saved, err := b.room.Find(t.Context(), b.main.ID)
	if err != nil || saved.Name != "新运河老号食品有限公司" || saved.Industry != "食品制造业" {
		t.Errorf("%+v, %v", saved, err)
	}
}

func TestAnAccountIsAddedFromThePage(t *testing.T) {
	b := newBench(newOffice(t))
	view := newOrganizationView(b.desk(), b.main.ID)
	b.show(view)
	view.editAccount(nil)
	b.press("保存")
	if !b.shows("请填写商户号") {
		t.Error(b.words())
	}
	b.typed("1623308841")
	b.press("保存")
	if !b.shows("微信支付 1623308841") || b.shows("新增收款账户\n") && len(b.window.Canvas().Overlays().List()) > 0 {
		t.Error(b.words())
	}
}

func TestDuplicatesAreMergedAndTakenBack(t *testing.T) {
	b := newBench(newOffice(t).trading())
	b.must(b.room.Create(t.Context(), clerk, &register.Organization{Name: "沧州运河老号食品公司"}))
	view := newDuplicatesView(b.desk())
	b.show(view)
	b.press("合并…")
	b.press("合并")
	if len(view.found.pairs) != 0 || len(view.found.merges) != 1 || !b.shows("没有发现重复的主体") {
		t.Fatal(b.words())
	}
	view.turn(true)
	b.press("撤销…")
	b.press("撤销合并")
	if len(view.found.merges) != 0 || len(view.found.pairs) != 1 || len(b.problems) > 0 {
		t.Errorf("%+v %v", view.found, b.problems)
	}
}

func TestTheBinGivesBack(t *testing.T) {
	b := newBench(newOffice(t))
	b.must(b.room.Remove(t.Context(), clerk, b.main.ID))
	b.show(newOrganizationView(b.desk(), b.main.ID))
	if !b.shows("这个主体在回收站里") {
		t.Error(b.words())
	}
	view := newBinView(b.desk())
	b.show(view)
	view.grid.GoTo(grid.Place{})
	b.press("恢复")
	if counts, err := b.room.Counts(t.Context()); err != nil || counts.InBin != 0 || counts.All != 1 {
		t.Errorf("%+v, %v", counts, err)
	}
}

func TestALedgerDroppedOnThePageGoesIn(t *testing.T) {
	b := newBench(newOffice(t))
	view := newLedgerView(b.desk())
	b.show(view)
	view.Drop([]string{b.file("台账.csv", ledger)})
	if !b.shows("将新增 1 家，修改 1 家") {
		t.Fatal(b.words())
	}
	b.press("写入名录")
	if !b.shows("已新增 1 家，修改 1 家") || len(b.problems) > 0 {
		t.Errorf("%s %v", b.words(), b.problems)
	}
}

func TestLinksFindTheirPages(t *testing.T) {
	b := newBench(newOffice(t))
	for rest, want := range map[string]kit.Page{"new": &editView{}, "1/edit": &editView{}, "1": &organizationView{}} {
		if page := organizationPage(b.desk(), rest); reflect.TypeOf(page) != reflect.TypeOf(want) {
			t.Errorf("%s: %T", rest, page)
		}
	}
	for rest, want := range map[string]kit.Page{"ledger": &ledgerView{}, "duplicates": &duplicatesView{}, "compare/1-2": &compareView{}, "bin": &binView{}, "": &listView{}} {
		if page := registerPage(b.desk(), rest); reflect.TypeOf(page) != reflect.TypeOf(want) {
			t.Errorf("%s: %T", rest, page)
		}
	}
}

func TestTheDossierHasTheChartOfThePage(t *testing.T) {
	b := newBench(newOffice(t).trading())
	view := newOrganizationView(b.desk(), b.main.ID)
	b.show(view)
	path := filepath.Join(t.TempDir(), "dossier.xlsx")
	view.printTo(path)
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	found := 0
	for _, name := range file.GetSheetList() {
		cells, err := file.GetPictureCells(name)
		if err != nil {
			t.Fatal(err)
		}
		found += len(cells)
	}
	if found != 1 {
		t.Errorf("%d pictures in the dossier", found)
	}
}
