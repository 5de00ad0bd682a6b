package shell

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/problem"
	"smartcanal/screens/kit"
	"smartcanal/screens/wording"
)

// fakeHost opens sessions in memory and remembers what it was asked.
type fakeHost struct {
	exists  bool
	fault   error
	session *Session
	began   Beginning
	opened  []string
}

func (h *fakeHost) File() string { return "yunhe.db" }
func (h *fakeHost) Exists() bool { return h.exists }

func (h *fakeHost) Open(_ context.Context, path string) (*Session, error) {
	h.opened = append(h.opened, path)
	return h.session, h.fault
}

func (h *fakeHost) Create(_ context.Context, beginning Beginning, _ kit.Progress) (*Session, error) {
	h.began = beginning
	return h.session, h.fault
}

func (h *fakeHost) Restore(_ context.Context, backup string, _ kit.Progress) (*Session, error) {
	h.opened = append(h.opened, backup)
	return h.session, h.fault
}

func (h *fakeHost) Districts(context.Context, string, int) ([]kit.Found[string], error) {
	return []kit.Found[string]{{Key: "130903", Label: "运河区", Note: "河北省 沧州市"}}, nil
}

// fakePage notes what the shell does with it.
type fakePage struct {
	name    string
	content fyne.CanvasObject
	dropped []string
	shown   int
	left    int
}

func newFakePage(name string) *fakePage { return &fakePage{name: name, content: kit.NewText(name)} }

func (p *fakePage) Object() fyne.CanvasObject { return p.content }
func (p *fakePage) Drop(paths []string)       { p.dropped = paths }
func (p *fakePage) Shown()                    { p.shown++ }
func (p *fakePage) Left()                     { p.left++ }

type fixture struct {
	*Shell
	host    *fakeHost
	built   map[string]int
	imports *fakePage
	closed  int
	ran     []string
	apart   func() // from now on work runs beside the test, as it does beside the window
}

// start makes a shell on a file with two areas; sales answers statement links and takes drops.
func start(t *testing.T, change func(*fakeHost)) *fixture {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	apart := kit.Inline()
	t.Cleanup(apart)
	f := &fixture{apart: apart, host: &fakeHost{exists: true}, built: map[string]int{}, imports: newFakePage("import")}
	page := func(name string) func(kit.Context) kit.Page {
		return func(kit.Context) kit.Page {
			f.built[name]++
			return newFakePage(name)
		}
	}
	f.host.session = &Session{
		Office: "运河区商务局", Person: "经办员",
		Status: func(context.Context) ([]string, error) { return []string{"单机模式"}, nil },
		Close:  func() error { f.closed++; return nil },
		Areas: []kit.Area{
			{Key: "sales", Order: 2, Start: page("sales"), DropLink: "smartcanal://import",
				Links:    map[string]func(kit.Context, string) kit.Page{"import": func(kit.Context, string) kit.Page { return f.imports }},
				Commands: func(kit.Context) []kit.Command { return f.commands() },
				Count:    func(context.Context) (kit.Count, error) { return kit.Count{}, errors.New("busy") }},
			{Key: "register", Order: 1, Start: page("register"),
				Links: map[string]func(kit.Context, string) kit.Page{"organization": func(_ kit.Context, rest string) kit.Page { return newFakePage("organization " + rest) }},
				Count: func(context.Context) (kit.Count, error) { return kit.Count{Number: 1286}, nil },
				Find: func(_ context.Context, text string, _ int) ([]kit.Found[string], error) {
					return []kit.Found[string]{{Key: "smartcanal://organization/42", Label: text + "食品", Kind: "企业"}}, nil
				}, Prefixes: []string{"register.kind.enterprise"}},
		},
	}
	if change != nil {
		change(f.host)
	}
	over := test.NewTempWindow(t, nil)
	f.Shell = New(over, f.host)
	over.Resize(fyne.NewSize(1366, 768))
	f.Start()
	return f
}

func (f *fixture) commands() []kit.Command {
	return []kit.Command{
		{Label: "导入账单…", Run: func() { f.ran = append(f.ran, "import") }},
		{Label: "撤销导入…", Allowed: func() bool { return false }},
	}
}

func (f *fixture) page() string {
	if page, ok := f.current.page.(*fakePage); ok {
		return page.name
	}
	return ""
}

