package sales

import (
	"context"

	"smartcanal/data/problem"
)

// Check compares sales_totals with the lines and gives a problem for each month, account and
// channel in which they differ.
func (r *Room) Check(ctx context.Context) ([]*problem.Problem, error) {
	rows, err := r.store.SQL().QueryContext(ctx, selectRow)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := tally{}
	for rows.Next() {
		var line row
		if err := line.scan(rows.Scan); err != nil {
			return nil, err
		}
		found.add(&line, 1)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return r.compare(ctx, found)
}

// compare takes the kept totals from what was found; what remains is wrong.
func (r *Room) compare(ctx context.Context, found tally) ([]*problem.Problem, error) {
	rows, err := r.store.SQL().QueryContext(ctx, `SELECT month, account_id, channel, payments, order_fen, settled_fen,
		refunds, refund_order_fen, refund_settled_fen FROM sales_totals`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var wrong []*problem.Problem
	for rows.Next() {
		var key totalKey
		var kept total
		err := rows.Scan(&key.month, &key.account, &key.channel, &kept.payments, &kept.order, &kept.settled,
			&kept.refunds, &kept.refundOrder, &kept.refundSettled)
		if err != nil {
			return nil, err
		}
		if sum := found[key]; sum == nil || *sum != kept {
			wrong = append(wrong, differs(key))
		}
		delete(found, key)
	}
	for key, sum := range found {
		if *sum != (total{}) {
			wrong = append(wrong, differs(key))
		}
	}
	return wrong, rows.Err()
}

func differs(key totalKey) *problem.Problem {
	return problem.New("sales.total_differs", "month", key.month, "account", key.account)
}
