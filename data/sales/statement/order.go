package statement

import "smartcanal/data/money"

// order is what an order export tells of one order.
type order struct {
	status, after           string // of the order, and of its after-sales case
	statusAt                int    // column
	paid, created, finished moment
	byStatus                bool // the words suffice where no time of payment is told
	total, settled, refund  money.Fen
}

// fill writes the order's sides and amounts into the line and flags what the file leaves open.
func (r *reading) fill(line *Line, o order) {
	state := stateOf(o.status)
	when := o.payment(state)
	if when.seconds == 0 {
		line.At, line.Month = o.created.seconds, o.created.month
		return
	}
	line.At, line.Month = when.seconds, when.month
	line.Sides, line.Order, line.Settled = Paid, o.total, o.settled
	if o.refund > 0 {
		line.Sides |= Refunded
		line.RefundOrder, line.RefundSettled = o.refund, o.refund
	}
	switch {
	case o.refund == 0 && o.total > 0 && (state == stateRefunded || state == stateClosed || refundDone(o.after)):
		r.doubt(o.statusAt, "statement.refund_without_amount")
	case state == stateUnknown:
		r.doubt(o.statusAt, "statement.unknown_status", "status", o.status)
	}
}

// payment is when the order was paid; the zero moment for one that was not. Closed does not mean unpaid:
// it can be paid, then refunded.
func (o order) payment(state state) moment {
	if o.paid.seconds != 0 || !o.byStatus {
		return o.paid
	}
	switch state {
	case statePaid, stateRefunded:
		return o.created
	case stateFinished:
		if o.finished.seconds != 0 {
			return o.finished
		}
		return o.created
	}
	return moment{}
}

// rank says how far the order has come.
func (o order) rank() int {
	if o.refund > 0 || refundDone(o.after) {
		return rankRefunded
	}
	return ranks[stateOf(o.status)]
}

// Columns that tell the shop of an order, the number before the name.
var (
	shopNumbers = []string{"店铺Id", "店铺ID", "店铺id", "店铺编号", "店铺号", "商家ID", "商家编号"}
	shopNames   = []string{"店铺名称", "店铺", "店铺名", "商家名称"}
	shopColumns = append(append([]string{}, shopNumbers...), shopNames...)
)

// shop is where a table tells whose sale an order is.
type shop struct{ number, name int }

func shopOf(at *columns) shop { return shop{at.find(shopNumbers...), at.find(shopNames...)} }

// put writes the shop into the line. A number of 0 is none.
func (s shop) put(r *reading, line *Line) {
	line.AccountName = r.told(s.name)
	number := r.told(s.number)
	if number == "" || number == "0" {
		number = line.AccountName
	}
	line.Account = r.sale(number)
}

// numbered gives the identity by the order's number, by the whole row where it has none of use.
func (r *reading) numbered(family string, number int, text string) uint64 {
	if text == "" || !r.whole(number) {
		return r.content(family)
	}
	return identityOf(family, text)
}
