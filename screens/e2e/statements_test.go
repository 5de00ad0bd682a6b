//go:build e2e

package e2e

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// What the files hold of the enterprise whose claim is made, in 2026:
//
//	online by WeChat   1,280,000.00 + 1,460,500.50 + 1,390,000.00 + 1,204,999.50 - 36,500.00 = 5,299,000.00
//	online by Tmall    12,345.60 + 399.00 - 100.00 = 12,644.60
//	in the shop        88,888.88, which does not count
//
// so that its verified online sales, 5,311,644.60, cross 5,000,000 for the first time.
const (
	enterprise  = "沧州华杰箱包有限公司"
	creditCode  = "91130903MA0H6J3KXE"
	wechatShop  = "1623000011"
	wechatOther = "1623000022"
	tmallShop   = "2208130903"
)

// wechatBill is a service provider's bill: two shops, a payment at the counter, a refund, and a summary that agrees.
const wechatBill = `交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注
'2026-03-05 09:12:30,'wx1,'1900012345,'1623000011,','4200000001,'HJ0001,'u1,'JSAPI,'SUCCESS,'OTHERS,'CNY,'1280000.00,'0.00,'0,'0,'0.00,'0.00,',','旅行箱团购,','7680.00000,'0.60%,'1280000.00,'0.00,'
'2026-05-18 10:00:00,'wx1,'1900012345,'1623000011,','4200000002,'HJ0002,'u2,'NATIVE,'SUCCESS,'OTHERS,'CNY,'1460500.50,'0.00,'0,'0,'0.00,'0.00,',','旅行箱团购,','8763.00000,'0.60%,'1460500.50,'0.00,'
'2026-06-18 20:15:08,'wx1,'1900012345,'1623000011,','4200000003,'HJ0003,'u3,'JSAPI,'SUCCESS,'OTHERS,'CNY,'1390000.00,'0.00,'0,'0,'0.00,'0.00,',','书包年中大促,','8340.00000,'0.60%,'1390000.00,'0.00,'
'2026-09-09 08:30:00,'wx1,'1900012345,'1623000011,','4200000004,'HJ0004,'u4,'APP,'SUCCESS,'OTHERS,'CNY,'1204999.50,'0.00,'0,'0,'0.00,'0.00,',','开学季书包,','7230.00000,'0.60%,'1204999.50,'0.00,'
'2026-10-08 19:41:22,'wx1,'1900012345,'1623000022,','4200000005,'ZJ0001,'u5,'JSAPI,'SUCCESS,'OTHERS,'CNY,'268.50,'0.00,'0,'0,'0.00,'0.00,',','金丝小枣礼盒,','1.61000,'0.60%,'268.50,'0.00,'
'2026-10-12 16:05:00,'wx1,'1900012345,'1623000011,','4200000006,'HJ0005,'u6,'MICROPAY,'SUCCESS,'OTHERS,'CNY,'88888.88,'0.00,'0,'0,'0.00,'0.00,',','门店销售,','533.33000,'0.60%,'88888.88,'0.00,'
'2026-10-20 11:20:45,'wx1,'1900012345,'1623000011,','4200000002,'HJ0002,'u2,'NATIVE,'REFUND,'OTHERS,'CNY,'0.00,'0.00,'5000000001,'HJR001,'36500.00,'0.00,'ORIGINAL,'SUCCESS,'旅行箱团购,','-219.00000,'0.60%,'0.00,'36500.00,'
总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
'7,'5424657.38,'36500.00,'0.00,'32328.94000,'5424657.38,'36500.00
`

// alipayDetail is a month of an account nobody claims for: it stays in the queue.
const alipayDetail = `#支付宝业务明细查询
#账号：[20880021300913090156]
#起始日期：[2026年10月01日 00:00:00]   终止日期：[2026年11月01日 00:00:00]
#-----------------------------------------业务明细列表----------------------------------------
支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注
2026100122001,ZF0001,交易,冬菜,2026-10-01 08:00:00,2026-10-01 08:00:05,,,,,*明,86.00,86.00,0.00,0.00,0.00,0.00,0.00,,0.00,0.00,,0.00,0.00,
2026100222002,ZF0002,交易,冬菜,2026-10-02 08:00:00,2026-10-02 08:00:05,,,,,*红,14.00,14.00,0.00,0.00,0.00,0.00,0.00,,0.00,0.00,,0.00,0.00,
2026100222002,ZF0002,退款,冬菜,2026-10-02 08:00:00,2026-10-03 09:00:00,,,,,*红,-14.00,-14.00,0.00,0.00,0.00,0.00,0.00,,0.00,0.00,R0001,0.00,0.00,
#-----------------------------------------业务明细列表结束------------------------------------
#交易合计：2笔，商家实收共100.00元，商家优惠共0.00元
#退款合计：1笔，商家实收退款共-14.00元，商家优惠退款共0.00元
#导出时间：[2026年11月02日 10:00:00]
`

// tmallOrders is a shop's export: an order, one partly refunded, and one never paid.
const tmallOrders = `订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类,宝贝总数量,店铺Id,店铺名称,订单关闭原因
="260402000000000001",t1,12345.60,0.00,12345.60,12345.60元,交易成功,买家,河北省沧州市,'13800000001,2026-04-02 10:00:00,2026-04-02 10:01:00,拉杆箱,1,8,2208130903,华杰箱包旗舰店,
="260403000000000002",t2,399.00,0.00,399.00,299.00元,交易成功,买家,河北省沧州市,'13800000002,2026-04-03 11:00:00,2026-04-03 11:00:30,双肩包,1,1,2208130903,华杰箱包旗舰店,
="260404000000000003",t3,159.00,0.00,159.00,0.00元,交易关闭,买家,河北省沧州市,'13800000003,2026-04-04 12:00:00,,钱包,1,1,2208130903,华杰箱包旗舰店,买家未付款
`

// statements writes the files a clerk got and gives their paths; the last one broke off on its way.
func statements(t *testing.T, dir string) []string {
	alipay := zipped(t, "业务明细.csv", encoded(t, alipayDetail))
	files := []struct {
		name    string
		content []byte
	}{
		{"1900012345_2026年对账单.csv", []byte(strings.ReplaceAll(wechatBill, "'", "`"))},
		{"支付宝业务明细202610.zip", alipay},
		{"天猫订单202604.csv", encoded(t, tmallOrders)},
		{"支付宝业务明细202609.zip", alipay[:len(alipay)/2]},
	}
	paths := make([]string, len(files))
	for i, file := range files {
		paths[i] = filepath.Join(dir, file.name)
		if err := os.WriteFile(paths[i], file.content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

func encoded(t *testing.T, text string) []byte {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(strings.ReplaceAll(text, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func zipped(t *testing.T, name string, content []byte) []byte {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	member, err := archive.CreateHeader(&zip.FileHeader{Name: string(encoded(t, name)), NonUTF8: true, Method: zip.Store})
	if err == nil {
		_, err = member.Write(content)
	}
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
