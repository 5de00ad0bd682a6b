package sales

import (
	"context"
	"database/sql"
	"time"

	"smartcanal/data/sales/statement"
)

// totalKey is the key of sales_totals.
type totalKey struct {
	month   int
	account int64
	channel statement.Channel
}

// tally gathers what an import adds to sales_totals and takes from it; amounts in fen.
type tally map[totalKey]*total

type total struct {
	payments, order, settled            int64
	refunds, refundOrder, refundSettled int64
}

// add counts a line, or with sign -1 takes it away again. A line without a side counts nothing.
func (t tally) add(r *row, sign int64) {
	if r.Sides == 0 {
		return
	}
	key := totalKey{monthOf(r.At), r.account, r.Channel}
	sum := t[key]
	if sum == nil {
		sum = &total{}
		t[key] = sum
	}
	if r.Sides&statement.Paid != 0 {
		sum.payments += sign
		sum.order += sign * int64(r.Order)
		sum.settled += sign * int64(r.Settled)
	}
	if r.Sides&statement.Refunded != 0 {
		sum.refunds += sign
		sum.refundOrder += sign * int64(r.RefundOrder)
		sum.refundSettled += sign * int64(r.RefundSettled)
	}
}

// write adds the tally to sales_totals and drops the rows that came to nothing.
func (t tally) write(ctx context.Context, conn *sql.Conn) error {
	add, err := conn.PrepareContext(ctx, `
		INSERT INTO sales_totals AS t (month, account_id, channel,
			payments, order_fen, settled_fen, refunds, refund_order_fen, refund_settled_fen)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (month, account_id, channel) DO UPDATE SET
			payments = t.payments + excluded.payments,
			order_fen = t.order_fen + excluded.order_fen,
			settled_fen = t.settled_fen + excluded.settled_fen,
			refunds = t.refunds + excluded.refunds,
			refund_order_fen = t.refund_order_fen + excluded.refund_order_fen,
			refund_settled_fen = t.refund_settled_fen + excluded.refund_settled_fen`)
	if err != nil {
		return err
	}
	defer add.Close()
	for key, sum := range t {
		if *sum == (total{}) {
			continue
		}
		_, err := add.ExecContext(ctx, key.month, key.account, key.channel,
			sum.payments, sum.order, sum.settled, sum.refunds, sum.refundOrder, sum.refundSettled)
		if err != nil {
			return err
		}
	}
	_, err = conn.ExecContext(ctx, `DELETE FROM sales_totals WHERE payments = 0 AND refunds = 0`)
	return err
}

// monthOf gives yyyymm of a time in China (seconds since 1970), which has had one offset since 1991.
func monthOf(at int64) int {
	year, month, _ := time.Unix(at+8*3600, 0).UTC().Date()
	return year*100 + int(month)
}
