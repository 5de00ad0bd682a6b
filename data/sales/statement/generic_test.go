package statement

import "testing"

func TestGenericTable(t *testing.T) {
	mapping := Mapping{Time: "日期", Amount: "金额(元)", OrderNo: "单号", Account: "店", Refund: "退款", Status: "状态"}
	all := read(t, "十月网店销售.csv", []byte("万家十月网店销售,,,,,\n日期,单号,店,金额（元）,退款,状态\n"+
		"2026/10/1 8:00,1,一店,100.00,,已完成\n2026/10/1 8:00,1,一店,50.00,20.00,已完成\n2026/10/2,2,一店,-30.00,,\n"+
		"2026/10/3,3,一店,40.00,,待付款\n2026/10/4,4,一店,40.00,,已取消\n2026/10/5,5,一店,40.00,,已退款\n合计,,,240.00,20.00,\n"), &mapping)
	g := all[0]
	is(t, "format", g.Format, "generic")
	is(t, "evidence", g.Evidence, Counted)
	is(t, "lines", g.Lines, 6)
	is(t, "totals row is none", g.Passed, 1)
	is(t, "paid", g.Paid.Order, 19000)
	is(t, "refunded", g.Refunded.Order, 5000)
	is(t, "negative is a refund", g.lines[2].Sides, Refunded)
	is(t, "rows of one order stay two", g.lines[0].Identity == g.lines[1].Identity, false)
	is(t, "doubts", g.codes(), "statement.closed_unclear statement.refund_without_amount")
	is(t, "shop", g.lines[0].Account, "一店")
}

func TestEqualSalesStayTwoAndTheSameFileGivesTheSame(t *testing.T) {
	mapping := Mapping{Time: "时间", Amount: "金额"}
	text := "时间,金额\n2026-10-01 08:00:00,12.00\n2026-10-01 08:00:00,12.00\n"
	a, b := read(t, "a.csv", []byte(text), &mapping)[0], read(t, "b.csv", []byte(text+"2026-10-02 08:00:00,12.00\n"), &mapping)[0]
	is(t, "two", a.lines[0].Identity == a.lines[1].Identity, false)
	is(t, "first", a.lines[0].Identity, b.lines[0].Identity)
	is(t, "second", a.lines[1].Identity, b.lines[1].Identity)
	is(t, "account asked for", a.NeedsAccount, true)
}

func TestMappingOfAHeaderThatIsNotThere(t *testing.T) {
	mapping := Mapping{Time: "时间", Amount: "金额"}
	is(t, "statements", len(read(t, "a.csv", []byte("时间,数量\n2026-10-01,1\n"), &mapping)), 0)
}

func TestUnknownTable(t *testing.T) {
	p := unknownCode(t, "万家.csv", "万家十月,\n货号,数量,单价\nA1,2,3.00\nA2,3,4.00\n")
	is(t, "code", p.Code, "statement.unknown")
	is(t, "header", p.Args["header"], "货号、数量、单价")
	is(t, "row", p.Where.Row, 2)
	is(t, "html", unknownCode(t, "page.csv", "<!DOCTYPE html><html><body>登录</body></html>").Code, "file.html")
	is(t, "blank lines", unknownCode(t, "e.csv", "\n\n\n").Code, "file.empty")
}
