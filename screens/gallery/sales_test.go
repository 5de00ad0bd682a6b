package gallery

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/store"
	"smartcanal/screens/kit"
	"smartcanal/screens/sales"
	"smartcanal/screens/shell"
	"smartcanal/screens/wording"
)

// salesHost opens a window on the area of trade data alone.
type salesHost struct {
	officeHost
	st *store.Store
}

func (h salesHost) Open(context.Context, string) (*shell.Session, error) {
	return &shell.Session{Office: "运河区商务局", Person: string(clerk), Areas: []kit.Area{sales.Area(h.st, clerk)}}, nil
}

// salesShot draws the window with the area open on a file, after then.
func salesShot(t *testing.T, name string, st *store.Store, look look, then func(*shell.Shell, fyne.Window)) {
	t.Helper()
	Shot(t, name, look.width, look.height, look.dark, func(over fyne.Window) (fyne.CanvasObject, func()) {
		s := shell.New(over, salesHost{officeHost{exists: true}, st})
		return over.Content(), func() {
			s.Start()
			settle(over)
			if then != nil {
				then(s, over)
			}
		}
	})
}

type look struct {
	width, height float32
	dark          bool
}

var (
	office = look{officeWidth, officeHeight, false}
	dark   = look{officeWidth, officeHeight, true}
	wide   = look{wideWidth, wideHeight, false}
)

// at opens a page by link.
func at(link string) func(*shell.Shell, fyne.Window) {
	return func(s *shell.Shell, _ fyne.Window) { s.Open(link) }
}

// press opens a page and presses buttons and chips on it by their words, one after the other.
func press(t *testing.T, link string, labels ...string) func(*shell.Shell, fyne.Window) {
	return func(s *shell.Shell, over fyne.Window) {
		s.Open(link)
		for _, label := range labels {
			settle(over)
			tap(t, over, label)
		}
	}
}

// downThen goes to the second account of the queue and presses buttons.
func downThen(t *testing.T, labels []string) func(*shell.Shell, fyne.Window) {
	return func(s *shell.Shell, over fyne.Window) {
		s.Open("smartcanal://sales/unmatched")
		over.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		for _, label := range labels {
			settle(over)
			tap(t, over, label)
		}
	}
}

func tap(t *testing.T, over fyne.Window, label string) {
	t.Helper()
	roots := append(over.Canvas().Overlays().List(), over.Content())
	for _, root := range roots {
		if found := labelled(root, label); found != nil {
			test.Tap(found)
			return
		}
	}
	t.Errorf("nothing on the page says %q", label)
}

// labelled finds a thing to press by its words.
func labelled(o fyne.CanvasObject, label string) fyne.Tappable {
	if o == nil || !o.Visible() {
		return nil
	}
	if said, ok := o.(interface{ Label() string }); ok && said.Label() == label {
		return o.(fyne.Tappable)
	}
	for _, child := range children(o) {
		if found := labelled(child, label); found != nil {
			return found
		}
	}
	return nil
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch thing := o.(type) {
	case *fyne.Container:
		return thing.Objects
	case fyne.Widget:
		return test.WidgetRenderer(thing).Objects()
	}
	return nil
}

func TestSalesLines(t *testing.T) {
	paths := salesFolder(t)
	st := salesStore(t)
	salesShot(t, "sales-lines-empty", st, office, nil)
	salesShot(t, "sales-totals-empty", st, office, at("smartcanal://sales/totals"))
	salesShot(t, "sales-imports-empty", st, office, at("smartcanal://sales/imports"))
	salesShot(t, "sales-unmatched-empty", st, office, at("smartcanal://sales/unmatched"))
	takeIn(t, st, paths["1900012345_20260901_ALL.csv"], paths["1900012345_20261001_ALL.csv"])
	takeIn(t, st, paths["1900012345_20261101_ALL.csv"], paths["ExportOrderList202611010800.csv"], paths["微信支付账单(个人).csv"])
	choose := func(_ *shell.Shell, over fyne.Window) {
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown} {
			if focused := over.Canvas().Focused(); focused != nil {
				focused.TypedKey(&fyne.KeyEvent{Name: key})
			}
		}
	}
	salesShot(t, "sales-lines", st, office, choose)
	salesShot(t, "sales-lines-dark", st, dark, choose)
	salesShot(t, "sales-lines-wide", st, wide, nil)
	salesShot(t, "sales-lines-filtered", st, office, at("smartcanal://sales/lines?from=202610&to=202610&side=2&unmatched=1&batch=1"))
	salesShot(t, "sales-lines-nothing", st, office, at("smartcanal://sales/lines?number=no-such-number"))
	salesShot(t, "sales-origin", st, office, at("smartcanal://sales/lines?line=130"))
	salesShot(t, "sales-amount", st, office, press(t, "smartcanal://sales", "金额 ▾"))
	salesShot(t, "sales-totals", st, office, at("smartcanal://sales/totals"))
	salesShot(t, "sales-totals-platform", st, office, press(t, "smartcanal://sales/totals", "按平台"))
	salesShot(t, "sales-totals-organisation", st, office, press(t, "smartcanal://sales/totals", "按主体"))
	salesShot(t, "sales-totals-account", st, dark, press(t, "smartcanal://sales/totals", "按账户"))
	salesShot(t, "sales-imports", st, office, at("smartcanal://sales/batch/1"))
	salesShot(t, "sales-imports-file", st, office, at("smartcanal://sales/file/5"))
	salesShot(t, "sales-imports-dark", st, dark, at("smartcanal://sales/file/2"))
	salesShot(t, "sales-take-back", st, office, press(t, "smartcanal://sales/batch/2", "整批撤销…"))
	salesShot(t, "sales-unreadable", st, office, press(t, "smartcanal://sales/file/2", "全部"))
	salesShot(t, "sales-unmatched", st, office, downThen(t, nil))
	salesShot(t, "sales-unmatched-dark", st, dark, at("smartcanal://sales/unmatched"))
	salesShot(t, "sales-unmatched-pick", st, office, downThen(t, []string{"选择企业…"}))
	salesShot(t, "sales-unmatched-new", st, office, downThen(t, []string{"新建…"}))
	salesShot(t, "sales-search", st, office, func(s *shell.Shell, over fyne.Window) {
		s.OpenSearch()
		typeText(over, "42000027")
	})
	_ = st.Close()
	for _, page := range []string{"lines", "totals", "imports", "unmatched"} {
		salesShot(t, "sales-"+page+"-failed", st, office, at("smartcanal://sales/"+page+"?"))
	}
}

