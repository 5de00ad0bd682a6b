package sales

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"smartcanal/data/money"
	"smartcanal/data/sales/statement"
	"smartcanal/data/store"
)

const wechatHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n"

// paid is a paid row of a WeChat bill; order and settled in yuan.
func paid(at, merchant, number, kind, order, settled string) string {
	return fmt.Sprintf("`%s,`wx1,`1900,`%s,`,`W%s,`M%s,`u,`%s,`SUCCESS,`OTHERS,`CNY,`%s,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%%,`%s,`0.00,`\n", at, merchant, number, number, kind, settled, order)
}

// refunded is a refund row of a WeChat bill.
func refunded(at, merchant, number, kind, asked, back string) string {
	return fmt.Sprintf("`%s,`wx1,`1900,`%s,`,`W%s,`M%s,`u,`%s,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`R%s,`r%s,`%s,`0.00,`ORIGINAL,`SUCCESS,`枣,`,`0.00000,`0.60%%,`0.00,`%s,`\n", at, merchant, number, number, kind, number, number, back, asked)
}

func newRoom(t testing.TB) *Room {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "office.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return New(st)
}

func write(t testing.TB, name, content string) Source {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return Source{Path: path}
}

func take(t testing.TB, room *Room, sources ...Source) Report {
	t.Helper()
	report, err := room.Import(t.Context(), "测试", sources, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func sum(t testing.TB, room *Room, q Query) Total {
	t.Helper()
	total, err := room.Sum(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return total
}

// consistent fails where the kept totals are not the sum over the lines.
func consistent(t testing.TB, room *Room) {
	t.Helper()
	wrong, err := room.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range wrong {
		t.Error(p)
	}
}

func TestABillBecomesVerifiedSales(t *testing.T) {
	room := newRoom(t)
	report := take(t, room, write(t, "bill.csv", wechatHead+
		paid("2026-10-01 08:00:00", "1623", "1", "JSAPI", "100.00", "95.00")+
		paid("2026-10-02 08:00:00", "1623", "2", "MICROPAY", "50.00", "50.00")+
		refunded("2026-11-03 08:00:00", "1623", "1", "JSAPI", "20.00", "19.00")))
	file := report.Files[0]
	if file.Lines != 3 || file.Added != 3 || file.Format != "wechat_all" {
		t.Errorf("got %+v", file.StatementFile)
	}
	for _, c := range []struct {
		name string
		q    Query
		net  int64
	}{
		{"all", Query{}, 13000},
		{"settled", Query{Basis: SettledBasis}, 12600},
		{"online", Query{Channel: statement.Online}, 8000},
		{"in person", Query{Channel: statement.InPerson}, 5000},
		{"the refund counts in the month it happened", Query{From: 202611, To: 202611}, -2000},
		{"unmatched is not nothing", Query{Unmatched: true}, 13000},
	} {
		if net := sum(t, room, c.q).Net(); int64(net) != c.net {
			t.Errorf("%s: %d, want %d", c.name, net, c.net)
		}
	}
	consistent(t, room)
}

func TestTheSameFileComesInOnce(t *testing.T) {
	room := newRoom(t)
	content := wechatHead + paid("2026-10-01 08:00:00", "1623", "1", "JSAPI", "100.00", "95.00")
	take(t, room, write(t, "a.csv", content))
	again := take(t, room, write(t, "renamed.csv", content)).Files[0]
	if again.Known == nil || again.Added != 0 || again.Repeated != 1 {
		t.Errorf("got %+v, known %v", again.StatementFile, again.Known)
	}
	if n := sum(t, room, Query{}).Payments; n != 1 {
		t.Errorf("%d payments, want 1", n)
	}
}

func TestTwoEqualRealSalesStayTwo(t *testing.T) {
	room := newRoom(t)
	mapping := statement.Mapping{Time: "时间", Amount: "金额"}
	rows := "时间,金额\n2026-10-01 08:00:00,12.00\n2026-10-01 08:00:00,12.00\n"
	first, second := write(t, "a.csv", rows), write(t, "b.csv", rows+"2026-10-02 08:00:00,5.00\n")
	first.Mapping, second.Mapping = &mapping, &mapping
	first.Account, second.Account = "摊位", "摊位"
	take(t, room, first)
	report := take(t, room, second).Files[0]
	if report.Added != 1 || report.Repeated != 2 {
		t.Errorf("added %d repeated %d, want 1 and 2", report.Added, report.Repeated)
	}
	if total := sum(t, room, Query{}); total.Payments != 3 || total.Paid != 2900 {
		t.Errorf("got %+v", total)
	}
}

func TestPreviewWritesNothingAndTellsWhatImportDoes(t *testing.T) {
	room := newRoom(t)
	source := write(t, "a.csv", wechatHead+paid("2026-10-01 08:00:00", "1623", "1", "JSAPI", "100.00", "95.00"))
	preview, err := room.Preview(t.Context(), "测试", []Source{source}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := sum(t, room, Query{}).Payments; n != 0 {
		t.Fatalf("the preview wrote %d payments", n)
	}
	done := take(t, room, source)
	a, b := preview.Files[0], done.Files[0]
	if a.Added != b.Added || a.Lines != b.Lines || a.Figures.Payments != b.Figures.Payments || len(a.Head) != 1 || len(a.Unmatched) != 1 {
		t.Errorf("preview %+v, import %+v", a, b)
	}
}

func TestAModeDecidesForAWholeAccount(t *testing.T) {
	room := newRoom(t)
	take(t, room, write(t, "a.csv", wechatHead+paid("2026-10-01 08:00:00", "1623", "1", "MICROPAY", "100.00", "95.00")))
	err := room.store.Write(t.Context(), "测试", "mode", func(tx *store.Tx) error {
		return tx.Exec(`UPDATE payment_accounts SET channel_mode = 'online'`).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	if net := sum(t, room, Query{Channel: statement.Online}).Net(); net != 10000 {
		t.Errorf("online %d, want 10000", net)
	}
}

func TestACancelledImportLeavesNothing(t *testing.T) {
	room := newRoom(t)
	ctx, cancel := context.WithCancel(t.Context())
	var rows strings.Builder
	for i := range 20_000 {
		rows.WriteString(paid("2026-10-01 08:00:00", "1623", fmt.Sprint(i), "JSAPI", "1.00", "1.00"))
	}
	_, err := room.Import(ctx, "测试", []Source{write(t, "a.csv", wechatHead+rows.String())}, func(p Progress) {
		if p.Lines > 5000 {
			cancel()
		}
	})
	if err == nil {
		t.Fatal("a cancelled import said nothing")
	}
	if n := sum(t, room, Query{}).Payments; n != 0 {
		t.Errorf("%d payments left", n)
	}
	take(t, room, write(t, "a.csv", wechatHead+rows.String()))
	if n := sum(t, room, Query{}).Payments; n != 20_000 {
		t.Errorf("%d payments after trying again, want 20000", n)
	}
	consistent(t, room)
}

func TestOneBadFileDoesNotStopTheOthers(t *testing.T) {
	room := newRoom(t)
	report := take(t, room,
		write(t, "page.csv", "<!DOCTYPE html><html><body>登录已过期</body></html>"),
		write(t, "good.csv", wechatHead+paid("2026-10-01 08:00:00", "1623", "1", "JSAPI", "100.00", "95.00")))
	if report.Files[0].Problem == nil || report.Files[1].Added != 1 {
		t.Errorf("got %+v", report.Files)
	}
}

// order is a Tmall order with the states exports of different days show of it.
type order struct {
	number string
	month  int
	fen    int
	refund []int // refund seen by each export, ascending
}

func drawOrders(t *rapid.T) []order {
	n := rapid.IntRange(1, 12).Draw(t, "orders")
	orders := make([]order, n)
	for i := range orders {
		fen := rapid.IntRange(1, 100_000).Draw(t, "fen")
		first := rapid.IntRange(0, fen).Draw(t, "refund")
		orders[i] = order{
			number: fmt.Sprintf("30000000000000%04d", i), month: 1 + rapid.IntRange(0, 2).Draw(t, "month"), fen: fen,
			refund: []int{0, first, rapid.IntRange(first, fen).Draw(t, "refund later")},
		}
	}
	return orders
}

// export writes what an export of the given day shows of some orders.
func export(t testing.TB, dir string, serial, day int, orders []order) Source {
	// The serial keeps two exports of equal content from being one file.
	var text strings.Builder
	text.WriteString("订单编号,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间 ,宝贝标题 ,店铺Id,店铺名称,订单备注\n")
	for _, o := range orders {
		fmt.Fprintf(&text, "=\"%s\",%d.%02d,%d.%02d,交易成功,2026-0%d-05 10:00:00,2026-0%d-05 10:01:00,枣,S1,枣铺,%d\n",
			o.number, o.fen/100, o.fen%100, (o.fen-o.refund[day])/100, (o.fen-o.refund[day])%100, o.month, o.month, serial)
	}
	path := filepath.Join(dir, fmt.Sprintf("ExportOrderList2026060%d1200-%d.csv", day+1, serial))
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return Source{Path: path}
}

// TestAnySplitOrderAndRepetitionGiveTheSameTotals is the promise of the import: only what the
// freshest export of each order says counts, however the exports are cut up and mixed.
func TestAnySplitOrderAndRepetitionGiveTheSameTotals(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		orders := drawOrders(rt)
		dir, err := os.MkdirTemp(t.TempDir(), "run")
		if err != nil {
			rt.Fatal(err)
		}
		var sources []Source
		last := map[string]int{}
		for serial := range rapid.IntRange(1, 6).Draw(rt, "exports") {
			day := rapid.IntRange(0, 2).Draw(rt, "day")
			var shown []order
			for _, o := range orders {
				if rapid.Bool().Draw(rt, "shown") {
					shown = append(shown, o)
					last[o.number] = max(last[o.number], day+1)
				}
			}
			sources = append(sources, export(t, dir, serial, day, shown))
		}
		room := newRoom(t)
		var batches []int64
		for _, source := range rapid.Permutation(sources).Draw(rt, "order") {
			batches = append(batches, take(t, room, source).BatchID)
		}
		want := Total{}
		for _, o := range orders {
			if day := last[o.number]; day > 0 {
				want.Paid += money.Fen(o.fen)
				want.Refunded += money.Fen(o.refund[day-1])
			}
		}
		if got := sum(t, room, Query{}); got.Paid != want.Paid || got.Refunded != want.Refunded {
			rt.Fatalf("paid %d refunded %d, want %d and %d", got.Paid, got.Refunded, want.Paid, want.Refunded)
		}
		consistent(t, room)
		for _, batch := range slices.Compact(batches) {
			if batch != 0 {
				if err := room.TakeBack(t.Context(), "测试", batch); err != nil {
					rt.Fatal(err)
				}
				consistent(t, room)
			}
		}
		if got := sum(t, room, Query{}); got != (Total{}) {
			rt.Fatalf("after taking all back: %+v", got)
		}
	})
}

// TestTakingBackLeavesWhatWouldStandWithoutIt takes one import of several back and compares with
// a file that never had it.
func TestTakingBackLeavesWhatWouldStandWithoutIt(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		orders := drawOrders(rt)
		dir, err := os.MkdirTemp(t.TempDir(), "run")
		if err != nil {
			rt.Fatal(err)
		}
		var sources []Source
		for day := range 3 {
			from := rapid.IntRange(0, len(orders)-1).Draw(rt, "from")
			sources = append(sources, export(t, dir, day, day, orders[from:]))
		}
		gone := rapid.IntRange(0, 2).Draw(rt, "gone")
		with, without := newRoom(t), newRoom(t)
		var batch int64
		for i, source := range sources {
			report := take(t, with, source)
			if i == gone {
				batch = report.BatchID
			} else {
				take(t, without, source)
			}
		}
		if err := with.TakeBack(t.Context(), "测试", batch); err != nil {
			rt.Fatal(err)
		}
		if a, b := sum(t, with, Query{}), sum(t, without, Query{}); a != b {
			rt.Fatalf("%+v, without it %+v", a, b)
		}
		consistent(t, with)
	})
}

func TestLinesInAnyOrder(t *testing.T) {
	room := newRoom(t)
	take(t, room, write(t, "a.csv", wechatHead+
		paid("2026-10-01 08:00:00", "1623", "1", "JSAPI", "100.00", "95.00")+
		paid("2026-10-03 08:00:00", "1624", "2", "NATIVE", "50.00", "50.00")+
		refunded("2026-10-02 08:00:00", "1623", "1", "JSAPI", "20.00", "19.00")))
	for _, c := range []struct {
		order []LineSort
		want  []string
	}{
		{nil, []string{"2", "1", "1"}},
		{[]LineSort{{LineAmount, false}}, []string{"1", "2", "1"}},
		{[]LineSort{{LineTime, false}}, []string{"1", "1", "2"}},
		{[]LineSort{{LineOrderNo, true}, {LineAmount, false}}, []string{"2", "1", "1"}},
		{[]LineSort{{LineOrganization, false}, {LineTime, false}}, []string{"1", "1", "2"}},
	} {
		ids, err := room.LineIDs(t.Context(), LineFilter{}, c.order)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := room.Lines(t.Context(), ids)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, line := range lines {
			got = append(got, strings.TrimPrefix(line.OrderNo, "W"))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.order, got, c.want)
		}
	}
	some, err := room.SumFiltered(t.Context(), LineFilter{Least: 6000})
	if err != nil || some.Paid != 10000 {
		t.Errorf("filtered sum %+v, %v", some, err)
	}
}
