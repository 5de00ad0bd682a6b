package statement

import (
	"strings"
	"testing"

	"smartcanal/data/money"
)

const taobaoHead = "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费\n"

func taobaoRow(number, total, actual, status, created, paid, shopID, shopName string) string {
	return `="` + number + `",买家,,` + total + ",0.00,0," + total + ",0," + actual + ",0," + status + ",,张三,河北省 沧州市,快递,,'13800001021," + created + "," + paid + ",\"酱菜, 礼盒\",1,,,,1," + shopID + "," + shopName + ",订单未关闭,0,0元\n"
}

func TestTaobaoOrders(t *testing.T) {
	text := taobaoHead +
		taobaoRow("1930679858170647001", "598.00元", "598.00", "交易成功", "2026-09-30 23:58:00", "2026-10-01 00:02:00", "107", "旗舰店") +
		taobaoRow("1930679858170647002", "100.00", "60.00", "交易成功", "2026-10-02 10:00:00", "2026-10-02 10:01:00", "0", "旗舰店") +
		taobaoRow("1930679858170647003", "80.00", "0.00", "交易关闭", "2026-10-03 10:00:00", "2026-10-03 10:01:00", "107", "旗舰店") +
		taobaoRow("1930679858170647004", "70.00", "0.00", "交易关闭", "2026-10-04 10:00:00", "", "107", "旗舰店") +
		taobaoRow("1930679858170647005", "50.00", "0.00", "等待买家付款", "2026-10-05 10:00:00", "", "107", "旗舰店")
	g := read(t, "ExportOrderList20261106120000.csv", gbk(t, text), nil)[0]
	is(t, "format", g.Format, "taobao_orders")
	is(t, "doubts", g.codes(), "")
	is(t, "lines", g.Lines, 5)
	is(t, "exported", g.ExportedAt.Format("2006-01-02 15:04:05"), "2026-11-06 12:00:00")
	is(t, "account asked for", g.NeedsAccount, false)
	whole, part, closed, cancelled, unpaid := g.lines[0], g.lines[1], g.lines[2], g.lines[3], g.lines[4]
	is(t, "number out of =\"…\"", whole.OrderNo, "1930679858170647001")
	is(t, "month of payment", whole.Month, 202610)
	is(t, "order basis", whole.Order, 59800)
	is(t, "settled basis", whole.Settled, 59800)
	is(t, "no refund", whole.Sides, Paid)
	is(t, "shop by number", whole.Account, "107")
	is(t, "shop by name where the number is 0", part.Account, "旗舰店")
	is(t, "paid whole, what the buyer paid is net", part.Order, 10000)
	is(t, "refund is the difference", part.RefundOrder, 4000)
	is(t, "both sides", part.Sides, Paid|Refunded)
	is(t, "closed, but it was paid", closed.Order, 8000)
	is(t, "and refunded", closed.RefundSettled, 8000)
	is(t, "closed before payment", cancelled.Sides, 0)
	is(t, "unpaid", unpaid.Sides, 0)
	is(t, "an unpaid order has its time", unpaid.Month, 202610)
	is(t, "net", g.Paid.Order-g.Refunded.Order, money.Fen(59800+6000))
}

func TestTaobaoRefundColumn(t *testing.T) {
	head := "订单编号,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,退款金额,店铺名称\n"
	g := one(t, "o.csv", head+
		"1930679858170647001,100.00,60.00,交易成功,2026-10-01 10:00:00,2026-10-01 10:01:00,25.00,店\n"+
		"1930679858170647002,100.00,60.00,交易成功,2026-10-01 10:00:00,2026-10-01 10:01:00,无退款申请,店\n"+
		"1930679858170647003,100.00,100.00,交易关闭,2026-10-01 10:00:00,2026-10-01 10:01:00,,店\n")
	is(t, "the column goes before the difference", g.lines[0].RefundOrder, 2500)
	is(t, "none asked for", g.lines[1].Sides, Paid)
	is(t, "closed without an amount is flagged", g.codes(), "statement.refund_without_amount")
	is(t, "and counted as paid", g.lines[2].Sides, Paid)
}

const jdHead = "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,订单状态,订单类型,下单帐号,客户姓名,付款确认时间,货号,订单完成时间,订单来源,订单渠道\n"

func jdRow(number, sku, pay, total, settled, status, paid, done string) string {
	return number + "," + sku + ",酱菜,1," + pay + ",2026-10-01 08:00:00,50.00," + total + "," + settled + ",0.00,0.00," + status + ",一般订单,jd_1,张三," + paid + ",H1," + done + ",移动端,京东\n"
}

