package statement

import "strings"

var wechatConsole = format{code: "wechat_console", platform: WeChat, evidence: Counted,
	needs:  append(all("交易时间", "商户订单号", "商户号", "交易状态", "交易金额"), oneOf("微信支付单号", "微信支付订单号", "微信订单号")),
	parser: func() parser { return &console{} }}

// console reads the export of the web console, which tells of the payments that the bill tells of, in
// fewer words: where both are known, the bill's line stands.
type console struct {
	time, paid                        int
	merchant, sub, number, merchantNo int
	scene, state, amount, product     int
	notes                             []string
	lines                             int64
	sum                               int64
}

func (c *console) columns(at *columns) {
	c.time, c.paid = at.need("交易时间"), at.find("支付成功时间")
	c.merchant, c.sub = at.need("商户号"), at.find("特约商户号", "子商户号")
	c.number, c.merchantNo = at.need("微信支付单号", "微信支付订单号", "微信订单号"), at.need("商户订单号")
	c.scene, c.state = at.find("交易场景", "交易类型"), at.need("交易状态")
	c.amount, c.product = at.need("交易金额"), at.find("商品名称")
}

func (c *console) row(r *reading) {
	line := Line{OrderNo: r.text(c.number), MerchantNo: r.text(c.merchantNo), TradeType: r.text(c.scene), Status: r.text(c.state), Product: r.text(c.product)}
	line.Account = r.told(c.sub)
	if line.Account == "" || line.Account == "0" {
		line.Account = r.text(c.merchant)
	}
	amount := r.positive(c.amount)
	when := r.maybeTime(c.paid)
	if when.seconds == 0 {
		when = r.time(c.time)
	}
	if r.bad {
		return
	}
	c.lines++
	c.sum += int64(amount)
	line.At, line.Month, line.Channel = when.seconds, when.month, wechatChannel(line.TradeType)
	if c.isPaid(r, line.Status) {
		line.Sides, line.Order, line.Settled = Paid, amount, amount
	}
	line.Identity = c.identity(r, &line)
	r.give(&line)
}

// isPaid flags what was refunded in the meantime: this export has no amount for it.
func (c *console) isPaid(r *reading, status string) bool {
	switch state := stateOf(status); state {
	case stateUnpaid, stateClosed:
		return false
	case stateRefunded:
		r.doubt(c.state, "statement.refund_without_amount")
	case stateUnknown:
		if !strings.Contains(status, "退款") {
			r.doubt(c.state, "statement.unknown_status", "status", status)
			return false
		}
		r.doubt(c.state, "statement.refund_without_amount")
	}
	return true
}

func (c *console) identity(r *reading, line *Line) uint64 {
	if !r.whole(c.number, c.merchantNo) || line.OrderNo == "" && line.MerchantNo == "" {
		return r.content(wechatFamily)
	}
	return wechatIdentity(line.MerchantNo, line.OrderNo, "")
}

func (c *console) note(text string) { c.notes = append(c.notes, text) }

// end compares the totals above the header: “#交易金额合计：1笔，共24.00元”.
func (c *console) end(r *reading) {
	for _, note := range c.notes {
		if !strings.Contains(note, "交易") {
			continue
		}
		count, sums := noted(note)
		if count != "" {
			r.state("交易笔数", lines, count, c.lines)
		}
		if len(sums) > 0 {
			r.state("交易金额合计", fen, sums[0], c.sum)
		}
	}
}