func (f *fixture) status() []string {
	var texts []string
	for _, o := range f.frame.status.row.Objects {
		texts = append(texts, o.(*kit.Text).Content)
	}
	return texts
}

func TestThePagesAreBuiltWhenFirstOpened(t *testing.T) {
	f := start(t, nil)
	if f.page() != "register" || f.built["sales"] != 0 {
		t.Fatalf("begins on %q, built %v", f.page(), f.built)
	}
	f.Open("smartcanal://sales")
	f.Open("smartcanal://register")
	f.Open("smartcanal://sales")
	if f.built["sales"] != 1 || f.built["register"] != 1 {
		t.Errorf("start pages are built once: %v", f.built)
	}
	if page := f.pages["sales"].(*fakePage); page.shown != 2 || page.left != 1 {
		t.Errorf("shown %d, left %d", page.shown, page.left)
	}
}

func TestLinksAndTheWayBack(t *testing.T) {
	f := start(t, nil)
	f.Open("smartcanal://organization/42")
	if f.page() != "organization 42" || f.current.area != "register" {
		t.Fatalf("%q in %q", f.page(), f.current.area)
	}
	for _, wrong := range []string{"smartcanal://nobody/1", "http://example.com", ""} {
		f.Open(wrong)
		if f.page() != "organization 42" {
			t.Errorf("%q must leave the page", wrong)
		}
		if !kit.CloseTop() {
			t.Errorf("%q must say so", wrong)
		}
	}
	f.Back()
	if f.page() != "register" {
		t.Errorf("back on %q", f.page())
	}
	f.Back()
	if f.page() != "register" {
		t.Error("before the first page there is none")
	}
}

func TestALinkOfThePageShownKeepsWhatWasTypedThere(t *testing.T) {
	f := start(t, nil)
	f.Open("smartcanal://organization/42")
	page := f.current.page.(*fakePage)
	f.Open("smartcanal://organization/42")
	if f.current.page != page || page.shown != 2 || page.left != 0 {
		t.Errorf("another page of the same link; shown %d, left %d", page.shown, page.left)
	}
	f.Back()
	if f.page() != "register" {
		t.Errorf("back on %q", f.page())
	}
}

func TestAButtonThatIsGoneLosesTheKeyboard(t *testing.T) {
	f := start(t, func(h *fakeHost) { h.exists = false })
	page := newFirstRun(f.Shell)
	f.frame.show(page.object)
	f.window.Canvas().Focus(page.office)
	f.frame.show(page.object)
	if f.window.Canvas().Focused() != page.office {
		t.Error("what stays keeps the keyboard")
	}
	f.openFile("yunhe.db")
	if focused := f.window.Canvas().Focused(); focused != nil {
		t.Errorf("Return would still go to a %T nobody sees", focused)
	}
}

func TestStatusAndCounts(t *testing.T) {
	f := start(t, nil)
	if !reflect.DeepEqual(f.status(), []string{"单机模式"}) {
		t.Error(f.status())
	}
	f.Status("选中 1 行", "Ctrl+C 复制到 Excel")
	if len(f.status()) != 2 {
		t.Error(f.status())
	}
	f.Open("smartcanal://sales")
	if !reflect.DeepEqual(f.status(), []string{"单机模式"}) {
		t.Error("another page begins with the ordinary texts")
	}
	badge := f.frame.nav.entries["register"].badge
	if badge.Text() != "1,286" || !badge.Visible() || f.frame.nav.entries["sales"].badge.Visible() {
		t.Error("one area's failure must not hide the others' numbers")
	}
}

func TestDroppedFilesFindTheirPage(t *testing.T) {
	f := start(t, nil)
	f.Open("smartcanal://settings")
	f.Drop(fyne.Position{}, []string{"a.csv", "b.zip"})
	if f.page() != "import" || len(f.imports.dropped) != 2 {
		t.Errorf("%q took %v", f.page(), f.imports.dropped)
	}
	f.Open("smartcanal://register")
	f.Drop(fyne.Position{}, []string{"ledger.xlsx"})
	if f.page() != "register" {
		t.Error("a page that takes files keeps them")
	}
}

