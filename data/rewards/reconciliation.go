package rewards

import (
	"context"

	"smartcanal/data/money"
	"smartcanal/data/problem"
)

// PaymentRow is a payment as a list shows it, with the claim it is of.
type PaymentRow struct {
	Payment
	Number       string
	Organization string
	CreditCode   string
	Title        string // the rule's
	Clause       string
}

// BatchRow is a batch with what became of its payments. Sums are in fen.
type BatchRow struct {
	PaymentBatch
	Payments                    int
	Total, Open, Paid, Returned money.Fen
}

// Settled tells whether the bank has answered for every payment.
func (b BatchRow) Settled() bool { return b.Open == 0 }

// Batches are all batches, the newest first.
func (r *Room) Batches(ctx context.Context) ([]BatchRow, error) {
	var batches []PaymentBatch
	if err := r.store.Read(ctx).Order("id DESC").Find(&batches).Error; err != nil {
		return nil, err
	}
	payments, err := paymentsOf(r.store.Read(ctx), "1 = 1")
	if err != nil {
		return nil, err
	}
	rows := make([]BatchRow, len(batches))
	at := make(map[int64]*BatchRow, len(batches))
	for i, batch := range batches {
		rows[i].PaymentBatch = batch
		at[batch.ID] = &rows[i]
	}
	for _, payment := range payments {
		if row := at[payment.BatchID]; row != nil {
			row.add(payment)
		}
	}
	return rows, nil
}

func (b *BatchRow) add(p Payment) {
	b.Payments++
	b.Total += p.Amount
	switch p.State {
	case Arrived:
		b.Paid += p.Amount
	case SentBack:
		b.Returned += p.Amount
	default:
		b.Open += p.Amount
	}
}

// PaymentsOf are the payments of a batch, in the order of its list.
func (r *Room) PaymentsOf(ctx context.Context, batchID int64) ([]PaymentRow, error) {
	var rows []PaymentRow
	err := r.store.Read(ctx).Raw(`SELECT p.*, c.number, o.name AS organization, o.credit_code, l.title, l.clause
		FROM claim_payments p JOIN claims c ON c.id = p.claim_id JOIN organizations o ON o.id = c.organization_id
		JOIN reward_rules l ON l.id = c.rule_id WHERE p.deleted_at IS NULL AND p.batch_id = ? ORDER BY p.id`, batchID).Scan(&rows).Error
	return rows, err
}

// batch gives one batch. Problem: rewards.no_payment.
func (r *Room) batch(ctx context.Context, id int64) (PaymentBatch, error) {
	var batch PaymentBatch
	err := r.store.Read(ctx).Limit(1).Find(&batch, id).Error
	if err == nil && batch.ID == 0 {
		err = problem.New("rewards.no_payment")
	}
	return batch, err
}

// Payable are the claims that may go into a batch: approved, not waiting, in no batch the bank has not returned.
func (r *Room) Payable(ctx context.Context) ([]int32, error) {
	var ids []int32
	err := r.store.Read(ctx).Raw(`SELECT c.id`+claimsFrom+` AND c.step = ? AND c.waiting = '' AND NOT EXISTS (SELECT 1 FROM claim_payments p
		WHERE p.claim_id = c.id AND p.deleted_at IS NULL AND p.state <> ?) ORDER BY c.id`, Paying, SentBack).Scan(&ids).Error
	return ids, err
}

// Mismatch is a claim whose payments do not come to what was granted.
type Mismatch struct {
	ClaimID       int64
	Number        string
	Granted, Paid money.Fen
}

// Reconcile compares what was granted to claims that are done with payment with what arrived: a claim paid twice, or
// one passed by an earlier version of the program without a payment, shows here.
func (r *Room) Reconcile(ctx context.Context) ([]Mismatch, error) {
	var found []Mismatch
	err := r.store.Read(ctx).Raw(`SELECT c.id AS claim_id, c.number, c.amount_fen AS granted, COALESCE(SUM(p.amount_fen), 0) AS paid
		FROM claims c LEFT JOIN claim_payments p ON p.claim_id = c.id AND p.deleted_at IS NULL AND p.state = ?
		WHERE c.deleted_at IS NULL AND c.step IN (?) GROUP BY c.id, c.number, c.amount_fen
		HAVING COALESCE(SUM(p.amount_fen), 0) <> c.amount_fen ORDER BY c.id`, Arrived, []Stage{Archiving, Completed}).Scan(&found).Error
	return found, err
}
