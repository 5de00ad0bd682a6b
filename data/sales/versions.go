package sales

import "smartcanal/data/sales/statement"

// row is a line as the tables transactions and transaction_versions have it.
type row struct {
	id      int64
	account int64
	file    int64
	statement.Line
}

// columns are the columns row is written to and read from, after id.
const columns = `identity, account_id, file_id, line, at, channel, sides,
	order_fen, settled_fen, refund_order_fen, refund_settled_fen, freshness,
	order_no, merchant_no, trade_type, status, product`

// values are the row's columns in their order.
func (r *row) values() []any {
	return []any{
		int64(r.Identity), r.account, r.file, int64(r.Row), r.At, int64(r.Channel), int64(r.Sides),
		int64(r.Order), int64(r.Settled), int64(r.RefundOrder), int64(r.RefundSettled), r.Freshness,
		r.OrderNo, r.MerchantNo, r.TradeType, r.Status, r.Product,
	}
}

// scan reads a row selected as id and columns.
func (r *row) scan(scan func(...any) error) error {
	var identity int64
	err := scan(&r.id, &identity, &r.account, &r.file, &r.Row, &r.At, &r.Channel, &r.Sides,
		&r.Order, &r.Settled, &r.RefundOrder, &r.RefundSettled, &r.Freshness,
		&r.OrderNo, &r.MerchantNo, &r.TradeType, &r.Status, &r.Product)
	r.Identity = uint64(identity)
	return err
}

// sameState tells whether two lines say the same of one transaction. Where and when they were
// read does not matter.
func sameState(a, b *row) bool {
	return a.account == b.account && a.At == b.At && a.Channel == b.Channel && a.Sides == b.Sides &&
		a.Order == b.Order && a.Settled == b.Settled &&
		a.RefundOrder == b.RefundOrder && a.RefundSettled == b.RefundSettled &&
		a.TradeType == b.TradeType && a.Status == b.Status && a.Product == b.Product
}

// fresher orders two states of one line. Equal freshness is settled by content, so that
// the outcome never depends on which came first.
func fresher(a, b *row) bool {
	if a.Freshness != b.Freshness {
		return a.Freshness > b.Freshness
	}
	if a.RefundOrder != b.RefundOrder {
		return a.RefundOrder > b.RefundOrder
	}
	if a.Sides != b.Sides {
		return a.Sides > b.Sides
	}
	if a.Order != b.Order {
		return a.Order > b.Order
	}
	if a.Settled != b.Settled {
		return a.Settled > b.Settled
	}
	if a.At != b.At {
		return a.At > b.At
	}
	return a.Status+a.TradeType+a.Product > b.Status+b.TradeType+b.Product
}
