package gallery

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/demo"
	dataregister "smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/kit/grid"
	"smartcanal/screens/register"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

const registrar store.Actor = "经办员"

// registerStore is the demo's file of data with what the pages of the register show: a shop of each kind,
// pairs that may be one, one in the bin.
func registerStore(t *testing.T) *store.Store {
	t.Helper()
	dir := t.TempDir()
	files, err := demo.Write(t.Context(), filepath.Join(dir, "demo"), demo.Seed)
	holds(t, err)
	st := emptyStore(t)
	_, err = demo.Fill(t.Context(), st, files, registrar, func(sales.Progress) {})
	holds(t, err)
	room := dataregister.New(st)
	rows, err := room.Search(t.Context(), "运河老号", 1)
	holds(t, err)
	card, err := room.Card(t.Context(), rows[0].ID)
	holds(t, err)
	o := card.Organization
	o.Standing, o.RegionCode, o.AboveQuota = "无处罚、不在黑名单", "130903004008", "零售，2019 年起在库"
	holds(t, room.Update(t.Context(), registrar, &o))
	holds(t, room.SavePerson(t.Context(), registrar, &dataregister.Person{OrganizationID: o.ID, Name: "马文静", Role: dataregister.FinanceContact, Phone: "0317-2012345"}))
	holds(t, room.SaveShop(t.Context(), registrar, &dataregister.Shop{OrganizationID: o.ID, Platform: "douyin", Name: "运河老号抖音专营店", OpenedOn: "2026-11-12", Status: dataregister.ShopNew}))
	holds(t, room.Create(t.Context(), registrar, &dataregister.Organization{Name: "沧州运河老号食品公司", RegionCode: "130903004", Address: "新华西路 118 号"}))
	holds(t, room.Create(t.Context(), registrar, &dataregister.Organization{Name: "大运商贸行", RegionCode: "130903100"}))
	gone := &dataregister.Organization{Name: "北环旧货市场", Kind: dataregister.Enterprise, RegionCode: "130903006"}
	holds(t, room.Create(t.Context(), registrar, gone))
	holds(t, room.Remove(t.Context(), registrar, gone.ID))
	return st
}

// emptyStore is a file of data with nothing but its district.
func emptyStore(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	holds(t, err)
	st.SetClock(officeTime)
	t.Cleanup(func() { _ = st.Close() })
	holds(t, st.Write(t.Context(), registrar, "test", func(tx *store.Tx) error { return dataregister.SetDistrict(tx, demo.District) }))
	return st
}

func holds(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// registerHost is a host whose file holds the register only.
type registerHost struct {
	officeHost
	st *store.Store
}

func (h registerHost) Open(context.Context, string) (*shell.Session, error) {
	claims := func(_ context.Context, id int64) (register.Claims, error) {
		if rows, err := dataregister.New(h.st).Rows(context.Background(), []int32{int32(id)}); err != nil || len(rows) == 0 || rows[0].Accounts == 0 {
			return register.Claims{}, err
		}
		return register.Claims{Value: "1 件 · 10.0 万元", Note: "2026-017 网络零售额突破奖，复核中", Link: "smartcanal://rewards"}, nil
	}
	others := officeSession()
	areas := []kit.Area{register.Area(h.st, registrar, register.WithClaims(claims))}
	for _, area := range others.Areas {
		if area.Key != "register" {
			area.Order += 20
			areas = append(areas, area)
		}
	}
	return &shell.Session{Office: others.Office, Person: others.Person, Areas: areas, Status: others.Status}, nil
}

// inRegister shows the shell on a file of data and opens a page of it.
func inRegister(t *testing.T, st *store.Store, link string, then func(*shell.Shell, fyne.Window)) func(fyne.Window) (fyne.CanvasObject, func()) {
	return func(over fyne.Window) (fyne.CanvasObject, func()) {
		t.Cleanup(grid.Inline())
		s := shell.New(over, registerHost{officeHost{exists: true}, st})
		return over.Content(), func() {
			s.Start()
			s.Open(link)
			if then != nil {
				then(s, over)
			}
		}
	}
}

func registerShot(t *testing.T, st *store.Store, name, link string, then func(*shell.Shell, fyne.Window)) {
	t.Run(name, func(t *testing.T) {
		Shot(t, "register-"+name, officeWidth, officeHeight, false, inRegister(t, st, link, then))
	})
}

func TestRegisterWithoutData(t *testing.T) {
	st := emptyStore(t)
	registerShot(t, st, "list-empty", "smartcanal://register", nil)
	registerShot(t, st, "duplicates-empty", "smartcanal://register/duplicates", nil)
	registerShot(t, st, "bin-empty", "smartcanal://register/bin", nil)
	holds(t, st.Close())
	Shot(t, "register-loading", officeWidth-200, 682, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
		s := shell.New(over, registerHost{officeHost{exists: true}, st})
		return register.Area(st, registrar).Links["organization"](s, "1").Object(), nil
	})
	registerShot(t, st, "list-failed", "smartcanal://register", nil)
}