func TestTheSearchBoxFindsRecordsAndCommands(t *testing.T) {
	f := start(t, nil)
	f.OpenSearch()
	test.Type(f.palette.list.Entry, "导入")
	found := f.palette.list.Results()
	if len(found) != 2 || found[0].Label != "导入账单…" || found[1].Key.link != "smartcanal://organization/42" {
		t.Fatalf("%+v", found)
	}
	f.palette.list.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !reflect.DeepEqual(f.ran, []string{"import"}) {
		t.Error(f.ran)
	}
	f.OpenSearch()
	test.Type(f.palette.list.Entry, "运河")
	f.palette.list.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.page() != "organization 42" || f.palette != nil {
		t.Errorf("%q", f.page())
	}
	f.OpenSearch()
	f.palette.list.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.palette != nil {
		t.Error("Escape closes the results")
	}
}

func TestAPrefixAsksForOneSortAlone(t *testing.T) {
	f := start(t, nil)
	for text, want := range map[string][]string{
		"企业：导入": {"导入食品"}, "企业:导入": {"导入食品"}, "命令:drzd": {"导入账单…"}, "drzd": {"导入账单…", "drzd食品"}, "没有:导入": {"没有:导入食品"},
	} {
		f.OpenSearch()
		f.palette.list.Entry.SetText(text)
		var labels []string
		for _, r := range f.palette.list.Results() {
			labels = append(labels, r.Label)
		}
		if !reflect.DeepEqual(labels, want) {
			t.Errorf("%s: %q, want %q", text, labels, want)
		}
		f.closePalette()
	}
}

func TestWhatWasOpenedLastComesFirst(t *testing.T) {
	f := start(t, nil)
	for _, text := range []string{"老号", "大运"} {
		f.OpenSearch()
		f.palette.list.Entry.SetText(text)
		f.palette.list.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	f.OpenSearch()
	found := f.palette.list.Results()
	if len(found) < 2 || found[0].Label != "大运食品" || found[0].Group != "最近打开" || found[1].Group != "操作" {
		t.Fatalf("%+v: one record, however often it was opened, then what can be done", found)
	}
	f.palette.list.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.page() != "organization 42" {
		t.Errorf("%q", f.page())
	}
}

func TestAFileThatDoesNotOpenOffersWaysOut(t *testing.T) {
	f := start(t, func(h *fakeHost) { h.fault = problem.New("store.damaged") })
	if f.session != nil {
		t.Fatal("no session")
	}
	f.Open("smartcanal://sales")
	kit.CloseTop()
	f.host.fault = nil
	f.restore("yunhe.bak")
	if f.page() != "register" || f.host.opened[len(f.host.opened)-1] != "yunhe.bak" {
		t.Errorf("%q %v", f.page(), f.host.opened)
	}
	f.openFile("other.db")
	if f.closed != 1 {
		t.Error("the file before is closed")
	}
}

func TestTheFirstRunAsksAndKeepsWhatWasTyped(t *testing.T) {
	f := start(t, func(h *fakeHost) { h.exists, h.fault = false, problem.New("store.no_access") })
	page := newFirstRun(f.Shell)
	f.frame.show(page.object)
	page.start()
	if f.host.began != (Beginning{}) {
		t.Fatal("nothing is made before a district is chosen")
	}
	test.Type(page.search.Entry, "yhq")
	page.search.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if page.office.Text != "运河区商务局" {
		t.Errorf("proposes %q", page.office.Text)
	}
	page.begin.SetValue("demo")
	page.start()
	if !page.trouble.Visible() || page.office.Text != "运河区商务局" {
		t.Error("a failure is worded on the page")
	}
	f.host.fault = nil
	page.start()
	if f.host.began != (Beginning{District: "130903", Office: "运河区商务局", Demo: true}) || f.page() != "register" {
		t.Errorf("%+v on %q", f.host.began, f.page())
	}
}

func TestTheLanguageSwitchesWhileThePageStays(t *testing.T) {
	f := start(t, nil)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	f.Open("smartcanal://sales")
	f.SetLanguage(wording.English)
	if f.page() != "sales" || f.window.Title() != "Smart Canal · E-commerce Workbench" || f.closed != 0 {
		t.Errorf("%q %q closed %d", f.page(), f.window.Title(), f.closed)
	}
}
