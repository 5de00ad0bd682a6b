package statement

import (
	"strings"
	"testing"
)

const (
	billSum     = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n"
	successHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,商品名称,商户数据包,手续费,费率,订单金额,费率备注\n"
	refundHead  = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,退款申请时间,退款成功时间,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n"
	oldHead     = "交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,总金额,企业红包金额,微信退款单号,商户退款单号,退款金额,企业红包退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率\n"

	paidRow    = "`2026-10-01 08:35:41,`wx24,`1900012345,`1623310904,`,`4200001,`A1,`o1,`JSAPI,`SUCCESS,`PSBC,`CNY,`95.00,`5.00,`0,`0,`0.00,`0.00,`,`,`酱菜 \"大\"，二斤,a`b,`,`0.57000,`0.60%,`100.00,`0.00,`\n"
	refundRow  = "`2026-11-03 09:00:00,`wx24,`1900012345,`1623310904,`,`4200001,`A1,`o1,`JSAPI,`REFUND,`PSBC,`CNY,`0.00,`0.00,`5000001,`B1,`19.00,`1.00,`ORIGINAL,`PROCESSING,`酱菜,`,`-0.11000,`0.60%,`0.00,`20.00,`\n"
	revokedRow = "`2026-10-02 10:00:00,`wx24,`1900012345,`0,`,`4200002,`A2,`o1,`MICROPAY,`REVOKED,`PSBC,`CNY,`12.00,`0.00,`0,`0,`0.00,`0.00,`,`,`早点,`,`0.00000,`0.60%,`12.00,`0.00,`\n"
	counterRow = "`2026-10-02 09:59:00,`wx24,`1900012345,`0,`,`4200002,`A2,`o1,`MICROPAY,`SUCCESS,`PSBC,`CNY,`12.00,`0.00,`0,`0,`0.00,`0.00,`,`,`早点,`,`0.07000,`0.60%,`12.00,`0.00,`\n"
)

func TestBillOfAServiceProvider(t *testing.T) {
	g := one(t, "1900012345_20261001_ALL.csv", "\ufeff"+billHead+paidRow+refundRow+counterRow+revokedRow+billSum+"`4.0,`119.00,`19.00,`1.00,`0.53000,`124.00,`20.00\n")
	is(t, "format", g.Format, "wechat_all")
	is(t, "doubts", g.codes(), "")
	is(t, "summary", g.Summary, SummaryAgrees)
	is(t, "items", len(g.Items), 7)
	is(t, "fees", g.Items[4].Found, "0.53")
	if len(g.lines) != 4 {
		t.Fatalf("%d lines", len(g.lines))
	}
	paid, refund, counter, revoked := g.lines[0], g.lines[1], g.lines[2], g.lines[3]

	is(t, "account is the sub-merchant", paid.Account, "1623310904")
	is(t, "row", paid.Row, 2)
	is(t, "month", paid.Month, 202610)
	is(t, "order basis", paid.Order, 10000)
	is(t, "settled basis", paid.Settled, 9500)
	is(t, "sides", paid.Sides, Paid)
	is(t, "product keeps commas, quotes and backticks", paid.Product, "酱菜 \"大\"，二斤,a`b")
	is(t, "channel", paid.Channel, Online)

	is(t, "refund sides", refund.Sides, Refunded)
	is(t, "refund counts in its own month", refund.Month, 202611)
	is(t, "refund, order basis", refund.RefundOrder, 2000)
	is(t, "refund, settled basis", refund.RefundSettled, 1900)
	is(t, "a payment and its refund are two lines", paid.Identity == refund.Identity, false)

	is(t, "account where the sub-merchant is 0", counter.Account, "1900012345")
	is(t, "paid by code in a shop", counter.Channel, InPerson)
	is(t, "revoked is a refund", revoked.Sides, Refunded)
	is(t, "of the order basis", revoked.RefundOrder, 1200)
	is(t, "and no other state of the payment", revoked.Identity == counter.Identity, false)

	is(t, "net", g.Paid.Order-g.Refunded.Order, 11200-3200)
}

