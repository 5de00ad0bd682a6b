package sales

import (
	"context"

	"smartcanal/data/money"
)

// UnmatchedQueue gives the accounts with lines that no organisation is known for, the largest first.
func (r *Room) UnmatchedQueue(ctx context.Context) ([]UnmatchedAccount, error) {
	var queue []UnmatchedAccount
	err := r.store.Read(ctx).Raw(`
		SELECT a.id AS account_id, a.platform, a.number, a.name,
			SUM(t.payments + t.refunds) AS lines, SUM(t.order_fen - t.refund_order_fen) AS net,
			COALESCE((SELECT l.product FROM transactions l WHERE l.account_id = a.id AND l.product <> '' LIMIT 1), '') AS product
		FROM payment_accounts a JOIN sales_totals t ON t.account_id = a.id
		WHERE a.organization_id IS NULL
		GROUP BY a.id`).Scan(&queue).Error
	sortByNet(queue)
	return queue, err
}

// Unmatched counts the lines and the net amount (order basis) that belong to nobody yet.
func (r *Room) Unmatched(ctx context.Context) (lines int, net money.Fen, err error) {
	total, err := r.Sum(ctx, Query{Unmatched: true})
	return total.Payments + total.Refunds, total.Net(), err
}