func TestJDOrders(t *testing.T) {
	g := one(t, "京东订单_20261106.csv", jdHead+
		jdRow("280000000001", "1001", "在线支付", "120.00", "118.00", "完成", "2026-10-01 08:05:00", "2026-10-05 10:00:00")+
		jdRow("280000000002", "1001", "在线支付", "30.00", "", "(删除)等待出库", "2026-10-02 08:05:00", "")+
		jdRow("280000000001", "1002", "在线支付", "120.00", "118.00", "完成", "2026-10-01 08:05:00", "2026-10-05 10:00:00")+
		jdRow("280000000003", "1001", "在线支付", "40.00", "40.00", "已取消", "", "")+
		jdRow("280000000004", "1001", "货到付款", "60.00", "60.00", "等待出库", "", "")+
		jdRow("280000000005", "1001", "货到付款", "70.00", "70.00", "完成", "", "2026-11-05 10:00:00")+
		jdRow("280000000006", "1001", "在线支付", "80.00", "80.00", "等待付款", "", ""))
	is(t, "format", g.Format, "jd_orders")
	is(t, "account asked for", g.NeedsAccount, true)
	is(t, "orders, not rows", g.Lines, 6)
	is(t, "first row of the order", g.lines[0].Row, 2)
	is(t, "order amount once", g.lines[0].Order, 12000)
	is(t, "settled", g.lines[0].Settled, 11800)
	is(t, "settled as ordered where it is blank", g.lines[1].Settled, 3000)
	is(t, "deleted after payment is flagged", g.codes(), "statement.refund_without_amount")
	is(t, "cancelled before payment", g.lines[2].Sides, 0)
	is(t, "to be paid on delivery", g.lines[3].Sides, 0)
	is(t, "paid on delivery", g.lines[4].Month, 202611)
	is(t, "unpaid", g.lines[5].Sides, 0)
	is(t, "paid", g.Paid.Order, 12000+3000+7000)
	g = one(t, "jd.csv", jdHead+
		jdRow("280000000001", "1", "在线支付", "120.00", "", "完成", "2026-10-01 08:05:00", "")+
		jdRow("280000000001", "2", "在线支付", "50.00", "", "完成", "2026-10-01 08:05:00", ""))
	is(t, "rows of an order that disagree", g.codes(), "statement.order_amount_differs")
}

func TestShopAskedForOnce(t *testing.T) {
	g := one(t, "jd.csv", strings.Replace(jdHead, "订单渠道", "店铺名称", 1)+jdRow("280000000001", "1", "在线支付", "1.00", "", "完成", "2026-10-01 08:05:00", ""))
	is(t, "the shop column", g.lines[0].Account, "京东")
	is(t, "nothing to ask", g.NeedsAccount, false)
}

const settlementHead = "订单编号,父单号,订单状态,订单下单时间,商品编号,商品名称,费用名称,费用发生时间,应结金额,币种,收支方向,结算状态,店铺名称\n"

func TestJDSettlement(t *testing.T) {
	g := one(t, "jd.csv", settlementHead+
		"280000000001,0,完成,2026-10-01 08:05:00,1001,酱菜,货款,2026-10-06 00:00:00,70.00,人民币,收入,已结算,京东店\n"+
		"280000000001,0,完成,2026-10-01 08:05:00,1001,酱菜,佣金,2026-10-06 00:00:00,3.50,人民币,支出,已结算,京东店\n"+
		"280000000001,0,完成,2026-10-01 08:05:00,1002,辣酱,货款,2026-10-06 00:00:00,50.00,人民币,收入,已结算,京东店\n"+
		"280000000001,0,完成,2026-10-01 08:05:00,1002,辣酱,货款,2026-11-08 00:00:00,20.00,人民币,支出,已结算,京东店\n"+
		"280000000001,0,完成,2026-10-01 08:05:00,1002,辣酱,货款,2026-11-08 00:00:00,20.00,人民币,支出,未结算,京东店\n")
	orders := one(t, "orders.csv", jdHead+jdRow("280000000001", "1001", "在线支付", "120.00", "118.00", "完成", "2026-10-01 08:05:00", ""))
	is(t, "format", g.Format, "jd_settlement")
	is(t, "doubts", g.codes(), "")
	is(t, "lines", g.Lines, 3)
	is(t, "fees are no lines", g.Passed, 1)
	is(t, "account", g.lines[0].Account, "京东店")
	is(t, "goods of an order together", g.Paid.Order, 12000)
	is(t, "refunds", g.Refunded.Order, 4000)
	is(t, "a refund in its month", g.lines[0].Month, 202611)
	is(t, "two equal refunds stay two", g.lines[0].Identity == g.lines[1].Identity, false)
	order := g.lines[2]
	is(t, "the order export tells of the same order", order.Identity, orders.lines[0].Identity)
	is(t, "and goes before", order.Freshness, 0)
}