func TestTheSameLineInAllFilesOfWeChat(t *testing.T) {
	all := one(t, "all.csv", billHead+paidRow+refundRow)
	success := one(t, "success.csv", successHead+"`2026-10-01 08:35:41,`wx24,`1900012345,`1623310904,`,`4200001,`A1,`o1,`JSAPI,`SUCCESS,`PSBC,`CNY,`95.00,`5.00,`酱菜,`,`0.57000,`0.60%,`100.00,`\n"+
		"总交易单数,应结订单总金额,手续费总金额,订单总金额\n`1,`95.00,`0.57000,`100.00\n")
	refunds := one(t, "refund.csv", refundHead+"`2026-10-01 08:35:41,`wx24,`1900012345,`1623310904,`,`4200001,`A1,`o1,`JSAPI,`REFUND,`PSBC,`CNY,`0.00,`0.00,`2026-11-03 09:00:00,`2026-11-04 10：00：00,`5000001,`B1,`19.00,`1.00,`ORIGINAL,`SUCCESS,`酱菜,`,`-0.11000,`0.60%,`0.00,`20.00,`\n"+
		"`2026-10-01 08:35:41,`wx24,`1900012345,`1623310904,`,`4200009,`A9,`o1,`JSAPI,`REFUND,`PSBC,`CNY,`0.00,`0.00,`2026-12-03 09:00:00,`,`5000009,`B9,`1.00,`0.00,`ORIGINAL,`PROCESSING,`酱菜,`,`0.00000,`0.60%,`0.00,`1.00,`\n")
	is(t, "format", success.Format, "wechat_success")
	is(t, "four totals", len(success.Items), 4)
	is(t, "summary of four", success.Summary, SummaryAgrees)
	is(t, "payment", success.lines[0].Identity, all.lines[0].Identity)

	is(t, "format", refunds.Format, "wechat_refund")
	is(t, "refund", refunds.lines[0].Identity, all.lines[1].Identity)
	is(t, "dated by success, not by the payment's time", refunds.lines[0].Month, 202611)
	is(t, "seconds", refunds.lines[0].At, mustTime(t, "2026-11-04 10:00:00"))
	is(t, "dated by application where it is under way", refunds.lines[1].Month, 202612)
	if refunds.lines[0].Freshness <= all.lines[1].Freshness {
		t.Error("the refund that succeeded is not the newer state")
	}
}

func mustTime(t *testing.T, text string) int64 {
	t.Helper()
	m, ok := parseTime(text)
	if !ok {
		t.Fatal(text)
	}
	return m.seconds
}

func TestOldLayout(t *testing.T) {
	g := one(t, "old.csv", oldHead+
		"`2015-11-16 16：33：45,`wx,`10000100,`0,`,`1001,`14,`o,`MICROPAY,`SUCCESS,`OTHERS,`CNY,`30.01,`0.00,`0,`0,`0,`0,`,`,`被扫,`,`0.18000,`0.60%\n"+
		"`2015-11-17 16：33：45,`wx,`10000100,`20000200,`,`1002,`15,`o,`FACEPAY,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`2001,`r,`10.00,`0.50,`ORIGINAL,`SUCCESS,`被扫,`,`-0.06000,`0.60%\n"+
		"总交易单数,总交易额,总退款金额,总企业红包退款金额,手续费总金额\n`2,`30.01,`10.00,`0.50,`0.12000\n")
	is(t, "summary", g.Summary, SummaryAgrees)
	is(t, "items", len(g.Items), 5)
	is(t, "one amount for both bases", g.lines[0].Settled, g.lines[0].Order)
	is(t, "refund, both bases", g.lines[1].RefundOrder, 1000)
	is(t, "sub-merchant by its old name", g.lines[1].Account, "20000200")
	is(t, "face payment", g.lines[1].Channel, InPerson)
}

func TestSummaryThatDiffers(t *testing.T) {
	g := one(t, "bill.csv", billHead+paidRow+billSum+"`1,`95.00,`0.00,`0.00,`0.58000,`100.01,`0.00\n")
	is(t, "summary", g.Summary, SummaryDiffers)
	is(t, "fee", g.Items[4], SummaryItem{"手续费总金额", "0.58", "0.57", false})
	is(t, "orders", g.Items[5], SummaryItem{"订单总金额", "100.01", "100.00", false})
	is(t, "count", g.Items[0], SummaryItem{"总交易单数", "1", "1", true})
}

func TestBillsPutBelowEachOther(t *testing.T) {
	good := "`1,`95.00,`0.00,`0.00,`0.57000,`100.00,`0.00\n"
	second := strings.ReplaceAll(paidRow, "`4200001,`A1", "`4200007,`A7")
	moved := "商户号,交易时间,特约商户号,微信订单号,商户订单号,交易类型,交易状态,应结订单金额,订单金额,商品名称\n`1900012345,`2026-10-05 08:00:00,`0,`4200008,`A8,`NATIVE,`SUCCESS,`7.00,`7.00,`饼\n"
	g := one(t, "joined.csv", billHead+paidRow+billSum+good+billHead+second+billSum+good+moved)
	is(t, "lines", g.Lines, 3)
	is(t, "paid", g.Paid.Order, 20700)
	is(t, "doubts", g.codes(), "")
	is(t, "summary", g.Summary, SummaryAgrees)
	is(t, "counts of both", g.Items[0], SummaryItem{"总交易单数", "2", "2", true})

	g = one(t, "joined.csv", billHead+paidRow+billSum+"`2,`95.00,`0.00,`0.00,`0.57000,`100.00,`0.00\n"+billHead+second+billSum+"`0,`95.00,`0.00,`0.00,`0.57000,`100.00,`0.00\n")
	is(t, "two wrongs make no right", g.Summary, SummaryDiffers)
}