func TestRegister(t *testing.T) {
	st := registerStore(t)
	room := dataregister.New(st)
	found, err := room.Search(t.Context(), "运河老号", 2)
	holds(t, err)
	main := "smartcanal://organization/" + itoa(found[0].ID)
	registerShot(t, st, "list", "smartcanal://register", nil)
	registerShot(t, st, "organisation", main, nil)
	t.Run("organisation-dark", func(t *testing.T) {
		Shot(t, "register-organisation-dark", officeWidth, officeHeight, true, inRegister(t, st, main, nil))
	})
	t.Run("organisation-wide", func(t *testing.T) {
		Shot(t, "register-organisation-wide", wideWidth, wideHeight, false, inRegister(t, st, main, nil))
	})
	alone, err := room.Search(t.Context(), "大运商贸行", 1)
	holds(t, err)
	bare := "smartcanal://organization/" + itoa(alone[0].ID)
	registerShot(t, st, "organisation-empty", bare, nil)
	registerShot(t, st, "person-form", bare, pressNth("新增联系人", 0))
	registerShot(t, st, "shop-form", main, pressNth("新增", 0))
	registerShot(t, st, "account-form", main, func(s *shell.Shell, over fyne.Window) {
		pressNth("新增", 1)(s, over)
		pressNth("保存", 0)(s, over)
	})
	registerShot(t, st, "phones", main, pressNth("显示电话", 0))
	registerShot(t, st, "compare", "smartcanal://register/compare/"+itoa(found[0].ID)+"-"+itoa(alone[0].ID), pressNth("合并…", 0))
	registerShot(t, st, "merge-pick", main, func(s *shell.Shell, over fyne.Window) {
		pressNth("合并…", 0)(s, over)
		typeText(over, "dysm")
	})
	registerShot(t, st, "list-nothing", "smartcanal://register", func(_ *shell.Shell, over fyne.Window) {
		focusNext(over)
		for range 20 {
			if _, is := over.Canvas().Focused().(*kit.Entry); is {
				break
			}
			focusNext(over)
		}
		typeText(over, "没有这家")
	})
	registerShot(t, st, "list-edit", "smartcanal://register", func(_ *shell.Shell, over fyne.Window) {
		g := onlyGrid(over)
		over.Canvas().Focus(g)
		g.GoTo(grid.Place{Row: 2, Column: 2})
		typeText(over, "9113090")
		over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		g.GoTo(grid.Place{Row: 4, Column: 0})
		typeText(over, "运河西路")
		over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		g.GoTo(grid.Place{Row: 2, Column: 2})
	})
	registerShot(t, st, "list-cell", "smartcanal://register", func(_ *shell.Shell, over fyne.Window) {
		g := onlyGrid(over)
		over.Canvas().Focus(g)
		g.GoTo(grid.Place{Row: 4, Column: 0})
		typeText(over, "运河西路百货")
	})
	registerShot(t, st, "list-paste", "smartcanal://register", func(_ *shell.Shell, over fyne.Window) {
		g := onlyGrid(over)
		over.Canvas().Focus(g)
		g.GoTo(grid.Place{Row: 1, Column: 0})
		g.Paste("新名一\t企业\t123\t没有这个镇\n新名二\t合作社\t\t\t停业整顿\t限上\t改数\n")
	})
	registerShot(t, st, "list-bulk", "smartcanal://register", func(_ *shell.Shell, over fyne.Window) {
		g := onlyGrid(over)
		over.Canvas().Focus(g)
		g.GoTo(grid.Place{Row: 1, Column: 5})
		g.TypedShortcut(&fyne.ShortcutSelectAll{})
		g.ChangeSelected()
	})
	registerShot(t, st, "edit", main+"/edit", nil)
	registerShot(t, st, "new", "smartcanal://organization/new", func(_ *shell.Shell, over fyne.Window) {
		typeText(over, "运河老号食品")
		focusNext(over)
		typeText(over, "91130903MA07K3C23A")
		focusNext(over)
	})
	registerShot(t, st, "duplicates", "smartcanal://register/duplicates", nil)
	registerShot(t, st, "bin", "smartcanal://register/bin", nil)
	registerShot(t, st, "missing", "smartcanal://organization/99999", nil)
	registerShot(t, st, "conflict", main+"/edit", func(s *shell.Shell, over fyne.Window) {
		card, err := room.Card(t.Context(), found[0].ID)
		holds(t, err)
		theirs := card.Organization
		theirs.Address, theirs.Industry = "新华西路 118 号", "农副食品加工业"
		holds(t, room.Update(t.Context(), "复核员", &theirs))
		typeText(over, "新")
		pressNth("保存", 0)(s, over)
	})
	twin, err := room.Search(t.Context(), "沧州运河老号", 1)
	holds(t, err)
	_, err = room.Merge(t.Context(), registrar, found[0].ID, twin[0].ID)
	holds(t, err)
	registerShot(t, st, "merged", "smartcanal://organization/"+itoa(twin[0].ID), nil)
	registerShot(t, st, "merges", "smartcanal://register/duplicates", func(_ *shell.Shell, over fyne.Window) {
		everyPart(over.Canvas().Content(), func(o fyne.CanvasObject) {
			if chip, is := o.(*kit.Chip); is && chip.Label() == "已合并 1" {
				chip.Tapped(nil)
			}
		})
	})
	binned, err := room.IDs(t.Context(), dataregister.Filter{InBin: true}, nil)
	holds(t, err)
	registerShot(t, st, "binned", "smartcanal://organization/"+itoa(int64(binned[0])), nil)
	registerShot(t, st, "ledger", "smartcanal://register/ledger", nil)
	registerShot(t, st, "ledger-preview", "smartcanal://register/ledger", dropFile(ledgerFile(t, changedLedger)))
	registerShot(t, st, "ledger-failed", "smartcanal://register/ledger", dropFile(ledgerFile(t, "姓名,电话\n张三,1\n")))
}

