package statement

import (
	"strings"
	"testing"
)

// The nine quirks of the reference, section 4, each by its number.

func TestQuirk1BinaryNoise(t *testing.T) {
	book := workbook(t, [][]any{
		{"订单编号", "总金额", "买家实际支付金额", "订单状态", "订单创建时间", "订单付款时间", "店铺名称"},
		{"1930679858170647001", 548.58000000000004, 500.10000000000002, "交易成功", "2026-10-01 08:00:00", "2026-10-01 08:00:00", "店"},
		{"1930679858170647002", 0.005, 0, "交易成功", "2026-10-01 08:00:00", "2026-10-01 08:00:00", "店"},
	}, "订单")
	g := read(t, "o.xlsx", book, nil)[0]
	is(t, "to the whole fen", g.lines[0].Order, 54858)
	is(t, "refund", g.lines[0].RefundOrder, 4848)
	is(t, "half a fen is refused", g.codes(), "!money.too_fine")
	text := one(t, "o.csv", taobaoHead+taobaoRow("1930679858170647001", "548.58000000000004", "500.10000000000002", "交易成功", "2026-10-01 08:00:00", "2026-10-01 08:00:00", "1", "店"))
	is(t, "in text as well", text.lines[0].Order, 54858)
}

func TestQuirk2LongNumbersExcelDestroyed(t *testing.T) {
	row := func(number string) string {
		return taobaoRow(number, "10.00", "10.00", "交易成功", "2026-10-01 08:00:00", "2026-10-01 08:00:00", "1", "店")
	}
	g := one(t, "o.csv", strings.ReplaceAll(taobaoHead+row("1.93068E+18")+row("1.93068E+18"), `="1.93068E+18"`, "1.93068E+18"))
	is(t, "flagged, not unreadable", g.codes(), "statement.long_number statement.long_number")
	is(t, "counted", g.Payments, 2)
	is(t, "two orders are not one", g.lines[0].Identity == g.lines[1].Identity, false)
	again := one(t, "again.csv", strings.ReplaceAll(taobaoHead+row("1.93068E+18"), `="1.93068E+18"`, "1.93068E+18"))
	is(t, "the same row is the same", again.lines[0].Identity, g.lines[0].Identity)

	book := workbook(t, [][]any{
		{"订单编号", "总金额", "订单状态", "订单付款时间", "店铺名称"},
		{1930679858170647001.0, 10, "交易成功", "2026-10-01 08:00:00", "店"},
		{"193067985817064000", 10, "交易成功", "2026-10-01 08:00:00", "店"},
		{"1930679858170647001", 10, "交易成功", "2026-10-01 08:00:00", "店"},
	}, "订单")
	x := read(t, "o.xlsx", book, nil)[0]
	is(t, "out of a workbook", x.codes(), "statement.long_number statement.long_number")
}

func TestQuirk3WaysToWriteANumber(t *testing.T) {
	for _, text := range []string{"¥1234.50", "￥1,234.50", "１２３４．５０", "1234.50\t", `"=""1234.50"""`, "'1234.50", "1234.50元", "1，234.50", "  1234.5 "} {
		if strings.Contains(text, ",") {
			text = `"` + text + `"`
		}
		g := one(t, "o.csv", "订单编号,总金额,订单状态,订单付款时间,店铺名称\n'1930679858170647001\t,"+text+",交易成功,2026-10-01 08:00:00,店\n")
		is(t, text, g.Paid.Order, 123450)
		is(t, "number", g.lines[0].OrderNo, "1930679858170647001")
	}
}

func TestQuirk4ClosedDoesNotMeanUnpaid(t *testing.T) {
	g := one(t, "o.csv", taobaoHead+taobaoRow("1930679858170647003", "80.00", "0.00", "交易关闭", "2026-10-03 10:00:00", "2026-10-03 10:01:00", "1", "店"))
	is(t, "paid", g.Paid.Order, 8000)
	is(t, "refunded", g.Refunded.Order, 8000)
	d := one(t, "jd.csv", jdHead+jdRow("280000000002", "1", "在线支付", "30.00", "", "已取消", "2026-10-02 08:05:00", ""))
	is(t, "paid at JD", d.Payments, 1)
	is(t, "what went back is not told", d.codes(), "statement.refund_without_amount")
}