func TestDoubtsOfABill(t *testing.T) {
	change := func(old, new string) string { return strings.Replace(paidRow, old, new, 1) }
	for _, c := range []struct{ name, row, codes string }{
		{"amount", change("`95.00", "`128.0O"), "!money.not_a_number"},
		{"blank amount", change("`95.00", "`"), "!statement.blank"},
		{"time", change("2026-10-01", "2026-10-32"), "!statement.not_a_time"},
		{"blank time", change("2026-10-01 08:35:41", ""), "!statement.blank"},
		{"status", change("SUCCESS", "CLOSED"), "statement.unknown_status"},
		{"status blank", change("SUCCESS", ""), "!statement.blank"},
		{"too large", change("`95.00", "`99999999999999.00"), "!statement.amount_too_large"},
		{"negative", change("`95.00", "`-95.00"), "!statement.negative_amount"},
		{"finer than fen", change("`95.00", "`95.005"), "!money.too_fine"},
		{"fee", change("`0.57000", "`免"), "!money.not_a_number"},
		{"long number", change("`4200001", "`4.2E+18"), "statement.long_number"},
		{"currency", change("`CNY", "`HKD"), "!statement.foreign_currency"},
		{"refund that failed", strings.Replace(refundRow, "PROCESSING", "FAIL", 1), "statement.refund_failed"},
		{"refund of nothing", strings.Replace(strings.Replace(refundRow, "`19.00", "`0.00", 1), "`20.00", "`0.00", 1), "statement.refund_without_amount"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := one(t, "bill.csv", billHead+c.row+counterRow)
			is(t, "doubts", g.codes(), c.codes)
			is(t, "row", g.doubts[0].Row, 2)
			is(t, "raw", g.doubts[0].Raw, strings.TrimSuffix(c.row, "\n"))
			is(t, "column named", g.doubts[0].Column != "", true)
			is(t, "lines and unreadable ones", g.Lines+g.Unreadable, 2)
			is(t, "the good line goes on", g.lines[len(g.lines)-1].OrderNo, "4200002")
		})
	}
}

func TestUnknownStatusIsNotCounted(t *testing.T) {
	g := one(t, "bill.csv", billHead+strings.Replace(paidRow, "SUCCESS", "CLOSED", 1)+strings.Replace(refundRow, "PROCESSING", "FAIL", 1))
	is(t, "lines", g.Lines, 2)
	is(t, "counted", g.Payments+g.Refunds, 0)
}

func TestFundFlow(t *testing.T) {
	g := one(t, "flow.csv", "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号\n"+
		"`2021-02-01 13:21:23,`50305,`4200A,`交易,`交易,`收入,`0.05,`0.23,`system,`,`T1\n"+
		"`2021-02-01 13:54:01,`50306,`4200B,`退款,`退款,`支出,`0.01,`0.22,`1601959334API,`退款总金额0.01元,`S1\n"+
		"资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n`2.0,`1.0,`0.05,`1.0,`0.01\n")
	is(t, "format", g.Format, "wechat_fund_flow")
	is(t, "evidence", g.Evidence, Ledger)
	is(t, "in", g.In, Flow{1, 5})
	is(t, "out", g.Out, Flow{1, 1})
	is(t, "never counted", g.Payments+g.Refunds, 0)
	is(t, "summary", g.Summary, SummaryAgrees)
	is(t, "items", len(g.Items), 5)
}

const consoleText = "#起始日期：2026-10-01 00:00:00 终止日期：2026-10-28 23:59:59\n#交易金额合计：2笔，共124.00元,\n#下载时间：2026-12-04 21:14:25\n\n" +
	"交易时间,微信支付单号,商户订单号,商户号,特约商户号,设备号,appid,下单用户,交易场景,交易状态,支付成功时间,交易金额(元)\n" +
	"2026-10-01 08:35:40,4200001\t,A1\t,1900012345\t,1623310904\t,,wx24,o1,公众号支付,买家已支付,2026-10-01 08:35:41,100.00\n" +
	"2026-10-09 02:28:27,4200005\t,A5\t,10029370\t,\t,,wx24,o1,付款码支付,买家已支付,2026-10-09 02:28:27,24.00\n"

func TestConsoleExport(t *testing.T) {
	g := one(t, "10029370_Trade_2026-10-01_2026-10-28.csv", consoleText)
	bill := one(t, "bill.csv", billHead+paidRow)
	is(t, "format", g.Format, "wechat_console")
	is(t, "doubts", g.codes(), "")
	is(t, "paid", g.Paid, Amounts{12400, 12400})
	is(t, "summary", g.Summary, SummaryAgrees)
	is(t, "sub-merchant", g.lines[0].Account, "1623310904")
	is(t, "merchant", g.lines[1].Account, "10029370")
	is(t, "in person", g.lines[1].Channel, InPerson)
	is(t, "exported", g.ExportedAt.Format("2006-01-02 15:04:05"), "2026-12-04 21:14:25")
	is(t, "the bill's line is the same", g.lines[0].Identity, bill.lines[0].Identity)
	if g.lines[0].Freshness >= bill.lines[0].Freshness {
		t.Error("the bill, which knows more, does not stand")
	}
	g = one(t, "console.csv", strings.Replace(strings.Replace(consoleText, "24.00\n", "23.00\n", 1), "买家已支付", "转入退款", 1))
	is(t, "summary", g.Summary, SummaryDiffers)
	is(t, "a refund without amount is flagged", g.codes(), "statement.refund_without_amount")
	is(t, "its payment counted", g.Payments, 2)
}