// onlyGrid is the list of a page that has one.
func onlyGrid(over fyne.Window) *grid.Grid {
	var found *grid.Grid
	everyPart(over.Canvas().Content(), func(o fyne.CanvasObject) {
		if g, is := o.(*grid.Grid); is && g.Visible() {
			found = g
		}
	})
	return found
}

// pressNth presses the nth button with a label, of the dialog on top where there is one.
func pressNth(label string, nth int) func(*shell.Shell, fyne.Window) {
	return func(_ *shell.Shell, over fyne.Window) {
		root := over.Canvas().Content()
		if top := over.Canvas().Overlays().Top(); top != nil {
			root = top
		}
		var found []*kit.Button
		everyPart(root, func(o fyne.CanvasObject) {
			if button, is := o.(*kit.Button); is && button.Label() == label && button.Visible() {
				found = append(found, button)
			}
		})
		if nth < len(found) {
			found[nth].Tapped(nil)
		}
	}
}

func everyPart(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch thing := o.(type) {
	case *fyne.Container:
		for _, part := range thing.Objects {
			everyPart(part, visit)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(thing).Objects() {
			everyPart(part, visit)
		}
	}
}

// dropFile drops a file on the window.
func dropFile(path string) func(*shell.Shell, fyne.Window) {
	return func(s *shell.Shell, _ fyne.Window) { s.Drop(fyne.Position{}, []string{path}) }
}

func TestRegisterInEnglish(t *testing.T) {
	st := registerStore(t)
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	found, err := dataregister.New(st).Search(t.Context(), "运河老号", 1)
	holds(t, err)
	registerShot(t, st, "english-list", "smartcanal://register", nil)
	registerShot(t, st, "english-organisation", "smartcanal://organization/"+itoa(found[0].ID), nil)
	registerShot(t, st, "english-edit", "smartcanal://organization/"+itoa(found[0].ID)+"/edit", nil)
}

func itoa(n int64) string {
	text := ""
	for ; n > 0; n /= 10 {
		text = string(rune('0'+n%10)) + text
	}
	return text
}

func focusNext(over fyne.Window) { over.Canvas().(interface{ FocusNext() }).FocusNext() }

const changedLedger = `企业名称,统一社会信用代码,联系人,电话,地址,行业,平台,店铺名称,商户号,序号
运河老号食品有限公司,,王五,13803176021,新华西路 120 号,食品制造业,京东,运河老号京东店,,1
新开电子商务有限公司,,李四,0317-3021234,市场街道,零售业,微信,新开小程序,1900099999,2
错码商贸有限公司,91330100799655058C,,,,,,,,3
`

func ledgerFile(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "企业台账.csv")
	holds(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}
