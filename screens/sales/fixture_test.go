package sales

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"smartcanal/data/problem"
	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
	"smartcanal/screens/kit"
)

const billHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n"

func paid(at, merchant, number, kind, yuan string) string {
	return fmt.Sprintf("`%s,`wx1,`1900,`%s,`,`%s,`M%s,`u,`%s,`SUCCESS,`OTHERS,`CNY,`%s,`0.00,`0,`0,`0.00,`0.00,`,`,`羊角蜜甜瓜,`,`0.00000,`0.60%%,`%s,`0.00,`\n", at, merchant, number, number, kind, yuan, yuan)
}

func refunded(at, merchant, number, yuan string) string {
	return fmt.Sprintf("`%s,`wx1,`1900,`%s,`,`%s,`M%s,`u,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`R%s,`r%s,`%s,`0.00,`ORIGINAL,`SUCCESS,`羊角蜜甜瓜,`,`0.00000,`0.60%%,`0.00,`%s,`\n", at, merchant, number, number, number, number, yuan, yuan)
}

// october is a small bill: four lines of two merchants, one of them unreadable.
var october = billHead +
	paid("2026-10-01 08:00:00", "1623", "42000001", "JSAPI", "100.00") +
	paid("2026-10-02 08:00:00", "1623", "42000002", "MICROPAY", "50.00") +
	paid("2026-10-03 08:00:00", "1624", "42000003", "NATIVE", "30.00") +
	paid("2026-10-32 08:00:00", "1624", "42000004", "NATIVE", "30.00") +
	refunded("2026-10-05 08:00:00", "1623", "42000001", "20.00")

const homeMade = "序号,日期,单号,实付,退款\n1,2026-10-01,A1,3.00,0\n2,2026-10-02,A2,4.00,4.00\n"

const withoutShop = "订单编号,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间\n1930679858170647001,100.00,100.00,交易成功,2026-10-01 10:00:00,2026-10-01 10:01:00\n"

func newRooms(t *testing.T) rooms {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return rooms{sales: sales.New(st), register: register.New(st), actor: "测试"}
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// filled is a file of data with october in it and one organisation.
func filled(t *testing.T) (rooms, *register.Organization) {
	t.Helper()
	r := newRooms(t)
	o := &register.Organization{Name: "羊角蜜甜瓜专业合作社", ShortName: "羊角蜜合作社"}
	ok(t, r.register.Create(t.Context(), r.actor, o))
	_, err := r.sales.Import(t.Context(), r.actor, []sales.Source{{Path: write(t, "1900_20261001_ALL.csv", october)}}, nil)
	ok(t, err)
	return r, o
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func is[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// window is a window without a shell; it remembers what pages asked of it.
type window struct {
	over    fyne.Window
	opened  []string
	status  []string
	changed int
	faults  []*problem.Problem
	memory  kit.Memory
}

func newWindow(t *testing.T) *window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light))
	t.Cleanup(kit.Inline())
	t.Cleanup(func() {
		for kit.CloseTop() {
		}
	})
	over := test.NewTempWindow(t, nil)
	over.Resize(fyne.NewSize(1166, 682))
	return &window{over: over, memory: kit.NewMemory()}
}

func (w *window) Window() fyne.Window        { return w.over }
func (w *window) Open(link string)           { w.opened = append(w.opened, link) }
func (w *window) Back()                      { w.opened = append(w.opened, "back") }
func (w *window) Status(texts ...string)     { w.status = texts }
func (w *window) Changed()                   { w.changed++ }
func (w *window) Memory() kit.Memory         { return w.memory }
func (w *window) Problem(p *problem.Problem) { w.faults = append(w.faults, p) }

func (w *window) last() string {
	if len(w.opened) == 0 {
		return ""
	}
	return w.opened[len(w.opened)-1]
}

// show puts a page into the window as the shell does.
func (w *window) show(page kit.Page) {
	w.over.SetContent(page.Object())
	w.over.Resize(fyne.NewSize(1166, 682))
	if shown, is := page.(kit.Shown); is {
		shown.Shown()
	}
}

// tap presses what says label, in the top dialog or else on the page.
func (w *window) tap(t *testing.T, label string) {
	t.Helper()
	roots := append(w.over.Canvas().Overlays().List(), w.over.Content())
	for _, root := range roots {
		if found := labelled(root, label); found != nil {
			found.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("nothing to press says %q", label)
}

func labelled(o fyne.CanvasObject, label string) fyne.Tappable {
	if o == nil || !o.Visible() {
		return nil
	}
	if said, is := o.(interface{ Label() string }); is && said.Label() == label {
		return o.(fyne.Tappable)
	}
	var children []fyne.CanvasObject
	switch thing := o.(type) {
	case *fyne.Container:
		children = thing.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(thing).Objects()
	}
	for _, child := range children {
		if found := labelled(child, label); found != nil {
			return found
		}
	}
	return nil
}

func pressKey(w *window, name fyne.KeyName) {
	if focused := w.over.Canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}
