package gallery

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"smartcanal/data/register"
	"smartcanal/data/sales"
	"smartcanal/data/store"
)

// seller is an organisation of the pictures with its WeChat number; one without a name is in no register.
type seller struct{ number, name, short, product string }

var sellers = []seller{
	{"1623308841", "运河老号食品有限公司", "运河老号食品", "金丝小枣礼盒"},
	{"1623310276", "南湖优选商贸有限公司", "南湖优选超市", "粮油礼包"},
	{"1623309617", "解放路图书文化有限公司", "解放路书店", "少儿绘本套装"},
	{"1623312048", "小王庄果蔬有限公司", "小王庄果蔬", "鸭梨十斤箱"},
	{"1623317702", "西环数码科技有限公司", "西环数码", "行车记录仪"},
	{"1623315590", "", "", "运河湾早点套餐"},
	{"1623318826", "", "", "羊角蜜甜瓜礼盒"},
	{"1623320419", "", "", ""},
}

const billHead = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n"

// bill is a month's bill of a service provider, with sales of every seller, some refunds, and its summary row;
// damage replaces rows.
func bill(month time.Time, rows int, damage map[int]string) string {
	var text strings.Builder
	text.WriteString("\ufeff" + billHead)
	var settled, refunded int
	for i := range rows {
		s := sellers[i%11%len(sellers)]
		at := month.Add(time.Duration(i*(640*60/rows)) * time.Minute).Add(time.Duration(i*37) * time.Second)
		number := fmt.Sprintf("4200002%d%04d%09d", month.Month()+60, i, (i*7919+104729)%1_000_000_000)
		fen := 1250 + i*i*137%94_000
		kind, state, back := []string{"JSAPI", "MICROPAY", "NATIVE"}[i%3], "SUCCESS", 0
		if i%13 == 5 {
			state, back, fen = "REFUND", fen, 0
		}
		settled, refunded = settled+fen, refunded+back
		row := fmt.Sprintf("`%s,`wx7a1c,`1900012345,`%s,`,`%s,`YH%06d,`oUser,`%s,`%s,`OTHERS,`CNY,`%s,`0.00,`0,`0,`%s,`0.00,`,`,`%s,`,`0.00000,`0.60%%,`%s,`%s,`\n",
			at.Format(time.DateTime), s.number, number, i, kind, state, yuan(fen), yuan(back), s.product, yuan(fen), yuan(back))
		if other, is := damage[i]; is {
			row = other
		}
		text.WriteString(row)
	}
	fmt.Fprintf(&text, "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n`%d,`%s,`%s,`0.00,`0.00000,`%s,`%s\n",
		rows, yuan(settled), yuan(refunded), yuan(settled), yuan(refunded))
	return text.String()
}

func yuan(fen int) string { return fmt.Sprintf("%d.%02d", fen/100, fen%100) }

// damaged are rows as offices meet them.
var damaged = map[int]string{
	7:  "`2026-10-03 08:07:20,`wx7a1c,`1900012345,`1623308841,`,`42000026100,`YH1,`o,`JSAPI,`SUCCESS,`OTHERS,`CNY,`128.0O,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%,`128.00,`0.00,`\n",
	19: "`,`wx7a1c,`1900012345,`1623308841,`,`42000026101,`YH2,`o,`JSAPI,`SUCCESS,`OTHERS,`CNY,`28.00,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%,`28.00,`0.00,`\n",
	31: "`2026-10-32 08:07:20,`wx7a1c,`1900012345,`1623310276,`,`42000026102,`YH3,`o,`JSAPI,`SUCCESS,`OTHERS,`CNY,`56.00,`0.00,`0,`0,`0.00,`0.00,`,`,`枣,`,`0.00000,`0.60%,`56.00,`0.00,`\n",
	44: "`2026-10-12 08:07:20,`wx7a1c,`1900012345,`1623310276\n",
}

const tmallHead = "订单编号,买家会员名,买家应付货款,总金额,买家实际支付金额,订单状态,收货人姓名,订单创建时间,订单付款时间,宝贝标题,店铺Id,店铺名称\n"

