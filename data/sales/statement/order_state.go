package statement

import "strings"

// state is what the words of a platform say of an order.
type state uint8

const (
	stateNone state = iota
	stateUnknown
	stateUnpaid
	stateClosed // cancelled, before or after payment: only a time of payment tells
	statePaid
	stateFinished
	stateRefunded
)

// stateWords are tried in this order: 已发货，退款成功 is refunded, (删除)等待付款 was never paid.
var stateWords = []struct {
	is    state
	words []string
}{
	{stateUnpaid, []string{"等待买家付款", "等待付款", "待付款", "未付款", "待支付", "未支付", "没有创建"}},
	{stateRefunded, []string{"退款成功", "已退款", "全额退款", "部分退款", "退款完成", "转入退款"}},
	{stateClosed, []string{"(删除)", "取消", "关闭", "作废"}},
	{statePaid, []string{"等待卖家", "等待买家确认", "发货", "出库", "收货中", "待收货", "等待确认收货", "待签收", "锁定", "暂停", "已付款", "已支付", "配送", "新订单", "备货", "处理中", "待成团", "拼单", "拼团", "支付成功"}},
	{stateFinished, []string{"完成", "成功", "已签收", "已收货", "已评价", "已结算", "妥投"}},
}

func stateOf(status string) state {
	if blank(status) {
		return stateNone
	}
	for _, group := range stateWords {
		for _, word := range group.words {
			if strings.Contains(status, word) {
				return group.is
			}
		}
	}
	return stateUnknown
}

// refundDone reads the state of an after-sales case, where “退款中” and “退款关闭” give nothing back.
func refundDone(after string) bool { return stateOf(after) == stateRefunded }

// How far a line has come among the states of one line, for Freshness.
const (
	rankUnknown   = 2
	rankUnpaid    = 1
	rankPaid      = 4
	rankFinished  = 8
	rankClosed    = 10
	rankRefunding = 11
	rankFailed    = 12 // a refund that came to nothing
	rankRefunded  = 13
)

var ranks = map[state]int{
	stateNone: rankUnknown, stateUnknown: rankUnknown, stateUnpaid: rankUnpaid, statePaid: rankPaid,
	stateFinished: rankFinished, stateClosed: rankClosed, stateRefunded: rankRefunded,
}
