package statement

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const alipayText = "#支付宝业务明细查询\n#账号：[20881117373712940156]\n#起始日期：[2026年10月01日 00:00:00]   终止日期：[2026年11月01日 00:00:00]\n#-----------------------------------------业务明细列表----------------------------------------\n" +
	"支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\n" +
	"2026100122001458860517860493\t,T1\t,交易\t,糕点,2026-09-30 23:59:06,2026-10-01 00:00:34,\t,\t,\t,\t,*津水(602***@qq.com)\t,20.00,18.00,0.00,0.00,0.00,2.00,0.00,,0.00\t,0.00,\t,-0.12,0.00,\n" +
	"2026100122001458860517860493\t,T1\t,退款\t,糕点,2026-09-30 23:59:06,2026-11-02 15:00:38,\t,\t,\t,\t,*津水(602***@qq.com)\t,-5.00,-4.50,0.00,0.00,0.00,-0.50,0.00,,0.00\t,0.00,re_1\t,0.03,0.00,\n" +
	"2026100122001458860517860493\t,T1\t,退款\t,糕点,2026-09-30 23:59:06,2026-11-03 15:00:38,\t,\t,\t,\t,*津水(602***@qq.com)\t,-5.00,-4.50,0.00,0.00,0.00,-0.50,0.00,,0.00\t,0.00,re_2\t,0.03,0.00,\n" +
	"2026100122001458860517860494\t,T2\t,交易\t,早点,2026-10-05 08:00:00,2026-10-05 08:00:01,S001\t,南湖店\t,a\t,P01\t,*甲(1)\t,6.00,6.00,0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,\t,0.00,0.00,\n" +
	"#-----------------------------------------业务明细列表结束------------------------------------\n#交易合计：2笔，商家实收共24.00元，商家优惠共2.00元\n#退款合计：2笔，商家实收退款共-9.00元，商家优惠退款共-1.00元\n#导出时间：[2026年11月05日 05:46:49]\n"

func gbk(t testing.TB, text string) []byte {
	t.Helper()
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(encoded)
}

func TestAlipayTrade(t *testing.T) {
	g := read(t, "2088_20261031_DETAILS.csv", gbk(t, alipayText), nil)[0]
	is(t, "format", g.Format, "alipay_trade")
	is(t, "doubts", g.codes(), "")
	is(t, "summary", g.Summary, SummaryAgrees)
	is(t, "items", len(g.Items), 6)
	is(t, "lines", g.Lines, 4)
	paid, first, second, counter := g.lines[0], g.lines[1], g.lines[2], g.lines[3]
	is(t, "account from the notes", paid.Account, "20881117373712940156")
	is(t, "dated by completion", paid.Month, 202610)
	is(t, "order basis", paid.Order, 2000)
	is(t, "settled basis", paid.Settled, 1800)
	is(t, "the refund's own month", first.Month, 202611)
	is(t, "refund is positive", first.RefundOrder, 500)
	is(t, "refund settled", first.RefundSettled, 450)
	is(t, "two refunds of one payment are two lines", first.Identity == second.Identity, false)
	is(t, "and neither is the payment", paid.Identity == first.Identity, false)
	is(t, "account from the store", counter.Account, "S001")
	is(t, "store name", counter.AccountName, "南湖店")
	is(t, "terminal", counter.Channel, InPerson)
	is(t, "else online", paid.Channel, Online)
	is(t, "account asked for", g.NeedsAccount, false)
}

// TestAlipayZip has the summary first, as some have it: the content decides.
func TestAlipayZip(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, member := range []struct{ name, text string }{
		{"20881117373712940156_202610_业务明细(汇总).csv", "#支付宝业务汇总查询\n#账号：[20881117373712940156]\n门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）\n合计\t,,2,2,16.00,15.00,0.00,1.00,0.00,0.00,0.00,15.00\n"},
		{"20881117373712940156_202610_业务明细.csv", alipayText},
	} {
		file, err := w.CreateHeader(&zip.FileHeader{Name: string(gbk(t, member.name)), NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write(gbk(t, member.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	all := read(t, "业务明细.zip", b.Bytes(), nil)
	is(t, "statements", len(all), 1)
	is(t, "lines", all[0].Lines, 4)
}

func TestAlipaySummaryThatDiffers(t *testing.T) {
	g := one(t, "a.csv", strings.Replace(alipayText, "#交易合计：2笔，商家实收共24.00元", "#交易合计：3笔，商家实收共25.00元", 1))
	is(t, "summary", g.Summary, SummaryDiffers)
	is(t, "count", g.Items[0], SummaryItem{"交易合计笔数", "3", "2", false})
}

func TestAlipayAccount(t *testing.T) {
	g := one(t, "account.csv", "#支付宝账务明细查询\n#账号：[20888011365400330156]\n"+
		"账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注,业务基础订单号\n"+
		"54632446537371\t,2012122923922029\t,3226563\t,海航机票\t,2012-12-29 21:02:06,陈晶\t,2274.00,0.00,14533.03,支付宝,在线支付,,\n"+
		"54632446537372\t,2012122923922030\t,3226564\t,海航机票\t,2012-12-29 21:03:06,陈晶\t,0.00,-12.50,14520.53,支付宝,收费,,\n"+
		"#-----------------------------------------账务明细列表结束-------------------------------------\n#支出合计：1笔，共-12.50元\n#收入合计：1笔，共2274.00元\n")
	is(t, "format", g.Format, "alipay_account")
	is(t, "evidence", g.Evidence, Ledger)
	is(t, "in", g.In, Flow{1, 227400})
	is(t, "out", g.Out, Flow{1, 1250})
	is(t, "never counted", g.Payments+g.Refunds, 0)
	is(t, "summary", g.Summary, SummaryAgrees)
	is(t, "items", len(g.Items), 4)
	is(t, "doubts", g.codes(), "")
}