func TestQuirk5TheNewerStateIsTheFresher(t *testing.T) {
	state := func(name, status, actual string) Line {
		return one(t, name, taobaoHead+taobaoRow("1930679858170647003", "80.00", actual, status, "2026-10-03 10:00:00", "2026-10-03 10:01:00", "1", "店")).lines[0]
	}
	older, newer := state("订单_20261004.csv", "买家已付款，等待卖家发货", "80.00"), state("订单_20261120.csv", "交易成功", "50.00")
	is(t, "one order", older.Identity, newer.Identity)
	if newer.Freshness <= older.Freshness {
		t.Error("the refunded state is not the newer")
	}
	if late := state("订单_20261121.csv", "买家已付款，等待卖家发货", "80.00"); late.Freshness <= older.Freshness || late.Freshness >= newer.Freshness {
		t.Error("the time of export decides between equal states only")
	}
}

func TestQuirk6NothingTwice(t *testing.T) {
	rows := [][]any{
		{"万家店十月订单"}, {},
		{"订单编号", "总金额", "订单状态", "订单付款时间", "店铺名称"},
		{"1930679858170647001", 10, "交易成功", "2026-10-01 08:00:00", "店"},
		{"1930679858170647002", 20, "交易成功", "2026-10-01 08:00:00", "店"},
		{"合计", 30}, {"", 30},
	}
	all := read(t, "o.xlsx", workbook(t, rows, "订单", "副本"), nil)
	is(t, "tables", len(all), 2)
	is(t, "lines", all[0].Lines, 2)
	is(t, "paid", all[0].Paid.Order, 3000)
	is(t, "a row without number and time is told of", all[0].codes(), "statement.row_passed_over")
	for i := range all[0].lines {
		is(t, "the second sheet has the same lines", all[1].lines[i].Identity, all[0].lines[i].Identity)
	}
	merged := [][]any{
		{"订单号", "商品ID", "京东价", "订单金额", "下单时间", "付款确认时间", "订单状态"},
		{"280000000001", "1", 5, 10, "2026-10-01 08:00:00", "2026-10-01 08:00:00", "完成"},
		{"", "2", 5, "", "", "", ""},
	}
	jd := read(t, "m.xlsx", workbook(t, merged, "订单"), nil)[0]
	is(t, "merged cells", jd.Paid.Order, 1000)
	is(t, "are nothing to flag", jd.codes(), "")
	flow := [][]any{
		{"交易时间", "交易类型", "交易对方", "商品", "收/支", "金额(元)", "当前状态", "交易单号"},
		{"2026-10-01 08:00:00", "消费", "店", "菜", "支出", "¥28.16", "成功", "1"},
	}
	own := read(t, "p.xlsx", workbook(t, flow, "一", "二"), nil)
	is(t, "a personal export on two sheets", own[0].nothingNew, false)
	is(t, "is told", own[1].nothingNew, true)
	is(t, "and summed once", own[1].Out.Count, 0)
	mapping := Mapping{Time: "时间", Amount: "金额"}
	sales := [][]any{{"时间", "金额"}, {"2026-10-01 08:00:00", 12}, {"2026-10-01 08:00:00", 12}, {"总 计：", 24}}
	all = read(t, "g.xlsx", workbook(t, sales, "一", "二"), &mapping)
	is(t, "equal sales", all[0].lines[0].Identity == all[0].lines[1].Identity, false)
	is(t, "first again", all[1].lines[0].Identity, all[0].lines[0].Identity)
	is(t, "second again", all[1].lines[1].Identity, all[0].lines[1].Identity)
}

