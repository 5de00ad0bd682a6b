package sheet

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"smartcanal/data/money"
)

// bill makes a WeChat bill of the layout of 27 columns.
func bill(lines int) []byte {
	var b bytes.Buffer
	b.WriteString("交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n")
	for i := range lines {
		fmt.Fprintf(&b, "`2025-%02d-%02d 08:35:41,`wx2421b1c4370ec43b,`1900000109,`16%08d,`,`42000%023d,`YH%016d,`oUpF8uMuAJO_M2pxb1Q9zNjWeS6o,`JSAPI,`SUCCESS,`PSBC_DEBIT,`CNY,`%d.00,`0.00,`0,`0,`0.00,`0.00,`,`,`大运河酥饼, 两盒 \"礼装\",`,`0.04000,`0.60%%,`%d.00,`0.00,`\r\n",
			i%12+1, i%28+1, i%40, i, i, i%500, i%500)
	}
	return b.Bytes()
}

func BenchmarkRows(b *testing.B) {
	const lines = 1_000_000
	f := mustOpen(b, "bill.csv", bill(lines))
	b.SetBytes(f.Size)
	for b.Loop() {
		rows, cells := 0, 0
		for row, err := range f.Tables[0].Rows(context.Background()) {
			if err != nil {
				b.Fatal(err)
			}
			rows++
			cells += len(row.Cells)
		}
		if rows != lines+1 || cells != 27*(lines+1) {
			b.Fatalf("%d rows, %d cells", rows, cells)
		}
	}
}

func BenchmarkRowsGB18030(b *testing.B) {
	f := mustOpen(b, "bill.csv", encoded(b, simplifiedchinese.GB18030, string(bill(200_000))))
	b.SetBytes(f.Size)
	for b.Loop() {
		for _, err := range f.Tables[0].Rows(context.Background()) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkBook(b *testing.B) {
	const lines = 50_000
	path := filepath.Join(b.TempDir(), "a.xlsx")
	b.Run("save", func(b *testing.B) {
		for b.Loop() {
			book := NewBook()
			sheet := book.Sheet("明细").Columns([]Column{{Head: "订单号"}, {Head: "商品"}, {Head: "金额", Kind: Money, Sum: true}})
			for i := range lines {
				sheet.AddRow(strconv.Itoa(i), "大运河酥饼", money.Fen(i))
			}
			if err := sheet.Totals("合计").book.Save(path); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.N)*lines/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			f, err := Open(context.Background(), path)
			if err != nil {
				b.Fatal(err)
			}
			if got := len(cellsOf(b, f.Tables[0])); got != lines+2 {
				b.Fatalf("%d rows", got)
			}
			_ = f.Close()
		}
		b.ReportMetric(float64(b.N)*lines/b.Elapsed().Seconds(), "rows/s")
	})
}

func BenchmarkOpen(b *testing.B) {
	path := save(b, "bill.csv", bill(1_000_000))
	for b.Loop() {
		f, err := Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		_ = f.Close()
	}
}
