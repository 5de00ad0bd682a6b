package year

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// row writes a line of a csv.
func row(b *strings.Builder, cells ...any) {
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprint(b, cell)
	}
	b.WriteByte('\n')
}

const billHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n"

// bill is a service provider's bill of a year, as WeChat Pay gives it: of each enterprise an order a quarter, online or
// over the counter.
func bill(year int, online, counter func(enterprise) int64) string {
	var b strings.Builder
	b.WriteString(billHead)
	orders, sum := 0, int64(0)
	order := func(e enterprise, month int, kind string, yuan int64) {
		orders++
		sum += yuan
		number := fmt.Sprintf("42%02d%06d", year%100, orders)
		cells := []string{fmt.Sprintf("%d-%02d-05 09:12:30", year, month), "wx1", "1900012345", e.merchant, "", number, "N" + number, "u1", kind, "SUCCESS", "OTHERS", "CNY",
			fmt.Sprintf("%d.00", yuan), "0.00", "0", "0", "0.00", "0.00", "", "", e.name, "", "0.00000", "0.60%", fmt.Sprintf("%d.00", yuan), "0.00", ""}
		b.WriteString("`" + strings.Join(cells, ",`") + "\n")
	}
	for _, e := range district {
		if total := online(e); total > 0 {
			quarter := total / 4
			for q := range int64(4) {
				part := quarter
				if q == 3 {
					part = total - 3*quarter
				}
				order(e, int(3*q+2), "JSAPI", part)
			}
		}
		if total := counter(e); total > 0 {
			order(e, 6, "MICROPAY", total)
		}
	}
	b.WriteString("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n")
	fmt.Fprintf(&b, "`%d,`%d.00,`0.00,`0.00,`0.00000,`%d.00,`0.00\n", orders, sum, sum)
	return b.String()
}

func none(enterprise) int64 { return 0 }

const mallHead = "订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类,宝贝总数量,店铺Id,店铺名称,订单关闭原因\n"

// mall is a Tmall shop's export of 2025: two orders and one that was never paid.
func mall(e enterprise) string {
	var b strings.Builder
	b.WriteString(mallHead)
	half := e.mall / 2
	for i, order := range []struct {
		yuan         int64
		state, close string
	}{{half, "交易成功", ""}, {e.mall - half, "交易成功", ""}, {77_000, "交易关闭", "买家未付款"}} {
		day, paid := fmt.Sprintf("2025-%02d-11 10:00:00", 3*i+5), fmt.Sprintf("2025-%02d-11 10:01:00", 3*i+5)
		given := fmt.Sprintf("%d.00", order.yuan)
		if order.close != "" {
			paid, given = "", "0.00"
		}
		row(&b, fmt.Sprintf(`="25%s%06d"`, e.shop, i+1), "t1", fmt.Sprintf("%d.00", order.yuan), "0.00", fmt.Sprintf("%d.00", order.yuan), given+"元", order.state,
			"买家", "河北省沧州市", "'13800000001", day, paid, e.name, 1, 1, e.shop, e.name+"旗舰店", order.close)
	}
	return b.String()
}

// inGBK is a text as Chinese platforms write their files.
func inGBK(text string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(strings.ReplaceAll(text, "\n", "\r\n"))
	if err != nil {
		panic(err)
	}
	return out
}