func TestQuirk7RewrittenDates(t *testing.T) {
	for _, text := range []string{"2026/9/10 8:00", "2026-09-10 08:00:00", "46275.3333333333", "2026年9月10日 8时00分", "2026-9-10 8：00：00", "20260910080000", "2026-09-10T08:00:00+08:00", "2026.09.10 08:00"} {
		g := one(t, "o.csv", "订单编号,总金额,订单状态,订单付款时间,店铺名称\n1930679858170647001,1.00,交易成功,"+text+",店\n")
		is(t, text, g.lines[0].At, mustTime(t, "2026-09-10 08:00:00"))
	}
	mapping := Mapping{Time: "时间", Amount: "金额"}
	first := read(t, "a.csv", []byte("时间,金额,货\n2026-09-10 08:00:00,12.00,饼\n"), &mapping)[0]
	saved := read(t, "b.xlsx", workbook(t, [][]any{{"时间", "金额", "货"}, {46275.3333333333, 12, "饼"}}, "一"), &mapping)[0]
	is(t, "a file saved by Excel has the same lines", saved.lines[0].Identity, first.lines[0].Identity)
}

func TestQuirk8DamagedFiles(t *testing.T) {
	g := one(t, "bill.csv", billHead+paidRow+"\n"+counterRow+"`2026-10-03 08:35:41,`wx24,`19000")
	is(t, "lines", g.Lines, 2)
	is(t, "truncated last line", g.codes(), "!statement.truncated_line")
	is(t, "its row", g.doubts[0].Row, 5)
	is(t, "no summary left", g.Summary, SummaryNone)

	cut := one(t, "o.csv", "订单编号,总金额,订单状态,订单付款时间,店铺名称,备注\n1,10.00,交易成功,2026-10-01 08:00:00,店,\n2,20.00,交易成功,2026-10-01 08:00:0")
	is(t, "cut within the time", cut.codes(), "!statement.truncated_line")
	is(t, "good line", cut.Paid.Order, 1000)
	short := one(t, "o.csv", "订单编号,总金额,订单状态,订单付款时间,店铺名称,备注\n1,10.00,交易成功,2026-10-01 08:00:00,店\n2,20.00,交易成功,2026-10-01 08:00:00,店\n")
	is(t, "short rows throughout are none", short.codes(), "")
	is(t, "lines", short.Lines, 2)

	quoted := one(t, "o.csv", "订单编号,总金额,订单状态,订单付款时间,店铺名称,宝贝标题\n1,10.00,交易成功,2026-10-01 08:00:00,店,5\" 屏\n\n2,20.00,交易成功,2026-10-01 08:00:00,店,\"大, 红\"\n")
	is(t, "quotes in mid-field", quoted.lines[0].Product, "5\" 屏")
	is(t, "commas within quotes", quoted.lines[1].Product, "大, 红")

	empty := one(t, "bill.csv", billHead+billSum+"`0,`0.00,`0.00,`0.00,`0.00000,`0.00,`0.00\n")
	is(t, "empty bill", empty.Lines+empty.Unreadable, 0)
	is(t, "agrees", empty.Summary, SummaryAgrees)
	head := one(t, "bill.csv", billHead)
	is(t, "header only", head.Lines+len(head.doubts), 0)
	is(t, "html named csv", unknownCode(t, "a.csv", "<html><head><title>502</title></head></html>").Code, "file.html")
}

func TestQuirk9AmountsWithRefunds(t *testing.T) {
	head := "交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注\n"
	row := func(amount string) string {
		return "2024-12-28 13:27:56,京东,衣," + amount + ",银行,交易成功,支出,衣,1,1,\n"
	}
	g := one(t, "jd.csv", head+row("131.77(已退款89.84)")+row("468.32(已全额退款)")+row("60.90")+row("1.00(已退款x)"))
	is(t, "net", g.Out.Amount, 4193+6090)
	is(t, "a refund nobody can read", g.codes(), "!money.not_a_number")
}