func TestSalesImport(t *testing.T) {
	paths := salesFolder(t)
	st := salesStore(t)
	salesShot(t, "sales-import-empty", st, office, at("smartcanal://sales/import"))
	takeIn(t, st, paths["1900012345_20260901_ALL.csv"])
	all := []string{paths["1900012345_20261001_ALL.csv"], paths["ExportOrderList202611010800.csv"], paths["ExportOrderList202611020900.csv"],
		paths["十月网店销售_万家.csv"], paths["1900012345_20260901_ALL.csv"], paths["微信支付账单(个人).csv"], paths["网页另存.csv"]}
	preview := func(order []string, labels ...string) func(*shell.Shell, fyne.Window) {
		return func(s *shell.Shell, over fyne.Window) {
			s.Drop(fyne.Position{}, order)
			for _, label := range labels {
				settle(over)
				tap(t, over, label)
			}
		}
	}
	salesShot(t, "sales-import", st, office, preview(all))
	salesShot(t, "sales-import-dark", st, dark, preview(all))
	salesShot(t, "sales-import-wide", st, wide, preview(all))
	salesShot(t, "sales-import-personal", st, office, preview([]string{paths["微信支付账单(个人).csv"]}))
	salesShot(t, "sales-import-unknown", st, office, preview([]string{paths["十月网店销售_万家.csv"]}))
	salesShot(t, "sales-import-unusable", st, office, preview([]string{paths["网页另存.csv"]}))
	salesShot(t, "sales-import-known", st, office, preview([]string{paths["1900012345_20260901_ALL.csv"], paths["1900012345_20260901_ALL_copy.csv"]}))
	salesShot(t, "sales-mapping", st, office, preview([]string{paths["十月网店销售_万家.csv"]}, "指定列对应…"))
	salesShot(t, "sales-shop", st, office, preview([]string{paths["ExportOrderList202611020900.csv"]}, "指定店铺…"))
	salesShot(t, "sales-import-mapped", st, office, preview([]string{paths["十月网店销售_万家.csv"]}, "指定列对应…", "按此读取"))
}

// TestSalesInEnglish sees that the longer words fit.
func TestSalesInEnglish(t *testing.T) {
	wording.SetLanguage(wording.English)
	t.Cleanup(func() { wording.SetLanguage(wording.Chinese) })
	paths := salesFolder(t)
	st := salesStore(t)
	takeIn(t, st, paths["1900012345_20261001_ALL.csv"])
	salesShot(t, "sales-lines-en", st, office, nil)
	salesShot(t, "sales-totals-en", st, office, at("smartcanal://sales/totals"))
	salesShot(t, "sales-imports-en", st, office, at("smartcanal://sales/imports"))
	salesShot(t, "sales-unmatched-en", st, office, at("smartcanal://sales/unmatched"))
	salesShot(t, "sales-import-en", st, office, func(s *shell.Shell, _ fyne.Window) {
		s.Drop(fyne.Position{}, []string{paths["1900012345_20261101_ALL.csv"], paths["ExportOrderList202611020900.csv"], paths["十月网店销售_万家.csv"]})
	})
}

func TestSalesLoading(t *testing.T) {
	st := salesStore(t)
	for _, page := range []string{"lines", "totals", "imports", "unmatched"} {
		Shot(t, "sales-"+page+"-loading", officeWidth-200, 682, false, func(over fyne.Window) (fyne.CanvasObject, func()) {
			s := shell.New(over, salesHost{officeHost{exists: true}, st})
			return sales.Area(st, clerk).Links["sales"](s, page).Object(), nil
		})
	}
}
