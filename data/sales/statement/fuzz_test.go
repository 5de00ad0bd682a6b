package statement

import (
	"os"
	"path/filepath"
	"testing"

	"smartcanal/data/sheet"
)

// seeds has a good text for each parser.
func seeds() []string {
	return []string{
		billHead + paidRow + refundRow + revokedRow + billSum + "`1,`95.00,`0.00,`0.00,`0.57000,`100.00,`0.00\n",
		refundHead + "`2026-10-01 08:35:41,`wx24,`1900012345,`1,`,`42,`A1,`o1,`JSAPI,`REFUND,`P,`CNY,`0.00,`0.00,`2026-11-03 09:00:00,`2026-11-04 10：00：00,`5,`B1,`19.00,`1.00,`O,`SUCCESS,`酱菜,`,`-0.11,`0.60%,`0.00,`20.00,`\n",
		successHead + "`2026-10-01 08:35:41,`wx24,`19,`16,`,`42,`A1,`o1,`JSAPI,`SUCCESS,`P,`CNY,`95.00,`5.00,`酱菜,`,`0.57000,`0.60%,`100.00,`\n",
		oldHead + "`2015-11-16 16：33：45,`wx,`1,`0,`,`1001,`14,`o,`MICROPAY,`SUCCESS,`O,`CNY,`30.01,`0.00,`0,`0,`0,`0,`,`,`被扫,`,`0.18000,`0.60%\n",
		consoleText, alipayText,
		"记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元)\n`2021-02-01 13:21:23,`5,`4,`交易,`交易,`收入,`0.05,`0.23\n资金流水总笔数,收入笔数\n`1,`1\n",
		"账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）\n5\t,2\t,3\t,票\t,2012-12-29 21:02:06,陈\t,2274.00,0.00\n#收入合计：1笔，共2274.00元\n",
		taobaoHead + taobaoRow("1930679858170647001", "598.00元", "598.00", "交易成功", "2026/9/10 8:00", "46275.33", "1", "店"),
		jdHead + jdRow("28", "1", "在线支付", "12.00", "1", "完成", "2026-10-01 08:05:00", "") + jdRow("28", "2", "在线支付", "12.00", "1", "完成", "2026-10-01 08:05:00", ""),
		settlementHead + "28,0,完成,2026-10-01 08:05:00,1,酱菜,货款,2026-10-06 00:00:00,70.00,人民币,收入,已结算,店\n28,0,完成,2026-10-01 08:05:00,1,酱菜,货款,2026-10-06 00:00:00,7.00,人民币,支出,已结算,店\n",
		pinduoduoHead + "香油,261002-1,已发货，待签收,20.00,0,0,0,0,20.00,20.00,1,,,7,规格,1,无售后,,,\n",
		douyinHead + "\"\t6\",\"\t7\",\"\t丝\",\"\t1\",1,\"\t1\",\"\t3\",1,\"\t1,000.00\",0,0,1,,#,\"\t2026-10-01 08:00:00\",\"\t2026-10-01 08:00:10\",-,已完成,-,-\n",
		"交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n2019-09-26 12:45:27,消费,店,菜,支出,¥28.16,银行,成功,3,1,/\n",
		"交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n2023-02-12 21:32:14,代付,x,/,卡,支出,49.74,行,成功,2,3,\n",
		"交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注\n2024-12-28 13:27:56,京东,衣,131.77(已退款89.84),银行,成功,支出,衣,1,1,\n",
		"交易创建时间,交易成功时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,商家单号,备注\n2025-02-28 20:35:13,2025-02-28 20:35:25,支付,茶,支出,付,¥22.30,¥21.17,2,0,/\n",
		"时间,金额,单号,店,退款,状态\n2026-10-01,12.00,1,店,1.00,已完成\n合计,12\n",
	}
}

// FuzzRead mends no file: whatever stands in it, reading ends, and what it says adds up.
func FuzzRead(f *testing.F) {
	for _, seed := range seeds() {
		f.Add([]byte(seed))
	}
	dir := f.TempDir()
	mapping := func(header []string) (Mapping, bool) {
		return Mapping{Time: "时间", Amount: "金额", OrderNo: "单号", Refund: "退款", Status: "状态"}, true
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file, err := os.CreateTemp(dir, "f*.csv")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Clean(file.Name())
		_, err = file.Write(content)
		if file.Close(); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		opened, err := sheet.Open(t.Context(), path)
		if err != nil {
			return
		}
		defer opened.Close()
		for _, table := range opened.Tables {
			found, err := Detect(t.Context(), table, mapping)
			if err == nil {
				addsUp(t, found)
			}
		}
	})
}

// addsUp checks the result against the lines and doubts that were given.
func addsUp(t *testing.T, found *Statement) {
	var sum Result
	aside := 0
	result, _ := found.Read(t.Context(), func(line Line) error {
		sum.count(&line)
		switch {
		case line.Order < 0 || line.Settled < 0 || line.RefundOrder < 0 || line.RefundSettled < 0:
			t.Errorf("a negative amount: %+v", line)
		case line.Sides != 0 && (line.At == 0 || line.Month < 200001 || line.Month > 209912):
			t.Errorf("no time: %+v", line)
		case line.Freshness < 0 || line.Row <= found.HeaderRow:
			t.Errorf("freshness or row: %+v", line)
		}
		return nil
	}, func(doubt Doubt) error {
		if doubt.Unreadable {
			aside++
		}
		if doubt.Code == "" || doubt.Row == 0 {
			t.Errorf("a doubt of nothing: %+v", doubt)
		}
		return nil
	})
	if sum.Lines != result.Lines || sum.Paid != result.Paid || sum.Refunded != result.Refunded || aside != result.Unreadable {
		t.Errorf("given %+v, told %+v", sum, result)
	}
}