func tmall(rows int, shop string) string {
	var text strings.Builder
	text.WriteString(tmallHead)
	if shop == "" {
		text.Reset()
		text.WriteString(strings.Replace(tmallHead, ",店铺Id,店铺名称", "", 1))
	}
	for i := range rows {
		at := time.Date(2026, 10, 1+i%28, 9+i%12, i%60, 12, 0, time.UTC).Format(time.DateTime)
		fmt.Fprintf(&text, "=\"19306798581706%05d\",买家,%s,%s,%s,交易成功,张三,%s,%s,金丝小枣旗舰礼盒%s\n", i, yuan(9900+i*700), yuan(9900+i*700), yuan(9900+i*700), at, at, shop)
	}
	return text.String()
}

const unknownTable = "店内编号,日期,单号,货品,规格,数量,实付,折扣,收银员,会员,退款,状态,备注,门店\n" +
	"1,2026-10-01 09:10:00,WJ1001,鸭梨,10斤,2,58.00,0,刘,否,0,完成,,万家南湖店\n2,2026-10-01 10:32:00,WJ1002,枣花蜜,500g,1,39.90,0,刘,是,0,完成,,万家南湖店\n" +
	"3,2026-10-02 15:01:00,WJ1003,冬枣,5斤,1,45.00,5,王,否,45.00,已退款,整单退,万家南湖店\n4,2026-10-03 11:20:00,WJ1004,粮油礼包,组,1,188.00,0,王,是,0,完成,,万家南湖店\n"

const personalTable = "微信支付账单明细,,,,,,,,\n微信昵称：[演示],,,,,,,,\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n" +
	"2026-11-05 08:12:30,商户消费,运河湾餐饮,早点套餐,支出,¥18.50,零钱,支付成功,4200009990001,M1,/\n2026-11-09 19:40:02,转账,同事,/,收入,¥200.00,零钱,已收钱,4200009990002,/,/\n"

// salesFolder writes the statement files of the pictures and gives their paths by name.
func salesFolder(t *testing.T) map[string]string {
	t.Helper()
	october := time.Date(2026, 10, 1, 7, 52, 11, 0, time.UTC)
	zipless, err := simplifiedchinese.GB18030.NewEncoder().String(tmall(40, ",107882301,运河老号食品专营店"))
	if err != nil {
		t.Fatal(err)
	}
	dir, paths := t.TempDir(), map[string]string{}
	for name, text := range map[string]string{
		"1900012345_20260901_ALL.csv":      bill(october.AddDate(0, -1, 0), 120, nil),
		"1900012345_20261001_ALL.csv":      bill(october, 160, damaged),
		"1900012345_20261101_ALL.csv":      bill(october.AddDate(0, 1, 0), 90, nil),
		"ExportOrderList202611010800.csv":  zipless,
		"ExportOrderList202611020900.csv":  tmall(12, ""),
		"十月网店销售_万家.csv":                    unknownTable,
		"微信支付账单(个人).csv":                   personalTable,
		"网页另存.csv":                         "<!DOCTYPE html><html><body>登录已过期</body></html>",
		"1900012345_20260901_ALL_copy.csv": bill(october.AddDate(0, -1, 0), 120, nil),
	} {
		paths[name] = filepath.Join(dir, name)
		if err := os.WriteFile(paths[name], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

const clerk store.Actor = "经办员"

// salesStore is a file of data with the sellers the register knows.
func salesStore(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "智慧运河.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	st.SetClock(officeTime)
	room := register.New(st)
	for _, s := range append(sellers[:5:5], seller{"", "运河湾餐饮管理有限公司", "运河湾早点", ""}, seller{"", "羊角蜜甜瓜专业合作社", "", ""}) {
		o := &register.Organization{Name: s.name, ShortName: s.short}
		if err := room.Create(t.Context(), clerk, o); err != nil {
			t.Fatal(err)
		}
		if s.number == "" {
			continue
		}
		account := &register.PaymentAccount{OrganizationID: &o.ID, Platform: "wechat", Number: s.number, ChannelMode: register.Mixed}
		if err := room.SaveAccount(t.Context(), clerk, account); err != nil {
			t.Fatal(err)
		}
	}
	return st
}

func takeIn(t *testing.T, st *store.Store, paths ...string) {
	t.Helper()
	sources := make([]sales.Source, len(paths))
	for i, path := range paths {
		sources[i] = sales.Source{Path: path}
	}
	if _, err := sales.New(st).Import(t.Context(), clerk, sources, nil); err != nil {
		t.Fatal(err)
	}
}
