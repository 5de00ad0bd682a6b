package statement

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcanal/data/sheet"
)

const billHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n"

// BenchmarkBill reads a bill of 100,000 lines; rows alone is what the sheet takes of it.
func BenchmarkBill(b *testing.B) {
	const lines = 100_000
	var text strings.Builder
	text.WriteString(billHead)
	for i := range lines {
		fmt.Fprintf(&text, "`2026-10-%02d %02d:35:41,`wx2421b1c4370ec43b,`1900012345,`16233%05d,`,`42000021682024060763%08d,`1568230451202406%08d,`oeovpt2GxdVPZRZGB9zQWGXuKrY,`JSAPI,`SUCCESS,`PSBC_DEBIT,`CNY,`128.50,`0.00,`0,`0,`0.00,`0.00,`,`,`运河老号 酱菜,`,`0.77000,`0.60%%,`128.50,`0.00,`\n",
			i%28+1, i%24, i%40, i, i)
	}
	path := filepath.Join(b.TempDir(), "bill.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	file, err := sheet.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	b.Run("rows", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, err := range file.Tables[0].Rows(b.Context()) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("lines", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			found, err := Detect(b.Context(), file.Tables[0], nil)
			if err != nil {
				b.Fatal(err)
			}
			result, err := found.Read(b.Context(), func(Line) error { return nil }, func(Doubt) error { return nil })
			if err != nil || result.Lines != lines {
				b.Fatal(result, err)
			}
		}
	})
}