const pinduoduoHead = "商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,售后状态,快递单号,快递公司,订单成交时间\n"

func TestPinduoduoOrders(t *testing.T) {
	g := one(t, "orders_export.csv", pinduoduoHead+
		"\"香油 500ml,两瓶\",\t261001-123456789012345,已收货,60.00,0,2.00,5.00,1.00,52.00,58.00,1,2026-10-02 08:00:00,2026-10-05 08:00:00,7,规格,1,无售后或售后取消,YT1,圆通,2026-10-01 08:00:00\t\n"+
		"香油,261002-123456789012346,已发货，待签收,20.00,0,0,0,0,20.00,20.00,1,,,7,规格,1,无售后或售后取消,,,\n"+
		"香油,261003-123456789012347,未发货，退款成功,30.00,0,0,0,0,30.00,30.00,1,,,7,规格,1,退款成功,,,2026-10-03 09:00:00\n"+
		"香油,261004-123456789012348,已取消,40.00,0,0,0,0,40.00,40.00,1,,,7,规格,1,无售后或售后取消,,,\n"+
		"香油,261005-123456789012349,待支付,40.00,0,0,0,0,40.00,40.00,1,,,7,规格,1,无售后或售后取消,,,\n")
	is(t, "format", g.Format, "pinduoduo_orders")
	is(t, "lines", g.Lines, 5)
	is(t, "what the buyer and the platform paid", g.lines[0].Order, 5800)
	is(t, "what the merchant receives", g.lines[0].Settled, 5800)
	is(t, "product", g.lines[0].Product, "香油 500ml,两瓶")
	is(t, "a blank time: the day in the number", g.lines[1].At, mustTime(t, "2026-10-02 00:00:00"))
	is(t, "refunded without an amount", g.codes(), "statement.refund_without_amount")
	is(t, "the flagged one", g.doubts[0].Row, 4)
	is(t, "counted as paid", g.lines[2].Sides, Paid)
	is(t, "cancelled", g.lines[3].Sides, 0)
	is(t, "unpaid", g.lines[4].Sides, 0)
	old := one(t, "old.csv", strings.Replace(pinduoduoHead, "订单成交时间", "支付时间", 1)+
		"香油,191003-123456789012347,已签收,30.00,0,0,0,0,30.00,29.00,1,,,7,规格,1,无售后或售后取消,,,2019-10-03 09:00:00\n")
	is(t, "older name of the time", old.lines[0].Month, 201910)
}

const douyinHead = "主订单编号,子订单编号,选购商品,商品规格,商品数量,商品ID,商家编码,商品单价,订单应付金额,运费,优惠总金额,平台实际承担优惠金额,商家收入金额,收件人,订单提交时间,支付完成时间,订单完成时间,订单状态,售后状态,取消原因\n"

func TestDouyinOrders(t *testing.T) {
	row := func(number, amount, subsidy, earned, paid, status, after string) string {
		return "\"\t69179267688236437\",\"\t" + number + "\",\"\t辣丝丝\",\"\t1袋\",1,\"\t1\",\"\t3\",1,\"\t" + amount + "\",0.00,0.00," + subsidy + "," + earned + ",##密文,\"\t2026-10-01 08:00:00\",\"\t" + paid + "\",-," + status + "," + after + ",-\n"
	}
	g := one(t, "douyin.csv", "\ufeff"+douyinHead+
		row("6917926768823643701", "1,228.90", "21.00", `"	1,249.90"`, "2026-10-01 08:00:10", "已完成", "-")+
		row("6917926768823643702", "20.00", "0.00", "", "2026-10-01 08:00:10", "已发货", "退款成功")+
		row("6917926768823643703", "20.00", "0.00", "", "", "已关闭", "-")+
		row("6917926768823643704", "20.00", "0.00", "", "-", "待支付", "-"))
	is(t, "format", g.Format, "douyin_orders")
	is(t, "parts of one order are lines", g.Lines, 4)
	is(t, "number", g.lines[0].OrderNo, "6917926768823643701")
	is(t, "order's number", g.lines[0].MerchantNo, "69179267688236437")
	is(t, "with the platform's discount", g.lines[0].Order, 124990)
	is(t, "what the merchant receives", g.lines[0].Settled, 124990)
	is(t, "settled as ordered", g.lines[1].Settled, 2000)
	is(t, "refunded without an amount", g.codes(), "statement.refund_without_amount")
	is(t, "closed before payment", g.lines[2].Sides, 0)
	is(t, "unpaid", g.lines[3].Sides, 0)
	is(t, "account asked for", g.NeedsAccount, true)
	is(t, "parts are told apart", g.lines[0].Identity == g.lines[1].Identity, false)
}
