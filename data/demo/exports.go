package demo

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"smartcanal/data/sheet"
)

const alipayHead = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\r\n"

// writeAlipay writes a month's 业务明细 as the merchant centre hands it out: GBK inside a zip, beside a summary.
func writeAlipay(w io.Writer, sales, returned []sale, from, to time.Time) error {
	var text strings.Builder
	fmt.Fprintf(&text, "#支付宝业务明细查询\r\n#账号：[20880021300913090156]\r\n#起始日期：[%s]   终止日期：[%s]\r\n#-----------------------------------------业务明细列表----------------------------------------\r\n",
		from.Format("2006年01月02日 15:04:05"), to.Format("2006年01月02日 15:04:05"))
	text.WriteString(alipayHead)
	var paid, received, back int64
	var payments, refunds int
	for _, s := range sales {
		net := s.fen - s.discount/2
		text.WriteString(alipayRow(s, "交易", s.at, s.fen, net, ""))
		payments, paid, received = payments+1, paid+s.fen, received+net
	}
	for _, s := range returned {
		text.WriteString(alipayRow(s, "退款", s.refundAt, -s.refundFen, -s.refundFen, "R"+s.own))
		refunds, back = refunds+1, back+s.refundFen
	}
	fmt.Fprintf(&text, "#-----------------------------------------业务明细列表结束------------------------------------\r\n#交易合计：%d笔，商家实收共%s元，商家优惠共0.00元\r\n#退款合计：%d笔，商家实收退款共-%s元，商家优惠退款共0.00元\r\n#导出时间：[%s]\r\n",
		payments, yuan(received), refunds, yuan(back), to.Add(26*time.Hour).Format("2006年01月02日 15:04:05"))
	detail, err := simplifiedchinese.GBK.NewEncoder().String(text.String())
	if err != nil {
		return err
	}
	summary, err := simplifiedchinese.GBK.NewEncoder().String(fmt.Sprintf("#支付宝业务汇总查询\r\n门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）\r\n合计,,%d,%d,%s\r\n", payments, refunds, yuan(paid)))
	if err != nil {
		return err
	}
	return zipped(w, to, "业务明细(汇总).csv", summary, "业务明细.csv", detail)
}

// zipped packs texts under GBK names, as the merchant centre does.
func zipped(w io.Writer, at time.Time, namesAndTexts ...string) error {
	archive := zip.NewWriter(w)
	for i := 0; i < len(namesAndTexts); i += 2 {
		name, err := simplifiedchinese.GBK.NewEncoder().String(namesAndTexts[i])
		if err != nil {
			return err
		}
		member, err := archive.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: true, Method: zip.Deflate, Modified: at})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(member, namesAndTexts[i+1]); err != nil {
			return err
		}
	}
	return archive.Close()
}

func alipayRow(s sale, kind string, at time.Time, ordered, received int64, batch string) string {
	terminal := ""
	if s.merchant.counter {
		terminal = "POS01"
	}
	return strings.Join([]string{"2026" + s.number[4:] + "\t", s.own + "\t", kind, s.product, s.at.Format(stamp), at.Format(stamp),
		s.seller.Alipay, s.seller.Short, "", terminal, "*" + s.buyer[1:4], yuan(ordered), yuan(received), "0.00", "0.00", yuan(ordered - received),
		"0.00", "0.00", "", "0.00", "0.00", batch, "0.00", "0.00", ""}, ",") + "\r\n"
}

const tmallHead = "订单编号,买家会员名,买家支付宝账号,支付单号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因\r\n"

// writeTmall writes a shop's orders as the seller centre does: GB18030, numbers as ="…", the amount
// paid already less what went back. seen is when the export is made: later refunds are not in it yet.
func writeTmall(w io.Writer, sales []sale, seen time.Time) error {
	var text strings.Builder
	text.WriteString(tmallHead)
	for _, s := range sales {
		state, paid := "交易成功", s.fen
		if seen.Sub(s.at) < 10*24*time.Hour {
			state = "卖家已发货，等待买家确认"
		}
		if s.refundFen > 0 && s.refundAt.Before(seen) {
			paid -= s.refundFen
			if paid == 0 {
				state = "交易关闭"
			}
		}
		number := fmt.Sprintf(`="%s"`, s.number[8:26])
		fmt.Fprintf(&text, "%s,%s,,,%s,0.00,0,%s,0,%s元,0,%s,,买家,河北省沧州市,快递,,'1380000%s,%s,%s,%s,1,,,,1,%s,%s旗舰店,\r\n",
			number, s.buyer[:6], yuan(s.fen), yuan(s.fen), yuan(paid), state, s.number[len(s.number)-4:],
			s.at.Add(-3*time.Minute).Format(stamp), s.at.Format(stamp), s.product, s.seller.Tmall, s.seller.Short)
	}
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(text.String())
	if err != nil {
		return err
	}
	_, err = io.Copy(w, bytes.NewBufferString(encoded))
	return err
}

// saveJD writes orders of JD shops as a workbook; an order of two articles has two rows that repeat its amount.
func saveJD(path string, sales []sale) error {
	book := sheet.NewBook()
	page := book.Sheet("订单").Columns([]sheet.Column{
		{Head: "订单号"}, {Head: "商品ID"}, {Head: "商品名称"}, {Head: "订购数量"}, {Head: "支付方式"}, {Head: "下单时间"}, {Head: "京东价"},
		{Head: "订单金额"}, {Head: "结算金额"}, {Head: "余额支付"}, {Head: "应付金额"}, {Head: "订单状态"}, {Head: "订单类型"}, {Head: "付款确认时间"},
		{Head: "订单完成时间"}, {Head: "店铺名称"},
	})
	for i, s := range sales {
		for article := range 1 + i%2 {
			page.AddRow(s.number[10:22], fmt.Sprint(100_000+article), s.product, "1", "在线支付", s.at.Add(-2*time.Minute).Format(stamp),
				yuan(s.fen), yuan(s.fen), yuan(s.fen-s.discount/2), "0.00", yuan(s.fen), "完成", "一般订单", s.at.Format(stamp),
				s.at.AddDate(0, 0, 6).Format(stamp), s.seller.JD)
		}
	}
	return book.Save(path)
}
